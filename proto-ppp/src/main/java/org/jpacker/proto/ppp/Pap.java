package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.PPP_PROTOCOL;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * PPP Password Authentication Protocol, <a
 * href="https://www.rfc-editor.org/rfc/rfc1334#section-2">RFC 1334</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     code      |  identifier   |            length             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The data of the message are the payload and are unclaimed.
 */
public final class Pap extends Header {

  /** Kind of message: 1 request, 2 ack, 3 nak. */
  public static final UIntField CODE =
      UIntField.at(0, 8, "pap.code")
          .orElse(1)
          .valueNames(Map.of(1L, "request", 2L, "ack", 3L, "nak"));

  /** Number that matches a reply to its request. */
  public static final UIntField IDENTIFIER = UIntField.at(8, 8, "pap.identifier");

  /** Octets of header and data. */
  public static final UIntField LENGTH = UIntField.at(16, 16, "pap.length").asDerived();

  public static final Layout LAYOUT = Layout.of(CODE, IDENTIFIER, LENGTH).limitedBy(LENGTH);

  public static final Protocol<Pap> PROTOCOL =
      Protocol.of("pap", LAYOUT, Pap.class, Pap::new, Pap::new, PPP_PROTOCOL.key(0xc023))
          .titled("PPP Password Authentication Protocol", "https://www.rfc-editor.org/rfc/rfc1334");

  /** A new header. */
  public Pap() {
    super(PROTOCOL);
  }

  Pap(Window in) throws MalformedException {
    super(PROTOCOL, in);
    limit(length());
  }

  // --- accessors: generated from the fields above ---

  /** Kind of message: 1 request, 2 ack, 3 nak. */
  public int code() {
    return CODE.get(this);
  }

  /** Sets {@code pap.code}, 8 bits. */
  public Pap code(int value) {
    CODE.set(this, value);
    return this;
  }

  /** Number that matches a reply to its request. */
  public int identifier() {
    return IDENTIFIER.get(this);
  }

  /** Sets {@code pap.identifier}, 8 bits. */
  public Pap identifier(int value) {
    IDENTIFIER.set(this, value);
    return this;
  }

  /** Octets of header and data. */
  public int length() {
    return LENGTH.get(this);
  }

  /** Sets {@code pap.length}, 16 bits, and pins it. */
  public Pap length(int value) {
    LENGTH.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size());
  }
}
