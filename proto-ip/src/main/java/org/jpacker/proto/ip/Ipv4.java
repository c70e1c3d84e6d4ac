package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.LINK_TYPE;
import static org.jpacker.api.DispatchTable.NULL_FAMILY;
import static org.jpacker.api.DispatchTable.PPP_PROTOCOL;

import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.InternetChecksum;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.PseudoHeader;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;

/**
 * Internet Protocol, version 4, <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC
 * 791, section 3.1</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |version|hdr_len|     DSCP  |ECN|              len              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |              id               |flags|       frag_offset       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |      ttl      |     proto     |           checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                              src                              |
 * |                              dst                              |
 * |                            options                            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>Captures on a sender with segmentation offload show a length of zero: the layer then ends with
 * the payload of its carrier. The payload of a fragment other than the first is data.
 */
public final class Ipv4 extends Header implements PseudoHeader {
  private static final int SIZE = 20;

  /** 4; another number is written as it is set. */
  public static final UIntField VERSION = UIntField.at(0, 4, "ip.version").orElse(4);

  /** Octets of the header including options; the wire counts units of four octets. */
  public static final UIntField HDR_LEN =
      UIntField.at(4, 4, "ip.hdr_len").times(4).orElse(20).asDerived();

  /** Code point and congestion notification, 8 bits; once the type of service. */
  public static final UIntField DSFIELD = UIntField.at(8, 8, "ip.dsfield").hex();

  /** Differentiated services code point, 0 to 63. */
  public static final UIntField DSCP =
      UIntField.at(8, 6, "ip.dsfield.dscp")
          .valueNames(ValueNames.read(() -> Ipv4.class.getResourceAsStream("dscp.tsv")));

  /** Explicit congestion notification, 0 to 3. */
  public static final UIntField ECN =
      UIntField.at(14, 2, "ip.dsfield.ecn")
          .valueNames(Map.of(0L, "not ECT", 1L, "ECT(1)", 2L, "ECT(0)", 3L, "CE"));

  /** Octets of header and payload. */
  public static final UIntField LEN = UIntField.at(16, 16, "ip.len").asDerived();

  /** Identification, equal in all fragments of a datagram. */
  public static final UIntField ID = UIntField.at(32, 16, "ip.id").hex();

  /** All three flags: reserved, don't fragment, more fragments. */
  public static final UIntField FLAGS = UIntField.at(48, 3, "ip.flags").hex();

  /** The reserved bit. */
  public static final FlagField RB = FlagField.at(48, "ip.flags.rb");

  /** Don't fragment. */
  public static final FlagField DF = FlagField.at(49, "ip.flags.df");

  /** More fragments. */
  public static final FlagField MF = FlagField.at(50, "ip.flags.mf");

  /** Offset of this fragment, in units of eight octets. */
  public static final UIntField FRAG_OFFSET = UIntField.at(51, 13, "ip.frag_offset");

  /** Time to live, in hops. */
  public static final UIntField TTL = UIntField.at(64, 8, "ip.ttl").orElse(64);

  /** IP protocol number of the payload. */
  public static final UIntField PROTO =
      UIntField.at(72, 8, "ip.proto").asDerived().selects(IP_PROTOCOL);

  /** Checksum of the header. */
  public static final UIntField CHECKSUM = UIntField.at(80, 16, "ip.checksum").asChecksum().hex();

  /** Address of the sender. */
  public static final Ipv4Field SRC = Ipv4Field.at(96, "ip.src");

  /** Address of the receiver, or of the next node of a source route. */
  public static final Ipv4Field DST = Ipv4Field.at(128, "ip.dst");

  /** The options as octets; {@link #options()} has them as records. */
  public static final BytesField OPTIONS = BytesField.rest(160, "ip.options");

  /** The types of options, to which other modules may add some. */
  public static final Choice<Ipv4Option> OPTION_TYPES = Ipv4Options.ALL.choice();

  private static final Contents<Ipv4, Ipv4Option> RECORDS =
      Contents.of("ip.opt", Ipv4.class, OPTIONS, Ipv4Options.ALL);

