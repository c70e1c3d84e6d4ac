package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Arrays;
import java.util.Map;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Mobility header of IPv6, <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.1">RFC
 * 6275</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     proto     |     hlen      |    mhtype     |   reserved    |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             csum              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | data ...
 * </pre>
 *
 * <p>The header is the whole message; its data depends on the type.
 */
public final class Mip6 extends Header {
  private static final int NUMBER = 135;

  /** 59: nothing follows. */
  public static final UIntField PROTO = UIntField.at(0, 8, "mip6.proto").orElse(59);

  /** Units of eight octets behind the first eight. */
  public static final UIntField HLEN = UIntField.at(8, 8, "mip6.hlen").asDerived();

  public static final UIntField MHTYPE =
      UIntField.at(16, 8, "mip6.mhtype")
          .valueNames(
              Map.of(
                  0L,
                  "binding refresh request",
                  1L,
                  "home test init",
                  2L,
                  "care-of test init",
                  3L,
                  "home test",
                  4L,
                  "care-of test",
                  5L,
                  "binding update",
                  6L,
                  "binding acknowledgement",
                  7L,
                  "binding error"));
  public static final UIntField RESERVED = UIntField.at(24, 8, "mip6.reserved").hex();
  public static final UIntField CSUM = UIntField.at(32, 16, "mip6.csum").asDerived().hex();
  public static final BytesField DATA = BytesField.rest(48, "mip6.data");

  public static final Layout LAYOUT = Layout.of(PROTO, HLEN, MHTYPE, RESERVED, CSUM, DATA);

  public static final Protocol<Mip6> PROTOCOL =
      Protocol.of("mipv6", LAYOUT, Mip6.class, Mip6::new, Mip6::new, IP_PROTOCOL.key(NUMBER))
          .titled("Mobile IPv6", "https://www.rfc-editor.org/rfc/rfc6275");

  /** A new binding refresh request. */
  public Mip6() {
    super(PROTOCOL);
    DATA.set(this, new byte[2]);
  }

  Mip6(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize((HLEN.get(this) + 1) * 8);
  }

  /** 59: nothing follows. */
  public int proto() {
    return PROTO.get(this);
  }

  public Mip6 proto(int value) {
    PROTO.set(this, value);
    return this;
  }

  public int mhtype() {
    return MHTYPE.get(this);
  }

  public Mip6 mhtype(int value) {
    MHTYPE.set(this, value);
    return this;
  }

  public int checksum() {
    return CSUM.get(this);
  }

  public Mip6 checksum(int checksum) {
    CSUM.set(this, checksum);
    return this;
  }

  /** What follows the checksum, as the type says. */
  public byte[] data() {
    return DATA.get(this);
  }

  /** Sets what follows the checksum, padded with zeros to a multiple of eight octets in all. */
  public Mip6 data(byte[] octets) {
    DATA.set(this, Arrays.copyOf(octets, (octets.length + 6 + 7 & ~7) - 6));
    return this;
  }

  @Override
  protected void derive(Derivation d) {
    d.length(HLEN, headerSize() / 8 - 1);
    d.transportChecksum(CSUM, NUMBER);
  }
}
