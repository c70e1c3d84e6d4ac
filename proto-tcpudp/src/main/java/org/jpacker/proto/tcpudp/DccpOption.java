package org.jpacker.proto.tcpudp;

import org.jpacker.api.OctetString;

/**
 * An option of DCCP, <a href="https://www.rfc-editor.org/rfc/rfc4340#section-5.8">RFC 4340, section
 * 5.8</a>.
 */
public sealed interface DccpOption {

  /** The type octet. */
  int type();

  /**
   * An option of one octet.
   *
   * @param type up to 31: 0 for padding, 1 if the next option is mandatory, 2 for a slow receiver
   */
  record Single(int type) implements DccpOption {}

  /**
   * Negotiation of a feature.
   *
   * @param type 32 and 34 to change a feature of the sender or the receiver, 33 and 35 to confirm
   * @param feature number of the feature: 1 for congestion control
   * @param values the preferred values first
   */
  record Feature(int type, int feature, OctetString values) implements DccpOption {}

  /**
   * State of a server that stores none.
   *
   * @param cookie octets that the client returns
   */
  record InitCookie(OctetString cookie) implements DccpOption {
    @Override
    public int type() {
      return 36;
    }
  }

  /**
   * Number of consecutive packets without data.
   *
   * @param count the number
   * @param size octets of the count, 1 to 6
   */
  record NdpCount(long count, int size) implements DccpOption {
    @Override
    public int type() {
      return 37;
    }
  }

  /**
   * States of the last packets.
   *
   * @param nonce sum of the nonces, 0 or 1
   * @param vector one octet for each run: two bits of state, six bits of length minus one
   */
  record AckVector(int nonce, OctetString vector) implements DccpOption {
    @Override
    public int type() {
      return 38 + nonce;
    }
  }

  /**
   * Reasons for dropped data.
   *
   * @param runs one octet for each run of packets
   */
  record DataDropped(OctetString runs) implements DccpOption {
    @Override
    public int type() {
      return 40;
    }
  }

  /**
   * The sender's clock.
   *
   * @param time 32 bits, in units of 10 microseconds
   */
  record Timestamp(long time) implements DccpOption {
    @Override
    public int type() {
      return 41;
    }
  }

  /**
   * The clock of the other side, as last seen.
   *
   * @param time 32 bits, unchanged
   * @param elapsed time since then, in units of 10 microseconds
   * @param size octets of {@code elapsed}: 0, 2 or 4
   */
  record TimestampEcho(long time, long elapsed, int size) implements DccpOption {
    @Override
    public int type() {
      return 42;
    }
  }

  /**
   * Time since the acknowledged packet arrived.
   *
   * @param elapsed time in units of 10 microseconds
   * @param size octets of the time: 2 or 4
   */
  record ElapsedTime(long elapsed, int size) implements DccpOption {
    @Override
    public int type() {
      return 43;
    }
  }

  /**
   * CRC-32c of the data.
   *
   * @param crc 32 bits
   */
  record DataChecksum(long crc) implements DccpOption {
    @Override
    public int type() {
      return 44;
    }
  }

  /**
   * A rate of TCP-friendly rate control, <a
   * href="https://www.rfc-editor.org/rfc/rfc4342#section-8">RFC 4342, section 8</a>.
   *
   * @param type 192 for the loss event rate, 194 for the receive rate
   * @param rate 32 bits
   */
  record Rate(int type, long rate) implements DccpOption {}

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements DccpOption {}

  /**
   * Undecodable octets up to the end of the header; always the last option.
   *
   * @param octets these octets
   * @param reason why they do not form an option
   */
  record Truncated(OctetString octets, String reason) implements DccpOption {
    @Override
    public int type() {
      return octets.u8(0);
    }
  }
}
