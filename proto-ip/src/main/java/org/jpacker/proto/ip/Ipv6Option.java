package org.jpacker.proto.ip;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An option in a hop-by-hop or destination options header, <a
 * href="https://www.rfc-editor.org/rfc/rfc8200#section-4.2">RFC 8200, section 4.2</a>.
 */
public sealed interface Ipv6Option {

  /** The first octet. */
  int type();

  /** One octet of padding. */
  record Pad1() implements Ipv6Option {
    @Override
    public int type() {
      return 0;
    }
  }

  /**
   * Two and more octets of padding.
   *
   * @param octets zeros behind type and length
   */
  record PadN(int octets) implements Ipv6Option {
    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * Router alert, <a href="https://www.rfc-editor.org/rfc/rfc2711">RFC 2711</a>.
   *
   * @param value 0 for multicast listener discovery
   */
  record RouterAlert(int value) implements Ipv6Option {
    @Override
    public int type() {
      return 5;
    }
  }

  /**
   * Jumbo payload, <a href="https://www.rfc-editor.org/rfc/rfc2675">RFC 2675</a>.
   *
   * @param length octets behind the IPv6 header
   */
  record JumboPayload(long length) implements Ipv6Option {
    @Override
    public int type() {
      return 0xc2;
    }
  }

  /**
   * Any other option.
   *
   * @param octets what follows type and length
   */
  record Unknown(int type, byte[] octets) implements Ipv6Option {
    @Override
    public boolean equals(Object other) {
      return other instanceof Unknown unknown
          && type == unknown.type
          && Arrays.equals(octets, unknown.octets);
    }

    @Override
    public int hashCode() {
      return 31 * type + Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Unknown[type=" + type + ", octets=" + HexFormat.of().formatHex(octets) + "]";
    }
  }

  /**
   * What could not be read, to the end of the header.
   *
   * @param octets type and length included
   */
  record Truncated(byte[] octets, String reason) implements Ipv6Option {
    @Override
    public int type() {
      return octets[0] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Truncated truncated && Arrays.equals(octets, truncated.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Truncated[" + HexFormat.of().formatHex(octets) + ": " + reason + "]";
    }
  }
}
