package org.jpacker.proto.tcpudp;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

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
  record Data(int flags, long tsn, int stream, int ssn, long protocol, byte[] data)
      implements SctpChunk {
    /** Keeps a copy of the data. */
    public Data {
      data = data.clone();
    }

    @Override
    public int type() {
      return 0;
    }

    /** A copy of the data. */
    @Override
    public byte[] data() {
      return data.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Data chunk
          && flags == chunk.flags
          && tsn == chunk.tsn
          && stream == chunk.stream
          && ssn == chunk.ssn
          && protocol == chunk.protocol
          && Arrays.equals(data, chunk.data);
    }

    @Override
    public int hashCode() {
      return 31 * Long.hashCode(tsn) + Arrays.hashCode(data);
    }

    @Override
    public String toString() {
      return "Data[flags=%d, tsn=%d, stream=%d, ssn=%d, protocol=%d, data=%s]"
          .formatted(flags, tsn, stream, ssn, protocol, HexFormat.of().formatHex(data));
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
      List<Parameter> parameters)
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

  /** The end of sending: what has arrived, without a gap before it. */
  record Shutdown(int flags, long cumulativeTsn) implements SctpChunk {
    @Override
    public int type() {
      return 7;
    }
  }

  /** The state cookie came. */
  record CookieAck(int flags) implements SctpChunk {
    @Override
    public int type() {
      return 11;
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

  /**
   * A chunk that consists of parameters.
   *
   * @param type 4 and 5 for a heartbeat and its answer, 6 for an abort with its causes, 9 for
   *     errors, 130 for a reconfiguration
   */
  record Parameters(int type, int flags, List<Parameter> parameters) implements SctpChunk {
    /** Keeps a copy of the parameters. */
    public Parameters {
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * Any other chunk, such as 10, the echo of a cookie, and one of those above whose length is not
   * theirs.
   */
  record Unknown(int type, int flags, byte[] octets) implements SctpChunk {
    /** Keeps a copy of the octets. */
    public Unknown {
      octets = octets.clone();
    }

    /** A copy of the octets behind the chunk's length. */
    @Override
    public byte[] octets() {
      return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Unknown chunk
          && type == chunk.type
          && flags == chunk.flags
          && Arrays.equals(octets, chunk.octets);
    }

    @Override
    public int hashCode() {
      return 31 * type + Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Unknown[type=%d, flags=%d, octets=%s]"
          .formatted(type, flags, HexFormat.of().formatHex(octets));
    }
  }

  /** What could not be read, to the end of the packet; always the last. */
  record Truncated(byte[] octets, String reason) implements SctpChunk {
    /** Keeps a copy of the octets. */
    public Truncated {
      octets = octets.clone();
    }

    @Override
    public int type() {
      return -1;
    }

    @Override
    public int flags() {
      return 0;
    }

    /** A copy of the octets, from the type on. */
    @Override
    public byte[] octets() {
      return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Truncated chunk && Arrays.equals(octets, chunk.octets);
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

  /** A parameter of a chunk, or the cause of an error. */
  record Parameter(int type, byte[] octets) {
    /** Keeps a copy of the octets. */
    public Parameter {
      octets = octets.clone();
    }

    /** A copy of the value. */
    @Override
    public byte[] octets() {
      return octets.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Parameter parameter
          && type == parameter.type
          && Arrays.equals(octets, parameter.octets);
    }

    @Override
    public int hashCode() {
      return 31 * type + Arrays.hashCode(octets);
    }

    @Override
    public String toString() {
      return "Parameter[type=%d, octets=%s]".formatted(type, HexFormat.of().formatHex(octets));
    }
  }
}
