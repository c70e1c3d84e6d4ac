package org.jpacker.proto.tcpudp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

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
   * Multipath TCP, <a href="https://www.rfc-editor.org/rfc/rfc8684#section-3">RFC 8684</a>.
   *
   * @param octets what follows kind and length
   */
  record Mptcp(byte[] octets) implements TcpOption {
    /** Keeps a copy of the octets. */
    public Mptcp {
      octets = octets.clone();
    }

    @Override
    public int kind() {
      return 30;
    }

    /** What the option is for, such as 0 for MP_CAPABLE; -1 where it is empty. */
    public int subtype() {
      return octets.length == 0 ? -1 : octets[0] >> 4 & 0xf;
    }

    /** A copy of the octets. */
    @Override
    public byte[] octets() {
      return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Mptcp mptcp && Arrays.equals(octets, mptcp.octets);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Mptcp[" + HexFormat.of().formatHex(octets) + "]";
    }
  }

  /**
   * Fast open, <a href="https://www.rfc-editor.org/rfc/rfc7413#section-2">RFC 7413</a>.
   *
   * @param cookie empty where a client asks for one
   */
  record FastOpen(byte[] cookie) implements TcpOption {
    /** Keeps a copy of the cookie. */
    public FastOpen {
      cookie = cookie.clone();
    }

    @Override
    public int kind() {
      return 34;
    }

    /** A copy of the cookie. */
    @Override
    public byte[] cookie() {
      return cookie.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof FastOpen fastOpen && Arrays.equals(cookie, fastOpen.cookie);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(cookie);
    }

    @Override
    public String toString() {
      return "FastOpen[" + HexFormat.of().formatHex(cookie) + "]";
    }
  }

  /**
   * Any other option, and one of those above whose length is not theirs.
   *
   * @param kind 2 to 255: the kinds 0 and 1 have no length
   * @param octets what follows kind and length
   */
  record Unknown(int kind, byte[] octets) implements TcpOption {
    /** Keeps a copy of the octets. */
    public Unknown {
      octets = octets.clone();
    }

    /** A copy of the octets. */
    @Override
    public byte[] octets() {
      return octets.clone();
    }

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
   * What could not be read, to the end of the header; always the last.
   *
   * @param octets kind and length included
   * @param reason such as {@code "length 0, 4 octets are left"}
   */
  record Truncated(byte[] octets, String reason) implements TcpOption {
    /** Keeps a copy of the octets. */
    public Truncated {
      octets = octets.clone();
    }

    /** The kind, or -1 where not even that is there. */
    @Override
    public int kind() {
      return octets.length == 0 ? -1 : octets[0] & 0xff;
    }

    /** A copy of the octets. */
    @Override
    public byte[] octets() {
      return octets.clone();
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
