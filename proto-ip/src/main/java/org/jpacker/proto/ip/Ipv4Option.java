package org.jpacker.proto.ip;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;

/**
 * An option of IPv4, <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC 791, section
 * 3.1</a>.
 */
public sealed interface Ipv4Option {

  /** The first octet: copied flag, class and number. */
  int type();

  /** End of option list. */
  record End() implements Ipv4Option {
    @Override
    public int type() {
      return 0;
    }
  }

  /** No operation, which aligns what follows. */
  record Nop() implements Ipv4Option {
    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * A route: record route (7), loose source route (131), strict source route (137).
   *
   * @param pointer the octet, counted from 1 at the start of the option, of the next address
   */
  record Route(int type, int pointer, List<Address.Ipv4> addresses) implements Ipv4Option {
    /** {@link #type} of a recorded route. */
    public static final int RECORD = 7;

    /** {@link #type} of a loose source route. */
    public static final int LOOSE = 131;

    /** {@link #type} of a strict source route. */
    public static final int STRICT = 137;

    /** Keeps a copy of the addresses. */
    public Route {
      addresses = List.copyOf(addresses);
    }
  }

  /**
   * Router alert, <a href="https://www.rfc-editor.org/rfc/rfc2113">RFC 2113</a>.
   *
   * @param value 0 means: examine the packet
   */
  record RouterAlert(int value) implements Ipv4Option {
    @Override
    public int type() {
      return 148;
    }
  }

  /**
   * Any other option, time stamps and security options among them.
   *
   * @param octets what follows type and length
   */
  record Unknown(int type, byte[] octets) implements Ipv4Option {
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
  record Truncated(byte[] octets, String reason) implements Ipv4Option {
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
