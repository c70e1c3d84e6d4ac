package org.jpacker.api.contents;

import static org.jpacker.api.contents.Samples.assertReads;
import static org.jpacker.api.contents.Samples.assertRecord;
import static org.jpacker.api.contents.Samples.octets;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.OctetString;
import org.junit.jupiter.api.Test;

/** Protocols whose contents have shapes of their own, by octets from their specifications. */
class PatternsTest {
  private static final OctetString CRLF = OctetString.of(0x0d, 0x0a);

  /** Any record that has no type here. */
  record Other(long type, long extra, OctetString octets) implements Shaped {
    @Override
    public Other parts(Parts in) {
      return new Other(in.type(type), in.extra("extra", extra), in.rest("octets", octets));
    }
  }

  /** What does not fit. */
  record Rest(OctetString octets, String reason) implements Shaped {
    @Override
    public Rest parts(Parts in) {
      return new Rest(in.rest("octets", octets), in.reason(reason));
    }
  }

  private static final Shape<Other> OTHER = Shape.of(new Other(0, 0, OctetString.EMPTY));
  private static final Shape<Rest> REST = Shape.of(new Rest(OctetString.EMPTY, ""));

  // --- DNS ---

  /**
   * A name of DNS.
   *
   * @param own the labels that stand here
   * @param pointer where the others stand in the message, -1 for none
   * @param text all labels
   */
  record Name(List<String> own, int pointer, String text) {}

  /** RFC 1035, section 4.1.4. */
  private static final class Names extends Leaf<Name> {
    private static final int MOST = 32;

    @Override
    protected Name read(Cursor in) {
      List<String> own = new ArrayList<>();
      int size;
      while ((size = in.u8()) > 0 && size < 0x40) {
        own.add(new String(in.octets(size).octets(), StandardCharsets.ISO_8859_1));
      }
      int pointer = size < 0xc0 ? -1 : (size & 0x3f) << 8 | in.u8();
      if (size > 0 && pointer < 0) {
        in.fail();
      }
      List<String> all = new ArrayList<>(own);
      follow(in, pointer, all);
      return new Name(own, pointer, String.join(".", all));
    }

    private static void follow(Cursor in, int pointer, List<String> labels) {
      int at = pointer;
      for (int left = MOST; at >= 0 && left > 0; left--) {
        int size = in.message(at);
        if (size >= 0xc0) {
          at = (size & 0x3f) << 8 | Math.max(0, in.message(at + 1));
        } else if (size <= 0 || size >= 0x40) {
          at = -1;
        } else {
          StringBuilder label = new StringBuilder();
          for (int i = 1; i <= size; i++) {
            label.append((char) Math.max(0, in.message(at + i)));
          }
          labels.add(label.toString());
          at += 1 + size;
        }
      }
    }

    @Override
    protected void write(Cursor out, Name value) {
      for (String label : value.own()) {
        byte[] octets = label.getBytes(StandardCharsets.ISO_8859_1);
        out.put(8, octets.length);
        out.put(octets);
      }
      if (value.pointer() < 0) {
        out.put(8, 0);
      } else {
        out.put(16, 0xc000 | value.pointer());
      }
    }

    @Override
    protected Name absent() {
      return new Name(List.of(), -1, "");
    }

    @Override
    protected Object toTree(Name value) {
      return String.join("\0", value.own()) + "\1" + value.pointer() + "\1" + value.text();
    }

    @Override
    protected Name ofTree(Object tree) {
      String text = String.valueOf(tree);
      int end = text.lastIndexOf('\1');
      // labels of mutants contain any character: then the tree is ambiguous
      int from = text.indexOf('\1');
      String own = text.substring(0, from);
      return new Name(
          own.isEmpty() ? List.of() : List.of(own.split("\0", -1)),
          Integer.parseInt(text.substring(from + 1, end)),
          text.substring(end + 1));
    }
  }

  /** RFC 1035, section 4.1.4: the example of F.ISI.ARPA, moved to the start of the message. */
  @Test
  void namesPointToEarlierOnes() {
    record Message(List<Name> names) implements Shaped {
      @Override
      public Message parts(Parts in) {
        return new Message(in.values("names", new Names(), names));
      }
    }
    String hex = "01 46 03 495349 04 41525041 00  03 464f4f c000  c006 00";
    Message read = Shape.of(new Message(List.of())).decode(octets(hex)).orElseThrow();
    assertEquals(
        List.of("F.ISI.ARPA", "FOO.F.ISI.ARPA", "ARPA", ""),
        read.names().stream().map(Name::text).toList());
    assertEquals(hex.replace(" ", ""), hex(Shape.of(read).encode(read)));
  }

  private static String hex(byte[] octets) {
    return java.util.HexFormat.of().formatHex(octets);
  }

  // --- DHCP ---

  record MessageType(int type) implements Shaped {
    @Override
    public MessageType parts(Parts in) {
      return new MessageType(in.u8("dhcp.option.dhcp", type));
    }
  }

  record Pad() implements Shaped {}

  record End() implements Shaped {}

