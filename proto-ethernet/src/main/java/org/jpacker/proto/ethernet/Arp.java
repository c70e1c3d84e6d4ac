package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import org.jpacker.api.Address;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;

/**
 * Address Resolution Protocol, <a href="https://www.rfc-editor.org/rfc/rfc826">RFC 826</a>, and its
 * reverse, <a href="https://www.rfc-editor.org/rfc/rfc903">RFC 903</a>.
 *
 * <pre>
 * +---------------+---------------+-----------+-----------+------------+
 * | hardware (2)  | protocol (2)  | hlen (1)  | plen (1)  | opcode (2) |
 * +---------------+---------------+-----------+-----------+------------+
 * | sender: hlen and plen octets  |  target: hlen and plen octets      |
 * +-------------------------------+------------------------------------+
 * </pre>
 *
 * <p>The address fields are present if the addresses are MAC and IPv4 addresses.
 */
public final class Arp extends Header {
  /** {@link #opcode} of a request. */
  public static final int REQUEST = 1;

  /** {@link #opcode} of a reply. */
  public static final int REPLY = 2;

  private static final int REVERSE_REQUEST = 3;
  private static final int FIXED = 8;
  private static final int MAC = 6;
  private static final int IPV4 = 4;

  /** Kind of the hardware addresses; 1 for Ethernet. */
  public static final UIntField HW_TYPE =
      UIntField.at(0, 16, "arp.hw.type")
          .orElse(1)
          .valueNames(ValueNames.read(() -> Arp.class.getResourceAsStream("arp.hw.type.tsv")));

  /** EtherType of the protocol whose addresses are resolved; 0x0800 for IPv4. */
  public static final UIntField PROTO_TYPE =
      UIntField.at(16, 16, "arp.proto.type")
          .orElse(0x0800)
          .hex()
          .valueNames(DispatchTable.ETHERTYPE.names());

  /** Octets of a hardware address. */
  public static final UIntField HW_SIZE = UIntField.at(32, 8, "arp.hw.size").orElse(MAC);

  /** Octets of a protocol address. */
  public static final UIntField PROTO_SIZE = UIntField.at(40, 8, "arp.proto.size").orElse(IPV4);

  /** Operation: {@link #REQUEST}, {@link #REPLY}, or one of RARP and others. */
  public static final UIntField OPCODE =
      UIntField.at(48, 16, "arp.opcode")
          .orElse(REQUEST)
          .valueNames(ValueNames.read(() -> Arp.class.getResourceAsStream("arp.opcode.tsv")));

  /** The sender's MAC address; all zeros where hardware addresses are of another kind. */
  public static final MacField SRC_HW =
      MacField.at(64, "arp.src.hw_mac").when("hardware addresses are MACs", Arp::hasMacs);

  /** The sender's IPv4 address; all zeros where protocol addresses are of another kind. */
  public static final Ipv4Field SRC_PROTO =
      Ipv4Field.at(112, "arp.src.proto_ipv4")
          .when("protocol addresses are IPv4", Arp::hasIpv4s)
          .at(h -> (FIXED + HW_SIZE.get(h)) * 8);

  /** The target's MAC address; all zeros where hardware addresses are of another kind. */
  public static final MacField DST_HW =
      MacField.at(144, "arp.dst.hw_mac")
          .when("hardware addresses are MACs", Arp::hasMacs)
          .at(h -> (FIXED + HW_SIZE.get(h) + PROTO_SIZE.get(h)) * 8);

  /** The target's IPv4 address; all zeros where protocol addresses are of another kind. */
  public static final Ipv4Field DST_PROTO =
      Ipv4Field.at(192, "arp.dst.proto_ipv4")
          .when("protocol addresses are IPv4", Arp::hasIpv4s)
          .at(h -> (FIXED + HW_SIZE.get(h) * 2 + PROTO_SIZE.get(h)) * 8);

  public static final Layout LAYOUT =
      Layout.of(
              HW_TYPE,
              PROTO_TYPE,
              HW_SIZE,
              PROTO_SIZE,
              OPCODE,
              SRC_HW,
              SRC_PROTO,
              DST_HW,
              DST_PROTO)
          .endpoints(SRC_PROTO, DST_PROTO);

  public static final Protocol<Arp> PROTOCOL =
      Protocol.of(
              "arp",
              LAYOUT,
              Arp.class,
              Arp::new,
              Arp::new,
              ETHERTYPE.key(0x0806),
              ETHERTYPE.key(0x8035))
          .titled(
              "Address Resolution Protocol",
              "https://www.rfc-editor.org/rfc/rfc826",
              "https://www.rfc-editor.org/rfc/rfc903");

  /** A new request for MAC and IPv4 addresses, all of them zero. */
  public Arp() {
    super(PROTOCOL);
    byte[] octets = new byte[FIXED + 2 * (MAC + IPV4)];
    System.arraycopy(LAYOUT.template(), 0, octets, 0, FIXED);
    replaceHeader(octets);
  }

