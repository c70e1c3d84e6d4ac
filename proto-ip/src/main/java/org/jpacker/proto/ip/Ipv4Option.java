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

  /** The type octet: copied flag, class and number. */
  int type();

  /** End of option list. */
  record End() implements Ipv4Option {
    @Override
    public int type() {
      return 0;
    }
  }

  /** No operation, for alignment of the next option. */
  record Nop() implements Ipv4Option {
    @Override
    public int type() {
      return 1;
    }
  }

  /**
   * A route: record route (7), loose source route (131), strict source route (137).
   *
   * @param type {@link #RECORD}, {@link #LOOSE} or {@link #STRICT}
   * @param pointer position of the next address, in octets from the start of the option, counted
   *     from 1
   * @param addresses the nodes
   */
  record Route(int type, int pointer, List<Address.Ipv4> addresses) implements Ipv4Option {
    /** {@link #type} of a recorded route. */
    public static final int RECORD = 7;

    /** {@link #type} of a loose source route. */
    public static final int LOOSE = 131;

    /** {@link #type} of a strict source route. */
    public static final int STRICT = 137;

    /** Copies the addresses. */
    public Route {
      addresses = List.copyOf(addresses);
    }

    /** Whether the addresses determine the path of the datagram. */
    public boolean isSourceRoute() {
      return type == LOOSE || type == STRICT;
    }

    /** The last address of a source route, if the pointer is not past it. */
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
   * @param value 0: routers examine the packet
   */
  record RouterAlert(int value) implements Ipv4Option {
    @Override
    public int type() {
      return 148;
    }
  }

  /**
   * Internet time stamps, section 3.1 of <a
   * href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC 791</a>.
   *
   * @param pointer position of the next entry, in octets from the start of the option, counted from
   *     1
   * @param overflow number of hosts that found no room, 4 bits
   * @param flag 0 for times only, 1 for addresses and times, 3 for addresses chosen by the sender
   * @param entries the entries, also those not yet filled in
   */
  record Timestamp(int pointer, int overflow, int flag, List<Entry> entries) implements Ipv4Option {

    /**
     * Address and time of a passed node.
     *
     * @param address 0.0.0.0 if only times are recorded
     * @param time milliseconds since midnight UT, or another clock if the highest bit is set
     */
    public record Entry(Address.Ipv4 address, long time) {}

    /** Copies the entries. */
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
   * @param authorities protection authorities, one bit each
   */
  record Security(int level, OctetString authorities) implements Ipv4Option {
    @Override
    public int type() {
      return 130;
    }
  }

  /**
   * Extended security, <a href="https://www.rfc-editor.org/rfc/rfc1108#section-3">RFC 1108</a>.
   *
   * @param format format code of the information
   * @param information security information
   */
  record ExtendedSecurity(int format, OctetString information) implements Ipv4Option {
    @Override
    public int type() {
      return 133;
    }
  }

  /**
   * Security labels of CIPSO, <a href="https://csrc.nist.gov/pubs/fips/188/final">FIPS 188</a>.
   *
   * @param domain domain of interpretation, 32 bits
   * @param tags each with a type and a length
   */
  record Cipso(long domain, OctetString tags) implements Ipv4Option {
    @Override
    public int type() {
      return 134;
    }
  }

  /**
   * Stream identifier of SATNET.
   *
   * @param id 16 bits
   */
  record StreamId(int id) implements Ipv4Option {
    @Override
    public int type() {
      return 136;
    }
  }

  /**
   * Smallest MTU of the path, <a href="https://www.rfc-editor.org/rfc/rfc1063">RFC 1063</a>.
   *
   * @param type 11 for a probe, 12 for a reply
   * @param octets smallest MTU so far
   */
  record Mtu(int type, int octets) implements Ipv4Option {}

  /**
   * Each router reports to the originator, <a
   * href="https://www.rfc-editor.org/rfc/rfc1393#section-2.2">RFC 1393</a>.
   *
   * @param id number chosen by the originator
   * @param outboundHops routers on the way there
   * @param returnHops routers on the way back
   * @param originator address for the reports
   */
  record Traceroute(int id, int outboundHops, int returnHops, Address.Ipv4 originator)
      implements Ipv4Option {
    @Override
    public int type() {
      return 82;
    }
  }

  /**
   * Quick-Start: the initial sending rate, <a
   * href="https://www.rfc-editor.org/rfc/rfc4782#section-3.1">RFC 4782</a>.
   *
   * @param function 0 for a request, 8 for a report; 4 bits
   * @param rate requested or approved rate, as an exponent of 4 bits
   * @param ttl Quick-Start TTL, 8 bits
   * @param nonce random number, 30 bits
   */
  record QuickStart(int function, int rate, int ttl, long nonce) implements Ipv4Option {
    @Override
    public int type() {
      return 25;
    }
  }

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements Ipv4Option {}

  /**
   * Undecodable octets up to the end of the header.
   *
   * @param octets including type and length
   * @param reason why they do not form an option
   */
  record Truncated(OctetString octets, String reason) implements Ipv4Option {
    @Override
    public int type() {
      return octets.u8(0);
    }
  }
}
