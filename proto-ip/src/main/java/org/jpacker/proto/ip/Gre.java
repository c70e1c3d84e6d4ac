package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import java.util.Arrays;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Generic Routing Encapsulation, <a href="https://www.rfc-editor.org/rfc/rfc2784">RFC 2784</a> with
 * key and sequence number, <a href="https://www.rfc-editor.org/rfc/rfc2890">RFC 2890</a>; version 1
 * is for PPTP, <a href="https://www.rfc-editor.org/rfc/rfc2637#section-4.1">RFC 2637</a>. The
 * header is the same over UDP, <a href="https://www.rfc-editor.org/rfc/rfc8086#section-3">RFC
 * 8086</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |       flags_and_version       |             proto             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The flags announce optional fields after the first four octets: checksum and offset (C or R),
 * key (K), sequence number (S), acknowledgment number (A, of version 1), routing entries (R, which
 * RFC 2784 dropped).
 */
public final class Gre extends Header {
  private static final int PPTP = 1;
  private static final int SIZE = 4;

  /** Octets of checksum with offset, key, sequence number and acknowledgment number each. */
  private static final int PART = 4;

  /** All flags and the version. */
  public static final UIntField FLAGS = UIntField.at(0, 16, "gre.flags_and_version").hex();

  /** A checksum is present. */
  public static final FlagField C = FlagField.at(0, "gre.flags.checksum");

  /** Routing entries are present. */
  public static final FlagField R = FlagField.at(1, "gre.flags.routing");

  /** A key is present. */
  public static final FlagField K = FlagField.at(2, "gre.flags.key");

  /** A sequence number is present. */
  public static final FlagField S = FlagField.at(3, "gre.flags.sequence_number");

  /** The routing entries are a strict source route. */
  public static final FlagField STRICT = FlagField.at(4, "gre.flags.strict_source_route");

  /** Number of further encapsulations that are permitted. */
  public static final UIntField RECURSION = UIntField.at(5, 3, "gre.flags.recursion_control");

  /** An acknowledgment number is present; version 1. */
  public static final FlagField A =
      FlagField.at(8, "gre.flags.ack").when("it is version 1", Gre::isPptp);

  /** Reserved bits. */
  public static final UIntField RESERVED = UIntField.at(9, 4, "gre.flags.reserved");

  /** Version: 0, or 1 for PPTP. */
  public static final UIntField VERSION = UIntField.at(13, 3, "gre.flags.version");

  /** EtherType of the payload. */
  public static final UIntField PROTO =
      UIntField.at(16, 16, "gre.proto").asDerived().hex().selects(ETHERTYPE);

  /** Checksum of header and payload. */
  public static final UIntField CHECKSUM =
      UIntField.at(32, 16, "gre.checksum")
          .asChecksum()
          .hex()
          .when("C or R is set", Gre::hasChecksum);

  /** Offset of the active routing entry, in octets. */
  public static final UIntField OFFSET =
      UIntField.at(48, 16, "gre.offset").when("C or R is set", Gre::hasChecksum);

  /** The key of version 0; 0 if absent. */
  public static final ULongField KEY =
      ULongField.at(0, 32, "gre.key")
          .hex()
          .when("K is set in version 0", h -> K.get(h) && !isPptp(h))
          .at(h -> keyAt(h) * 8);

  /** Octets of the payload; PPTP has it in the upper half of the key. */
  public static final UIntField PAYLOAD_LENGTH =
      UIntField.at(0, 16, "gre.key.payload_length")
          .asDerived()
          .when("K is set in version 1", h -> K.get(h) && isPptp(h))
          .at(h -> keyAt(h) * 8);

  /** Call of PPTP, in the lower half of the key. */
  public static final UIntField CALL_ID =
      UIntField.at(0, 16, "gre.key.call_id")
          .when("K is set in version 1", h -> K.get(h) && isPptp(h))
          .at(h -> keyAt(h) * 8 + 16);

  /** The sequence number; 0 if absent. */
  public static final ULongField SEQUENCE_NUMBER =
      ULongField.at(0, 32, "gre.sequence_number").when(S).at(h -> sequenceNumberAt(h) * 8);

  /** The acknowledgment number of version 1; 0 if absent. */
  public static final ULongField ACK_NUMBER =
      ULongField.at(0, 32, "gre.ack_number").when(A).at(h -> ackNumberAt(h) * 8);

  public static final Layout LAYOUT =
      Layout.of(
              FLAGS,
              C,
              R,
              K,
              S,
              STRICT,
              RECURSION,
              A,
              RESERVED,
              VERSION,
              PROTO,
              CHECKSUM,
              OFFSET,
              KEY,
              PAYLOAD_LENGTH,
              CALL_ID,
              SEQUENCE_NUMBER,
              ACK_NUMBER)
          .limitedBy(PAYLOAD_LENGTH);

  public static final Protocol<Gre> PROTOCOL =
      Protocol.of(
              "gre", LAYOUT, Gre.class, Gre::new, Gre::new, IP_PROTOCOL.key(47), UDP_PORT.key(4754))
          .titled(
              "Generic Routing Encapsulation",
              "https://www.rfc-editor.org/rfc/rfc2784",
              "https://www.rfc-editor.org/rfc/rfc2890",
              "https://www.rfc-editor.org/rfc/rfc2637",
              "https://www.rfc-editor.org/rfc/rfc8086");

