package org.jpacker.proto.tcpudp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.TCP_PORT;

import java.util.List;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.PseudoHeader;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;

/**
 * Transmission Control Protocol, <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.1">RFC
 * 9293, section 3.1</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            srcport            |            dstport            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                              seq                              |
 * |                              ack                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |hdr_len| res |A|C|E|U|A|P|R|S|F|          window_size          |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           checksum            |        urgent_pointer         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                            options                            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Tcp extends Header {
  /** Mask of sequence numbers, which have 32 bits. */
  private static final long SEQUENCE = 0xffff_ffffL;

  /** Port of the sender. */
  public static final UIntField SRC_PORT = UIntField.at(0, 16, "tcp.srcport").selects(TCP_PORT);

  /** Port of the receiver. */
  public static final UIntField DST_PORT = UIntField.at(16, 16, "tcp.dstport").selects(TCP_PORT);

  /** Sequence number. */
  public static final ULongField SEQ = ULongField.at(32, 32, "tcp.seq_raw");

  /** Acknowledgment number; {@link #ack()} is the flag. */
  public static final ULongField ACK_NUMBER = ULongField.at(64, 32, "tcp.ack_raw");

  /** Octets of the header including options; the wire counts units of four octets. */
  public static final UIntField HDR_LEN =
      UIntField.at(96, 4, "tcp.hdr_len").times(4).orElse(20).asDerived();

  /** All flags and the reserved bits, 12 bits. */
  public static final UIntField FLAGS = UIntField.at(100, 12, "tcp.flags").hex();

  /** The reserved bits, 3 bits. */
  public static final UIntField RES = UIntField.at(100, 3, "tcp.flags.res");

  /** Accurate ECN, formerly the nonce sum. */
  public static final FlagField AE = FlagField.at(103, "tcp.flags.ae");

  /** Congestion window reduced. */
  public static final FlagField CWR = FlagField.at(104, "tcp.flags.cwr");

  /** ECN echo. */
  public static final FlagField ECE = FlagField.at(105, "tcp.flags.ece");

  /** The urgent pointer counts. */
  public static final FlagField URG = FlagField.at(106, "tcp.flags.urg");

  /** The acknowledgment number counts. */
  public static final FlagField ACK = FlagField.at(107, "tcp.flags.ack");

  /** Push. */
  public static final FlagField PUSH = FlagField.at(108, "tcp.flags.push");

  /** Reset. */
  public static final FlagField RESET = FlagField.at(109, "tcp.flags.reset");

  /** Synchronize sequence numbers. */
  public static final FlagField SYN = FlagField.at(110, "tcp.flags.syn");

  /** No more data. */
  public static final FlagField FIN = FlagField.at(111, "tcp.flags.fin");

  /** The window as it is in the header, not scaled. */
  public static final UIntField WINDOW_SIZE =
      UIntField.at(112, 16, "tcp.window_size_value").orElse(65_535);

  /** Checksum of pseudo header, header and data. */
  public static final UIntField CHECKSUM = UIntField.at(128, 16, "tcp.checksum").asChecksum().hex();

  /** Offset of the end of urgent data from the sequence number. */
  public static final UIntField URGENT_POINTER = UIntField.at(144, 16, "tcp.urgent_pointer");

  /** The options as octets; {@link #options()} has them as records. */
  public static final BytesField OPTIONS = BytesField.rest(160, "tcp.options");

  /** The types of options, to which other modules may add some. */
  public static final Choice<TcpOption> OPTION_TYPES = TcpOptions.ALL.choice();

  private static final Contents<Tcp, TcpOption> RECORDS =
      Contents.of("tcp.option", Tcp.class, OPTIONS, TcpOptions.ALL);

  /** Octets of data, captured or not; absent in a fragment, which does not indicate them. */
  public static final ComputedField LEN =
      ComputedField.of("tcp.len", Tcp.class, tcp -> tcp.isFragment() ? null : tcp.dataSize());

  public static final Layout LAYOUT =
      Layout.of(
              SRC_PORT,
              DST_PORT,
              SEQ,
              ACK_NUMBER,
              HDR_LEN,
              FLAGS,
              RES,
              AE,
              CWR,
              ECE,
              URG,
              ACK,
              PUSH,
              RESET,
              SYN,
              FIN,
              WINDOW_SIZE,
              CHECKSUM,
              URGENT_POINTER,
              OPTIONS,
              LEN)
          .telling(RECORDS.fields())
          .endpoints(SRC_PORT, DST_PORT)
          .passedBy(Passage.of().headerSize(HDR_LEN).next(DST_PORT, SRC_PORT));

  public static final Protocol<Tcp> PROTOCOL =
      Protocol.of("tcp", LAYOUT, Tcp.class, Tcp::new, Tcp::new, IP_PROTOCOL.key(6))
          .titled(
              "Transmission Control Protocol",
              "https://www.rfc-editor.org/rfc/rfc9293",
              "https://www.rfc-editor.org/rfc/rfc7323",
              "https://www.rfc-editor.org/rfc/rfc2018");

  /** A new header without flags, with the largest window. */
  public Tcp() {
    super(PROTOCOL);
  }

  Tcp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(hdrLen());
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(TCP_PORT, dstPort(), srcPort()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** Port of the sender. */
  public int srcPort() {
    return SRC_PORT.get(this);
  }

  /** Sets {@code tcp.srcport}, 16 bits. */
  public Tcp srcPort(int value) {
    SRC_PORT.set(this, value);
    return this;
  }

  /** Port of the receiver. */
  public int dstPort() {
    return DST_PORT.get(this);
  }

  /** Sets {@code tcp.dstport}, 16 bits. */
  public Tcp dstPort(int value) {
    DST_PORT.set(this, value);
    return this;
  }

  /** Sequence number. */
  public long seq() {
    return SEQ.get(this);
  }

  /** Sets {@code tcp.seq_raw}, 32 bits. */
  public Tcp seq(long value) {
    SEQ.set(this, value);
    return this;
  }

  /** Acknowledgment number; {@link #ack()} is the flag. */
  public long ackNumber() {
    return ACK_NUMBER.get(this);
  }

  /** Sets {@code tcp.ack_raw}, 32 bits. */
  public Tcp ackNumber(long value) {
    ACK_NUMBER.set(this, value);
    return this;
  }

  /** Octets of the header including options; the wire counts units of four octets. */
  public int hdrLen() {
    return HDR_LEN.get(this);
  }

  /** Sets {@code tcp.hdr_len}, a multiple of 4 in 4 bits, and pins it. */
  public Tcp hdrLen(int value) {
    HDR_LEN.set(this, value);
    return this;
  }

  /** All flags and the reserved bits, 12 bits. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code tcp.flags}, 12 bits. */
  public Tcp flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** The reserved bits, 3 bits. */
  public int res() {
    return RES.get(this);
  }

  /** Sets {@code tcp.flags.res}, 3 bits. */
  public Tcp res(int value) {
    RES.set(this, value);
    return this;
  }

  /** Accurate ECN, formerly the nonce sum. */
  public boolean ae() {
    return AE.get(this);
  }

  /** Sets or clears {@code tcp.flags.ae}. */
  public Tcp ae(boolean value) {
    AE.set(this, value);
    return this;
  }

  /** Congestion window reduced. */
  public boolean cwr() {
    return CWR.get(this);
  }

  /** Sets or clears {@code tcp.flags.cwr}. */
  public Tcp cwr(boolean value) {
    CWR.set(this, value);
    return this;
  }

  /** ECN echo. */
  public boolean ece() {
    return ECE.get(this);
  }

  /** Sets or clears {@code tcp.flags.ece}. */
  public Tcp ece(boolean value) {
    ECE.set(this, value);
    return this;
  }

  /** The urgent pointer counts. */
  public boolean urg() {
    return URG.get(this);
  }

  /** Sets or clears {@code tcp.flags.urg}. */
  public Tcp urg(boolean value) {
    URG.set(this, value);
    return this;
  }

  /** The acknowledgment number counts. */
  public boolean ack() {
    return ACK.get(this);
  }

  /** Sets or clears {@code tcp.flags.ack}. */
  public Tcp ack(boolean value) {
    ACK.set(this, value);
    return this;
  }

  /** Push. */
  public boolean push() {
    return PUSH.get(this);
  }

  /** Sets or clears {@code tcp.flags.push}. */
  public Tcp push(boolean value) {
    PUSH.set(this, value);
    return this;
  }

  /** Reset. */
  public boolean reset() {
    return RESET.get(this);
  }

  /** Sets or clears {@code tcp.flags.reset}. */
  public Tcp reset(boolean value) {
    RESET.set(this, value);
    return this;
  }

  /** Synchronize sequence numbers. */
  public boolean syn() {
    return SYN.get(this);
  }

  /** Sets or clears {@code tcp.flags.syn}. */
  public Tcp syn(boolean value) {
    SYN.set(this, value);
    return this;
  }

  /** No more data. */
  public boolean fin() {
    return FIN.get(this);
  }

  /** Sets or clears {@code tcp.flags.fin}. */
  public Tcp fin(boolean value) {
    FIN.set(this, value);
    return this;
  }

  /** The window as it is in the header, not scaled. */
  public int windowSize() {
    return WINDOW_SIZE.get(this);
  }

  /** Sets {@code tcp.window_size_value}, 16 bits. */
  public Tcp windowSize(int value) {
    WINDOW_SIZE.set(this, value);
    return this;
  }

  /** Checksum of pseudo header, header and data. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code tcp.checksum}, 16 bits, and pins it. */
  public Tcp checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Offset of the end of urgent data from the sequence number. */
  public int urgentPointer() {
    return URGENT_POINTER.get(this);
  }

  /** Sets {@code tcp.urgent_pointer}, 16 bits. */
  public Tcp urgentPointer(int value) {
    URGENT_POINTER.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The options as they are, the last one {@link TcpOption.Truncated} if it does not fit. */
  public List<TcpOption> options() {
    return RECORDS.get(this);
  }

  /**
   * Sets the options, padded with zeros to a multiple of four octets.
   *
   * @throws IllegalArgumentException if they take more than 40 octets
   */
  public Tcp options(List<? extends TcpOption> options) {
    return RECORDS.set(this, options);
  }

  private boolean isFragment() {
    return ip() instanceof PseudoHeader ip && ip.isFragment();
  }

  /** Octets of data as sent: the length of IP includes those that were not captured. */
  private int dataSize() {
    Header ip = ip();
    return size() - headerSize() + (ip == null ? 0 : ip.missingOctets());
  }

  /** The IP header that carries this one, directly or through extension headers, or null. */
  private Header ip() {
    Header below = carrier();
    while (below != null && !(below instanceof PseudoHeader)) {
      below = below.carrier();
    }
    return below;
  }

  /**
   * An answer is between the same ports and acknowledges the contents of the request: its data, and
   * its SYN and FIN, which count as one octet each. A reset that acknowledges nothing has the
   * expected sequence number (<a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.10.7.1">RFC
   * 9293, section 3.10.7.1</a>).
   */
  @Override
  public boolean answers(Header request) {
    if (!(request instanceof Tcp sent) || !reverses(sent)) {
      return false;
    }
    if (!ack()) {
      return reset() && sent.ack() && seq() == sent.ackNumber();
    }
    long brought = sent.dataSize() + (sent.syn() ? 1 : 0) + (sent.fin() ? 1 : 0);
    long acknowledged = ackNumber() - sent.seq() & SEQUENCE;
    return acknowledged <= brought && acknowledged >= Math.min(1, brought);
  }

  @Override
  protected void derive(Derivation d) {
    d.length(HDR_LEN, headerSize());
    d.transportChecksum(CHECKSUM, 6);
  }
}
