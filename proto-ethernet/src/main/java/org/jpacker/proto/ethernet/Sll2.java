package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.LINK_TYPE;

import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Header of Linux captures on several interfaces at once, <a
 * href="https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html">version 2</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           protocol            |            unused             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                            ifindex                            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            hatype             |    pkttype    |     halen     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                             other                             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                                                               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Sll2 extends Header {
  private static final int LLC = 4;
  private static final int LEAST_TYPE = 1536;

  /** EtherType of the payload, or a protocol number of the kernel. */
  public static final UIntField NUMBER = UIntField.at(0, 16, "sll.protocol").hex();

  /** EtherType of the payload. */
  public static final UIntField ETYPE =
      UIntField.at(0, 16, "sll.etype")
          .asDerived()
          .hex()
          .selects(ETHERTYPE)
          .when("the number is an EtherType", h -> isType(h));

  /** Protocol number of the kernel: 4 for LLC. */
  public static final UIntField LTYPE =
      UIntField.at(0, 16, "sll.ltype")
          .hex()
          .when("the number is below 1536", h -> !isType(h))
          .valueNames(Sll.LTYPE.valueNames());

  /** Reserved octets. */
  public static final BytesField RESERVED = BytesField.at(16, 2, "sll.unused");

  /** Index of the interface on the capturing machine. */
  public static final ULongField IFINDEX = ULongField.at(32, 32, "sll.ifindex");

  /** Hardware type of the interface, a number of Linux. */
  public static final UIntField HATYPE =
      UIntField.at(64, 16, "sll.hatype").orElse(1).valueNames(Sll.HATYPE.valueNames());

  /** Direction: 0 to us, 1 broadcast, 2 multicast, 3 to others, 4 sent by us. */
  public static final UIntField PKTTYPE =
      UIntField.at(80, 8, "sll.pkttype")
          .valueNames(
              Map.of(
                  0L,
                  "to us",
                  1L,
                  "broadcast",
                  2L,
                  "multicast",
                  3L,
                  "to another host",
                  4L,
                  "sent by us"));

  /** Octets of the sender's link-layer address. */
  public static final UIntField HALEN = UIntField.at(88, 8, "sll.halen").orElse(6);

  /** Link-layer address of the sender, padded to eight octets. */
  public static final BytesField ADDRESS = BytesField.at(96, 8, "sll.address");

  /** MAC address of the sender, if its link-layer address has six octets. */
  public static final MacField SRC =
      MacField.at(96, "sll.src.eth").when("the address has six octets", h -> HALEN.get(h) == 6);

  public static final Layout LAYOUT =
      Layout.of(NUMBER, ETYPE, LTYPE, RESERVED, IFINDEX, HATYPE, PKTTYPE, HALEN, ADDRESS, SRC)
          .looksUp(TypeOrLength.LENGTHS);

  public static final Protocol<Sll2> PROTOCOL =
      Protocol.of("sll2", LAYOUT, Sll2.class, Sll2::new, Sll2::new, LINK_TYPE.key(276))
          .titled(
              "Linux cooked-mode capture v2",
              "https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL2.html");

  /** A new header. */
  public Sll2() {
    super(PROTOCOL);
  }

  Sll2(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    if (isType(this)) {
      return registry.find(ETHERTYPE, etype()).readPayload(this);
    }
    return ltype() == LLC
        ? registry.find(TypeOrLength.LENGTHS, 0).readPayload(this)
        : window().raw();
  }

  // --- accessors: generated from the fields above ---
  // without: NUMBER, ADDRESS

  /** EtherType of the payload. */
  public int etype() {
    return ETYPE.get(this);
  }

  /** Sets {@code sll.etype}, 16 bits, and pins it. */
  public Sll2 etype(int value) {
    ETYPE.set(this, value);
    return this;
  }

  /** Protocol number of the kernel: 4 for LLC. */
  public int ltype() {
    return LTYPE.get(this);
  }

  /** Sets {@code sll.ltype}, 16 bits. */
  public Sll2 ltype(int value) {
    LTYPE.set(this, value);
    return this;
  }

  /** Index of the interface on the capturing machine. */
  public long ifindex() {
    return IFINDEX.get(this);
  }

  /** Sets {@code sll.ifindex}, 32 bits. */
  public Sll2 ifindex(long value) {
    IFINDEX.set(this, value);
    return this;
  }

  /** Hardware type of the interface, a number of Linux. */
  public int hatype() {
    return HATYPE.get(this);
  }

  /** Sets {@code sll.hatype}, 16 bits. */
  public Sll2 hatype(int value) {
    HATYPE.set(this, value);
    return this;
  }

  /** Direction: 0 to us, 1 broadcast, 2 multicast, 3 to others, 4 sent by us. */
  public int pkttype() {
    return PKTTYPE.get(this);
  }

  /** Sets {@code sll.pkttype}, 8 bits. */
  public Sll2 pkttype(int value) {
    PKTTYPE.set(this, value);
    return this;
  }

  /** Octets of the sender's link-layer address. */
  public int halen() {
    return HALEN.get(this);
  }

  /** Sets {@code sll.halen}, 8 bits. */
  public Sll2 halen(int value) {
    HALEN.set(this, value);
    return this;
  }

  /** MAC address of the sender, if its link-layer address has six octets. */
  public Address.Mac src() {
    return SRC.get(this);
  }

  /** Sets {@code sll.src.eth}. */
  public Sll2 src(Address.Mac address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code sll.src.eth} from text such as {@code 02:00:00:00:00:01}. */
  public Sll2 src(String address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code sll.src.eth} from its 6 octets. */
  public Sll2 src(byte[] octets) {
    SRC.set(this, octets);
    return this;
  }

  // --- end of accessors ---

  /** Zero, which is neither, counts as a type: that of a new header. */
  private static boolean isType(Header header) {
    int number = NUMBER.get(header);
    return number >= LEAST_TYPE || number == 0;
  }

  @Override
  protected void derive(Derivation d) {
    d.number(ETYPE, ETHERTYPE, TypeOrLength.LENGTHS, "new Sll2().ltype(4)");
  }
}
