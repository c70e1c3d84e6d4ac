package org.jpacker.proto.routing;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Enhanced Interior Gateway Routing Protocol, <a
 * href="https://www.rfc-editor.org/rfc/rfc7868#section-6.3">RFC 7868</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |    version    |    opcode     |           checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                             flags                             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                              seq                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                              ack                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             vrid              |              as               |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The message itself is the payload and is unclaimed.
 */
public final class Eigrp extends Header {

  /** Version of the header; 2. */
  public static final UIntField VERSION = UIntField.at(0, 8, "eigrp.version").orElse(2);

  /** Kind of message: 1 update, 3 query, 4 reply, 5 hello. */
  public static final UIntField OPCODE =
      UIntField.at(8, 8, "eigrp.opcode")
          .orElse(5)
          .valueNames(
              Map.of(
                  1L,
                  "update",
                  2L,
                  "request",
                  3L,
                  "query",
                  4L,
                  "reply",
                  5L,
                  "hello",
                  10L,
                  "SIA query",
                  11L,
                  "SIA reply"));

  /** Checksum of the whole message, without a pseudo header. */
  public static final UIntField CHECKSUM =
      UIntField.at(16, 16, "eigrp.checksum").asChecksum().hex();

  /** Flags, such as init (1) and conditional receive (2). */
  public static final ULongField FLAGS = ULongField.at(32, 32, "eigrp.flags").hex();

  /** Sequence number of the message; 0 if no acknowledgement is needed. */
  public static final ULongField SEQ = ULongField.at(64, 32, "eigrp.seq");

  /** Sequence number that this message acknowledges; 0 for none. */
  public static final ULongField ACK = ULongField.at(96, 32, "eigrp.ack");

  /** Virtual router identifier. */
  public static final UIntField VRID = UIntField.at(128, 16, "eigrp.vrid");

  /** Autonomous system number. */
  public static final UIntField AS = UIntField.at(144, 16, "eigrp.as");

  public static final Layout LAYOUT =
      Layout.of(VERSION, OPCODE, CHECKSUM, FLAGS, SEQ, ACK, VRID, AS);

  public static final Protocol<Eigrp> PROTOCOL =
      Protocol.of("eigrp", LAYOUT, Eigrp.class, Eigrp::new, Eigrp::new, IP_PROTOCOL.key(88))
          .titled(
              "Enhanced Interior Gateway Routing Protocol",
              "https://www.rfc-editor.org/rfc/rfc7868");

  /** A new header. */
  public Eigrp() {
    super(PROTOCOL);
  }

  Eigrp(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  // --- accessors: generated from the fields above ---
  // without: AS

  /** Version of the header; 2. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code eigrp.version}, 8 bits. */
  public Eigrp version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Kind of message: 1 update, 3 query, 4 reply, 5 hello. */
  public int opcode() {
    return OPCODE.get(this);
  }

  /** Sets {@code eigrp.opcode}, 8 bits. */
  public Eigrp opcode(int value) {
    OPCODE.set(this, value);
    return this;
  }

  /** Checksum of the whole message, without a pseudo header. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code eigrp.checksum}, 16 bits, and pins it. */
  public Eigrp checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Flags, such as init (1) and conditional receive (2). */
  public long flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code eigrp.flags}, 32 bits. */
  public Eigrp flags(long value) {
    FLAGS.set(this, value);
    return this;
  }

  /** Sequence number of the message; 0 if no acknowledgement is needed. */
  public long seq() {
    return SEQ.get(this);
  }

  /** Sets {@code eigrp.seq}, 32 bits. */
  public Eigrp seq(long value) {
    SEQ.set(this, value);
    return this;
  }

  /** Sequence number that this message acknowledges; 0 for none. */
  public long ack() {
    return ACK.get(this);
  }

  /** Sets {@code eigrp.ack}, 32 bits. */
  public Eigrp ack(long value) {
    ACK.set(this, value);
    return this;
  }

  /** Virtual router identifier. */
  public int vrid() {
    return VRID.get(this);
  }

  /** Sets {@code eigrp.vrid}, 16 bits. */
  public Eigrp vrid(int value) {
    VRID.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** Autonomous system. */
  public int autonomousSystem() {
    return AS.get(this);
  }

  /** Sets the number of the autonomous system, 16 bits. */
  public Eigrp autonomousSystem(int value) {
    AS.set(this, value);
    return this;
  }

  @Override
  protected void derive(Derivation d) {
    d.messageChecksum(CHECKSUM);
  }
}
