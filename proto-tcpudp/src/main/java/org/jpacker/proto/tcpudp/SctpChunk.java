package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;

/**
 * A chunk of SCTP, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3">RFC 9260, section
 * 3.3</a>. The types are <a
 * href="https://www.iana.org/assignments/sctp-parameters/sctp-parameters.xhtml">IANA's</a>.
 */
public sealed interface SctpChunk {

  /** The first octet; -1 for octets that make no whole chunk. */
  int type();

  /** The second octet. */
  int flags();

  /**
   * User data.
   *
   * @param flags 1 for the last fragment of a message, 2 for the first, 4 for unordered
   * @param tsn transmission sequence number, 32 bits
   * @param stream stream identifier
   * @param ssn stream sequence number
   * @param protocol payload protocol identifier, 32 bits
   */
  record Data(int flags, long tsn, int stream, int ssn, long protocol, OctetString data)
      implements SctpChunk {
    @Override
    public int type() {
      return 0;
    }
  }

  /**
   * User data whose messages may interleave, <a
   * href="https://www.rfc-editor.org/rfc/rfc8260#section-2.1">RFC 8260</a>.
   *
   * @param flags as of {@link Data}
   * @param tsn transmission sequence number, 32 bits
   * @param stream stream identifier
   * @param message its number, 32 bits
   * @param protocolOrFragment payload protocol identifier in the first fragment of a message, the
   *     fragment's number in others; 32 bits
   */
  record InterleavedData(
      int flags, long tsn, int stream, long message, long protocolOrFragment, OctetString data)
      implements SctpChunk {
    @Override
    public int type() {
      return 64;
    }

    /** Whether this is the first fragment of a message. */
    public boolean isFirst() {
      return (flags & 2) != 0;
    }
  }

  /**
   * The beginning of an association, and the answer to it.
   *
   * @param isAck whether it is the answer
   * @param tag of the sender, for all packets to it
   * @param credit octets that the receiver's window has
   * @param outStreams streams that the sender wants
   * @param inStreams streams that the sender takes, at most
   * @param tsn the first transmission sequence number
   */
  record Init(
      boolean isAck,
      int flags,
      long tag,
      long credit,
      int outStreams,
      int inStreams,
      long tsn,
      List<SctpParameter> parameters)
      implements SctpChunk {
    /** Keeps a copy of the parameters. */
    public Init {
      parameters = List.copyOf(parameters);
    }

    @Override
    public int type() {
      return isAck ? 2 : 1;
    }
  }

  /**
   * What has arrived.
   *
   * @param cumulativeTsn the last number without a gap before it
   * @param credit octets that the receiver's window has
   * @param gaps what arrived beyond, as offsets from that number
   * @param duplicates numbers that came more than once
   */
  record Sack(int flags, long cumulativeTsn, long credit, List<Gap> gaps, List<Long> duplicates)
      implements SctpChunk {

    /** A block that arrived, from offset to offset, both included. */
    public record Gap(int start, int end) {}

    /** Keeps copies. */
    public Sack {
      gaps = List.copyOf(gaps);
      duplicates = List.copyOf(duplicates);
    }

    @Override
    public int type() {
      return 3;
    }
  }