  public static final Layout LAYOUT =
      Layout.of(
              VERSION,
              HDR_LEN,
              DSFIELD,
              DSCP,
              ECN,
              LEN,
              ID,
              FLAGS,
              RB,
              DF,
              MF,
              FRAG_OFFSET,
              TTL,
              PROTO,
              CHECKSUM,
              SRC,
              DST,
              OPTIONS)
          .telling(RECORDS.fields())
          .endpoints(SRC, DST)
          .limitedBy(LEN)
          .lends(SRC, DST, OPTIONS)
          .passedBy(
              Passage.of()
                  .only(VERSION, 4)
                  .only(FRAG_OFFSET, 0)
                  .headerSize(HDR_LEN)
                  .limit(LEN)
                  .next(PROTO));

  public static final Protocol<Ipv4> PROTOCOL =
      Protocol.of(
              "ip",
              LAYOUT,
              Ipv4.class,
              Ipv4::new,
              Ipv4::new,
              ETHERTYPE.key(0x0800),
              LINK_TYPE.key(228),
              IP_PROTOCOL.key(4),
              PPP_PROTOCOL.key(0x21),
              NULL_FAMILY.key(2))
          .titled(
              "Internet Protocol Version 4",
              "https://www.rfc-editor.org/rfc/rfc791",
              "https://www.rfc-editor.org/rfc/rfc2474",
              "https://www.rfc-editor.org/rfc/rfc3168");

  /** A new header with a TTL of 64. */
  public Ipv4() {
    super(PROTOCOL);
  }

