package org.jpacker.proto.tcpudp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/** An option of TCP, <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.2">RFC 9293</a>. */
public sealed interface TcpOption {

  /** The first octet. */
  int kind();

  /** End of option list. */
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

  /** Selective acknowledgments are understood, RFC 2018. */
  record SackPermitted() implements TcpOption {
    @Override
    public int kind() {
      return 4;
    }
  }

  /** Selective acknowledgment, <a href="https://www.rfc-editor.org/rfc/rfc2018">RFC 2018</a>. */
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

  /** Time stamps, <a href="https://www.rfc-editor.org/rfc/rfc7323#section-3">RFC 7323</a>. */
  record Timestamps(long value, long echoReply) implements TcpOption {
    @Override
    public int kind() {
      return 8;
    }
  }

  /**
   * Any other option, multipath TCP and fast open among them.
   *
   * @param octets what follows kind and length
   */
  record Unknown(int kind, byte[] octets) implements TcpOption {
    /** {@link #kind} of multipath TCP, RFC 8684. */
    public static final int MPTCP = 30;

    /** {@link #kind} of a fast open cookie, RFC 7413. */
    public static final int FAST_OPEN = 34;

    @Override
    public boolean equals(Object other) {
      return other instanceof Unknown unknown
          && kind == unknown.kind
          && Arrays.equals(octets, unknown.octets);
    }

    @Override
    public int hashCode() {
      return 31 * kind + Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Unknown[kind=" + kind + ", octets=" + HexFormat.of().formatHex(octets) + "]";
    }
  }

  /**
   * What could not be read, to the end of the header.
   *
   * @param octets kind and length included
   */
  record Truncated(byte[] octets, String reason) implements TcpOption {
    @Override
    public int kind() {
      return octets[0] & 0xff;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Truncated truncated && Arrays.equals(octets, truncated.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Truncated[" + HexFormat.of().formatHex(octets) + ": " + reason + "]";
    }
  }
}
