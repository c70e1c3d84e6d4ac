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

  /** The first octet. */
  int kind();

  /** End of option list; what follows is padding. */
  record End() implements TcpOption {
    @Override
    public int kind() {
      return 0;
    }
  }

  /** No operation, which aligns what follows. */
  record Nop() implements TcpOption {
    @Override
    public int kind() {
      return 1;
    }
  }

  /**
   * Maximum segment size.
   *
   * @param octets of data in a segment, at most
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
   * @param shift bits that windows are shifted to the left
   */
  record WindowScale(int shift) implements TcpOption {
    @Override
    public int kind() {
      return 3;
    }
  }

  /**
   * Selective acknowledgments are understood, <a
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
   */
  record Sack(List<Block> blocks) implements TcpOption {

    /**
     * Data that arrived.
     *
     * @param left its first sequence number
     * @param right the sequence number behind its last
     */
    public record Block(long left, long right) {}

    /** Keeps a copy of the blocks. */
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
   * 1072</a>; time stamps took their place.
   *
   * @param value 32 bits
   */
  record Echo(int kind, long value) implements TcpOption {}

  /**
   * Time stamps, <a href="https://www.rfc-editor.org/rfc/rfc7323#section-3">RFC 7323</a>.
   *
   * @param value the sender's clock, 32 bits
   * @param echoReply the clock of the other side, as last seen; 32 bits
   */
  record Timestamps(long value, long echoReply) implements TcpOption {
    @Override
    public int kind() {
      return 8;
    }
  }

  /**
   * Segments may be delivered in an order that is partial only, <a
   * href="https://www.rfc-editor.org/rfc/rfc1693#section-3.1">RFC 1693</a>.
   */
  record PartialOrderPermitted() implements TcpOption {
    @Override
    public int kind() {
      return 9;
    }
  }

  /**
   * Where a service profile of partial order begins and ends, <a
   * href="https://www.rfc-editor.org/rfc/rfc1693#section-3.1">RFC 1693</a>.
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
   * @param count 32 bits
   */
  record ConnectionCount(int kind, long count) implements TcpOption {}

  /**
   * Another checksum is wanted, <a href="https://www.rfc-editor.org/rfc/rfc1146#section-2">RFC
   * 1146</a>.
   *
   * @param number 0 for that of TCP, 1 and 2 for Fletcher's of 8 and 16 bits
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
   * @param digest 16 octets
   */
  record Md5Signature(OctetString digest) implements TcpOption {
    @Override
    public int kind() {
      return 19;
    }
  }

  /**
   * Capabilities of SCPS, the protocols for space links, <a
   * href="https://public.ccsds.org/Pubs/714x0b2.pdf">CCSDS 714.0</a>.
   *
   * @param flags 8 bits
   * @param connection identifier, 8 bits
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
   * @param offset in units of the segment size, 16 bits
   * @param size of the hole in the same units, 16 bits
   */
  record SelectiveNegativeAck(int offset, int size) implements TcpOption {
    @Override
    public int kind() {
      return 21;
    }
  }

  /** A record of SCPS ends. */
  record RecordBoundary() implements TcpOption {
    @Override
    public int kind() {
      return 22;
    }
  }

  /** The path corrupts segments, says SCPS. */
  record CorruptionExperienced() implements TcpOption {
    @Override
    public int kind() {
      return 23;
    }
  }

  /**
   * The answer to a quick start, <a href="https://www.rfc-editor.org/rfc/rfc4782#section-4.2">RFC
   * 4782</a>.
   *
   * @param rate that the path approved, 4 bits
   * @param ttlDifference 8 bits
   * @param nonce 30 bits
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
   * @param inMinutes seconds otherwise
   * @param value 15 bits
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
   * @param key that authenticates this segment, 8 bits
   * @param nextKey that the sender is ready for, 8 bits
   * @param mac message authentication code
   */
  record Authentication(int key, int nextKey, OctetString mac) implements TcpOption {
    @Override
    public int kind() {
      return 29;
    }
  }

  /** Multipath TCP, <a href="https://www.rfc-editor.org/rfc/rfc8684#section-3">RFC 8684</a>. */
  record Mptcp(MptcpMessage message) implements TcpOption {
    @Override
    public int kind() {
      return 30;
    }
  }

  /**
   * Fast open, <a href="https://www.rfc-editor.org/rfc/rfc7413#section-4.1.1">RFC 7413</a>.
   *
   * @param cookie empty where a client asks for one
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
   * @param suboptions each with a first octet that tells what it is
   */
  record EncryptionNegotiation(OctetString suboptions) implements TcpOption {
    @Override
    public int kind() {
      return 69;
    }
  }

  /**
   * Counters of accurate congestion notification, <a
   * href="https://www.rfc-editor.org/rfc/rfc9768#section-3.2.3">RFC 9768</a>.
   *
   * @param kind 172 where the counters are those of ECT(0), CE, ECT(1), 174 where they are those of
   *     ECT(1), CE, ECT(0)
   * @param counters octets that came so marked, 24 bits each: the first ones, up to three
   */
  record AccurateEcn(int kind, List<Integer> counters) implements TcpOption {
    static final int ECT0_FIRST = 172;
    static final int ECT1_FIRST = 174;

    /** Keeps a copy of the counters. */
    public AccurateEcn {
      counters = List.copyOf(counters);
    }
  }

  /**
   * An experiment that has a number of its own, <a
   * href="https://www.rfc-editor.org/rfc/rfc6994#section-3">RFC 6994</a>.
   *
   * @param kind 253 or 254
   * @param experiment the first 16 bits of its number
   * @param octets what follows
   */
  record Experimental(int kind, int experiment, OctetString octets) implements TcpOption {

    /** What the experiment has become: fast open, counters of congestion; empty for others. */
    public Optional<TcpOption> outcome() {
      return TcpOptions.outcome(this);
    }
  }

  /**
   * Any other option, and one of those above whose contents are not theirs.
   *
   * @param kind 2 to 255: the kinds 0 and 1 have no length
   * @param octets what follows kind and length
   */
  record Unknown(int kind, OctetString octets) implements TcpOption {}

  /**
   * What could not be read, to the end of the header; always the last.
   *
   * @param octets kind and length included
   * @param reason such as {@code "length 0, 4 octets are left"}
   */
  record Truncated(OctetString octets, String reason) implements TcpOption {
    @Override
    public int kind() {
      return octets.u8(0);
    }
  }
}
