package org.jpacker.proto.ip;

import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option in a hop-by-hop or destination options header, <a
 * href="https://www.rfc-editor.org/rfc/rfc8200#section-4.2">RFC 8200, section 4.2</a>.
 */
public sealed interface Ipv6Option extends Shaped {

  /** The type octet. */
  default int type() {
    return (int) Ipv6Options.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.hex(2).named(Ipv6Options.TYPES).add("ipv6.opt.type", type());
  }

  /** An option of another module, see {@link Ipv6HopByHop#OPTION_TYPES}. */
  non-sealed interface Added extends Ipv6Option {}

  /** One octet of padding. */
  record Pad1() implements Ipv6Option {}

  /**
   * Two and more octets of padding.
   *
   * @param octets number of zeros after type and length
   */
  record PadN(int octets) implements Ipv6Option {
    /** What one octet of length can say. */
    private static final int MOST = 255;

    @Override
    public PadN parts(Parts in) {
      int zeros = (int) in.infer("octets", in.left(), octets);
      // one more than can be said is refused
      for (int i = 0; i < Math.min(zeros, MOST + 1); i++) {
        in.reserved(8);
      }
      return new PadN(zeros);
    }
  }

  /**
   * Router alert, <a href="https://www.rfc-editor.org/rfc/rfc2711">RFC 2711</a>.
   *
   * @param value 0 for multicast listener discovery
   */
  record RouterAlert(int value) implements Ipv6Option {
    @Override
    public RouterAlert parts(Parts in) {
      return new RouterAlert(in.u16("ipv6.opt.router_alert", value));
    }
  }

  /**
   * Jumbo payload, <a href="https://www.rfc-editor.org/rfc/rfc2675">RFC 2675</a>.
   *
   * @param length octets after the IPv6 header
   */
  record JumboPayload(long length) implements Ipv6Option {
    @Override
    public JumboPayload parts(Parts in) {
      return new JumboPayload(in.u32("ipv6.opt.jumbo", length));
    }
  }

  /**
   * Tunnel encapsulation limit, <a href="https://www.rfc-editor.org/rfc/rfc2473#section-5.1">RFC
   * 2473</a>.
   *
   * @param limit number of further encapsulations that are permitted
   */
  record TunnelLimit(int limit) implements Ipv6Option {
    @Override
    public TunnelLimit parts(Parts in) {
      return new TunnelLimit(in.u8("ipv6.opt.tel", limit));
    }
  }

  /**
   * Security labels of CALIPSO, <a href="https://www.rfc-editor.org/rfc/rfc5570#section-5.1">RFC
   * 5570</a>.
   *
   * @param domain domain of interpretation, 32 bits
   * @param level sensitivity level, 8 bits
   * @param checksum CRC-16 of the option
   * @param compartments one bit each, a multiple of four octets
   */
  record Calipso(long domain, int level, int checksum, OctetString compartments)
      implements Ipv6Option {
    @Override
    public Calipso parts(Parts in) {
      long domain = in.u32("ipv6.opt.calipso.doi", this.domain);
      int words = in.u8("words", compartments.size() / 4);
      return new Calipso(
          domain,
          in.u8("ipv6.opt.calipso.sens_level", level),
          in.u16("checksum", checksum),
          in.octets("compartments", words * 4L, compartments));
    }
  }

  /**
   * Performance and diagnostic metrics, <a
   * href="https://www.rfc-editor.org/rfc/rfc8250#section-3.2">RFC 8250</a>.
   *
   * @param scaleReceived binary exponent of {@code deltaReceived}
   * @param scaleSent binary exponent of {@code deltaSent}
   * @param packet number of this packet
   * @param lastReceived number of the last packet from the other side
   * @param deltaReceived time from its arrival to this packet
   * @param deltaSent time between the last two packets of the other side
   */
  record Metrics(
      int scaleReceived,
      int scaleSent,
      int packet,
      int lastReceived,
      int deltaReceived,
      int deltaSent)
      implements Ipv6Option {
    @Override
    public Metrics parts(Parts in) {
      return new Metrics(
          in.u8("ipv6.opt.pdm.scale_dtlr", scaleReceived),
          in.u8("ipv6.opt.pdm.scale_dtls", scaleSent),
          in.u16("ipv6.opt.pdm.psn_this_pkt", packet),
          in.u16("ipv6.opt.pdm.psn_last_recv", lastReceived),
          in.u16("ipv6.opt.pdm.delta_last_recv", deltaReceived),
          in.u16("ipv6.opt.pdm.delta_last_sent", deltaSent));
    }
  }

