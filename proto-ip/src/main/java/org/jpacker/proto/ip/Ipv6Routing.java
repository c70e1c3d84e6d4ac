package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;

/**
 * Routing header of IPv6, <a href="https://www.rfc-editor.org/rfc/rfc8200#section-4.4">RFC 8200,
 * section 4.4</a>.
 *
 * <pre>
 * +---------------+---------------+---------------+---------------+
 * |      nxt      |      len      |     type      |    segleft    |
 * +---------------+---------------+---------------+---------------+
 * |              four octets whose meaning the type says          |
 * +---------------------------------------------------------------+
 * |         addresses: those to be visited, and by type more      |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * <p>Four types list addresses: the former source route (RFC 8200), the home address of a mobile
 * node (<a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.4">RFC 6275</a>), that of RPL,
 * which omits shared octets (<a href="https://www.rfc-editor.org/rfc/rfc6554">RFC 6554</a>), and
 * segment routing, in reverse order (<a href="https://www.rfc-editor.org/rfc/rfc8754">RFC
 * 8754</a>).
 */
public final class Ipv6Routing extends Header {
  /** {@link #type()} of a source route, deprecated. */
  public static final int SOURCE_ROUTE = 0;

  /** {@link #type()} for the home address of a mobile node. */
  public static final int MOBILE = 2;

  /** {@link #type()} of a source route in RPL. */
  public static final int RPL = 3;

  /** {@link #type()} of segment routing. */
  public static final int SEGMENT_ROUTING = 4;

  private static final int SIZE = 8;
  private static final int ADDRESS = 16;

  /** IP protocol number of the next header. */
  public static final UIntField NXT =
      UIntField.at(0, 8, "ipv6.routing.nxt")
          .orElse(Ipv6.NO_NEXT_HEADER)
          .asDerived()
          .selects(IP_PROTOCOL);

  /** Length in units of eight octets, without the first eight. */
  public static final UIntField LEN = UIntField.at(8, 8, "ipv6.routing.len").asDerived();

  /** Routing type. */
  public static final UIntField TYPE =
      UIntField.at(16, 8, "ipv6.routing.type")
          .valueNames(
              ValueNames.read(
                  () -> Ipv6Routing.class.getResourceAsStream("ipv6.routing.type.tsv")));

  /** Number of listed nodes still to be visited. */
  public static final UIntField SEGLEFT = UIntField.at(24, 8, "ipv6.routing.segleft");

  /** Reserved octets of a source route. */
  public static final BytesField SOURCE_ROUTE_RESERVED =
      BytesField.at(32, 4, "ipv6.routing.src.reserved")
          .when("it is a source route", is(SOURCE_ROUTE));

  /** Reserved octets of mobile IPv6. */
  public static final BytesField MOBILE_RESERVED =
      BytesField.at(32, 4, "ipv6.routing.mipv6.reserved").when("it is of mobile IPv6", is(MOBILE));

  /** Leading octets omitted from all addresses except the last. */
  public static final UIntField CMPR_I =
      UIntField.at(32, 4, "ipv6.routing.rpl.cmpri").when("it is of RPL", is(RPL));

  /** Leading octets omitted from the last address. */
  public static final UIntField CMPR_E =
      UIntField.at(36, 4, "ipv6.routing.rpl.cmpre").when("it is of RPL", is(RPL));

  /** Octets of padding after the addresses. */
  public static final UIntField PAD =
      UIntField.at(40, 4, "ipv6.routing.rpl.pad").when("it is of RPL", is(RPL));

  /** Reserved bits of RPL. */
  public static final UIntField RPL_RESERVED =
      UIntField.at(44, 20, "ipv6.routing.rpl.reserved").when("it is of RPL", is(RPL));

  /** Index of the last entry of the segment list. */
  public static final UIntField LAST_ENTRY =
      UIntField.at(32, 8, "ipv6.routing.srh.last_entry")
          .when("it is segment routing", is(SEGMENT_ROUTING));

