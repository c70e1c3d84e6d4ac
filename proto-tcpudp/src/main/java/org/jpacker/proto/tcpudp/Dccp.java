package org.jpacker.proto.tcpudp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.List;
import java.util.Map;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Contents;

/**
 * Datagram Congestion Control Protocol, <a
 * href="https://www.rfc-editor.org/rfc/rfc4340#section-5">RFC 4340</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            srcport            |            dstport            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  data_offset  | ccval | cscov |           checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |res1 | type  |x|                  seq_octets                   |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | options ...
 * </pre>
 *
 * <p>Sequence numbers have 48 bits, or 24 in data and acknowledgments without the flag X. The part
 * between the generic header and the data offset (acknowledgment number, service code, options)
 * depends on the type.
 */
public final class Dccp extends Header {
  private static final int NUMBER = 33;
  private static final int REQUEST = 0;
  private static final int RESPONSE = 1;
  private static final int DATA = 2;
  private static final int RESET = 7;

  /** Port of the sender. */
  public static final UIntField SRC_PORT = UIntField.at(0, 16, "dccp.srcport");

  /** Port of the receiver. */
  public static final UIntField DST_PORT = UIntField.at(16, 16, "dccp.dstport");

  /** Offset of the data, in units of four octets. */
  public static final UIntField DATA_OFFSET =
      UIntField.at(32, 8, "dccp.data_offset").asDerived().orElse(4);

  /** Value for the congestion control of the sender. */
  public static final UIntField CCVAL = UIntField.at(40, 4, "dccp.ccval");

  /** Checksum coverage: 0 for all, 1 for the header, n for n - 1 more units of four octets. */
  public static final UIntField CSCOV = UIntField.at(44, 4, "dccp.cscov");

  /** Checksum of pseudo header, header and the covered data. */
  public static final UIntField CHECKSUM = UIntField.at(48, 16, "dccp.checksum").asChecksum().hex();

  /** Reserved bits. */
  public static final UIntField RES1 = UIntField.at(64, 3, "dccp.res1").hex();

  /** Packet type: 0 request, 1 response, 2 data, 3 acknowledgment, 7 reset. */
  public static final UIntField TYPE =
      UIntField.at(67, 4, "dccp.type")
          .valueNames(
              Map.of(
                  0L,
                  "request",
                  1L,
                  "response",
                  2L,
                  "data",
                  3L,
                  "ack",
                  4L,
                  "data and ack",
                  5L,
                  "close request",
                  6L,
                  "close",
                  7L,
                  "reset",
                  8L,
                  "sync",
                  9L,
                  "sync ack"));

  /** Sequence numbers have 48 bits. */
  public static final FlagField X = FlagField.at(71, "dccp.x").orElse(true);

  /** The short sequence number, or a reserved octet and the first two octets of the long one. */
  public static final UIntField REST = UIntField.at(72, 24, "dccp.seq_octets").hex();

  /** Sequence number of 24 bits. */
  public static final UIntField SEQ_SHORT =
      UIntField.at(72, 24, "dccp.seq_short").when("sequence numbers are short", h -> !X.get(h));

  /** Sequence number of 48 bits. */
  public static final ULongField SEQ =
      ULongField.at(80, 48, "dccp.seq_raw").when("sequence numbers are long", h -> X.get(h));

  /** Acknowledgment number: the highest sequence number received. */
  public static final ULongField ACK =
      ULongField.at(144, 48, "dccp.ack_raw")
          .when(
              "sequence numbers are long and it acknowledges",
              h -> X.get(h) && TYPE.get(h) != REQUEST && TYPE.get(h) != DATA);

  /** Service that a client asks for. */
  public static final ULongField SERVICE_CODE =
      ULongField.at(0, 32, "dccp.service_code")
          .when("it is a request or a response", h -> X.get(h) && TYPE.get(h) <= RESPONSE)
          .at(h -> TYPE.get(h) == REQUEST ? 128 : 192);

  /** Reason of a reset. */
  public static final UIntField RESET_CODE =
      UIntField.at(192, 8, "dccp.reset_code")
          .when("it is a reset", h -> X.get(h) && TYPE.get(h) == RESET)
          .valueNames(
              Map.ofEntries(
                  Map.entry(0L, "unspecified"),
                  Map.entry(1L, "closed"),
                  Map.entry(2L, "aborted"),
                  Map.entry(3L, "no connection"),
                  Map.entry(4L, "packet error"),
                  Map.entry(5L, "option error"),
                  Map.entry(6L, "mandatory error"),
                  Map.entry(7L, "connection refused"),
                  Map.entry(8L, "bad service code"),
                  Map.entry(9L, "too busy"),
                  Map.entry(10L, "bad init cookie"),
                  Map.entry(11L, "aggression penalty")));

  /** Further information on a reset. */
  public static final BytesField RESET_DATA =
      BytesField.at(200, 3, "dccp.reset_data")
          .when("it is a reset", h -> X.get(h) && TYPE.get(h) == RESET);

  /** The options as octets; {@link #options()} has them as records. */
  public static final BytesField OPTIONS =
      BytesField.rest(0, "dccp.options").at(h -> optionsAt(h) * 8);

  private static final Contents<Dccp, DccpOption> RECORDS =
      Contents.of("dccp.option", Dccp.class, OPTIONS, DccpOptions.ALL);

  public static final Layout LAYOUT =
      Layout.of(
              SRC_PORT,
              DST_PORT,
              DATA_OFFSET,
              CCVAL,
              CSCOV,
              CHECKSUM,
              RES1,
              TYPE,
              X,
              REST,
              SEQ_SHORT,
              SEQ,
              ACK,
              SERVICE_CODE,
              RESET_CODE,
              RESET_DATA,
              OPTIONS)
          .telling(RECORDS.fields())
          .endpoints(SRC_PORT, DST_PORT);

