package org.jpacker.proto.ip;

import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

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
   * How often the packet may still be put into another, <a
   * href="https://www.rfc-editor.org/rfc/rfc2473#section-5.1">RFC 2473</a>.
   */
  record TunnelLimit(int limit) implements Ipv6Option {
    @Override
    public int type() {
      return 4;
    }
  }

  /**
   * Labels of CALIPSO, <a href="https://www.rfc-editor.org/rfc/rfc5570#section-5.1">RFC 5570</a>.
   *
   * @param domain of interpretation, 32 bits
   * @param level sensitivity, 8 bits
   * @param checksum CRC-16 of the option
   * @param compartments a bit each, a multiple of four octets
   */
  record Calipso(long domain, int level, int checksum, OctetString compartments)
      implements Ipv6Option {
    @Override
    public int type() {
      return 7;
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
   * @param deltaReceived time from then to this packet
   * @param deltaSent time between the other side's last two
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
    public int type() {
      return 0x0f;
    }
  }

  /**
   * How fast one may begin to send, <a
   * href="https://www.rfc-editor.org/rfc/rfc4782#section-3.2">RFC 4782</a>.
   *
   * @param function 0 for a request, 8 for a report; 4 bits
   * @param rate 4 bits
   * @param ttl 8 bits
   * @param nonce 30 bits
   */
  record QuickStart(int function, int rate, int ttl, long nonce) implements Ipv6Option {
    @Override
    public int type() {
      return 0x26;
    }
  }

  /**
   * The least MTU of the path, <a href="https://www.rfc-editor.org/rfc/rfc9268#section-5">RFC
   * 9268</a>.
   *
   * @param least of the way there
   * @param returned of the way back, 15 bits
   * @param wantsAnswer whether that is asked for
   */
  record PathMtu(int least, int returned, boolean wantsAnswer) implements Ipv6Option {
    @Override
    public int type() {
      return 0x30;
    }
  }

  /**
   * What RPL tells in data packets, <a href="https://www.rfc-editor.org/rfc/rfc6553#section-3">RFC
   * 6553</a>.
   *
   * @param type 0x63, or 0x23 with <a href="https://www.rfc-editor.org/rfc/rfc9008#section-11">RFC
   *     9008</a>
   * @param flags 0x80 for down, 0x40 for an error of rank, 0x20 for an error of forwarding
   * @param rank of the sender
   */
  record Rpl(int type, int flags, int instance, int rank, OctetString subTlvs)
      implements Ipv6Option {}

  /**
   * Multicast in networks of low power, <a
   * href="https://www.rfc-editor.org/rfc/rfc7731#section-6.1">RFC 7731</a>.
   *
   * @param flags 8 bits, of which two tell the size of the seed
   */
  record Mpl(int flags, int sequence, OctetString seed) implements Ipv6Option {
    @Override
    public int type() {
      return 0x6d;
    }
  }

  /** Nonce of ILNP, <a href="https://www.rfc-editor.org/rfc/rfc6744#section-2">RFC 6744</a>. */
  record IlnpNonce(OctetString nonce) implements Ipv6Option {
    @Override
    public int type() {
      return 0x8b;
    }
  }

  /**
   * A subscriber's line, <a href="https://www.rfc-editor.org/rfc/rfc6788#section-10">RFC 6788</a>.
   */
  record LineId(OctetString id) implements Ipv6Option {
    @Override
    public int type() {
      return 0x8c;
    }
  }

  /**
   * The home address of a mobile node, <a
   * href="https://www.rfc-editor.org/rfc/rfc6275#section-6.3">RFC 6275</a>.
   */
  record HomeAddress(Address.Ipv6 address) implements Ipv6Option {
    @Override
    public int type() {
      return 0xc9;
    }
  }

  /**
   * Depth-first forwarding, <a href="https://www.rfc-editor.org/rfc/rfc6971#section-10">RFC
   * 6971</a>.
   *
   * @param flags version in two bits, duplicate, return
   */
  record DepthFirst(int flags, int sequence) implements Ipv6Option {
    @Override
    public int type() {
      return 0xee;
    }
  }

  /**
   * Any other option, and one of those above whose contents are not theirs.
   *
   * @param octets what follows type and length
   */
  record Unknown(int type, OctetString octets) implements Ipv6Option {}

  /**
   * What could not be read, to the end of the header.
   *
   * @param octets type and length included
   */
  record Truncated(OctetString octets, String reason) implements Ipv6Option {
    @Override
    public int type() {
      return octets.u8(0);
    }
  }
}