  /**
   * Quick-Start: the initial sending rate, <a
   * href="https://www.rfc-editor.org/rfc/rfc4782#section-3.2">RFC 4782</a>.
   *
   * @param function 0 for a request, 8 for a report; 4 bits
   * @param rate requested or approved rate, as an exponent of 4 bits
   * @param ttl Quick-Start TTL, 8 bits
   * @param nonce random number, 30 bits
   */
  record QuickStart(int function, int rate, int ttl, long nonce) implements Ipv6Option {
    @Override
    public QuickStart parts(Parts in) {
      QuickStart read =
          new QuickStart(
              in.bits("ipv6.opt.qs_func", 4, function),
              in.bits("ipv6.opt.qs_rate", 4, rate),
              in.u8("ipv6.opt.qs_ttl", ttl),
              in.longBits("nonce", 30, nonce));
      in.reserved(2);
      return read;
    }
  }

  /**
   * Smallest MTU of the path, <a href="https://www.rfc-editor.org/rfc/rfc9268#section-5">RFC
   * 9268</a>.
   *
   * @param least smallest MTU of the forward path so far
   * @param returned smallest MTU of the reverse path, 15 bits
   * @param wantsAnswer whether the receiver is to return the forward value
   */
  record PathMtu(int least, int returned, boolean wantsAnswer) implements Ipv6Option {
    @Override
    public PathMtu parts(Parts in) {
      return new PathMtu(
          in.u16("ipv6.opt.pmtu.min", least),
          in.bits("ipv6.opt.pmtu.rtn", 15, returned),
          in.flag("wantsAnswer", wantsAnswer));
    }
  }

  /**
   * RPL information in data packets, <a href="https://www.rfc-editor.org/rfc/rfc6553#section-3">RFC
   * 6553</a>.
   *
   * @param type 0x63, or 0x23 with <a href="https://www.rfc-editor.org/rfc/rfc9008#section-11">RFC
   *     9008</a>
   * @param flags 0x80 for down, 0x40 for a rank error, 0x20 for a forwarding error
   * @param instance identifier of the RPL instance
   * @param rank rank of the sender
   * @param subTlvs further information, as octets
   */
  record Rpl(int type, int flags, int instance, int rank, OctetString subTlvs)
      implements Ipv6Option {
    @Override
    public Rpl parts(Parts in) {
      return new Rpl(
          in.type(type),
          in.hex().u8("ipv6.opt.rpl.flag", flags),
          in.hex().u8("ipv6.opt.rpl.instance_id", instance),
          in.hex().u16("ipv6.opt.rpl.sender_rank", rank),
          in.rest("subTlvs", subTlvs));
    }
  }

  /**
   * Multicast in low-power networks (MPL), <a
   * href="https://www.rfc-editor.org/rfc/rfc7731#section-6.1">RFC 7731</a>.
   *
   * @param flags 8 bits, two of which state the size of the seed
   * @param sequence sequence number, 8 bits
   * @param seed identifier of the originator
   */
  record Mpl(int flags, int sequence, OctetString seed) implements Ipv6Option {
    @Override
    public Mpl parts(Parts in) {
      return new Mpl(
          in.hex().u8("ipv6.opt.mpl.flag", flags),
          in.hex().u8("ipv6.opt.mpl.sequence", sequence),
          in.rest("seed", seed));
    }
  }

  /**
   * Nonce of ILNP, <a href="https://www.rfc-editor.org/rfc/rfc6744#section-2">RFC 6744</a>.
   *
   * @param nonce random octets, equal in both directions
   */
  record IlnpNonce(OctetString nonce) implements Ipv6Option {
    @Override
    public IlnpNonce parts(Parts in) {
      return new IlnpNonce(in.rest("ipv6.opt.ilnp_nonce", nonce));
    }
  }

  /**
   * Identifier of a subscriber line, <a
   * href="https://www.rfc-editor.org/rfc/rfc6788#section-10">RFC 6788</a>.
   *
   * @param id set by the access node
   */
  record LineId(OctetString id) implements Ipv6Option {
    @Override
    public LineId parts(Parts in) {
      return new LineId(in.sized(8).rest("ipv6.opt.lio.line_id", id));
    }
  }

  /**
   * The home address of a mobile node, <a
   * href="https://www.rfc-editor.org/rfc/rfc6275#section-6.3">RFC 6275</a>.
   *
   * @param address the source address for upper layers
   */
  record HomeAddress(Address.Ipv6 address) implements Ipv6Option {
    @Override
    public HomeAddress parts(Parts in) {
      return new HomeAddress(in.ipv6("ipv6.opt.mipv6.home_address", address));
    }
  }

  /**
   * Depth-first forwarding, <a href="https://www.rfc-editor.org/rfc/rfc6971#section-10">RFC
   * 6971</a>.
   *
   * @param flags two version bits, duplicate, return
   * @param sequence sequence number, 16 bits
   */
  record DepthFirst(int flags, int sequence) implements Ipv6Option {
    @Override
    public DepthFirst parts(Parts in) {
      return new DepthFirst(
          in.u8("flags", flags), in.u16("ipv6.opt.dff.sequence_number", sequence));
    }
  }

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements Ipv6Option {
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
  record Truncated(OctetString octets, String reason) implements Ipv6Option {
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
