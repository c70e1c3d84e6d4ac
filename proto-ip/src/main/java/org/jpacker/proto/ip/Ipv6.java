package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.LINK_TYPE;
import static org.jpacker.api.DispatchTable.NULL_FAMILY;
import static org.jpacker.api.DispatchTable.PPP_PROTOCOL;

import org.jpacker.api.Address;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.InternetChecksum;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.PseudoHeader;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Internet Protocol, version 6, <a href="https://www.rfc-editor.org/rfc/rfc8200#section-3">RFC
 * 8200, section 3</a>. Extension headers are layers of their own.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |version|    tclass     |                 flow                  |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             plen              |      nxt      |     hlim      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                         src (4 rows)                          |
 * |                         dst (4 rows)                          |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>A payload length of zero with a payload means a jumbogram (<a
 * href="https://www.rfc-editor.org/rfc/rfc2675">RFC 2675</a>) or segmentation offload: the layer
 * then ends with the payload of its carrier.
 */
public final class Ipv6 extends Header implements PseudoHeader {
  private static final int SIZE = 40;
  static final int NO_NEXT_HEADER = 59;

  /** Version: 6. */
  public static final UIntField VERSION = UIntField.at(0, 4, "ipv6.version").orElse(6);

  /** Traffic class: differentiated services code point and congestion notification. */
  public static final UIntField TCLASS = UIntField.at(4, 8, "ipv6.tclass").hex();

  /** Differentiated services code point, 0 to 63. */
  public static final UIntField DSCP =
      UIntField.at(4, 6, "ipv6.tclass.dscp").valueNames(Ipv4.DSCP.valueNames());

  /** Explicit congestion notification, 0 to 3. */
  public static final UIntField ECN =
      UIntField.at(10, 2, "ipv6.tclass.ecn").valueNames(Ipv4.ECN.valueNames());

  /** Flow label, 20 bits. */
  public static final UIntField FLOW = UIntField.at(12, 20, "ipv6.flow").hex();

  /** Octets after this header, including extension headers. */
  public static final UIntField PLEN = UIntField.at(32, 16, "ipv6.plen").asDerived();

  /** Next header: an IP protocol number. */
  public static final UIntField NXT =
      UIntField.at(48, 8, "ipv6.nxt").orElse(NO_NEXT_HEADER).asDerived().selects(IP_PROTOCOL);

  /** Hop limit. */
  public static final UIntField HLIM = UIntField.at(56, 8, "ipv6.hlim").orElse(64);

  /** Address of the sender. */
  public static final Ipv6Field SRC = Ipv6Field.at(64, "ipv6.src");

  /** Address of the receiver, or of the next node of a routing header. */
  public static final Ipv6Field DST = Ipv6Field.at(192, "ipv6.dst");

  public static final Layout LAYOUT =
      Layout.of(VERSION, TCLASS, DSCP, ECN, FLOW, PLEN, NXT, HLIM, SRC, DST)
          .endpoints(SRC, DST)
          .limitedBy(PLEN)
          .lends(SRC, DST)
          .passedBy(
              Passage.of().only(VERSION, 6).only(PLEN, 1, 0xffff).limit(PLEN, SIZE).next(NXT));

  public static final Protocol<Ipv6> PROTOCOL =
      Protocol.of(
              "ipv6",
              LAYOUT,
              Ipv6.class,
              Ipv6::new,
              Ipv6::new,
              ETHERTYPE.key(0x86dd),
              LINK_TYPE.key(229),
              IP_PROTOCOL.key(41),
              PPP_PROTOCOL.key(0x57),
              NULL_FAMILY.key(30),
              NULL_FAMILY.key(24),
              NULL_FAMILY.key(28),
              NULL_FAMILY.key(10))
          .titled("Internet Protocol Version 6", "https://www.rfc-editor.org/rfc/rfc8200");

  /** A new header with a hop limit of 64. */
  public Ipv6() {
    super(PROTOCOL);
  }