  /** RFC 2132, sections 3.1 and 3.2: two options are an octet alone, one of them ends the list. */
  @Test
  void optionsOfDhcp() {
    Series<Shaped> options =
        Series.of(
                "dhcp.option",
                head -> {
                  long code = head.type(8);
                  if (code != 0 && code != 255) {
                    head.length(8);
                  }
                },
                Choice.of(
                    Shaped.class,
                    OTHER,
                    Shape.of(0, new Pad()),
                    Shape.of(53, new MessageType(0)),
                    Shape.of(255, new End())),
                REST)
            .endsWith(255);
    assertReads(
        options,
        "35 01 05  00  36 04 c0000201  ff",
        new MessageType(5),
        new Pad(),
        new Other(54, 0, OctetString.of(0xc0, 0, 2, 1)),
        new End());
  }

  // --- Diameter ---

  record Avp(long code, int flags, long vendor, OctetString data) implements Shaped {
    @Override
    public Avp parts(Parts in) {
      long code = in.type(this.code);
      int flags = in.extra("diameter.avp.flags", this.flags);
      return new Avp(
          code,
          flags,
          in.when((flags & 0x80) != 0).u32("diameter.avp.vendorId", vendor),
          in.rest("diameter.avp.data", data));
    }
  }

  record Grouped(int flags, List<Shaped> avps) implements Shaped {
    @Override
    public Grouped parts(Parts in) {
      return new Grouped(
          in.extra("diameter.avp.flags", flags), in.series("avps", Diameter.AVPS, avps));
    }
  }

  private static final class Diameter {
    static final Series<Shaped> AVPS =
        Series.of(
                "diameter.avp",
                head -> {
                  head.type(32);
                  head.extra(8);
                  head.lengthOfAll(24);
                },
                Choice.of(
                    Shaped.class,
                    Shape.of(new Avp(0, 0, 0, OctetString.EMPTY)),
                    Shape.of(456, new Grouped(0, List.of()))),
                REST)
            .aligned(4);
  }

  /** RFC 6733, sections 4.1 and 4.4: the vendor is there if a flag says so; padding, groups. */
  @Test
  void pairsOfDiameter() {
    assertReads(
        Diameter.AVPS,
        "00000001 40 00000d 616c696365 000000"
            + "000001c8 40 000014 000001b0 40 00000c 00000007"
            + "00000002 c0 000010 000028af 01020304",
        new Avp(1, 0x40, 0, OctetString.of('a', 'l', 'i', 'c', 'e')),
        new Grouped(0x40, List.of(new Avp(432, 0x40, 0, OctetString.of(0, 0, 0, 7)))),
        new Avp(2, 0xc0, 10415, OctetString.of(1, 2, 3, 4)));
  }

  // --- 802.11 ---

  record Ssid(String name) implements Shaped {
    @Override
    public Ssid parts(Parts in) {
      return new Ssid(in.text("wlan.ssid", name));
    }
  }

  record HeOperation(int parameters, OctetString rest) implements Shaped {
    @Override
    public HeOperation parts(Parts in) {
      return new HeOperation(
          in.u24("wlan.ext_tag.he_operation", parameters), in.rest("rest", rest));
    }
  }

  /** IEEE 802.11, section 9.4.2.1: element 255 has the rest of its number in its first octet. */
  @Test
  void elementsOf80211() {
    Series<Shaped> elements =
        Series.of(
            "wlan.tag",
            head -> {
              long id = head.bits(8, Math.min(255, head.type()));
              head.typeIs(id);
              head.length(8, 1, id == 255 ? -1 : 0);
              if (id == 255) {
                head.typeIs(256 + head.bits(8, head.type() - 256));
              }
            },
            Choice.of(
                Shaped.class,
                OTHER,
                Shape.of(0, new Ssid("")),
                Shape.of(256 + 36, new HeOperation(0, OctetString.EMPTY))),
            REST);
    assertReads(
        elements,
        "00 04 686f6d65  ff 07 24 f43f00 19fcff",
        new Ssid("home"),
        new HeOperation(0xf43f00, OctetString.of(0x19, 0xfc, 0xff)));
  }

  // --- Kafka ---

  record Topic(String name) implements Shaped {
    @Override
    public Topic parts(Parts in) {
      return new Topic(in.sized(16).text("kafka.topic_name", name));
    }
  }

  /**
   * A request for topics.
   *
   * @param count of topics, -1 for all
   */
  record Metadata(int count, List<Topic> topics) implements Shaped {
    @Override
    public Metadata parts(Parts in) {
      int count = (int) in.signed("count", 32, this.count);
      return new Metadata(count, in.times(count).list("topics", new Topic(""), topics));
    }
  }

  /** The Kafka protocol guide: arrays have a signed count, -1 for none at all. */
  @Test
  void arraysOfKafka() {
    Shape<Metadata> shape = Shape.of(new Metadata(0, List.of()));
    assertRecord(
        shape,
        "00000002 0003 666f6f 0003 626172",
        new Metadata(2, List.of(new Topic("foo"), new Topic("bar"))));
    assertRecord(shape, "ffffffff", new Metadata(-1, List.of()));
    assertEquals(true, shape.decode(octets("7fffffff 0001 61")).isEmpty());
  }