  public static final Protocol<Dccp> PROTOCOL =
      Protocol.of("dccp", LAYOUT, Dccp.class, Dccp::new, Dccp::new, IP_PROTOCOL.key(NUMBER))
          .titled("Datagram Congestion Control Protocol", "https://www.rfc-editor.org/rfc/rfc4340");

  /** A new request. */
  public Dccp() {
    super(PROTOCOL);
    replaceHeader(octetsOf(REQUEST));
  }

  Dccp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(DATA_OFFSET.get(this) * 4);
    if (headerSize() < optionsAt(this)) {
      throw in.refusal("dccp", "a data offset of " + headerSize() + " octets within the header");
    }
  }

  // --- accessors: generated from the fields above ---
  // without: RES1, X, REST, RESET_DATA

  /** Port of the sender. */
  public int srcPort() {
    return SRC_PORT.get(this);
  }

  /** Sets {@code dccp.srcport}, 16 bits. */
  public Dccp srcPort(int value) {
    SRC_PORT.set(this, value);
    return this;
  }

  /** Port of the receiver. */
  public int dstPort() {
    return DST_PORT.get(this);
  }

  /** Sets {@code dccp.dstport}, 16 bits. */
  public Dccp dstPort(int value) {
    DST_PORT.set(this, value);
    return this;
  }

  /** Offset of the data, in units of four octets. */
  public int dataOffset() {
    return DATA_OFFSET.get(this);
  }

  /** Sets {@code dccp.data_offset}, 8 bits, and pins it. */
  public Dccp dataOffset(int value) {
    DATA_OFFSET.set(this, value);
    return this;
  }

  /** Value for the congestion control of the sender. */
  public int ccval() {
    return CCVAL.get(this);
  }

  /** Sets {@code dccp.ccval}, 4 bits. */
  public Dccp ccval(int value) {
    CCVAL.set(this, value);
    return this;
  }

  /** Checksum coverage: 0 for all, 1 for the header, n for n - 1 more units of four octets. */
  public int cscov() {
    return CSCOV.get(this);
  }

  /** Sets {@code dccp.cscov}, 4 bits. */
  public Dccp cscov(int value) {
    CSCOV.set(this, value);
    return this;
  }

  /** Checksum of pseudo header, header and the covered data. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code dccp.checksum}, 16 bits, and pins it. */
  public Dccp checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Packet type: 0 request, 1 response, 2 data, 3 acknowledgment, 7 reset. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code dccp.type}, 4 bits. */
  public Dccp type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Sequence number of 24 bits. */
  public int seqShort() {
    return SEQ_SHORT.get(this);
  }

  /** Sets {@code dccp.seq_short}, 24 bits. */
  public Dccp seqShort(int value) {
    SEQ_SHORT.set(this, value);
    return this;
  }

  /** Sequence number of 48 bits. */
  public long seq() {
    return SEQ.get(this);
  }

  /** Sets {@code dccp.seq_raw}, 48 bits. */
  public Dccp seq(long value) {
    SEQ.set(this, value);
    return this;
  }

  /** Acknowledgment number: the highest sequence number received. */
  public long ack() {
    return ACK.get(this);
  }

  /** Sets {@code dccp.ack_raw}, 48 bits. */
  public Dccp ack(long value) {
    ACK.set(this, value);
    return this;
  }

  /** Service that a client asks for. */
  public long serviceCode() {
    return SERVICE_CODE.get(this);
  }

  /** Sets {@code dccp.service_code}, 32 bits. */
  public Dccp serviceCode(long value) {
    SERVICE_CODE.set(this, value);
    return this;
  }

  /** Reason of a reset. */
  public int resetCode() {
    return RESET_CODE.get(this);
  }

  /** Sets {@code dccp.reset_code}, 8 bits. */
  public Dccp resetCode(int value) {
    RESET_CODE.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The options, the last one {@link DccpOption.Truncated} if it does not fit. */
  public List<DccpOption> options() {
    return RECORDS.get(this);
  }

  /**
   * Sets the options, padded to a multiple of four octets.
   *
   * @throws IllegalArgumentException if they take more than 1,008 octets
   */
  public Dccp options(List<? extends DccpOption> options) {
    return RECORDS.set(this, options);
  }

  /** A new header with long sequence numbers and room for the fields of {@code type}. */
  public static Dccp of(int type) {
    Dccp dccp = new Dccp();
    dccp.replaceHeader(octetsOf(type));
    return dccp;
  }

  private static byte[] octetsOf(int type) {
    byte[] octets = new byte[sizeOf(type)];
    octets[4] = (byte) (octets.length / 4);
    octets[8] = (byte) (type << 1 | 1);
    return octets;
  }

  /** Octets before the options, with long sequence numbers. */
  private static int sizeOf(int type) {
    return switch (type) {
      case REQUEST -> 20;
      case DATA -> 16;
      case RESPONSE, RESET -> 28;
      default -> 24;
    };
  }

  private static int optionsAt(Header header) {
    int type = TYPE.get(header);
    return X.get(header) ? sizeOf(type) : type == DATA ? 12 : 16;
  }

  @Override
  protected void derive(Derivation d) {
    d.length(DATA_OFFSET, headerSize() / 4);
    d.transportChecksum(
        CHECKSUM, NUMBER, cscov() == 0 ? Integer.MAX_VALUE : headerSize() + (cscov() - 1) * 4);
  }
}
