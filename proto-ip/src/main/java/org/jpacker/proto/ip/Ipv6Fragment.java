package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

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
 * Fragment header of IPv6, <a href="https://www.rfc-editor.org/rfc/rfc8200#section-4.5">RFC 8200,
 * section 4.5</a>.
 *
 * <pre>
 * +---------------+---------------+-------------------------+---+-+
 * |      nxt      |   reserved    |       offset (13)       |rsv|M|
 * +---------------+---------------+-------------------------+---+-+
 * |                             ident                             |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * <p>The payload of a fragment other than the first is data.
 */
public final class Ipv6Fragment extends Header {
  /** IP protocol number of the fragmented payload's first header. */
  public static final UIntField NXT =
      UIntField.at(0, 8, "ipv6.fraghdr.nxt")
          .orElse(Ipv6.NO_NEXT_HEADER)
          .asDerived()
          .selects(IP_PROTOCOL);

  /** Reserved octet. */
  public static final UIntField RESERVED = UIntField.at(8, 8, "ipv6.fraghdr.reserved_octet").hex();

  /** Offset of this fragment, in units of eight octets. */
  public static final UIntField OFFSET = UIntField.at(16, 13, "ipv6.fraghdr.offset");

  /** Reserved bits. */
  public static final UIntField RESERVED_BITS = UIntField.at(29, 2, "ipv6.fraghdr.reserved_bits");

  /** Whether more fragments follow. */
  public static final FlagField MORE = FlagField.at(31, "ipv6.fraghdr.more");

  /** Identification, equal in all fragments of a packet. */
  public static final ULongField IDENT = ULongField.at(32, 32, "ipv6.fraghdr.ident").hex();

  public static final Layout LAYOUT = Layout.of(NXT, RESERVED, OFFSET, RESERVED_BITS, MORE, IDENT);

  public static final Protocol<Ipv6Fragment> PROTOCOL =
      Protocol.of(
              "ipv6.fraghdr",
              LAYOUT,
              Ipv6Fragment.class,
              Ipv6Fragment::new,
              Ipv6Fragment::new,
              IP_PROTOCOL.key(44))
          .titled("Fragment Header for IPv6", "https://www.rfc-editor.org/rfc/rfc8200#section-4.5");

  /** A new header of an only fragment. */
  public Ipv6Fragment() {
    super(PROTOCOL);
  }

  Ipv6Fragment(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    if (offset() != 0) {
      return window().raw();
    }
    return registry.find(IP_PROTOCOL, nxt()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** IP protocol number of the fragmented payload's first header. */
  public int nxt() {
    return NXT.get(this);
  }

  /** Sets {@code ipv6.fraghdr.nxt}, 8 bits, and pins it. */
  public Ipv6Fragment nxt(int value) {
    NXT.set(this, value);
    return this;
  }

  /** Offset of this fragment, in units of eight octets. */
  public int offset() {
    return OFFSET.get(this);
  }

  /** Sets {@code ipv6.fraghdr.offset}, 13 bits. */
  public Ipv6Fragment offset(int value) {
    OFFSET.set(this, value);
    return this;
  }

  /** Whether more fragments follow. */
  public boolean more() {
    return MORE.get(this);
  }

  /** Sets or clears {@code ipv6.fraghdr.more}. */
  public Ipv6Fragment more(boolean value) {
    MORE.set(this, value);
    return this;
  }

  /** Identification, equal in all fragments of a packet. */
  public long ident() {
    return IDENT.get(this);
  }

  /** Sets {@code ipv6.fraghdr.ident}, 32 bits. */
  public Ipv6Fragment ident(long value) {
    IDENT.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    if (offset() == 0) {
      d.number(NXT, IP_PROTOCOL);
    }
  }
}