  // --- protobuf ---

  record Count(long value) implements Shaped {
    @Override
    public Count parts(Parts in) {
      return new Count(in.leaf("value", Leaf.BASE_128, value));
    }
  }

  record Words(String text) implements Shaped {
    @Override
    public Words parts(Parts in) {
      return new Words(in.text("text", text));
    }
  }

  /** The guide to the encoding of protocol buffers: 150 in field 1, "testing" in field 2. */
  @Test
  void fieldsOfProtobuf() {
    Series<Shaped> fields =
        Series.of(
            "protobuf.field",
            head -> {
              long tag = head.typeIs(head.leaf(Leaf.BASE_128, head.type()));
              switch ((int) tag & 7) {
                case 0 -> {}
                case 1 -> head.sizeIs(8);
                case 2 -> head.sizeIs(head.leaf(Leaf.BASE_128, head.size()));
                case 5 -> head.sizeIs(4);
                default -> head.fail("wire type " + (tag & 7));
              }
            },
            Choice.of(Shaped.class, OTHER, Shape.of(8, new Count(0)), Shape.of(18, new Words(""))),
            REST);
    assertReads(
        fields,
        "08 9601  12 07 74657374696e67  1d 00000001",
        new Count(150),
        new Words("testing"),
        new Other(29, 0, OctetString.of(0, 0, 0, 1)));
  }

  // --- SIP ---

  record Line(String name, String value) implements Shaped {
    @Override
    public Line parts(Parts in) {
      return new Line(
          in.until(OctetString.of(':', ' ')).text("name", StandardCharsets.ISO_8859_1, name),
          in.until(CRLF).text("value", StandardCharsets.ISO_8859_1, value));
    }
  }

  record Lines(List<Line> lines) implements Shaped {
    @Override
    public Lines parts(Parts in) {
      return new Lines(in.list("lines", new Line("", ""), lines));
    }
  }

  /** RFC 3261, section 24.2. */
  @Test
  void linesOfSip() {
    String text = "Call-ID: a84b4c76e66710\r\nCSeq: 314159 INVITE\r\n";
    assertRecord(
        Shape.of(new Lines(List.of())),
        hex(text.getBytes(StandardCharsets.US_ASCII)),
        new Lines(
            List.of(new Line("Call-ID", "a84b4c76e66710"), new Line("CSeq", "314159 INVITE"))));
  }

  // --- times of fixed point ---

  record Sync(BigDecimal delay, BigDecimal time) implements Shaped {
    static final Leaf<BigDecimal> SHORT = Leaf.fixedPoint(32, 16);
    static final Leaf<BigDecimal> DATE = Leaf.fixedPoint(63, 32);

    @Override
    public Sync parts(Parts in) {
      return new Sync(
          in.leaf("ntp.rootdelay", SHORT, delay), in.reserved(1).leaf("time", DATE, time));
    }
  }

  /** RFC 5905, section 6: seconds and fractions of two, exactly. */
  @Test
  void timesOfNtp() {
    Shape<Sync> shape = Shape.of(new Sync(BigDecimal.ZERO, BigDecimal.ZERO));
    assertRecord(
        shape,
        "00018000 00000003 40000000",
        new Sync(new BigDecimal("1.5"), new BigDecimal("3.25")));
    assertThrows(
        IllegalArgumentException.class,
        () -> shape.encode(new Sync(new BigDecimal("0.1"), BigDecimal.ZERO)));
  }

  // --- offsets into the message ---

  /**
   * A message whose text lies elsewhere, as those of NTLM do.
   *
   * @param size octets of the text
   * @param offset where it begins in the message
   * @param payload what follows, with the text in it
   */
  record Placed(int size, long offset, OctetString payload) implements Shaped {
    private static final int FIXED = 6;

    @Override
    public Placed parts(Parts in) {
      return new Placed(
          in.u16le("size", size), in.u32le("offset", offset), in.rest("payload", payload));
    }

    @Override
    public void tell(Told out) {
      long from = offset - FIXED;
      boolean fits = from >= 0 && from + size <= payload.size();
      out.add("ntlmssp.name", fits ? text((int) from) : null);
    }

    private String text(int from) {
      return new String(payload.octets(), from, size, StandardCharsets.US_ASCII);
    }
  }

  /** Length and offset are parts as they came; the value where they lead to is told. */
  @Test
  void offsetsLeadIntoTheMessage() {
    Placed expected = new Placed(3, 7, OctetString.of(0, 'f', 'o', 'o'));
    assertRecord(Shape.of(new Placed(0, 0, OctetString.EMPTY)), "0300 07000000 00666f6f", expected);
    Telling name = new Telling("ntlmssp.name");
    name.record(expected);
    assertEquals(List.of("foo"), name.values());
    Telling none = new Telling("ntlmssp.name");
    none.record(new Placed(9, 7, OctetString.of(0)));
    assertEquals(List.of(), none.values());
  }
}
