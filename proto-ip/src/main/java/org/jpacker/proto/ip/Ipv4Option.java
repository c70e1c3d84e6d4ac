package org.jpacker.proto.ip;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

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

    /** Whether the datagram goes the way of the addresses. */
    public boolean isSourceRoute() {
      return type == LOOSE || type == STRICT;
    }

    /** The last address of a route that the pointer is not behind. */
    public Optional<Address.Ipv4> lastToBeVisited() {
      // type, length and pointer stand before the addresses
      boolean isUsedUp = pointer > 3 + 4 * addresses.size();
      return isUsedUp || addresses.isEmpty()
          ? Optional.empty()
          : Optional.of(addresses.get(addresses.size() - 1));
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
   * Time stamps, section 3.1 of <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC
   * 791</a>.
   *
   * @param pointer the octet, counted from 1 at the start of the option, of the next entry
   * @param overflow hosts that found no room, 4 bits
   * @param flag 0 for times only, 1 for addresses with them, 3 for addresses that the sender chose
   */
  record Timestamp(int pointer, int overflow, int flag, List<Entry> entries) implements Ipv4Option {

    /**
     * Who was passed, and when.
     *
     * @param address 0.0.0.0 where times only are wanted
     * @param time milliseconds since midnight UT, or another time with the highest bit set
     */
    public record Entry(Address.Ipv4 address, long time) {}

    /** Keeps a copy of the entries. */
    public Timestamp {
      entries = List.copyOf(entries);
    }

    @Override
    public int type() {
      return 68;
    }
  }

  /**
   * Security, <a href="https://www.rfc-editor.org/rfc/rfc1108#section-2">RFC 1108</a>.
   *
   * @param level 8 bits, such as 0xab for unclassified
   * @param authorities whose rules hold, a bit each
   */
  record Security(int level, OctetString authorities) implements Ipv4Option {
    @Override
    public int type() {
      return 130;
    }
  }

  /**
   * More of it, <a href="https://www.rfc-editor.org/rfc/rfc1108#section-3">RFC 1108</a>.
   *
   * @param format code of the information
   */
  record ExtendedSecurity(int format, OctetString information) implements Ipv4Option {
    @Override
    public int type() {
      return 133;
    }
  }

  /**
   * Labels of CIPSO, <a href="https://csrc.nist.gov/pubs/fips/188/final">FIPS 188</a>.
   *
   * @param domain of interpretation, 32 bits
   * @param tags each with a type and a length
   */
  record Cipso(long domain, OctetString tags) implements Ipv4Option {
    @Override
    public int type() {
      return 134;
    }
  }

  /** A stream of the SATNET. */
  record StreamId(int id) implements Ipv4Option {
    @Override
    public int type() {
      return 136;
    }
  }

  /**
   * The least MTU of the path, <a href="https://www.rfc-editor.org/rfc/rfc1063">RFC 1063</a>.
   *
   * @param type 11 for a probe, 12 for the answer
   */
  record Mtu(int type, int octets) implements Ipv4Option {}

  /**
   * Each router tells the originator, <a
   * href="https://www.rfc-editor.org/rfc/rfc1393#section-2.2">RFC 1393</a>.
   */
  record Traceroute(int id, int outboundHops, int returnHops, Address.Ipv4 originator)
      implements Ipv4Option {
    @Override
    public int type() {
      return 82;
    }
  }

  /**
   * How fast one may begin to send, <a
   * href="https://www.rfc-editor.org/rfc/rfc4782#section-3.1">RFC 4782</a>.
   *
   * @param function 0 for a request, 8 for a report; 4 bits
   * @param rate 4 bits
   * @param ttl 8 bits
   * @param nonce 30 bits
   */
  record QuickStart(int function, int rate, int ttl, long nonce) implements Ipv4Option {
    @Override
    public int type() {
      return 25;
    }
  }

  /**
   * Any other option, and one of those above whose contents are not theirs.
   *
   * @param octets what follows type and length
   */
  record Unknown(int type, OctetString octets) implements Ipv4Option {}

  /**
   * What could not be read, to the end of the header.
   *
   * @param octets type and length included
   */
  record Truncated(OctetString octets, String reason) implements Ipv4Option {
    @Override
    public int type() {
      return octets.u8(0);
    }
  }
}