  /** Flags of segment routing. */
  public static final UIntField FLAGS =
      UIntField.at(40, 8, "ipv6.routing.srh.flags")
          .hex()
          .when("it is segment routing", is(SEGMENT_ROUTING));

  /** Tag for packets of the same group. */
  public static final BytesField TAG =
      BytesField.at(48, 2, "ipv6.routing.srh.tag")
          .when("it is segment routing", is(SEGMENT_ROUTING));

  /** All octets after the first eight: addresses, padding, and TLVs of segment routing. */
  public static final BytesField ADDRESSES =
      BytesField.rest(64, "ipv6.routing.addresses")
          .when("the type is one that lists addresses", Ipv6Routing::hasAddresses);

  /** What follows the first four octets, of a type that lists no addresses. */
  public static final BytesField CONTENTS =
      BytesField.rest(32, "ipv6.routing.unknown_data")
          .when("the type is another", header -> !hasAddresses(header));

  /** Addresses of a source route. */
  public static final ComputedField SOURCE_ROUTE_ADDRESSES = segments("src.addr", SOURCE_ROUTE);

  /** Home address of a mobile node. */
  public static final ComputedField HOME_ADDRESS = segments("mipv6.home_address", MOBILE);

  /** Segment list, the last segment of the path first. */
  public static final ComputedField SEGMENTS = segments("srh.addr", SEGMENT_ROUTING);

  public static final Layout LAYOUT =
      Layout.of(
              NXT,
              LEN,
              TYPE,
              SEGLEFT,
              SOURCE_ROUTE_RESERVED,
              MOBILE_RESERVED,
              CMPR_I,
              CMPR_E,
              PAD,
              RPL_RESERVED,
              LAST_ENTRY,
              FLAGS,
              TAG,
              ADDRESSES,
              CONTENTS,
              SOURCE_ROUTE_ADDRESSES,
              HOME_ADDRESS,
              SEGMENTS)
          .atLeast(SIZE)
          .lends(TYPE, SEGLEFT, CMPR_I, CMPR_E, PAD, LAST_ENTRY, ADDRESSES);

  public static final Protocol<Ipv6Routing> PROTOCOL =
      Protocol.of(
              "ipv6.routing",
              LAYOUT,
              Ipv6Routing.class,
              Ipv6Routing::new,
              Ipv6Routing::new,
              IP_PROTOCOL.key(43))
          .titled(
              "Routing Header for IPv6",
              "https://www.rfc-editor.org/rfc/rfc8200#section-4.4",
              "https://www.rfc-editor.org/rfc/rfc6275#section-6.4",
              "https://www.rfc-editor.org/rfc/rfc6554",
              "https://www.rfc-editor.org/rfc/rfc8754");

  /** A new header of eight octets without addresses. */
  public Ipv6Routing() {
    super(PROTOCOL);
  }

