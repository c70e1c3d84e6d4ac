package org.jpacker.proto.tcpudp;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.OctetString;

/**
 * An option of TCP, <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.2">RFC 9293, section
 * 3.2</a>. The kinds are <a
 * href="https://www.iana.org/assignments/tcp-parameters/tcp-parameters.xhtml">IANA's</a>.
 */
public sealed interface TcpOption {

  /** The kind octet. */
  int kind();

  /** End of option list; the rest is padding. */
  record End() implements TcpOption {
    @Override
    public int kind() {
      return 0;
    }
  }

  /** No operation, for alignment of the next option. */
  record Nop() implements TcpOption {
    @Override
    public int kind() {
      return 1;
    }
  }

  /**
   * Maximum segment size.
   *
   * @param octets largest number of data octets in a segment
   */
  record MaximumSegmentSize(int octets) implements TcpOption {
    @Override
    public int kind() {
      return 2;
    }
  }

  /**
   * Window scale, <a href="https://www.rfc-editor.org/rfc/rfc7323#section-2">RFC 7323</a>.
   *
   * @param shift number of bits by which windows are shifted to the left
   */
  record WindowScale(int shift) implements TcpOption {
    @Override
    public int kind() {
      return 3;
    }
  }

  /**
   * Support for selective acknowledgments, <a
   * href="https://www.rfc-editor.org/rfc/rfc2018#section-2">RFC 2018</a>.
   */
  record SackPermitted() implements TcpOption {
    @Override
    public int kind() {
      return 4;
    }
  }

  /**
   * Selective acknowledgment, <a href="https://www.rfc-editor.org/rfc/rfc2018#section-3">RFC
   * 2018</a>.
   *
   * @param blocks received blocks
   */
  record Sack(List<Block> blocks) implements TcpOption {

    /**
     * A block of received data.
     *
     * @param left first sequence number
     * @param right sequence number after the last one
     */
    public record Block(long left, long right) {}

    /** Copies the blocks. */
    public Sack {
      blocks = List.copyOf(blocks);
    }

    @Override
    public int kind() {
      return 5;
    }
  }

  /**
   * Echo (6) and its answer (7), <a href="https://www.rfc-editor.org/rfc/rfc1072#section-3">RFC
   * 1072</a>; replaced by time stamps.
   *
   * @param kind 6 or 7
   * @param value 32 bits
   */
  record Echo(int kind, long value) implements TcpOption {}

  /**
   * Time stamps, <a href="https://www.rfc-editor.org/rfc/rfc7323#section-3">RFC 7323</a>.
   *
   * @param value clock of the sender, 32 bits
   * @param echoReply last received clock of the other side, 32 bits
   */
  record Timestamps(long value, long echoReply) implements TcpOption {
    @Override
    public int kind() {
      return 8;
    }
  }

  /**
   * Support for partial ordering of segments, <a
   * href="https://www.rfc-editor.org/rfc/rfc1693#section-3.1">RFC 1693</a>.
   */
  record PartialOrderPermitted() implements TcpOption {
    @Override
    public int kind() {
      return 9;
    }
  }

  /**
   * Start and end of a partial order service profile, <a
   * href="https://www.rfc-editor.org/rfc/rfc1693#section-3.1">RFC 1693</a>.
   *
   * @param start whether the profile starts here
   * @param end whether it ends here
   */
  record PartialOrderProfile(boolean start, boolean end) implements TcpOption {
    @Override
    public int kind() {
      return 10;
    }
  }

  /**
   * Connection count (11), a new one (12), and its echo (13), <a
   * href="https://www.rfc-editor.org/rfc/rfc1644#section-2.2">RFC 1644</a>.
   *
   * @param kind 11, 12 or 13
   * @param count 32 bits
   */
  record ConnectionCount(int kind, long count) implements TcpOption {}

  /**
   * Request for an alternate checksum, <a
   * href="https://www.rfc-editor.org/rfc/rfc1146#section-2">RFC 1146</a>.
   *
   * @param number 0 for the checksum of TCP, 1 and 2 for Fletcher's with 8 and 16 bits
   */
  record AlternateChecksum(int number) implements TcpOption {
    @Override
    public int kind() {
      return 14;
    }
  }

  /**
   * MD5 signature, <a href="https://www.rfc-editor.org/rfc/rfc2385#section-3">RFC 2385</a>.
   *
   * @param digest MD5 digest, 16 octets
   */
  record Md5Signature(OctetString digest) implements TcpOption {
    @Override
    public int kind() {
      return 19;
    }
  }

  /**
   * Capabilities of SCPS, the space communications protocols, <a
   * href="https://public.ccsds.org/Pubs/714x0b2.pdf">CCSDS 714.0</a>.
   *
   * @param flags capability flags, 8 bits
   * @param connection connection identifier, 8 bits
   */
  record ScpsCapabilities(int flags, int connection) implements TcpOption {
    @Override
    public int kind() {
      return 20;
    }
  }