  Arp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(FIXED + 2 * (HW_SIZE.get(this) + PROTO_SIZE.get(this)));
    limit(headerSize());
  }

  private static boolean hasMacs(Header header) {
    return HW_SIZE.get(header) == MAC;
  }

  private static boolean hasIpv4s(Header header) {
    return PROTO_SIZE.get(header) == IPV4 && PROTO_TYPE.get(header) == 0x0800;
  }

  /** A request for the MAC address of {@code target}; send it to the broadcast address. */
  public static Arp request(String senderMac, String sender, String target) {
    return new Arp().srcHw(senderMac).srcProto(sender).dstProto(target);
  }

  /** A reply to {@code targetMac}: {@code sender} has the MAC address {@code senderMac}. */
  public static Arp reply(String senderMac, String sender, String targetMac, String target) {
    return request(senderMac, sender, target).dstHw(targetMac).opcode(REPLY);
  }

  // --- accessors: generated from the fields above ---
  // without: HW_TYPE, PROTO_TYPE, HW_SIZE, PROTO_SIZE

  /** Operation: {@link #REQUEST}, {@link #REPLY}, or one of RARP and others. */
  public int opcode() {
    return OPCODE.get(this);
  }

  /** Sets {@code arp.opcode}, 16 bits. */
  public Arp opcode(int value) {
    OPCODE.set(this, value);
    return this;
  }

  /** The sender's MAC address; all zeros where hardware addresses are of another kind. */
  public Address.Mac srcHw() {
    return SRC_HW.get(this);
  }

  /** Sets {@code arp.src.hw_mac}. */
  public Arp srcHw(Address.Mac address) {
    SRC_HW.set(this, address);
    return this;
  }

  /** Sets {@code arp.src.hw_mac} from text such as {@code 02:00:00:00:00:01}. */
  public Arp srcHw(String address) {
    SRC_HW.set(this, address);
    return this;
  }

  /** Sets {@code arp.src.hw_mac} from its 6 octets. */
  public Arp srcHw(byte[] octets) {
    SRC_HW.set(this, octets);
    return this;
  }

  /** The sender's IPv4 address; all zeros where protocol addresses are of another kind. */
  public Address.Ipv4 srcProto() {
    return SRC_PROTO.get(this);
  }

  /** Sets {@code arp.src.proto_ipv4}. */
  public Arp srcProto(Address.Ipv4 address) {
    SRC_PROTO.set(this, address);
    return this;
  }

  /** Sets {@code arp.src.proto_ipv4} from text such as {@code 192.0.2.1}. */
  public Arp srcProto(String address) {
    SRC_PROTO.set(this, address);
    return this;
  }

  /** Sets {@code arp.src.proto_ipv4} from its 4 octets. */
  public Arp srcProto(byte[] octets) {
    SRC_PROTO.set(this, octets);
    return this;
  }

  /** The target's MAC address; all zeros where hardware addresses are of another kind. */
  public Address.Mac dstHw() {
    return DST_HW.get(this);
  }

  /** Sets {@code arp.dst.hw_mac}. */
  public Arp dstHw(Address.Mac address) {
    DST_HW.set(this, address);
    return this;
  }

  /** Sets {@code arp.dst.hw_mac} from text such as {@code 02:00:00:00:00:01}. */
  public Arp dstHw(String address) {
    DST_HW.set(this, address);
    return this;
  }

  /** Sets {@code arp.dst.hw_mac} from its 6 octets. */
  public Arp dstHw(byte[] octets) {
    DST_HW.set(this, octets);
    return this;
  }

  /** The target's IPv4 address; all zeros where protocol addresses are of another kind. */
  public Address.Ipv4 dstProto() {
    return DST_PROTO.get(this);
  }

  /** Sets {@code arp.dst.proto_ipv4}. */
  public Arp dstProto(Address.Ipv4 address) {
    DST_PROTO.set(this, address);
    return this;
  }

  /** Sets {@code arp.dst.proto_ipv4} from text such as {@code 192.0.2.1}. */
  public Arp dstProto(String address) {
    DST_PROTO.set(this, address);
    return this;
  }

  /** Sets {@code arp.dst.proto_ipv4} from its 4 octets. */
  public Arp dstProto(byte[] octets) {
    DST_PROTO.set(this, octets);
    return this;
  }

  // --- end of accessors ---

  /** A reply to a request for the address that its sender has; likewise the reverse ones. */
  @Override
  public boolean answers(Header request) {
    if (!(request instanceof Arp sent) || opcode() != sent.opcode() + 1) {
      return false;
    }
    return switch (sent.opcode()) {
      case REQUEST -> reverses(sent);
      case REVERSE_REQUEST -> dstHw().equals(sent.dstHw());
      default -> false;
    };
  }
}
