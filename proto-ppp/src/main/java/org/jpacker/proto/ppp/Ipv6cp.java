package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.PPP_PROTOCOL;

import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * PPP IPv6 Control Protocol, <a href="https://www.rfc-editor.org/rfc/rfc5072">RFC 5072</a>.
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
public final class Ipv6cp extends Header {

  /** Kind of message: 1 configure request, 2 ack, 3 nak, 4 reject. */
  public static final UIntField CODE =
      UIntField.at(0, 8, "ppp.code").orElse(1).valueNames(Ipcp.CODE.valueNames());

  /** Number that matches a reply to its request. */
  public static final UIntField IDENTIFIER = UIntField.at(8, 8, "ppp.identifier");

  /** Octets of header and data. */
  public static final UIntField LENGTH = UIntField.at(16, 16, "ppp.length").asDerived();

  public static final Layout LAYOUT = Layout.of(CODE, IDENTIFIER, LENGTH).limitedBy(LENGTH);

  public static final Protocol<Ipv6cp> PROTOCOL =
      Protocol.of(
              "ipv6cp", LAYOUT, Ipv6cp.class, Ipv6cp::new, Ipv6cp::new, PPP_PROTOCOL.key(0x8057))
          .titled("PPP IPv6 Control Protocol", "https://www.rfc-editor.org/rfc/rfc5072");

  /** A new header. */
  public Ipv6cp() {
    super(PROTOCOL);
  }

  Ipv6cp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    limit(length());
  }

  // --- accessors: generated from the fields above ---

  /** Kind of message: 1 configure request, 2 ack, 3 nak, 4 reject. */
  public int code() {
    return CODE.get(this);
  }

  /** Sets {@code ppp.code}, 8 bits. */
  public Ipv6cp code(int value) {
    CODE.set(this, value);
    return this;
  }

  /** Number that matches a reply to its request. */
  public int identifier() {
    return IDENTIFIER.get(this);
  }

  /** Sets {@code ppp.identifier}, 8 bits. */
  public Ipv6cp identifier(int value) {
    IDENTIFIER.set(this, value);
    return this;
  }

  /** Octets of header and data. */
  public int length() {
    return LENGTH.get(this);
  }

  /** Sets {@code ppp.length}, 16 bits, and pins it. */
  public Ipv6cp length(int value) {
    LENGTH.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size());
  }
}