  /**
   * Selective negative acknowledgment of SCPS.
   *
   * @param offset offset of the hole in units of the segment size, 16 bits
   * @param size size of the hole in the same units, 16 bits
   */
  record SelectiveNegativeAck(int offset, int size) implements TcpOption {
    @Override
    public int kind() {
      return 21;
    }
  }

  /** End of a record in SCPS. */
  record RecordBoundary() implements TcpOption {
    @Override
    public int kind() {
      return 22;
    }
  }

  /** Corruption experienced on the path, in SCPS. */
  record CorruptionExperienced() implements TcpOption {
    @Override
    public int kind() {
      return 23;
    }
  }

  /**
   * Quick-Start response, <a href="https://www.rfc-editor.org/rfc/rfc4782#section-4.2">RFC
   * 4782</a>.
   *
   * @param rate rate that the path approved, as an exponent of 4 bits
   * @param ttlDifference difference of TTL and Quick-Start TTL, 8 bits
   * @param nonce random number, 30 bits
   */
  record QuickStart(int rate, int ttlDifference, long nonce) implements TcpOption {
    @Override
    public int kind() {
      return 27;
    }
  }

  /**
   * User timeout, <a href="https://www.rfc-editor.org/rfc/rfc5482#section-3">RFC 5482</a>.
   *
   * @param inMinutes whether the unit is minutes, else seconds
   * @param value timeout, 15 bits
   */
  record UserTimeout(boolean inMinutes, int value) implements TcpOption {
    @Override
    public int kind() {
      return 28;
    }
  }

  /**
   * Authentication, <a href="https://www.rfc-editor.org/rfc/rfc5925#section-2.2">RFC 5925</a>.
   *
   * @param key identifier of the key of this segment, 8 bits
   * @param nextKey identifier of the key that the sender is ready to receive, 8 bits
   * @param mac message authentication code
   */
  record Authentication(int key, int nextKey, OctetString mac) implements TcpOption {
    @Override
    public int kind() {
      return 29;
    }
  }

  /**
   * Multipath TCP, <a href="https://www.rfc-editor.org/rfc/rfc8684#section-3">RFC 8684</a>.
   *
   * @param message contents of the option
   */
  record Mptcp(MptcpMessage message) implements TcpOption {
    @Override
    public int kind() {
      return 30;
    }
  }

  /**
   * Fast open, <a href="https://www.rfc-editor.org/rfc/rfc7413#section-4.1.1">RFC 7413</a>.
   *
   * @param cookie empty in the request for a cookie
   */
  record FastOpen(OctetString cookie) implements TcpOption {
    @Override
    public int kind() {
      return 34;
    }
  }

  /**
   * Encryption negotiation, <a href="https://www.rfc-editor.org/rfc/rfc8547#section-4.1">RFC
   * 8547</a>.
   *
   * @param suboptions suboptions as octets, each with its type in the first octet
   */
  record EncryptionNegotiation(OctetString suboptions) implements TcpOption {
    @Override
    public int kind() {
      return 69;
    }
  }

  /**
   * Accurate ECN counters, <a href="https://www.rfc-editor.org/rfc/rfc9768#section-3.2.3">RFC
   * 9768</a>.
   *
   * @param kind 172 for the counters of ECT(0), CE, ECT(1), 174 for those of ECT(1), CE, ECT(0)
   * @param counters numbers of received octets with these marks, 24 bits each; up to three
   */
  record AccurateEcn(int kind, List<Integer> counters) implements TcpOption {
    static final int ECT0_FIRST = 172;
    static final int ECT1_FIRST = 174;

    /** Copies the counters. */
    public AccurateEcn {
      counters = List.copyOf(counters);
    }
  }

  /**
   * An experimental option with a registered identifier, <a
   * href="https://www.rfc-editor.org/rfc/rfc6994#section-3">RFC 6994</a>.
   *
   * @param kind 253 or 254
   * @param experiment first 16 bits of the identifier
   * @param octets the octets after the first 16 bits
   */
  record Experimental(int kind, int experiment, OctetString octets) implements TcpOption {

    /**
     * The standard option that the experiment became: fast open or accurate ECN; empty for others.
     */
    public Optional<TcpOption> outcome() {
      return TcpOptions.outcome(this);
    }
  }

  /**
   * Any other option, and one of the above with malformed contents.
   *
   * @param kind 2 to 255: the kinds 0 and 1 have no length
   * @param octets the octets after kind and length
   */
  record Unknown(int kind, OctetString octets) implements TcpOption {}

  /**
   * Undecodable octets up to the end of the header; always the last option.
   *
   * @param octets including kind and length
   * @param reason such as {@code "length 0, 4 octets are left"}
   */
  record Truncated(OctetString octets, String reason) implements TcpOption {
    @Override
    public int kind() {
      return octets.u8(0);
    }
  }
}
