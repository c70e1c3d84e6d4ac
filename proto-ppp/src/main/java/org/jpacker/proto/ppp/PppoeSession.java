package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * A session of PPP over Ethernet, <a href="https://www.rfc-editor.org/rfc/rfc2516#section-4">RFC
 * 2516</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |version| type  |     code      |          session_id           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |        payload_length         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The payload is a PPP frame without address and control.
 */
public final class PppoeSession extends Header {

  /** Version: 1. */
  public static final UIntField VERSION = UIntField.at(0, 4, "pppoe.version").orElse(1);

  /** Type: 1. */
  public static final UIntField TYPE = UIntField.at(4, 4, "pppoe.type").orElse(1);

  /** Kind of message; 0 for session data. */
  public static final UIntField CODE =
      UIntField.at(8, 8, "pppoe.code").hex().valueNames(Map.of(0L, "session data"));

  /** Session identifier from the discovery. */
  public static final UIntField SESSION_ID = UIntField.at(16, 16, "pppoe.session_id").hex();

  /** Length of the payload in octets. */
  public static final UIntField PAYLOAD_LENGTH =
      UIntField.at(32, 16, "pppoe.payload_length").asDerived();

  public static final Layout LAYOUT =
      Layout.of(VERSION, TYPE, CODE, SESSION_ID, PAYLOAD_LENGTH)
          .limitedBy(PAYLOAD_LENGTH)
          .looksUp(Ppp.FRAME.table());

  public static final Protocol<PppoeSession> PROTOCOL =
      Protocol.of(
              "pppoes",
              LAYOUT,
              PppoeSession.class,
              PppoeSession::new,
              PppoeSession::new,
              ETHERTYPE.key(0x8864))
          .titled("PPP over Ethernet, session", "https://www.rfc-editor.org/rfc/rfc2516");

  /** A new header. */
  public PppoeSession() {
    super(PROTOCOL);
  }

  PppoeSession(Window in) throws MalformedException {
    super(PROTOCOL, in);
    limit(6 + payloadLength());
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(Ppp.FRAME.table(), Ppp.FRAME.value()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** Version: 1. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code pppoe.version}, 4 bits. */
  public PppoeSession version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Type: 1. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code pppoe.type}, 4 bits. */
  public PppoeSession type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Kind of message; 0 for session data. */
  public int code() {
    return CODE.get(this);
  }

  /** Sets {@code pppoe.code}, 8 bits. */
  public PppoeSession code(int value) {
    CODE.set(this, value);
    return this;
  }

  /** Session identifier from the discovery. */
  public int sessionId() {
    return SESSION_ID.get(this);
  }

  /** Sets {@code pppoe.session_id}, 16 bits. */
  public PppoeSession sessionId(int value) {
    SESSION_ID.set(this, value);
    return this;
  }

  /** Length of the payload in octets. */
  public int payloadLength() {
    return PAYLOAD_LENGTH.get(this);
  }

  /** Sets {@code pppoe.payload_length}, 16 bits, and pins it. */
  public PppoeSession payloadLength(int value) {
    PAYLOAD_LENGTH.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(PAYLOAD_LENGTH, size() - 6);
  }
}
