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
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;

/**
 * Header of Linux captures on several interfaces at once, <a
 * href="https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html">version 1</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            pkttype            |            hatype             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             halen             |             other             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                                                               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                               |           protocol            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Sll extends Header {
  private static final int LLC = 4;
  private static final int LEAST_TYPE = 1536;

  /** Direction: 0 to us, 1 broadcast, 2 multicast, 3 to others, 4 sent by us. */
  public static final UIntField PKTTYPE =
      UIntField.at(0, 16, "sll.pkttype")
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

  /** Hardware type of the interface, a number of Linux. */
  public static final UIntField HATYPE =
      UIntField.at(16, 16, "sll.hatype")
          .orElse(1)
          .valueNames(
              ValueNames.read(() -> Sll.class.getResourceAsStream("sll.hatype.tsv"))
                  .orElse(Arp.HW_TYPE.valueNames()));

  /** Octets of the sender's link-layer address. */
  public static final UIntField HALEN = UIntField.at(32, 16, "sll.halen").orElse(6);

  /** Link-layer address of the sender, padded to eight octets. */
  public static final BytesField ADDRESS = BytesField.at(48, 8, "sll.address");

  /** MAC address of the sender, if its link-layer address has six octets. */
  public static final MacField SRC =
      MacField.at(48, "sll.src.eth").when("the address has six octets", h -> HALEN.get(h) == 6);

  /** EtherType of the payload, or a protocol number of the kernel. */
  public static final UIntField NUMBER = UIntField.at(112, 16, "sll.protocol").hex();

  /** EtherType of the payload. */
  public static final UIntField ETYPE =
      UIntField.at(112, 16, "sll.etype")
          .asDerived()
          .hex()
          .selects(ETHERTYPE)
          .when("the number is an EtherType", h -> isType(h));

  /** Protocol number of the kernel: 4 for LLC. */
  public static final UIntField LTYPE =
      UIntField.at(112, 16, "sll.ltype")
          .hex()
          .when("the number is below 1536", h -> !isType(h))
          .valueNames(Map.of(1L, "802.3 without LLC", 4L, "LLC", 12L, "CAN"));

  public static final Layout LAYOUT =
      Layout.of(PKTTYPE, HATYPE, HALEN, ADDRESS, SRC, NUMBER, ETYPE, LTYPE)
          .looksUp(TypeOrLength.LENGTHS);

  public static final Protocol<Sll> PROTOCOL =
      Protocol.of("sll", LAYOUT, Sll.class, Sll::new, Sll::new, LINK_TYPE.key(113))
          .titled(
              "Linux cooked-mode capture",
              "https://www.tcpdump.org/linktypes/LINKTYPE_LINUX_SLL.html");

  /** A new header. */
  public Sll() {
    super(PROTOCOL);
  }

  Sll(Window in) throws MalformedException {
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
  // without: ADDRESS, NUMBER

  /** Direction: 0 to us, 1 broadcast, 2 multicast, 3 to others, 4 sent by us. */
  public int pkttype() {
    return PKTTYPE.get(this);
  }

  /** Sets {@code sll.pkttype}, 16 bits. */
  public Sll pkttype(int value) {
    PKTTYPE.set(this, value);
    return this;
  }

  /** Hardware type of the interface, a number of Linux. */
  public int hatype() {
    return HATYPE.get(this);
  }

  /** Sets {@code sll.hatype}, 16 bits. */
  public Sll hatype(int value) {
    HATYPE.set(this, value);
    return this;
  }

  /** Octets of the sender's link-layer address. */
  public int halen() {
    return HALEN.get(this);
  }

  /** Sets {@code sll.halen}, 16 bits. */
  public Sll halen(int value) {
    HALEN.set(this, value);
    return this;
  }

  /** MAC address of the sender, if its link-layer address has six octets. */
  public Address.Mac src() {
    return SRC.get(this);
  }

  /** Sets {@code sll.src.eth}. */
  public Sll src(Address.Mac address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code sll.src.eth} from text such as {@code 02:00:00:00:00:01}. */
  public Sll src(String address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code sll.src.eth} from its 6 octets. */
  public Sll src(byte[] octets) {
    SRC.set(this, octets);
    return this;
  }

  /** EtherType of the payload. */
  public int etype() {
    return ETYPE.get(this);
  }

  /** Sets {@code sll.etype}, 16 bits, and pins it. */
  public Sll etype(int value) {
    ETYPE.set(this, value);
    return this;
  }

  /** Protocol number of the kernel: 4 for LLC. */
  public int ltype() {
    return LTYPE.get(this);
  }

  /** Sets {@code sll.ltype}, 16 bits. */
  public Sll ltype(int value) {
    LTYPE.set(this, value);
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
    d.number(ETYPE, ETHERTYPE, TypeOrLength.LENGTHS, "new Sll().ltype(4)");
  }
}
