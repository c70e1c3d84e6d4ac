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
 * PPP Challenge Handshake Authentication Protocol, <a
 * href="https://www.rfc-editor.org/rfc/rfc1994#section-4">RFC 1994</a>.
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
public final class Chap extends Header {

  /** Kind of message: 1 challenge, 2 response, 3 success, 4 failure. */
  public static final UIntField CODE =
      UIntField.at(0, 8, "chap.code")
          .orElse(1)
          .valueNames(Map.of(1L, "challenge", 2L, "response", 3L, "success", 4L, "failure"));

  /** Number that matches a reply to its request. */
  public static final UIntField IDENTIFIER = UIntField.at(8, 8, "chap.identifier");

  /** Octets of header and data. */
  public static final UIntField LENGTH = UIntField.at(16, 16, "chap.length").asDerived();

  public static final Layout LAYOUT = Layout.of(CODE, IDENTIFIER, LENGTH).limitedBy(LENGTH);

  public static final Protocol<Chap> PROTOCOL =
      Protocol.of("chap", LAYOUT, Chap.class, Chap::new, Chap::new, PPP_PROTOCOL.key(0xc223))
          .titled(
              "PPP Challenge Handshake Authentication Protocol",
              "https://www.rfc-editor.org/rfc/rfc1994");

  /** A new header. */
  public Chap() {
    super(PROTOCOL);
  }

  Chap(Window in) throws MalformedException {
    super(PROTOCOL, in);
    limit(length());
  }

  // --- accessors: generated from the fields above ---

  /** Kind of message: 1 challenge, 2 response, 3 success, 4 failure. */
  public int code() {
    return CODE.get(this);
  }

  /** Sets {@code chap.code}, 8 bits. */
  public Chap code(int value) {
    CODE.set(this, value);
    return this;
  }

  /** Number that matches a reply to its request. */
  public int identifier() {
    return IDENTIFIER.get(this);
  }

  /** Sets {@code chap.identifier}, 8 bits. */
  public Chap identifier(int value) {
    IDENTIFIER.set(this, value);
    return this;
  }

  /** Octets of header and data. */
  public int length() {
    return LENGTH.get(this);
  }

  /** Sets {@code chap.length}, 16 bits, and pins it. */
  public Chap length(int value) {
    LENGTH.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size());
  }
}
