package org.jpacker.proto.icmp;

import java.util.Arrays;
import java.util.HexFormat;
import org.jpacker.api.Address;

/**
 * An option of neighbour discovery, <a
 * href="https://www.rfc-editor.org/rfc/rfc4861#section-4.6">RFC 4861, section 4.6</a>.
 */
public sealed interface NdOption {

  /** The first octet. */
  int type();

  /** The sender's link-layer address. */
  record SourceLinkLayer(Address.Mac address) implements NdOption {
    @Override
    public int type() {
      return 1;
    }
  }

  /** The target's link-layer address. */
  record TargetLinkLayer(Address.Mac address) implements NdOption {
    @Override
    public int type() {
      return 2;
    }
  }

  /**
   * A prefix of the link.
   *
   * @param length bits of the prefix
   * @param onLink whether addresses with it are on the link
   * @param autonomous whether hosts may make addresses of it
   * @param valid seconds
   * @param preferred seconds
   */
  record PrefixInformation(
      int length,
      boolean onLink,
      boolean autonomous,
      long valid,
      long preferred,
      Address.Ipv6 prefix)
      implements NdOption {
    @Override
    public int type() {
      return 3;
    }
  }

  /**
   * What the link takes.
   *
   * @param octets of a packet, at most
   */
  record Mtu(long octets) implements NdOption {
    @Override
    public int type() {
      return 5;
    }
  }

  /**
   * Any other option.
   *
   * @param octets what follows type and length
   */
  record Unknown(int type, byte[] octets) implements NdOption {
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
   * What could not be read, to the end of the message.
   *
   * @param octets type and length included
   */
  record Truncated(byte[] octets, String reason) implements NdOption {
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
