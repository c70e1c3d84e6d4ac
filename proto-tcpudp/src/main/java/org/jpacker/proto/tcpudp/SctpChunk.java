package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * A chunk of SCTP, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.3">RFC 9260, section
 * 3.3</a>. The types are <a
 * href="https://www.iana.org/assignments/sctp-parameters/sctp-parameters.xhtml">IANA's</a>.
 */
public sealed interface SctpChunk extends Shaped {

  /** The type octet; -1 for octets that do not form a complete chunk. */
  default int type() {
    return (int) SctpChunks.ALL.number(this);
  }

  /** The flags octet. */
  int flags();

  @Override
  default void tell(Told out) {
    out.named(SctpChunks.TYPES).add("sctp.chunk_type", type());
    out.hex(2).add("sctp.chunk_flags", flags());
  }

  /** A chunk of another module, see {@link Sctp#CHUNK_TYPES}. */
  non-sealed interface Added extends SctpChunk {}

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
    public Data parts(Parts in) {
      return new Data(
          in.extra("flags", flags),
          in.u32("sctp.data_tsn_raw", tsn),
          in.hex().u16("sctp.data_sid", stream),
          in.u16("sctp.data_ssn", ssn),
          in.u32("sctp.data_payload_proto_id", protocol),
          in.rest("data", data));
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
    public InterleavedData parts(Parts in) {
      int flags = in.extra("flags", this.flags);
      long tsn = in.u32("sctp.data_tsn_raw", this.tsn);
      int stream = in.hex().u16("sctp.data_sid", this.stream);
      in.reserved(16);
      return new InterleavedData(
          flags,
          tsn,
          stream,
          in.u32("sctp.data_mid", message),
          in.u32("protocolOrFragment", protocolOrFragment),
          in.rest("data", data));
    }

    @Override
    public void tell(Told out) {
      SctpChunk.super.tell(out);
      out.add("sctp.data_payload_proto_id", isFirst() ? protocolOrFragment : null);
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
    @Override
    public Init parts(Parts in) {
      boolean isAck = in.type(this.isAck ? 2 : 1) == 2;
      return new Init(
          isAck,
          in.extra("flags", flags),
          in.hex().u32(isAck ? "sctp.initack_initiate_tag" : "sctp.init_initiate_tag", tag),
          in.u32(isAck ? "sctp.initack_credit" : "sctp.init_credit", credit),
          in.u16(isAck ? "sctp.initack_nr_out_streams" : "sctp.init_nr_out_streams", outStreams),
          in.u16(isAck ? "sctp.initack_nr_in_streams" : "sctp.init_nr_in_streams", inStreams),
          in.u32(isAck ? "sctp.initack_initial_tsn" : "sctp.init_initial_tsn", tsn),
          in.series("parameters", SctpParameters.ALL, parameters));
    }

    /** Copies the parameters. */
    public Init {
      parameters = List.copyOf(parameters);
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
    @Override
    public Sack parts(Parts in) {
      int flags = in.extra("flags", this.flags);
      long cumulativeTsn = in.u32("sctp.sack_cumulative_tsn_ack_raw", this.cumulativeTsn);
      long credit = in.u32("sctp.sack_a_rwnd", this.credit);
      int gapCount = in.u16("gapCount", gaps.size());
      int duplicateCount = in.u16("duplicateCount", duplicates.size());
      return new Sack(
          flags,
          cumulativeTsn,
          credit,
          in.times(gapCount).list("gaps", new Gap(0, 0), gaps),
          in.times(duplicateCount).values("sctp.sack_duplicate_tsn", Leaf.U32, duplicates));
    }

    /**
     * A received block.
     *
     * @param start first offset
     * @param end last offset, inclusive
     */
    public record Gap(int start, int end) implements Shaped {
      @Override
      public Gap parts(Parts in) {
        return new Gap(
            in.u16("sctp.sack_gap_block_start", start), in.u16("sctp.sack_gap_block_end", end));
      }
    }

    /** Copies the lists. */
    public Sack {
      gaps = List.copyOf(gaps);
      duplicates = List.copyOf(duplicates);
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
    @Override
    public Parameters parts(Parts in) {
      return new Parameters(
          in.type(type),
          in.extra("flags", flags),
          in.series("parameters", SctpParameters.ALL, parameters));
    }

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
    @Override
    public Errors parts(Parts in) {
      return new Errors(
          in.type(type), in.extra("flags", flags), in.series("causes", SctpCauses.ALL, causes));
    }

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
    public Shutdown parts(Parts in) {
      return new Shutdown(
          in.extra("flags", flags), in.u32("sctp.shutdown_cumulative_tsn_ack", cumulativeTsn));
    }
  }

  /**
   * Acknowledgment of a shutdown.
   *
   * @param flags 8 bits
   */
  record ShutdownAck(int flags) implements SctpChunk {
    @Override
    public ShutdownAck parts(Parts in) {
      return new ShutdownAck(in.extra("flags", flags));
    }
  }

  /**
   * Completion of a shutdown.
   *
   * @param flags 8 bits, the lowest one if the tag is that of the other side
   */
  record ShutdownComplete(int flags) implements SctpChunk {
    @Override
    public ShutdownComplete parts(Parts in) {
      return new ShutdownComplete(in.extra("flags", flags));
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
    public CookieEcho parts(Parts in) {
      return new CookieEcho(in.extra("flags", flags), in.rest("sctp.cookie", cookie));
    }
  }

  /**
   * Acknowledgment of the state cookie.
   *
   * @param flags 8 bits
   */
  record CookieAck(int flags) implements SctpChunk {
    @Override
    public CookieAck parts(Parts in) {
      return new CookieAck(in.extra("flags", flags));
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
  record Congestion(int type, int flags, long lowestTsn) implements SctpChunk {
    @Override
    public Congestion parts(Parts in) {
      int type = in.type(this.type);
      return new Congestion(
          type,
          in.extra("flags", flags),
          in.u32(type == 12 ? "sctp.ecne_lowest_tsn" : "sctp.cwr_lowest_tsn", lowestTsn));
    }
  }

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
    public Authentication parts(Parts in) {
      return new Authentication(
          in.extra("flags", flags),
          in.u16("sctp.shared_key_id", key),
          in.u16("algorithm", algorithm),
          in.rest("sctp.hmac", hmac));
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
    @Override
    public AddressConfiguration parts(Parts in) {
      boolean isAck = in.type(this.isAck ? 128 : 193) == 128;
      return new AddressConfiguration(
          isAck,
          in.extra("flags", flags),
          in.hex()
              .u32(isAck ? "sctp.asconf_ack_seq_nr_number" : "sctp.asconf_seq_nr_number", sequence),
          in.series("parameters", SctpParameters.ALL, parameters));
    }

    /** Copies the parameters. */
    public AddressConfiguration {
      parameters = List.copyOf(parameters);
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
    public Padding parts(Parts in) {
      return new Padding(in.extra("flags", flags), in.rest("sctp.padding_data", octets));
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
    @Override
    public ForwardTsn parts(Parts in) {
      return new ForwardTsn(
          in.extra("flags", flags),
          in.u32("sctp.forward_tsn_tsn", cumulativeTsn),
          in.list("skipped", new Skipped(0, 0), skipped));
    }

    /**
     * A stream and the last number skipped in it.
     *
     * @param stream stream identifier, 16 bits
     * @param ssn stream sequence number, 16 bits
     */
    public record Skipped(int stream, int ssn) implements Shaped {
      @Override
      public Skipped parts(Parts in) {
        return new Skipped(
            in.u16("sctp.forward_tsn_sid", stream), in.u16("sctp.forward_tsn_ssn", ssn));
      }
    }

    /** Copies the list. */
    public ForwardTsn {
      skipped = List.copyOf(skipped);
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
    @Override
    public InterleavedForwardTsn parts(Parts in) {
      return new InterleavedForwardTsn(
          in.extra("flags", flags),
          in.u32("sctp.i_forward_tsn_tsn", cumulativeTsn),
          in.list("skipped", new Skipped(0, 0, 0), skipped));
    }

    /**
     * A stream and the last message skipped in it.
     *
     * @param stream stream identifier, 16 bits
     * @param flags 1 for unordered messages
     * @param message message identifier, 32 bits
     */
    public record Skipped(int stream, int flags, long message) implements Shaped {
      @Override
      public Skipped parts(Parts in) {
        return new Skipped(
            in.u16("stream", stream), in.u16("flags", flags), in.u32("message", message));
      }
    }

    /** Copies the list. */
    public InterleavedForwardTsn {
      skipped = List.copyOf(skipped);
    }
  }

  /**
   * Any other chunk, and one of the above with malformed contents.
   *
   * @param type the type octet
   * @param flags 8 bits
   * @param octets the octets after the length
   */
  record Unknown(int type, int flags, OctetString octets) implements SctpChunk {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.extra("flags", flags), in.rest("octets", octets));
    }
  }

  /**
   * Undecodable octets up to the end of the packet; always the last chunk.
   *
   * @param octets these octets
   * @param reason why they do not form a chunk
   */
  record Truncated(OctetString octets, String reason) implements SctpChunk {
    @Override
    public Truncated parts(Parts in) {
      return new Truncated(in.rest("octets", octets), in.reason(reason));
    }

    /** None: they have no type. */
    @Override
    public void tell(Told out) {}

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