  /**
   * A chunk that consists of parameters.
   *
   * @param type 4 and 5 for a heartbeat and its answer, 130 for a reconfiguration (<a
   *     href="https://www.rfc-editor.org/rfc/rfc6525#section-3.1">RFC 6525</a>)
   */
  record Parameters(int type, int flags, List<SctpParameter> parameters) implements SctpChunk {
    /** Keeps a copy of the parameters. */
    public Parameters {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * What went wrong.
   *
   * @param type 6 where the association is over, 9 where it goes on
   */
  record Errors(int type, int flags, List<SctpCause> causes) implements SctpChunk {
    /** Keeps a copy of the causes. */
    public Errors {
      causes = List.copyOf(causes);
    }
  }

  /** The end of sending: what has arrived, without a gap before it. */
  record Shutdown(int flags, long cumulativeTsn) implements SctpChunk {
    @Override
    public int type() {
      return 7;
    }
  }

  /** The end of sending came. */
  record ShutdownAck(int flags) implements SctpChunk {
    @Override
    public int type() {
      return 8;
    }
  }

  /** The association is over. */
  record ShutdownComplete(int flags) implements SctpChunk {
    @Override
    public int type() {
      return 14;
    }
  }

  /** The state cookie goes back. */
  record CookieEcho(int flags, OctetString cookie) implements SctpChunk {
    @Override
    public int type() {
      return 10;
    }
  }

  /** The state cookie came. */
  record CookieAck(int flags) implements SctpChunk {
    @Override
    public int type() {
      return 11;
    }
  }

  /**
   * Congestion, appendix A of <a href="https://www.rfc-editor.org/rfc/rfc4960#appendix-A">RFC
   * 4960</a>.
   *
   * @param type 12 for its echo, 13 where the window was reduced
   * @param lowestTsn number of the packet that had the mark
   */
  record Congestion(int type, int flags, long lowestTsn) implements SctpChunk {}

  /**
   * Authentication of what follows, <a
   * href="https://www.rfc-editor.org/rfc/rfc4895#section-4.1">RFC 4895</a>.
   *
   * @param key identifier of the shared key
   * @param algorithm 1 for SHA-1, 3 for SHA-256
   */
  record Authentication(int flags, int key, int algorithm, OctetString hmac) implements SctpChunk {
    @Override
    public int type() {
      return 15;
    }
  }

  /**
   * Another set of addresses, or the answer to it, <a
   * href="https://www.rfc-editor.org/rfc/rfc5061#section-4.1">RFC 5061</a>.
   *
   * @param isAck whether it is the answer
   * @param sequence its number, 32 bits
   * @param parameters what to change, or what came of it; the first of a request is an address of
   *     the sender
   */
  record AddressConfiguration(
      boolean isAck, int flags, long sequence, List<SctpParameter> parameters)
      implements SctpChunk {
    /** Keeps a copy of the parameters. */
    public AddressConfiguration {
      parameters = List.copyOf(parameters);
    }

    @Override
    public int type() {
      return isAck ? 128 : 193;
    }
  }

  /** Octets that mean nothing, <a href="https://www.rfc-editor.org/rfc/rfc4820">RFC 4820</a>. */
  record Padding(int flags, OctetString octets) implements SctpChunk {
    @Override
    public int type() {
      return 132;
    }
  }

  /**
   * What the receiver need not wait for, <a
   * href="https://www.rfc-editor.org/rfc/rfc3758#section-3.2">RFC 3758</a>.
   *
   * @param cumulativeTsn the receiver takes all up to it as having arrived
   * @param skipped the last numbers that were skipped in streams
   */
  record ForwardTsn(int flags, long cumulativeTsn, List<Skipped> skipped) implements SctpChunk {

    /** The largest number that was skipped in a stream. */
    public record Skipped(int stream, int ssn) {}

    /** Keeps a copy. */
    public ForwardTsn {
      skipped = List.copyOf(skipped);
    }

    @Override
    public int type() {
      return 192;
    }
  }

  /**
   * The same where messages may interleave, <a
   * href="https://www.rfc-editor.org/rfc/rfc8260#section-2.3.1">RFC 8260</a>.
   *
   * @param cumulativeTsn the receiver takes all up to it as having arrived
   * @param skipped the last messages that were skipped in streams
   */
  record InterleavedForwardTsn(int flags, long cumulativeTsn, List<Skipped> skipped)
      implements SctpChunk {

    /**
     * The largest number of a message that was skipped in a stream.
     *
     * @param flags 1 for unordered messages
     */
    public record Skipped(int stream, int flags, long message) {}

    /** Keeps a copy. */
    public InterleavedForwardTsn {
      skipped = List.copyOf(skipped);
    }

    @Override
    public int type() {
      return 194;
    }
  }

  /** Any other chunk, and one of those above whose contents are not theirs. */
  record Unknown(int type, int flags, OctetString octets) implements SctpChunk {}

  /** What could not be read, to the end of the packet; always the last. */
  record Truncated(OctetString octets, String reason) implements SctpChunk {
    @Override
    public int type() {
      return -1;
    }

    @Override
    public int flags() {
      return 0;
    }
  }
}
