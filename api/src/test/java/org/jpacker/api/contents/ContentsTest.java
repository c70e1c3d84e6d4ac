package org.jpacker.api.contents;

import static org.jpacker.api.contents.Samples.assertReads;
import static org.jpacker.api.contents.Samples.assertRecord;
import static org.jpacker.api.contents.Samples.octets;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;

/** Contents of many protocols, declared once: octets by hand from their specifications. */
class ContentsTest {

  /** Any record. */
  sealed interface Item extends Shaped {}

  record Unknown(int type, OctetString octets) implements Item {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("octets", octets));
    }
  }

  record Flagged(int type, int flags, OctetString octets) implements Item {
    @Override
    public Flagged parts(Parts in) {
      return new Flagged(in.type(type), in.extra("flags", flags), in.rest("octets", octets));
    }
  }

  record Rest(OctetString octets, String reason) implements Item {
    @Override
    public Rest parts(Parts in) {
      return new Rest(in.rest("octets", octets), in.reason(reason));
    }
  }

  record Number(long value) implements Item {
    @Override
    public Number parts(Parts in) {
      return new Number(in.u32("item.number", value));
    }
  }

  record Words(String text) implements Item {
    @Override
    public Words parts(Parts in) {
      return new Words(in.text("item.text", text));
    }
  }

  record Empty() implements Item {}

  /** Contents within contents. */
  record Group(List<Item> items) implements Item {
    @Override
    public Group parts(Parts in) {
      return new Group(in.series("items", groups(), items));
    }
  }

  /** Contents that a series tells. */
  record Chunk(List<Item> items, Series<Item> series) implements Item {
    @Override
    public Chunk parts(Parts in) {
      return new Chunk(in.series("items", series, items), series);
    }
  }

  /** Two types of record that are alike. */
  record Init(boolean isAck, long tag, int streams) implements Item {
    @Override
    public Init parts(Parts in) {
      boolean isAck = in.type(this.isAck ? 2 : 1) == 2;
      return new Init(
          isAck,
          in.u32(isAck ? "sctp.initack_tag" : "sctp.init_tag", tag),
          in.u16("streams", streams));
    }
  }

  private static final Shape<Unknown> UNKNOWN = Shape.of(new Unknown(0, OctetString.EMPTY));
  private static final Shape<Flagged> FLAGGED = Shape.of(new Flagged(0, 0, OctetString.EMPTY));
  private static final Shape<Rest> REST = Shape.of(new Rest(OctetString.EMPTY, ""));

  /** In a method, since a group contains groups. */
  private static Series<Item> groups() {
    return Groups.ALL;
  }

  private static final class Groups {
    static final Series<Item> ALL =
        Series.of(
            "group",
            head -> {
              head.type(8);
              head.length(16);
            },
            Choice.of(
                Item.class, UNKNOWN, Shape.of(1, new Number(0)), Shape.of(2, new Group(List.of()))),
            REST);
  }

  private static Series<Item> items(Framing framing) {
    return Series.of(
        "item",
        framing,
        Choice.of(
            Item.class,
            UNKNOWN,
            Shape.of(0, new Empty()),
            Shape.of(1, new Number(0)),
            Shape.of(2, new Words(""))),
        REST);
  }

  /** RFC 2132, section 2: pad and end have no length. */
  @Test
  void someTypesHaveNoLength() {
    assertReads(
        items(
                head -> {
                  if (head.type(8) > 0) {
                    head.length(8);
                  }
                })
            .endsWith(0),
        "01 04 00000007 02 02 6162 09 01 ff 01 02 0001 00",
        new Number(7),
        new Words("ab"),
        new Unknown(9, OctetString.of(0xff)),
        new Unknown(1, OctetString.of(0, 1)),
        new Empty());
  }

  @Test
  void headThatDoesNotFitEndsTheListWithAReason() {
    Series<Item> series =
        items(
            head -> {
              head.type(8);
              head.lengthOfAll(8);
            });
    assertReads(
        series,
        "01 06 00000001 02 09 61",
        new Number(1),
        new Rest(OctetString.of(2, 9, 0x61), "length 9, 3 octets are left"));
    assertReads(series, "02", new Rest(OctetString.of(2), "no length"));
    assertReads(series, "02 01", new Rest(OctetString.of(2, 1), "length 1, 2 octets are left"));
  }

  /** RFC 4271, section 4.3: a flag says whether the length has one or two octets. */
  @Test
  void flagOfTheHeadWidensTheLength() {
    Series<Item> series =
        Series.of(
            "bgp",
            head -> {
              long flags = head.extra(8);
              head.type(8);
              head.length((flags & 0x10) != 0 ? 16 : 8);
            },
            Choice.of(Item.class, FLAGGED),
            REST);
    assertReads(
        series,
        "40 01 01 00 50 02 0002 0201",
        new Flagged(1, 0x40, OctetString.of(0)),
        new Flagged(2, 0x50, OctetString.of(2, 1)));
  }

  /** 3GPP TS 29.281, section 5.2.1: a type behind each, that of the following; 0 for none. */
  @Test
  void headWithoutRecordClosesTheList() {
    Series<Item> series =
        items(
                head -> {
                  if (head.type(8) != 0) {
                    head.length(8, 4, -2);
                  }
                })
            .closedBy(0);
    assertReads(
        series,
        "85 01 0009 02 02 616263646566 00",
        new Unknown(0x85, OctetString.of(0, 9)),
        new Words("abcdef"));
    assertReads(series, "00");
    assertReads(series, "85 00", new Rest(OctetString.of(0x85, 0), "length -2, 0 octets are left"));
    assertEquals(List.of(new Words("ab")), series.decode(octets("02 01 6162")));
  }

  /** RFC 2516, appendix A: a record that keeps octets may also keep those that are no record. */
  @Test
  void restMayBeOfATypeOfTheUnion() {
    Series<Item> series =
        Series.of(
            "tag",
            head -> {
              head.type(16);
              head.length(16);
            },
            Choice.of(Item.class, UNKNOWN),
            UNKNOWN);
    assertReads(
        series,
        "0101 0001 61 0103 0009 aa",
        new Unknown(0x101, OctetString.of(0x61)),
        new Unknown(-1, OctetString.of(1, 3, 0, 9, 0xaa)));
    assertEquals(List.of("Unknown"), series.describe().stream().map(Part::name).toList());
  }

  /** RFC 4861, section 4.6: lengths in units of eight octets, zeros up to the unit. */
  @Test
  void lengthInUnitsCoversPadding() {
    assertReads(
        items(
            head -> {
              head.type(8);
              head.lengthOfAll(8, 8, 0);
            }),
        "01 01 00000007 0000 09 01 000000000001",
        new Number(7),
        new Unknown(9, OctetString.of(0, 0, 0, 0, 0, 1)));
  }

  /** RFC 8200, section 4.2: two octets come before the options, the last one is padding. */
  @Test
  void paddingIsARecord() {
    Series<Item> series =
        Series.of(
                "options",
                head -> {
                  if (head.type(8) > 0) {
                    head.length(8);
                  }
                },
                Choice.of(
                    Item.class, UNKNOWN, Shape.of(0, new Empty()), Shape.of(5, new Number(0))))
            .paddedTo(
                8,
                2,
                size ->
                    size == 1 ? new Empty() : new Unknown(1, new OctetString(new byte[size - 2])));
    assertArrayEquals(octets("05 04 00000001"), series.encode(List.of(new Number(1))));
    assertArrayEquals(
        octets("05 04 00000001 05 04 00000002 01 00"),
        series.encode(List.of(new Number(1), new Number(2))));
    assertArrayEquals(
        octets("00 00 00 00 00 00"), series.encode(Collections.nCopies(5, new Empty())));
    assertArrayEquals(octets("01 04 00000000"), series.encode(List.of()));
  }

  /** Text that ends with a zero. */
  record Names(List<String> names) implements Item {
    @Override
    public Names parts(Parts in) {
      return new Names(in.reserved(16).values("names", NAME, names));
    }
  }

  private static final Leaf<String> NAME =
      new Leaf<>() {
        @Override
        protected String read(Cursor in) {
          StringBuilder name = new StringBuilder();
          for (int c = in.u8(); c != 0; c = in.u8()) {
            name.append((char) c);
          }
          if (name.isEmpty()) {
            in.fail();
          }
          return name.toString();
        }

        @Override
        protected void write(Cursor out, String value) {
          out.put((value + '\0').getBytes(StandardCharsets.ISO_8859_1));
        }

        @Override
        protected String absent() {
          return "";
        }

        @Override
        protected String ofTree(Object tree) {
          return String.valueOf(tree);
        }
      };

  /**
   * RFC 8106, section 5.2: zeros behind the last name fill the unit; a whole unit is no padding.
   */
  @Test
  void paddingEndsTheListOfARecord() {
    Series<Item> series =
        Series.of(
            "names",
            head -> {
              head.type(8);
              head.lengthOfAll(8, 8, 0);
            },
            Choice.of(Item.class, UNKNOWN, Shape.of(3, new Names(List.of()))),
            REST);
    assertReads(series, "03 01 0000 6100 6200", new Names(List.of("a", "b")));
    assertReads(series, "03 02 0000 61626364656600 6700 000000", new Names(List.of("abcdef", "g")));
    assertReads(
        series,
        "03 02 0000 6100 6200 0000000000000000",
        new Unknown(3, new OctetString(octets("0000 6100 6200 0000000000000000"))));
  }

  /** RFC 9260, section 3.2: padding between parameters is not counted. */
  @Test
  void paddingLiesBetweenRecords() {
    Series<Item> series =
        items(
            head -> {
              head.type(16);
              head.lengthOfAll(16);
            });
    assertReads(
        series.alignedBetween(4),
        "0002 0005 61 000000 0002 0005 62",
        new Words("a"),
        new Words("b"));
    assertReads(
        series.aligned(4),
        "0002 0005 61 000000 0002 0005 62 000000",
        new Words("a"),
        new Words("b"));
  }

  /** RFC 9260, section 3.2: a chunk is accepted also if its length counts the last padding. */
  @Test
  void lengthMayCountThePaddingBehindTheLast() {
    Framing framing =
        head -> {
          head.type(16);
          head.lengthOfAll(16);
        };
    Series<Item> parameters = items(framing).alignedBetween(4);
    Series<Item> exact =
        Series.of(
                "chunk",
                framing,
                Choice.of(Item.class, UNKNOWN, Shape.of(3, new Chunk(List.of(), parameters))),
                REST)
            .aligned(4);
    Series<Item> series = exact.mayCountPadding();
    List<Item> chunk = List.of(new Chunk(List.of(new Words("a")), parameters));
    byte[] counted = octets("0003 000c 0002 0005 61 000000");
    byte[] uncounted = octets("0003 0009 0002 0005 61 000000");
    assertEquals(chunk, series.decode(counted));
    assertEquals(chunk, series.decode(uncounted));
    assertArrayEquals(uncounted, series.encode(chunk));
    assertEquals(chunk, exact.decode(uncounted));
    assertTrue(exact.decode(counted).get(0) instanceof Unknown);
    assertTrue(series.decode(octets("0003 000c 0002 0005 61 000100")).get(0) instanceof Unknown);
  }

  /** RFC 9260, section 3.3.2: INIT and INIT ACK are alike, but their fields have other names. */
  @Test
  void nameMayDependOnTheType() {
    Series<Item> series =
        Series.of(
            "chunk",
            head -> {
              head.type(8);
              head.lengthOfAll(8);
            },
            Choice.of(Item.class, UNKNOWN, Shape.of(new Init(false, 0, 0)).numbers(1, 2)),
            REST);
    assertReads(
        series,
        "01 08 00000001 0003 02 08 00000002 0004",
        new Init(false, 1, 3),
        new Init(true, 2, 4));
    assertEquals(
        List.of("sctp.init_tag", "sctp.initack_tag", "streams"),
        series.describe().get(0).parts().stream().map(Part::name).toList());
  }

  /** RFC 7252, section 3.1: types are differences, both numbers may be longer. */
  @Test
  void typeIsADifferenceToTheOneBefore() {
    Series<Item> series =
        items(
            head -> {
              if (head.peek(8) == 0xff) {
                head.stop();
                return;
              }
              long delta = head.type() - head.previous();
              long size = head.size();
              long first = head.bits(4, nibble(delta));
              long second = head.bits(4, nibble(size));
              if (first == 15 || second == 15) {
                head.fail("reserved");
              }
              delta = wide(head, first, delta);
              head.typeIs(head.previous() + delta);
              head.sizeIs(wide(head, second, size));
            });
    assertEquals(
        List.of(new Number(1), new Words("x"), new Unknown(302, OctetString.EMPTY)),
        series.decode(octets("14 00000001 11 78 e0 001f ff 99")));
    assertReads(
        series,
        "14 00000001 11 78 e0 001f",
        new Number(1),
        new Words("x"),
        new Unknown(302, OctetString.EMPTY));
  }

  private static long nibble(long value) {
    return value < 13 ? value : value < 269 ? 13 : 14;
  }

  private static long wide(Head head, long nibble, long value) {
    return nibble == 13
        ? head.bits(8, value - 13) + 13
        : nibble == 14 ? head.bits(16, value - 269) + 269 : nibble;
  }

  /** RFC 7296, section 3.2: a head says the type of the next payload. */
  @Test
  void headTellsTheTypeOfTheNext() {
    Series<Item> chain =
        Series.of(
                "ike",
                head -> {
                  head.next(8);
                  head.reserved(8);
                  head.lengthOfAll(16);
                },
                Choice.of(
                    Item.class, UNKNOWN, Shape.of(1, new Number(0)), Shape.of(2, new Words(""))),
                REST)
            .chained();
    record Message(int first, List<Item> items, Series<Item> chain) implements Shaped {
      @Override
      public Message parts(Parts in) {
        int first = in.u8("next", items.isEmpty() ? 0 : (int) chain.number(items.get(0)));
        return new Message(first, in.first(first).series("items", chain, items), chain);
      }
    }
    assertRecord(
        Shape.of(new Message(0, List.of(), chain)),
        "02 01 00 0005 61 00 00 0008 00000007",
        new Message(2, List.of(new Words("a"), new Number(7)), chain));
  }

  /** ITU-T X.690, section 8.1: long forms of lengths are kept. */
  @Test
  void longFormOfALengthIsKept() {
    Series<Item> series =
        Series.of(
            "ber",
            head -> {
              head.type(8);
              long size = head.size();
              long form = head.extra();
              long first = head.bits(8, form == 0 ? size : 0x80 | form);
              if (first < 0x80) {
                head.sizeIs(first);
              } else if (first == 0x80 || first > 0x84) {
                head.fail("length of form " + first);
              } else {
                head.extraIs(first & 0x7f);
                head.sizeIs(head.bits((int) (first & 0x7f) * 8, size));
              }
            },
            Choice.of(Item.class, FLAGGED),
            REST);
    assertReads(
        series,
        "02 01 05 04 82 0001 ff",
        new Flagged(2, 0, OctetString.of(5)),
        new Flagged(4, 2, OctetString.of(0xff)));
  }

  /** MQTT 5, section 2.2.2: a property has a type and no length. */
  @Test
  void recordWithoutLengthEndsByItself() {
    Series<Item> series = items(head -> head.typeIs(head.leaf(Leaf.BASE_128, head.type())));
    record Properties(List<Item> items, Series<Item> series) implements Shaped {
      @Override
      public Properties parts(Parts in) {
        return new Properties(
            in.sized(Leaf.BASE_128, "mqtt.prop_len").series("items", series, items), series);
      }
    }
    assertRecord(
        Shape.of(new Properties(List.of(), series)),
        "0a 01 00000001 01 00000002",
        new Properties(List.of(new Number(1), new Number(2)), series));
  }

  /** RFC 3550, section 6.4: the head counts blocks, the length counts words less one. */
  @Test
  void headCountsTheBlocksOfTheRecord() {
    record Reports(List<Long> sources) implements Shaped {
      @Override
      public Reports parts(Parts in) {
        int count = in.extra("rtcp.rc", sources.size());
        return new Reports(in.times(count).values("rtcp.ssrc", Leaf.U32, sources));
      }
    }
    Series<Reports> series =
        Series.of(
            "rtcp",
            head -> {
              head.bits(3, 4);
              head.extra(5);
              head.type(8);
              head.lengthOfAll(16, 4, 4);
            },
            Choice.of(Reports.class, null, Shape.of(201, new Reports(List.of()))));
    byte[] octets = octets("82 c9 0002 00000001 00000002");
    List<Reports> expected = List.of(new Reports(List.of(1L, 2L)));
    assertEquals(expected, series.decode(octets));
    assertArrayEquals(octets, series.encode(expected));
  }

  /** RFC 6066, section 3: a vector of records, each with a vector. */
  @Test
  void vectorsContainVectors() {
    record Name(int type, String name) implements Shaped {
      @Override
      public Name parts(Parts in) {
        return new Name(in.u8("name.type", type), in.sized(16, "name.len").text("name", name));
      }
    }
    record Names(List<Name> names) implements Shaped {
      @Override
      public Names parts(Parts in) {
        return new Names(in.sized(16, "names.len").list("names", new Name(0, ""), names));
      }
    }
    assertRecord(
        Shape.of(new Names(List.of())),
        "000a 00 0003 612e62 01 0001 63",
        new Names(List.of(new Name(0, "a.b"), new Name(1, "c"))));
  }

  /** A count is only a claim; little-endian, signs, bits, conditions and optional parts. */
  @Test
  void partsOfManyKindsComeBack() {
    record Mixed(
        int flags, long signed, long little, int port, List<Integer> ids, long wide, String line)
        implements Shaped {
      @Override
      public Mixed parts(Parts in) {
        int flags = in.bits("flags", 3, this.flags);
        in.reserved(5);
        long signed = in.signed("signed", 16, this.signed);
        long little = in.when((flags & 1) != 0).u32le("little", this.little);
        List<Integer> ids = in.counted(8).values("ids", Leaf.U16, this.ids);
        long wide = in.leaf("wide", Leaf.QUIC, this.wide);
        String line = in.until(OctetString.of('\r', '\n')).text("line", this.line);
        in.align(4);
        return new Mixed(flags, signed, little, in.ifMore(-1).u16("port", port), ids, wide, line);
      }
    }
    Shape<Mixed> shape = Shape.of(new Mixed(0, 0, 0, 0, List.of(), 0, ""));
    assertRecord(
        shape,
        "20 fffe 04030201 02 0001 0002 7bbd 6869 0d0a 0000 0050",
        new Mixed(1, -2, 0x01020304, 80, List.of(1, 2), 15_293, "hi"));
    assertRecord(shape, "00 0001 00 05 0d0a 00", new Mixed(0, 1, 0, -1, List.of(), 5, ""));
    assertTrue(shape.decode(octets("00 0001 ff 05")).isEmpty());
  }

  /** RFC 7252, section 3.2: a number has as many octets as the option. */
  @Test
  void sizeTellsTheWidthOfANumber() {
    record Uint(int size, long value) implements Shaped {
      @Override
      public Uint parts(Parts in) {
        int size = (int) in.infer("size", in.left(), this.size);
        return new Uint(size, in.unsigned("uint", size, value));
      }
    }
    Shape<Uint> shape = Shape.of(new Uint(0, 0));
    assertRecord(shape, "", new Uint(0, 0));
    assertRecord(shape, "0102", new Uint(2, 0x102));
    assertRecord(shape, "ffffffffffffffff", new Uint(8, -1));
    assertTrue(shape.decode(new byte[9]).isEmpty());
    assertRefused("uint: 256 does not fit into 8 bits", () -> shape.encode(new Uint(1, 256)));
    assertRefused("uint: no number has -1 octets", () -> shape.encode(new Uint(-1, 0)));
    assertRefused("uint: no number has 9 octets", () -> shape.encode(new Uint(9, 0)));
  }

  @Test
  void depthIsBounded() {
    StringBuilder hex = new StringBuilder();
    for (int i = 0; i < 2_000; i++) {
      hex.insert(0, String.format("02%04x", hex.length() / 2));
    }
    List<Item> read = groups().decode(octets(hex.toString()));
    assertArrayEquals(octets(hex.toString()), groups().encode(read));
    assertReads(
        groups(),
        "02 000a 01 0004 00000007 05 0000",
        new Group(List.of(new Number(7), new Unknown(5, OctetString.EMPTY))));
  }

  @Test
  void whatDoesNotFitIsRefusedWithTheNameOfThePart() {
    assertRefused(
        "item.number: 4294967296 does not fit into 32 bits",
        () -> groups().encode(List.of(new Number(1L << 32))));
    assertRefused(
        "Item: " + Words.class.getName() + " is not in the table",
        () -> groups().encode(List.of(new Words("x"))));
    assertRefused(
        "[0].Group.items[0].Number: there is no part item.numbr; did you mean item.number?",
        () ->
            groups()
                .ofTree(
                    List.of(
                        Map.of(
                            "Group",
                            Map.of(
                                "items",
                                List.of(
                                    Map.of(
                                        "Number", Map.of("item.number", 1, "item.numbr", 2))))))));
  }

  @Test
  void typeNearlyRightIsSuggested() {
    assertRefused(
        "[0]: there is no type Nunber; did you mean Number?",
        () -> groups().ofTree(List.of(Map.of("Nunber", Map.of()))));
  }

  @Test
  void numberOf64BitsHasNoSignInATree() {
    assertEquals("18446744073709551615", Leaf.U64.toTree(-1L));
    assertEquals(-1L, Leaf.U64.ofTree("18446744073709551615"));
    assertEquals(7L, Leaf.U64.toTree(7L));
    assertRefused("x is no number", () -> Leaf.U64.ofTree("x"));
  }

  private static void assertRefused(String message, Runnable action) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, action::run).getMessage());
  }

  /** A part that asks the component in place of the local reads other than it writes. */
  @Test
  void recordThatIsNotWrittenBackIsKeptAsOctets() {
    record Wrong(int flags, int value) implements Shaped {
      @Override
      public Wrong parts(Parts in) {
        return new Wrong(in.u8("flags", flags), in.when(flags != 0).u8("value", value));
      }
    }
    assertTrue(Shape.of(new Wrong(1, 0)).decode(octets("00 07")).isEmpty());
  }

  record Node(int value, List<Node> nodes) implements Shaped {
    @Override
    public Node parts(Parts in) {
      return new Node(in.u8("value", value), in.list("nodes", new Node(0, List.of()), nodes));
    }
  }

  /** Whether such a record is nothing but values is not asked for ever. */
  @Test
  void recordMayContainRecordsOfItsType() {
    Shape<Node> shape = Shape.of(new Node(0, List.of()));
    assertEquals(new Node(1, List.of(new Node(2, List.of()))), shape.decode(octets("01 02")).get());
  }

  record Silent(int value) implements Shaped {
    @Override
    public Silent parts(Parts in) {
      return new Silent(in.u8("value", value));
    }
  }

  /** A plug-in with such a type is left out; the types of others stay. */
  @Test
  void addedTypeThatDoesNotSayItsNumberIsRefused() {
    Choice<Shaped> choice = Choice.of(Shaped.class, null, Shape.of(1, new Silent(0)));
    assertEquals(
        "Silent: the record does not say its number, in.type(7)",
        assertThrows(
                IllegalArgumentException.class,
                () -> Addition.to(choice, Shape.of(7, new Silent(0))))
            .getMessage());
  }

  @Test
  void preparationWithoutAPartIsRefused() {
    record Forgetful(int value) implements Shaped {
      @Override
      public Forgetful parts(Parts in) {
        int read = in.u8("value", value);
        in.when(read > 1);
        return new Forgetful(read);
      }
    }
    Series<Forgetful> series =
        Series.of(
            "x", head -> head.type(8), Choice.of(Forgetful.class, Shape.of(new Forgetful(0))));
    assertEquals(
        "Forgetful: no part follows what prepares one",
        assertThrows(IllegalStateException.class, series::describe).getMessage());
  }

  /** A record of nothing but values is compared too, before it is believed. */
  @Test
  void recordThatMixesUpItsValuesIsKeptAsOctets() {
    record Mixed(int first, int second) implements Shaped {
      @Override
      public Mixed parts(Parts in) {
        int other = in.u8("second", second);
        return new Mixed(other, in.u8("first", first));
      }
    }
    record Masked(int value) implements Shaped {
      @Override
      public Masked parts(Parts in) {
        return new Masked(in.u8("value", value) & 0x7f);
      }
    }
    assertTrue(Shape.of(new Mixed(0, 0)).decode(octets("01 02")).isEmpty());
    assertTrue(Shape.of(new Masked(0)).decode(octets("81")).isEmpty());
    assertTrue(Shape.of(new Masked(0)).decode(octets("01")).isPresent());
  }

  @Test
  void partsAreDescribed() {
    List<Part> parts = groups().describe();
    assertEquals(
        List.of("Number", "Group", "Unknown", "Rest"), parts.stream().map(Part::name).toList());
    assertEquals("item.number", parts.get(0).parts().get(0).name());
    assertEquals(32, parts.get(0).parts().get(0).bits());
  }
}