  Ipv4(Window in) throws MalformedException {
    super(PROTOCOL, in);
    if (VERSION.get(this) != 4) {
      throw in.refusal("ip", "version " + VERSION.get(this) + " instead of 4");
    }
    headerSize(hdrLen());
    int length = len();
    if (length != 0) {
      limit(length);
    }
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    if (fragOffset() != 0) {
      return window().raw();
    }
    return registry.find(IP_PROTOCOL, proto()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** 4; another number is written as it is set. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code ip.version}, 4 bits. */
  public Ipv4 version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Octets of the header including options; the wire counts units of four octets. */
  public int hdrLen() {
    return HDR_LEN.get(this);
  }

  /** Sets {@code ip.hdr_len}, a multiple of 4 in 4 bits, and pins it. */
  public Ipv4 hdrLen(int value) {
    HDR_LEN.set(this, value);
    return this;
  }

  /** Code point and congestion notification, 8 bits; once the type of service. */
  public int dsfield() {
    return DSFIELD.get(this);
  }

  /** Sets {@code ip.dsfield}, 8 bits. */
  public Ipv4 dsfield(int value) {
    DSFIELD.set(this, value);
    return this;
  }

  /** Differentiated services code point, 0 to 63. */
  public int dscp() {
    return DSCP.get(this);
  }

  /** Sets {@code ip.dsfield.dscp}, 6 bits. */
  public Ipv4 dscp(int value) {
    DSCP.set(this, value);
    return this;
  }

  /** Explicit congestion notification, 0 to 3. */
  public int ecn() {
    return ECN.get(this);
  }

  /** Sets {@code ip.dsfield.ecn}, 2 bits. */
  public Ipv4 ecn(int value) {
    ECN.set(this, value);
    return this;
  }

  /** Octets of header and payload. */
  public int len() {
    return LEN.get(this);
  }

  /** Sets {@code ip.len}, 16 bits, and pins it. */
  public Ipv4 len(int value) {
    LEN.set(this, value);
    return this;
  }

  /** Identification, equal in all fragments of a datagram. */
  public int id() {
    return ID.get(this);
  }

  /** Sets {@code ip.id}, 16 bits. */
  public Ipv4 id(int value) {
    ID.set(this, value);
    return this;
  }

  /** All three flags: reserved, don't fragment, more fragments. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code ip.flags}, 3 bits. */
  public Ipv4 flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** The reserved bit. */
  public boolean rb() {
    return RB.get(this);
  }

  /** Sets or clears {@code ip.flags.rb}. */
  public Ipv4 rb(boolean value) {
    RB.set(this, value);
    return this;
  }

  /** Don't fragment. */
  public boolean df() {
    return DF.get(this);
  }

  /** Sets or clears {@code ip.flags.df}. */
  public Ipv4 df(boolean value) {
    DF.set(this, value);
    return this;
  }

  /** More fragments. */
  public boolean mf() {
    return MF.get(this);
  }

  /** Sets or clears {@code ip.flags.mf}. */
  public Ipv4 mf(boolean value) {
    MF.set(this, value);
    return this;
  }

  /** Offset of this fragment, in units of eight octets. */
  public int fragOffset() {
    return FRAG_OFFSET.get(this);
  }

  /** Sets {@code ip.frag_offset}, 13 bits. */
  public Ipv4 fragOffset(int value) {
    FRAG_OFFSET.set(this, value);
    return this;
  }

  /** Time to live, in hops. */
  public int ttl() {
    return TTL.get(this);
  }

  /** Sets {@code ip.ttl}, 8 bits. */
  public Ipv4 ttl(int value) {
    TTL.set(this, value);
    return this;
  }

  /** IP protocol number of the payload. */
  public int proto() {
    return PROTO.get(this);
  }

  /** Sets {@code ip.proto}, 8 bits, and pins it. */
  public Ipv4 proto(int value) {
    PROTO.set(this, value);
    return this;
  }

  /** Checksum of the header. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code ip.checksum}, 16 bits, and pins it. */
  public Ipv4 checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Address of the sender. */
  public Address.Ipv4 src() {
    return SRC.get(this);
  }

  /** Sets {@code ip.src}. */
  public Ipv4 src(Address.Ipv4 address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code ip.src} from text such as {@code 192.0.2.1}. */
  public Ipv4 src(String address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code ip.src} from its 4 octets. */
  public Ipv4 src(byte[] octets) {
    SRC.set(this, octets);
    return this;
  }

  /** Address of the receiver, or of the next node of a source route. */
  public Address.Ipv4 dst() {
    return DST.get(this);
  }

  /** Sets {@code ip.dst}. */
  public Ipv4 dst(Address.Ipv4 address) {
    DST.set(this, address);
    return this;
  }

  /** Sets {@code ip.dst} from text such as {@code 192.0.2.1}. */
  public Ipv4 dst(String address) {
    DST.set(this, address);
    return this;
  }

  /** Sets {@code ip.dst} from its 4 octets. */
  public Ipv4 dst(byte[] octets) {
    DST.set(this, octets);
    return this;
  }

  // --- end of accessors ---

  /** The options as they are, the last one {@link Ipv4Option.Truncated} if it does not fit. */
  public List<Ipv4Option> options() {
    return RECORDS.get(this);
  }

  /**
   * Sets the options, padded with zeros to a multiple of four octets.
   *
   * @throws IllegalArgumentException if they take more than 40 octets
   */
  public Ipv4 options(List<? extends Ipv4Option> options) {
    return RECORDS.set(this, options);
  }

  /**
   * The last node of a source route with nodes left, else the destination. RFC 791, section 3.1:
   * each node on the way replaces the destination by the next address of the route.
   */
  public Address.Ipv4 finalDestination() {
    if (headerSize() > SIZE) {
      for (Ipv4Option option : options()) {
        if (option instanceof Ipv4Option.Route route && route.isSourceRoute()) {
          return route.lastToBeVisited().orElse(dst());
        }
      }
    }
    return dst();
  }

  /**
   * <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.1">RFC 9293, section 3.1</a>: the
   * pseudo header has the final destination of the datagram.
   */
  @Override
  public void addPseudoHeader(InternetChecksum sum, int protocol, int length) {
    int last = headerSize() == SIZE ? dst().bits() : finalDestination().bits();
    sum.add32(src().bits()).add32(last).add16(protocol).add16(length);
  }

  /** True if the length is zero: an interface that cuts the payload into segments fills it in. */
  @Override
  public boolean isOffloaded() {
    return len() == 0;
  }

  @Override
  public int addressSize() {
    return 4;
  }

  @Override
  public boolean isFragment() {
    return MF.get(this) || fragOffset() != 0;
  }

  @Override
  public boolean allowsNoChecksum() {
    return true;
  }

  /**
   * As for others, and between the two ends of a source route; an error that a node on the way
   * sends about a packet answers it too.
   */
  @Override
  public boolean answers(Header request) {
    return (reverses(request) || request instanceof Ipv4 asked && comesBackFrom(asked))
            && payloadAnswers(request)
        || payloadReportsOn(request);
  }

  private boolean comesBackFrom(Ipv4 asked) {
    return src().equals(asked.finalDestination()) && finalDestination().equals(asked.src());
  }

  @Override
  protected void derive(Derivation d) {
    d.length(HDR_LEN, headerSize());
    d.length(LEN, size());
    d.number(PROTO, IP_PROTOCOL);
    d.headerChecksum(CHECKSUM);
  }
}
