package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;

/**
 * A chunk of SCTP, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3">RFC 9260, section
 * 3.3</a>. The types are <a
 * href="https://www.iana.org/assignments/sctp-parameters/sctp-parameters.xhtml">IANA's</a>.
 */
public sealed interface SctpChunk {

  /** The type octet; -1 for octets that do not form a complete chunk. */
  int type();

  /** The flags octet. */
  int flags();

  /**
   * User data.
   *
   * @param flags 1 for the last fragment of a message, 2 for the first, 4 for unordered
   * @param tsn transmission sequence number, 32 bits
   * @param stream stream identifier
   * @param ssn stream sequence number
   * @param protocol payload protocol identifier, 32 bits
   * @param data user data
   */
  record Data(int flags, long tsn, int stream, int ssn, long protocol, OctetString data)
      implements SctpChunk {
    @Override
    public int type() {
      return 0;
    }
  }

  /**
   * User data with interleaving of messages, <a
   * href="https://www.rfc-editor.org/rfc/rfc8260#section-2.1">RFC 8260</a>.
   *
   * @param flags as for {@link Data}
   * @param tsn transmission sequence number, 32 bits
   * @param stream stream identifier
   * @param message message identifier, 32 bits
   * @param protocolOrFragment payload protocol identifier in the first fragment of a message,
   *     number of the fragment in others; 32 bits
   * @param data user data
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
   * Initiation of an association, and its acknowledgment.
   *
   * @param isAck whether it is the acknowledgment
   * @param flags 8 bits
   * @param tag verification tag for all packets to the sender
   * @param credit octets of the receiver window
   * @param outStreams number of outgoing streams that the sender wants
   * @param inStreams largest number of incoming streams that the sender accepts
   * @param tsn first transmission sequence number
   * @param parameters further parameters
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
    /** Copies the parameters. */
    public Init {
      parameters = List.copyOf(parameters);
    }

