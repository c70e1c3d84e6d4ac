package org.jpacker.proto.tcpudp;

import org.jpacker.api.OctetString;

/**
 * An option of DCCP, <a href="https://www.rfc-editor.org/rfc/rfc4340#section-5.8">RFC 4340, section
 * 5.8</a>.
 */
public sealed interface DccpOption {

  /** The first octet. */
  int type();

  /**
   * An option of one octet.
   *
   * @param type 0 for padding, 1 where the option behind must be understood, 2 for a receiver that
   *     is slow; up to 31
   */
  record Single(int type) implements DccpOption {}

  /**
   * Negotiation of a feature.
   *
   * @param type 32 and 34 to change one of the sender and one of the receiver, 33 and 35 to confirm
   * @param feature 1 for the congestion control
   * @param values the preferred first
   */
  record Feature(int type, int feature, OctetString values) implements DccpOption {}

  /** The state of a server that keeps none. */
  record InitCookie(OctetString cookie) implements DccpOption {
    @Override
    public int type() {
      return 36;
    }
  }

  /**
   * Packets without data in a row.
   *
   * @param size octets that the count takes, 1 to 6
   */
  record NdpCount(long count, int size) implements DccpOption {
    @Override
    public int type() {
      return 37;
    }
  }

  /**
   * What came of the last packets.
   *
   * @param nonce the sum of the nonces, 0 or 1
   * @param vector an octet for each run: state in two bits, length less one in six
   */
  record AckVector(int nonce, OctetString vector) implements DccpOption {
    @Override
    public int type() {
      return 38 + nonce;
    }
  }

  /** Why data were dropped, in runs. */
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
   * @param time 32 bits, as it came
   * @param elapsed since then, in units of 10 microseconds
   * @param size octets that this takes: 0, 2 or 4
   */
  record TimestampEcho(long time, long elapsed, int size) implements DccpOption {
    @Override
    public int type() {
      return 42;
    }
  }

  /**
   * Time since the packet came that is acknowledged.
   *
   * @param elapsed in units of 10 microseconds
   * @param size octets that this takes: 2 or 4
   */
  record ElapsedTime(long elapsed, int size) implements DccpOption {
    @Override
    public int type() {
      return 43;
    }
  }

  /** CRC-32c of the data. */
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
   * @param type 192 for loss events, 194 for what arrives
   * @param rate 32 bits
   */
  record Rate(int type, long rate) implements DccpOption {}

  /** Any other option, and one of those above whose contents are not theirs. */
  record Unknown(int type, OctetString octets) implements DccpOption {}

  /** What could not be read, to the end of the header; always the last. */
  record Truncated(OctetString octets, String reason) implements DccpOption {
    @Override
    public int type() {
      return octets.u8(0);
    }
  }
}
