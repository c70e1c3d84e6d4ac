package org.jpacker.proto.ip;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option of IPv4, <a href="https://www.rfc-editor.org/rfc/rfc791#section-3.1">RFC 791, section
 * 3.1</a>.
 */
public sealed interface Ipv4Option extends Shaped {

  /** The type octet: copied flag, class and number. */
  default int type() {
    return (int) Ipv4Options.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.named(Ipv4Options.TYPES).add("ip.opt.type", type());
  }

  /** An option of another module, see {@link Ipv4#OPTION_TYPES}. */
  non-sealed interface Added extends Ipv4Option {}

  /** End of option list. */
  record End() implements Ipv4Option {}

  /** No operation, for alignment of the next option. */
  record Nop() implements Ipv4Option {}

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

    @Override
    public Route parts(Parts in) {
      return new Route(
          in.type(type),
          in.u8("ip.opt.ptr", pointer),
          in.values("addresses", Leaf.IPV4, addresses));
    }

    /** The addresses before the pointer of a recorded route are those of the passed nodes. */
    @Override
    public void tell(Told out) {
      Ipv4Option.super.tell(out);
      int passed = Math.min(addresses.size(), Math.max(0, (pointer - 4) / 4));
      out.add("ip.rec_rt", type == RECORD ? addresses.subList(0, passed) : null);
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
    public RouterAlert parts(Parts in) {
      return new RouterAlert(in.u16("ip.opt.ra", value));
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
    public record Entry(Address.Ipv4 address, long time) implements Shaped {
      @Override
      public Entry parts(Parts in) {
        return new Entry(
            in.ipv4("ip.opt.time_stamp_addr", address), in.u32("ip.opt.time_stamp", time));
      }
    }

    @Override
    public Timestamp parts(Parts in) {
      int pointer = in.u8("ip.opt.ptr", this.pointer);
      int overflow = in.bits("ip.opt.overflow", 4, this.overflow);
      int flag = in.hex(2).bits("ip.opt.flag", 4, this.flag);
      List<Long> times =
          in.when(flag == 0)
              .values("ip.opt.time_stamp", Leaf.U32, entries.stream().map(Entry::time).toList());
      List<Entry> nodes =
          in.when(flag != 0).list("entries", new Entry(Address.Ipv4.ZERO, 0), entries);
      return new Timestamp(
          pointer,
          overflow,
          flag,
          flag != 0
              ? nodes
              : times.stream().map(time -> new Entry(Address.Ipv4.ZERO, time)).toList());
    }

    /** Copies the entries. */
    public Timestamp {
      entries = List.copyOf(entries);
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
    public Security parts(Parts in) {
      return new Security(in.hex().u8("ip.opt.sec_cl", level), in.rest("authorities", authorities));
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
    public ExtendedSecurity parts(Parts in) {
      return new ExtendedSecurity(
          in.hex().u8("ip.opt.ext_sec_add_sec_info_format_code", format),
          in.rest("information", information));
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
    public Cipso parts(Parts in) {
      return new Cipso(in.u32("ip.cipso.doi", domain), in.rest("tags", tags));
    }
  }

  /**
   * Stream identifier of SATNET.
   *
   * @param id 16 bits
   */
  record StreamId(int id) implements Ipv4Option {
    @Override
    public StreamId parts(Parts in) {
      return new StreamId(in.u16("ip.opt.sid", id));
    }
  }

  /**
   * Smallest MTU of the path, <a href="https://www.rfc-editor.org/rfc/rfc1063">RFC 1063</a>.
   *
   * @param type 11 for a probe, 12 for a reply
   * @param octets smallest MTU so far
   */
  record Mtu(int type, int octets) implements Ipv4Option {
    @Override
    public Mtu parts(Parts in) {
      return new Mtu(in.type(type), in.u16("ip.opt.mtu", octets));
    }
  }

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
    public Traceroute parts(Parts in) {
      return new Traceroute(
          in.u16("ip.opt.id_number", id),
          in.u16("ip.opt.ohc", outboundHops),
          in.u16("ip.opt.rhc", returnHops),
          in.ipv4("ip.opt.originator", originator));
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
    public QuickStart parts(Parts in) {
      QuickStart read =
          new QuickStart(
              in.bits("ip.opt.qs_func", 4, function),
              in.bits("ip.opt.qs_rate", 4, rate),
              in.u8("ip.opt.qs_ttl", ttl),
              in.longBits("nonce", 30, nonce));
      in.reserved(2);
      return read;
    }

    /** The field has the reserved bits too. */
    @Override
    public void tell(Told out) {
      Ipv4Option.super.tell(out);
      out.hex(8).add("ip.opt.qs_nonce", nonce << 2);
    }
  }

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements Ipv4Option {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("octets", octets));
    }
  }

  /**
   * Undecodable octets up to the end of the header.
   *
   * @param octets including type and length
   * @param reason why they do not form an option
   */
  record Truncated(OctetString octets, String reason) implements Ipv4Option {
    @Override
    public Truncated parts(Parts in) {
      return new Truncated(in.rest("octets", octets), in.reason(reason));
    }

    @Override
    public int type() {
      return octets.size() == 0 ? -1 : octets.u8(0);
    }
  }
}