    @Override
    public int type() {
      return isAck ? 2 : 1;
    }
  }

  /**
   * Selective acknowledgment.
   *
   * @param flags 8 bits
   * @param cumulativeTsn last number before the first gap
   * @param credit octets of the receiver window
   * @param gaps blocks received after it, as offsets from that number
   * @param duplicates numbers received more than once
   */
  record Sack(int flags, long cumulativeTsn, long credit, List<Gap> gaps, List<Long> duplicates)
      implements SctpChunk {

    /**
     * A received block.
     *
     * @param start first offset
     * @param end last offset, inclusive
     */
    public record Gap(int start, int end) {}

    /** Copies the lists. */
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
   * @param type 4 and 5 for a heartbeat and its acknowledgment, 130 for a reconfiguration (<a
   *     href="https://www.rfc-editor.org/rfc/rfc6525#section-3.1">RFC 6525</a>)
   * @param flags 8 bits
   * @param parameters the parameters
   */
  record Parameters(int type, int flags, List<SctpParameter> parameters) implements SctpChunk {
    /** Copies the parameters. */
    public Parameters {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * Error causes.
   *
   * @param flags 8 bits
   * @param causes the causes
   * @param type 6 if the association ends (abort), 9 if it continues
   */
  record Errors(int type, int flags, List<SctpCause> causes) implements SctpChunk {
    /** Copies the causes. */
    public Errors {
      causes = List.copyOf(causes);
    }
  }

  /**
   * The sender shuts down.
   *
   * @param flags 8 bits
   * @param cumulativeTsn last number before the first gap
   */
  record Shutdown(int flags, long cumulativeTsn) implements SctpChunk {
    @Override
    public int type() {
      return 7;
    }
  }

  /**
   * Acknowledgment of a shutdown.
   *
   * @param flags 8 bits
   */
  record ShutdownAck(int flags) implements SctpChunk {
    @Override
    public int type() {
      return 8;
    }
  }

  /**
   * Completion of a shutdown.
   *
   * @param flags 8 bits, the lowest one if the tag is that of the other side
   */
  record ShutdownComplete(int flags) implements SctpChunk {
    @Override
    public int type() {
      return 14;
    }
  }

  /**
   * The client returns the state cookie.
   *
   * @param flags 8 bits
   * @param cookie octets from the server
   */
  record CookieEcho(int flags, OctetString cookie) implements SctpChunk {
    @Override
    public int type() {
      return 10;
    }
  }

  /**
   * Acknowledgment of the state cookie.
   *
   * @param flags 8 bits
   */
  record CookieAck(int flags) implements SctpChunk {
    @Override
    public int type() {
      return 11;
    }
  }

  /**
   * Congestion notification, appendix A of <a
   * href="https://www.rfc-editor.org/rfc/rfc4960#appendix-A">RFC 4960</a>.
   *
   * @param type 12 for the echo, 13 for a reduced window
   * @param flags 8 bits
   * @param lowestTsn lowest number in the marked packet
   */
  record Congestion(int type, int flags, long lowestTsn) implements SctpChunk {}

  /**
   * Authentication of the following chunks, <a
   * href="https://www.rfc-editor.org/rfc/rfc4895#section-4.1">RFC 4895</a>.
   *
   * @param flags 8 bits
   * @param key identifier of the shared key
   * @param algorithm 1 for SHA-1, 3 for SHA-256
   * @param hmac the code
   */
  record Authentication(int flags, int key, int algorithm, OctetString hmac) implements SctpChunk {
    @Override
    public int type() {
      return 15;
    }
  }

  /**
   * Change of the addresses, or its acknowledgment, <a
   * href="https://www.rfc-editor.org/rfc/rfc5061#section-4.1">RFC 5061</a>.
   *
   * @param isAck whether it is the acknowledgment
   * @param flags 8 bits
   * @param sequence number of the change, 32 bits
   * @param parameters the changes or their results; the first one of a request is an address of the
   *     sender
   */
  record AddressConfiguration(
      boolean isAck, int flags, long sequence, List<SctpParameter> parameters)
      implements SctpChunk {
    /** Copies the parameters. */
    public AddressConfiguration {
      parameters = List.copyOf(parameters);
    }

    @Override
    public int type() {
      return isAck ? 128 : 193;
    }
  }

  /**
   * Padding, <a href="https://www.rfc-editor.org/rfc/rfc4820">RFC 4820</a>.
   *
   * @param flags 8 bits
   * @param octets octets without meaning
   */
  record Padding(int flags, OctetString octets) implements SctpChunk {
    @Override
    public int type() {
      return 132;
    }
  }

  /**
   * Data that the receiver need not wait for, <a
   * href="https://www.rfc-editor.org/rfc/rfc3758#section-3.2">RFC 3758</a>.
   *
   * @param flags 8 bits
   * @param cumulativeTsn the receiver treats all numbers up to this one as received
   * @param skipped last skipped numbers by stream
   */
  record ForwardTsn(int flags, long cumulativeTsn, List<Skipped> skipped) implements SctpChunk {

    /**
     * A stream and the last number skipped in it.
     *
     * @param stream stream identifier, 16 bits
     * @param ssn stream sequence number, 16 bits
     */
    public record Skipped(int stream, int ssn) {}

    /** Copies the list. */
    public ForwardTsn {
      skipped = List.copyOf(skipped);
    }

    @Override
    public int type() {
      return 192;
    }
  }

  /**
   * The same with interleaving of messages, <a
   * href="https://www.rfc-editor.org/rfc/rfc8260#section-2.3.1">RFC 8260</a>.
   *
   * @param flags 8 bits
   * @param cumulativeTsn the receiver treats all numbers up to this one as received
   * @param skipped last skipped messages by stream
   */
  record InterleavedForwardTsn(int flags, long cumulativeTsn, List<Skipped> skipped)
      implements SctpChunk {

    /**
     * A stream and the last message skipped in it.
     *
     * @param stream stream identifier, 16 bits
     * @param flags 1 for unordered messages
     * @param message message identifier, 32 bits
     */
    public record Skipped(int stream, int flags, long message) {}

    /** Copies the list. */
    public InterleavedForwardTsn {
      skipped = List.copyOf(skipped);
    }

    @Override
    public int type() {
      return 194;
    }
  }

  /**
   * Any other chunk, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param flags 8 bits
   * @param octets the octets after the length
   */
  record Unknown(int type, int flags, OctetString octets) implements SctpChunk {}

  /**
   * Undecodable octets up to the end of the packet; always the last chunk.
   *
   * @param octets these octets
   * @param reason why they do not form a chunk
   */
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