  /** A new header without optional parts. */
  public Gre() {
    super(PROTOCOL);
  }

  Gre(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(routingAt(this) + (R.get(this) ? routing(in) : 0));
    if (PAYLOAD_LENGTH.isPresent(this)) {
      limit(headerSize() + payloadLength());
    }
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(ETHERTYPE, proto()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: C, R, K, S, STRICT, RECURSION, A

  /** All flags and the version. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code gre.flags_and_version}, 16 bits. */
  public Gre flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** Version: 0, or 1 for PPTP. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code gre.flags.version}, 3 bits. */
  public Gre version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** EtherType of the payload. */
  public int proto() {
    return PROTO.get(this);
  }

  /** Sets {@code gre.proto}, 16 bits, and pins it. */
  public Gre proto(int value) {
    PROTO.set(this, value);
    return this;
  }

  /** Checksum of header and payload. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code gre.checksum}, 16 bits, and pins it. */
  public Gre checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Offset of the active routing entry, in octets. */
  public int offset() {
    return OFFSET.get(this);
  }

  /** Sets {@code gre.offset}, 16 bits. */
  public Gre offset(int value) {
    OFFSET.set(this, value);
    return this;
  }

  /** The key of version 0; 0 if absent. */
  public long key() {
    return KEY.get(this);
  }

  /** Octets of the payload; PPTP has it in the upper half of the key. */
  public int payloadLength() {
    return PAYLOAD_LENGTH.get(this);
  }

  /** Sets {@code gre.key.payload_length}, 16 bits, and pins it. */
  public Gre payloadLength(int value) {
    PAYLOAD_LENGTH.set(this, value);
    return this;
  }

  /** Call of PPTP, in the lower half of the key. */
  public int callId() {
    return CALL_ID.get(this);
  }

  /** Sets {@code gre.key.call_id}, 16 bits. */
  public Gre callId(int value) {
    CALL_ID.set(this, value);
    return this;
  }

  /** The sequence number; 0 if absent. */
  public long sequenceNumber() {
    return SEQUENCE_NUMBER.get(this);
  }

  /** The acknowledgment number of version 1; 0 if absent. */
  public long ackNumber() {
    return ACK_NUMBER.get(this);
  }

  // --- end of accessors ---

  /** Sets the key, with room for it if there was none. */
  public Gre key(long key) {
    announce(K, keyAt(this));
    KEY.set(this, key);
    return this;
  }

  /** A new header of PPTP, version 1, with the call that it belongs to. */
  public static Gre pptp(int callId) {
    Gre gre = new Gre().version(PPTP);
    gre.announce(K, keyAt(gre));
    return gre.callId(callId);
  }

  /** Sets the sequence number, with room for it if there was none. */
  public Gre sequenceNumber(long number) {
    announce(S, sequenceNumberAt(this));
    SEQUENCE_NUMBER.set(this, number);
    return this;
  }

  /** Sets the acknowledgment number of version 1, with room for it if there was none. */
  public Gre ackNumber(long number) {
    announce(A, ackNumberAt(this));
    ACK_NUMBER.set(this, number);
    return this;
  }

  /** Gives the header a checksum, if it had none. */
  public Gre withChecksum() {
    announce(C, SIZE);
    return this;
  }

  /** Whether there is a sequence number. */
  public boolean hasSequenceNumber() {
    return S.get(this);
  }

  private void announce(FlagField flag, int at) {
    if (flag.get(this)) {
      return;
    }
    byte[] head = Arrays.copyOf(toBytes(), headerSize());
    byte[] grown = Arrays.copyOf(head, head.length + PART);
    System.arraycopy(head, at, grown, at + PART, head.length - at);
    Arrays.fill(grown, at, at + PART, (byte) 0);
    replaceHeader(grown);
    flag.set(this, true);
  }

  private static boolean hasChecksum(Header header) {
    return C.get(header) || R.get(header);
  }

  private static boolean isPptp(Header header) {
    return VERSION.get(header) == PPTP;
  }

  private static boolean hasAck(Header header) {
    return isPptp(header) && A.get(header);
  }

  // where each part begins, if it is there: behind the one before it

  private static int keyAt(Header header) {
    return SIZE + (hasChecksum(header) ? PART : 0);
  }

  private static int sequenceNumberAt(Header header) {
    return keyAt(header) + (K.get(header) ? PART : 0);
  }

  private static int ackNumberAt(Header header) {
    return sequenceNumberAt(header) + (S.get(header) ? PART : 0);
  }

  private static int routingAt(Header header) {
    return ackNumberAt(header) + (hasAck(header) ? PART : 0);
  }

  /**
   * Octets of the routing entries. RFC 1701: the list ends with an entry of family and length zero.
   */
  private int routing(Window in) throws MalformedException {
    int begin = routingAt(this);
    int at = begin;
    while (true) {
      int family = in.u16(at);
      int length = in.u8(at + 3);
      at += 4 + length;
      if (family == 0 && length == 0) {
        return at - begin;
      }
    }
  }

  @Override
  protected void derive(Derivation d) {
    d.number(PROTO, ETHERTYPE);
    d.length(PAYLOAD_LENGTH, payload().size());
    d.messageChecksum(CHECKSUM);
  }
}