  Ipv6Routing(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize((LEN.get(this) + 1) * SIZE);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(IP_PROTOCOL, nxt()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: LEN, SEGLEFT, CMPR_I, CMPR_E, PAD, LAST_ENTRY, FLAGS, TAG, ADDRESSES

  /** IP protocol number of the next header. */
  public int nxt() {
    return NXT.get(this);
  }

  /** Sets {@code ipv6.routing.nxt}, 8 bits, and pins it. */
  public Ipv6Routing nxt(int value) {
    NXT.set(this, value);
    return this;
  }

  /** Routing type. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code ipv6.routing.type}, 8 bits. */
  public Ipv6Routing type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** What follows the first four octets, of a type that lists no addresses. */
  public byte[] contents() {
    return CONTENTS.get(this);
  }

  // --- end of accessors ---

  /** Listed nodes that are still to be visited. */
  public int segmentsLeft() {
    return SEGLEFT.get(this);
  }

  /** Sets the number of nodes that remain to be visited, 8 bits. */
  public Ipv6Routing segmentsLeft(int segments) {
    SEGLEFT.set(this, segments);
    return this;
  }

  /**
   * A route over nodes, of one of the types with complete addresses.
   *
   * @param type one of the constants, except {@link #RPL}
   * @param segments in the order of the header: segment routing begins with the last one
   */
  public static Ipv6Routing of(int type, List<Address.Ipv6> segments) {
    Ipv6Routing routing = new Ipv6Routing().type(type).segmentsLeft(segments.size());
    byte[] octets = new byte[segments.size() * ADDRESS];
    for (int i = 0; i < segments.size(); i++) {
      System.arraycopy(segments.get(i).toBytes(), 0, octets, i * ADDRESS, ADDRESS);
    }
    ADDRESSES.set(routing, octets);
    if (type == SEGMENT_ROUTING) {
      LAST_ENTRY.set(routing, segments.size() - 1);
      routing.segmentsLeft(segments.size() - 1);
    }
    return routing;
  }

  /** Sets what follows the first four octets, padded with zeros to a multiple of eight. */
  public Ipv6Routing contents(byte[] contents) {
    CONTENTS.set(this, Arrays.copyOf(contents, (contents.length + 4 + 7 & ~7) - 4));
    return this;
  }

  /** The complete addresses in the order of the header; none for RPL. */
  public List<Address.Ipv6> segments() {
    byte[] octets = ADDRESSES.get(this);
    int count =
        switch (type()) {
          case SOURCE_ROUTE -> octets.length / ADDRESS;
          case MOBILE -> Math.min(1, octets.length / ADDRESS);
          case SEGMENT_ROUTING -> Math.min(LAST_ENTRY.get(this) + 1, octets.length / ADDRESS);
          default -> 0;
        };
    List<Address.Ipv6> segments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      segments.add(address(octets, i * ADDRESS));
    }
    return List.copyOf(segments);
  }

  /**
   * The addresses of any type with addresses.
   *
   * @param destination destination of the packet, which has the octets omitted by RPL
   */
  public List<Address.Ipv6> segments(Address.Ipv6 destination) {
    if (type() != RPL) {
      return segments();
    }
    byte[] octets = ADDRESSES.get(this);
    int inner = ADDRESS - CMPR_I.get(this);
    int last = ADDRESS - CMPR_E.get(this);
    int end = octets.length - PAD.get(this);
    List<Address.Ipv6> segments = new ArrayList<>();
    int at = 0;
    for (; at + inner + last <= end; at += inner) {
      segments.add(completed(destination, octets, at, inner));
    }
    if (at + last <= end) {
      segments.add(completed(destination, octets, at, last));
    }
    return List.copyOf(segments);
  }

  /**
   * The last node to be visited, for a type with addresses.
   *
   * @param destination destination of the packet
   */
  public Optional<Address.Ipv6> finalDestination(Address.Ipv6 destination) {
    List<Address.Ipv6> segments = segments(destination);
    if (segments.isEmpty()) {
      return Optional.empty();
    }
    // RFC 8754, section 2: the segments are in reverse order, the last one of the path first
    return Optional.of(segments.get(type() == SEGMENT_ROUTING ? 0 : segments.size() - 1));
  }

  private static Address.Ipv6 completed(
      Address.Ipv6 destination, byte[] octets, int at, int count) {
    byte[] address = destination.toBytes();
    System.arraycopy(octets, at, address, ADDRESS - count, count);
    return Address.Ipv6.of(address);
  }

  private static Address.Ipv6 address(byte[] octets, int at) {
    return Address.Ipv6.of(Arrays.copyOfRange(octets, at, at + ADDRESS));
  }

  private static Predicate<Header> is(int type) {
    return header -> TYPE.get(header) == type;
  }

  private static boolean hasAddresses(Header header) {
    return switch (TYPE.get(header)) {
      case SOURCE_ROUTE, MOBILE, RPL, SEGMENT_ROUTING -> true;
      default -> false;
    };
  }

  private static ComputedField segments(String name, int type) {
    return ComputedField.list(
        "ipv6.routing." + name,
        Ipv6Routing.class,
        routing -> routing.type() == type ? routing.segments() : List.of());
  }

  @Override
  protected void derive(Derivation d) {
    d.number(NXT, IP_PROTOCOL);
    d.length(LEN, headerSize() / SIZE - 1);
  }
}
