package org.jpacker.proto.tcpudp;

import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option of DCCP, <a href="https://www.rfc-editor.org/rfc/rfc4340#section-5.8">RFC 4340, section
 * 5.8</a>.
 */
public sealed interface DccpOption extends Shaped {

  /** The type octet. */
  default int type() {
    return (int) DccpOptions.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.add("dccp.option_type", type());
  }

  /**
   * An option of one octet.
   *
   * @param type up to 31: 0 for padding, 1 if the next option is mandatory, 2 for a slow receiver
   */
  record Single(int type) implements DccpOption {
    @Override
    public Single parts(Parts in) {
      return new Single(in.type(type));
    }
  }

  /**
   * Negotiation of a feature.
   *
   * @param type 32 and 34 to change a feature of the sender or the receiver, 33 and 35 to confirm
   * @param feature number of the feature: 1 for congestion control
   * @param values the preferred values first
   */
  record Feature(int type, int feature, OctetString values) implements DccpOption {
    @Override
    public Feature parts(Parts in) {
      return new Feature(
          in.type(type), in.u8("dccp.feature_number", feature), in.rest("values", values));
    }
  }

  /**
   * State of a server that stores none.
   *
   * @param cookie octets that the client returns
   */
  record InitCookie(OctetString cookie) implements DccpOption {
    @Override
    public InitCookie parts(Parts in) {
      return new InitCookie(in.rest("dccp.init_cookie", cookie));
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
    public NdpCount parts(Parts in) {
      int size = (int) in.infer("size", in.left(), this.size);
      in.require(size <= 6);
      return new NdpCount(in.unsigned("dccp.ndp_count", size, count), size);
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
    public AckVector parts(Parts in) {
      return new AckVector(in.type(38 + nonce) - 38, in.rest("vector", vector));
    }
  }

  /**
   * Reasons for dropped data.
   *
   * @param runs one octet for each run of packets
   */
  record DataDropped(OctetString runs) implements DccpOption {
    @Override
    public DataDropped parts(Parts in) {
      return new DataDropped(in.rest("dccp.data_dropped", runs));
    }
  }

  /**
   * The sender's clock.
   *
   * @param time 32 bits, in units of 10 microseconds
   */
  record Timestamp(long time) implements DccpOption {
    @Override
    public Timestamp parts(Parts in) {
      return new Timestamp(in.u32("dccp.timestamp", time));
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
    public TimestampEcho parts(Parts in) {
      long time = in.u32("dccp.timestamp_echo", this.time);
      int size = (int) in.infer("size", in.left(), this.size);
      in.require(size <= 4);
      return new TimestampEcho(time, in.unsigned("elapsed", size, elapsed), size);
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
    public ElapsedTime parts(Parts in) {
      int size = (int) in.infer("size", in.left(), this.size);
      in.require(size <= 4);
      return new ElapsedTime(in.unsigned("dccp.elapsed_time", size, elapsed), size);
    }
  }

  /**
   * CRC-32c of the data.
   *
   * @param crc 32 bits
   */
  record DataChecksum(long crc) implements DccpOption {
    @Override
    public DataChecksum parts(Parts in) {
      return new DataChecksum(in.hex().u32("dccp.checksum_data", crc));
    }
  }

  /**
   * A rate of TCP-friendly rate control, <a
   * href="https://www.rfc-editor.org/rfc/rfc4342#section-8">RFC 4342, section 8</a>.
   *
   * @param type 192 for the loss event rate, 194 for the receive rate
   * @param rate 32 bits
   */
  record Rate(int type, long rate) implements DccpOption {
    @Override
    public Rate parts(Parts in) {
      return new Rate(in.type(type), in.u32("rate", rate));
    }
  }

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements DccpOption {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("octets", octets));
    }
  }

  /**
   * Undecodable octets up to the end of the header; always the last option.
   *
   * @param octets these octets
   * @param reason why they do not form an option
   */
  record Truncated(OctetString octets, String reason) implements DccpOption {
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