  Ipv6(Window in) throws MalformedException {
    super(PROTOCOL, in);
    if (VERSION.get(this) != 6) {
      throw in.refusal("ipv6", "version " + VERSION.get(this) + " instead of 6");
    }
    int length = plen();
    if (length != 0 || nxt() == NO_NEXT_HEADER) {
      limit(headerSize() + length);
    }
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(IP_PROTOCOL, nxt()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: VERSION

  /** Traffic class: differentiated services code point and congestion notification. */
  public int tclass() {
    return TCLASS.get(this);
  }

  /** Sets {@code ipv6.tclass}, 8 bits. */
  public Ipv6 tclass(int value) {
    TCLASS.set(this, value);
    return this;
  }

  /** Differentiated services code point, 0 to 63. */
  public int dscp() {
    return DSCP.get(this);
  }

  /** Sets {@code ipv6.tclass.dscp}, 6 bits. */
  public Ipv6 dscp(int value) {
    DSCP.set(this, value);
    return this;
  }

  /** Explicit congestion notification, 0 to 3. */
  public int ecn() {
    return ECN.get(this);
  }

  /** Sets {@code ipv6.tclass.ecn}, 2 bits. */
  public Ipv6 ecn(int value) {
    ECN.set(this, value);
    return this;
  }

  /** Flow label, 20 bits. */
  public int flow() {
    return FLOW.get(this);
  }

  /** Sets {@code ipv6.flow}, 20 bits. */
  public Ipv6 flow(int value) {
    FLOW.set(this, value);
    return this;
  }

  /** Octets after this header, including extension headers. */
  public int plen() {
    return PLEN.get(this);
  }

  /** Sets {@code ipv6.plen}, 16 bits, and pins it. */
  public Ipv6 plen(int value) {
    PLEN.set(this, value);
    return this;
  }

  /** Next header: an IP protocol number. */
  public int nxt() {
    return NXT.get(this);
  }

  /** Sets {@code ipv6.nxt}, 8 bits, and pins it. */
  public Ipv6 nxt(int value) {
    NXT.set(this, value);
    return this;
  }

  /** Hop limit. */
  public int hlim() {
    return HLIM.get(this);
  }

  /** Sets {@code ipv6.hlim}, 8 bits. */
  public Ipv6 hlim(int value) {
    HLIM.set(this, value);
    return this;
  }

  /** Address of the sender. */
  public Address.Ipv6 src() {
    return SRC.get(this);
  }

  /** Sets {@code ipv6.src}. */
  public Ipv6 src(Address.Ipv6 address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code ipv6.src} from text such as {@code 2001:db8::1}. */
  public Ipv6 src(String address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code ipv6.src} from its 16 octets. */
  public Ipv6 src(byte[] octets) {
    SRC.set(this, octets);
    return this;
  }

  /** Address of the receiver, or of the next node of a routing header. */
  public Address.Ipv6 dst() {
    return DST.get(this);
  }

  /** Sets {@code ipv6.dst}. */
  public Ipv6 dst(Address.Ipv6 address) {
    DST.set(this, address);
    return this;
  }

  /** Sets {@code ipv6.dst} from text such as {@code 2001:db8::1}. */
  public Ipv6 dst(String address) {
    DST.set(this, address);
    return this;
  }

  /** Sets {@code ipv6.dst} from its 16 octets. */
  public Ipv6 dst(byte[] octets) {
    DST.set(this, octets);
    return this;
  }

  // --- end of accessors ---

  /**
   * The home address of a mobile node, else the source. <a
   * href="https://www.rfc-editor.org/rfc/rfc6275#section-6.3">RFC 6275, section 6.3</a>: the source
   * address of what a destination option with a home address goes with is taken for it.
   */
  public Address.Ipv6 origin() {
    Address.Ipv6 first = src();
    for (Layer layer = payload();
        NextHeader.isBeforeTransport(layer);
        layer = ((Header) layer).payload()) {
      if (layer instanceof Ipv6DestinationOptions options) {
        first = options.homeAddress().orElse(first);
      }
    }
    return first;
  }

  /**
   * The last node of a route that is not used up, else the destination: that of the header, too,
   * where the type of the route lists no addresses.
   */
  public Address.Ipv6 finalDestination() {
    Address.Ipv6 last = dst();
    for (Layer layer = payload();
        NextHeader.isBeforeTransport(layer);
        layer = ((Header) layer).payload()) {
      if (layer instanceof Ipv6Routing routing && routing.segmentsLeft() > 0) {
        last = routing.finalDestination(last).orElse(last);
      }
    }
    return last;
  }

  /**
   * RFC 8200, section 8.1: behind a Routing header, the pseudo header has the final destination; <a
   * href="https://www.rfc-editor.org/rfc/rfc6275#section-11.3.1">RFC 6275, section 11.3.1</a>: with
   * a Home Address option, that address in place of the source.
   */
  @Override
  public void addPseudoHeader(InternetChecksum sum, int protocol, int length) {
    sum.add(origin().toBytes(), 0, 16)
        .add(finalDestination().toBytes(), 0, 16)
        .add32(length)
        .add16(protocol);
  }

  /**
   * False if a routing header that is not used up has a type without addresses: the final
   * destination is then unknown.
   */
  @Override
  public boolean isKnown() {
    for (Layer layer = payload();
        NextHeader.isBeforeTransport(layer);
        layer = ((Header) layer).payload()) {
      if (layer instanceof Ipv6Routing routing
          && routing.segmentsLeft() > 0
          && routing.finalDestination(dst()).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /**
   * True if the length is zero although there is a payload, and no jumbo option has its length: an
   * interface that cuts the payload into segments fills it in.
   */
  @Override
  public boolean isOffloaded() {
    return plen() == 0 && !isJumbo() && payload().size() > 0;
  }

  @Override
  public int addressSize() {
    return 16;
  }

  @Override
  public boolean isFragment() {
    for (Layer layer = payload();
        NextHeader.isExtension(layer);
        layer = ((Header) layer).payload()) {
      if (layer instanceof Ipv6Fragment fragment) {
        return fragment.offset() != 0 || fragment.more();
      }
    }
    return false;
  }

  /**
   * RFC 8200, section 8.1: over IPv6, UDP has a checksum unless a tunnel is agreed to have none.
   */
  @Override
  public boolean allowsNoChecksum() {
    return false;
  }

  /**
   * As for others, and between the two ends of a route or from a home address; an error that a node
   * on the way sends about a packet answers it too.
   */
  @Override
  public boolean answers(Header request) {
    return (reverses(request) || request instanceof Ipv6 asked && comesBackFrom(asked))
            && payloadAnswers(request)
        || payloadReportsOn(request);
  }

  private boolean comesBackFrom(Ipv6 asked) {
    return origin().equals(asked.finalDestination()) && finalDestination().equals(asked.origin());
  }

  /** RFC 2675, section 2: the length is zero, and an option in the next header has it. */
  private boolean isJumbo() {
    return plen() == 0
        && payload() instanceof Ipv6HopByHop hopByHop
        && hopByHop.options().stream().anyMatch(Ipv6Option.JumboPayload.class::isInstance);
  }

  @Override
  protected void derive(Derivation d) {
    if (!isJumbo()) {
      d.length(PLEN, size() - headerSize());
    }
    d.number(NXT, IP_PROTOCOL);
  }
}
