package org.jpacker.core.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JavaAccessorsTest {
  private static final String BEGIN = "  // --- accessors: generated from the fields above ---\n";
  private static final String END = "\n  // --- end of accessors ---\n";

  /** A class with some members before its region, and the lines of the region's head. */
  private static String source(String members, String head) {
    return "import org.jpacker.api.Address;\n\npublic final class Toy extends Header {\n"
        + members.indent(2)
        + BEGIN
        + head
        + END
        + "}\n";
  }

  /** What is written between the lines. */
  private static String written(String members, String head) {
    String source = source(members, head);
    String written = JavaAccessors.write(source);
    assertEquals(written, JavaAccessors.write(written), "written twice");
    int begin = source.indexOf(END);
    assertTrue(written.startsWith(source.substring(0, begin)), written);
    assertTrue(written.endsWith(END + "}\n"), written);
    return written.substring(begin, written.length() - END.length() - 2);
  }

  private static String written(String members) {
    return written(members, "");
  }

  @Test
  void numberHasAPairThatNamesFieldAndWidth() {
    assertEquals(
        """

          /** The field {@code toy.dst_port}, 16 bits. */
          public int dstPort() {
            return DST_PORT.get(this);
          }

          /** Sets {@code toy.dst_port}, 16 bits. */
          public Toy dstPort(int value) {
            DST_PORT.set(this, value);
            return this;
          }
        """,
        written(
            """
            public static final UIntField DST_PORT =
                UIntField.at(16, 16, "toy.dst_port").selects(UDP_PORT);
            """));
  }

  @Test
  void commentOfTheConstantIsThatOfTheReader() {
    assertEquals(
        """

          /**
           * Octets of header and data,
           * so it says.
           */
          public long len() {
            return LEN.get(this);
          }

          /** Sets {@code toy.len}, a multiple of 4 in 4 bits, and pins it. */
          public Toy len(long value) {
            LEN.set(this, value);
            return this;
          }
        """,
        written(
            """
            /**
             * Octets of header and data,
             * so it says.
             */
            public static final ULongField LEN =
                ULongField.at(4, 4, "toy.len").times(4).orElse(20).asDerived();
            """));
  }

  @Test
  void addressIsSetFromAddressTextAndOctets() {
    assertEquals(
        """

          /** The address {@code toy.src}. */
          public Address.Ipv6 src() {
            return SRC.get(this);
          }

          /** Sets {@code toy.src}. */
          public Toy src(Address.Ipv6 address) {
            SRC.set(this, address);
            return this;
          }

          /** Sets {@code toy.src} from text such as {@code 2001:db8::1}. */
          public Toy src(String address) {
            SRC.set(this, address);
            return this;
          }

          /** Sets {@code toy.src} from its 16 octets. */
          public Toy src(byte[] octets) {
            SRC.set(this, octets);
            return this;
          }
        """,
        written("public static final Ipv6Field SRC = Ipv6Field.at(64, \"toy.src\");"));
  }

  @Test
  void flagAndOctetsHaveWordsOfTheirOwn() {
    assertEquals(
        """

          /** Whether {@code toy.more} is set. */
          public boolean more() {
            return MORE.get(this);
          }

          /** Sets or clears {@code toy.more}. */
          public Toy more(boolean value) {
            MORE.set(this, value);
            return this;
          }

          /** The octets of {@code toy.key}. */
          public byte[] key() {
            return KEY.get(this);
          }

          /** Sets the octets of {@code toy.key}. */
          public Toy key(byte[] octets) {
            KEY.set(this, octets);
            return this;
          }
        """,
        written(
            """
            public static final FlagField MORE = FlagField.at(3, "toy.more");
            public static final BytesField KEY = BytesField.at(64, 32, "toy.key");
            """));
  }

  @Test
  void fieldThatAMethodMakesIsCalledAsItsConstant() {
    String written = written("public static final UIntField HOP_LIMIT = number(\"hop\");");
    assertTrue(written.contains("/** The field hop limit. */"), written);
    assertTrue(written.contains("/** Sets hop limit. */"), written);
  }

  @Test
  void optionalNumberIsZeroIfAbsent() {
    String written =
        written("public static final UIntField KEY = UIntField.at(0, 8, \"toy.key\").when(K);");
    assertTrue(written.contains("/** The field {@code toy.key}, 8 bits; 0 if absent. */"), written);
  }

  @Test
  void longCommentIsBrokenBeforeColumn100() {
    String name = "toy." + "segment_routing.".repeat(4) + "flags";
    String written =
        written(
            "public static final UIntField FLAGS =\n    UIntField.at(0, 16, \""
                + name
                + "\").asDerived();");
    assertTrue(
        written.contains(
            "  /**\n   * Sets {@code " + name + "}, 16\n   * bits, and pins it.\n   */\n"),
        written);
  }

  @Test
  void reservedHiddenComputedAndNamedFieldsHaveNone() {
    assertEquals(
        "",
        written(
            """
            public static final UIntField VERSION = UIntField.at(0, 4, "toy.version");
            public static final UIntField FLAGS = UIntField.at(4, 4, "toy.flags");
            public static final UIntField RESERVED2 = UIntField.at(8, 8, "toy.reserved2");
            private static final UIntField HIDDEN = UIntField.at(16, 8, "toy.hidden");
            static final UIntField INNER = UIntField.at(24, 8, "toy.inner");
            public static final ComputedField SUM = ComputedField.of("toy.sum", Toy.class, Toy::sum);
            public static final Layout LAYOUT = Layout.of(VERSION);
            """,
            "  // without: VERSION,\n  // FLAGS\n"));
  }

  @Test
  void whatIsWrittenByHandStays() {
    String written =
        written(
            """
            public static final BytesField OPTIONS = BytesField.rest(64, "toy.options");
            public static final UIntField KEY = UIntField.at(0, 16, "toy.key");
            public static final UIntField NEXT = UIntField.at(16, 16, "toy.next");

            public List<Option> options() {
              return Options.decode(OPTIONS.get(this));
            }

            public Toy key(String text) {
              return key(text.length());
            }

            private int key(Window in) {
              return KEY.get(this);
            }

            protected Layer next(ProtocolRegistry registry) throws MalformedException {
              return registry.find(TABLE, next()).readPayload(this);
            }
            """);
    assertFalse(written.contains("options"), written);
    assertTrue(written.contains("public int key() {"), written);
    assertFalse(written.contains("public Toy key("), written);
    assertTrue(written.contains("public int next() {"), written);
    assertTrue(written.contains("public Toy next(int value) {"), written);
  }

  @Test
  void commentsTextAndBodiesAreNoMembers() {
    assertEquals(
        "",
        written(
            """
            // public static final UIntField A = UIntField.at(0, 8, "toy.a");
            /* public static final UIntField B = UIntField.at(0, 8, "toy.b"); } */
            private static final String C = "} public static final UIntField C = \\" + 1;";
            private static final char BRACE = '}';

            static final class Inner {
              public static final UIntField D = UIntField.at(0, 8, "toy.d");
            }
            """));
  }

  @Test
  void initializerMayHoldBodies() {
    String written =
        written(
            """
            public static final UIntField A =
                UIntField.at(0, 8, "toy.a").at(h -> { return 8; }).asChecksum();
            """);
    assertTrue(written.contains("/** Sets {@code toy.a}, 8 bits, and pins it. */"), written);
  }

  @Test
  void addressThatIsNotImportedIsNamedInFull() {
    String source =
        source("public static final MacField SRC = MacField.at(0, \"toy.src\");", "")
            .replace("import org.jpacker.api.Address;\n", "");
    String written = JavaAccessors.write(source);
    assertTrue(written.contains("  public org.jpacker.api.Address.Mac src() {\n"), written);
    assertTrue(written.contains("src(org.jpacker.api.Address.Mac address) {\n"), written);
  }

  @Test
  void linesEndAndAreIndentedAsInTheSource() {
    String source = source("public static final UIntField A = UIntField.at(0, 8, \"toy.a\");", "");
    String tabs = source.replace("\n  ", "\r\n\t").replace("\n}", "\r\n}");
    String written = JavaAccessors.write(tabs);
    assertTrue(
        written.contains("\r\n\tpublic int a() {\r\n\t\treturn A.get(this);\r\n\t}\r\n"), written);
    assertFalse(written.replace("\r\n", "").contains("\n"), written);
  }

  @Test
  void missingLinesAreNamed() {
    assertFalse(JavaAccessors.areIn("class A {}"));
    requireRefusal("there is no line '// --- accessors ---'", "class A {}");
    requireRefusal("there is no line '// --- end of accessors ---'", "class A {\n" + BEGIN + "}");
    requireRefusal(
        "a line '// --- accessors ---' stands there twice",
        "class A {\n" + BEGIN + BEGIN + END + "}");
    requireRefusal(
        "'// --- end of accessors ---' stands before '// --- accessors ---'",
        "class A {\n" + END + BEGIN + "}");
    requireRefusal("there is no class in it", BEGIN + END);
  }

  @Test
  void fieldThatIsLeftOutButDoesNotExistIsNamed() {
    requireRefusal(
        "'// without:' names VERSOIN, which is no public constant",
        source(
            "public static final UIntField VERSION = UIntField.at(0, 4, \"toy.version\");",
            "  // without: VERSOIN\n"));
  }

  private static void requireRefusal(String message, String source) {
    IllegalArgumentException refusal =
        assertThrows(IllegalArgumentException.class, () -> JavaAccessors.write(source));
    assertEquals(message, refusal.getMessage());
  }
}
