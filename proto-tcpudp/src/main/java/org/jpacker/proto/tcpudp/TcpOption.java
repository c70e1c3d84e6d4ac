package org.jpacker.proto.tcpudp;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option of TCP, <a href="https://www.rfc-editor.org/rfc/rfc9293#section-3.2">RFC 9293, section
 * 3.2</a>. The kinds are <a
 * href="https://www.iana.org/assignments/tcp-parameters/tcp-parameters.xhtml">IANA's</a>.
 */
public sealed interface TcpOption extends Shaped {

  /** The kind octet. */
  default int kind() {
    return (int) TcpOptions.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.named(TcpOptions.KINDS).add("tcp.option_kind", kind());
  }

  /** An option of another module, see {@link Tcp#OPTION_TYPES}. */
  non-sealed interface Added extends TcpOption {}

  /** End of option list; the rest is padding. */
  record End() implements TcpOption {}

  /** No operation, for alignment of the next option. */
  record Nop() implements TcpOption {}

  /**
   * Maximum segment size.
   *
   * @param octets largest number of data octets in a segment
   */
  record MaximumSegmentSize(int octets) implements TcpOption {
    @Override
    public MaximumSegmentSize parts(Parts in) {
      return new MaximumSegmentSize(in.u16("tcp.options.mss_val", octets));
    }
  }

  /**
   * Window scale, <a href="https://www.rfc-editor.org/rfc/rfc7323#section-2">RFC 7323</a>.
   *
   * @param shift number of bits by which windows are shifted to the left
   */
  record WindowScale(int shift) implements TcpOption {
    @Override
    public WindowScale parts(Parts in) {
      return new WindowScale(in.u8("tcp.options.wscale.shift", shift));
    }
  }

  /**
   * Support for selective acknowledgments, <a
   * href="https://www.rfc-editor.org/rfc/rfc2018#section-2">RFC 2018</a>.
   */
  record SackPermitted() implements TcpOption {}

  /**
   * Selective acknowledgment, <a href="https://www.rfc-editor.org/rfc/rfc2018#section-3">RFC
   * 2018</a>.
   *
   * @param blocks received blocks
   */
  record Sack(List<Block> blocks) implements TcpOption {
    @Override
    public Sack parts(Parts in) {
      return new Sack(in.list("blocks", new Block(0, 0), blocks));
    }

    /**
     * A block of received data.
     *
     * @param left first sequence number
     * @param right sequence number after the last one
     */
    public record Block(long left, long right) implements Shaped {
      @Override
      public Block parts(Parts in) {
        return new Block(in.u32("tcp.options.sack_le", left), in.u32("tcp.options.sack_re", right));
      }
    }

    /** Copies the blocks. */
    public Sack {
      blocks = List.copyOf(blocks);
    }
  }

  /**
   * Echo (6) and its answer (7), <a href="https://www.rfc-editor.org/rfc/rfc1072#section-3">RFC
   * 1072</a>; replaced by time stamps.
   *
   * @param kind 6 or 7
   * @param value 32 bits
   */
  record Echo(int kind, long value) implements TcpOption {
    @Override
    public Echo parts(Parts in) {
      return new Echo(in.type(kind), in.u32("tcp.options.echo_value", value));
    }
  }

  /**
   * Time stamps, <a href="https://www.rfc-editor.org/rfc/rfc7323#section-3">RFC 7323</a>.
   *
   * @param value clock of the sender, 32 bits
   * @param echoReply last received clock of the other side, 32 bits
   */
  record Timestamps(long value, long echoReply) implements TcpOption {
    @Override
    public Timestamps parts(Parts in) {
      return new Timestamps(
          in.u32("tcp.options.timestamp.tsval", value),
          in.u32("tcp.options.timestamp.tsecr", echoReply));
    }
  }

  /**
   * Support for partial ordering of segments, <a
   * href="https://www.rfc-editor.org/rfc/rfc1693#section-3.1">RFC 1693</a>.
   */
  record PartialOrderPermitted() implements TcpOption {}

  /**
   * Start and end of a partial order service profile, <a
   * href="https://www.rfc-editor.org/rfc/rfc1693#section-3.1">RFC 1693</a>.
   *
   * @param start whether the profile starts here
   * @param end whether it ends here
   */
  record PartialOrderProfile(boolean start, boolean end) implements TcpOption {
    @Override
    public PartialOrderProfile parts(Parts in) {
      boolean first = in.flag("start", start);
      boolean last = in.flag("end", end);
      in.reserved(6);
      return new PartialOrderProfile(first, last);
    }
  }

  /**
   * Connection count (11), a new one (12), and its echo (13), <a
   * href="https://www.rfc-editor.org/rfc/rfc1644#section-2.2">RFC 1644</a>.
   *
   * @param kind 11, 12 or 13
   * @param count 32 bits
   */
  record ConnectionCount(int kind, long count) implements TcpOption {
    @Override
    public ConnectionCount parts(Parts in) {
      return new ConnectionCount(in.type(kind), in.u32("tcp.options.cc_value", count));
    }
  }

  /**
   * Request for an alternate checksum, <a
   * href="https://www.rfc-editor.org/rfc/rfc1146#section-2">RFC 1146</a>.
   *
   * @param number 0 for the checksum of TCP, 1 and 2 for Fletcher's with 8 and 16 bits
   */
  record AlternateChecksum(int number) implements TcpOption {
    @Override
    public AlternateChecksum parts(Parts in) {
      return new AlternateChecksum(in.u8("number", number));
    }
  }

  /**
   * MD5 signature, <a href="https://www.rfc-editor.org/rfc/rfc2385#section-3">RFC 2385</a>.
   *
   * @param digest MD5 digest, 16 octets
   */
  record Md5Signature(OctetString digest) implements TcpOption {
    @Override
    public Md5Signature parts(Parts in) {
      return new Md5Signature(in.octets("tcp.options.md5.digest", 16, digest));
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
    public ScpsCapabilities parts(Parts in) {
      return new ScpsCapabilities(
          in.u8("tcp.options.scps.vector", flags), in.u8("connection", connection));
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
    public SelectiveNegativeAck parts(Parts in) {
      return new SelectiveNegativeAck(
          in.u16("tcp.options.snack.offset", offset), in.u16("tcp.options.snack.size", size));
    }
  }

  /** End of a record in SCPS. */
  record RecordBoundary() implements TcpOption {}

  /** Corruption experienced on the path, in SCPS. */
  record CorruptionExperienced() implements TcpOption {}

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
    public QuickStart parts(Parts in) {
      in.reserved(4);
      int rate = in.bits("tcp.options.qs.rate", 4, this.rate);
      int ttlDifference = in.u8("tcp.options.qs.ttl_diff", this.ttlDifference);
      long nonce = in.longBits("nonce", 30, this.nonce);
      in.reserved(2);
      return new QuickStart(rate, ttlDifference, nonce);
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
    public UserTimeout parts(Parts in) {
      return new UserTimeout(
          in.flag("tcp.options.user_to_granularity", inMinutes),
          in.bits("tcp.options.user_to_val", 15, value));
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
    public Authentication parts(Parts in) {
      return new Authentication(
          in.u8("tcp.options.ao.keyid", key),
          in.u8("tcp.options.ao.rnextkeyid", nextKey),
          in.rest("tcp.options.ao.mac", mac));
    }
  }

  /**
   * Multipath TCP, <a href="https://www.rfc-editor.org/rfc/rfc8684#section-3">RFC 8684</a>.
   *
   * @param message contents of the option
   */
  record Mptcp(MptcpMessage message) implements TcpOption {
    @Override
    public Mptcp parts(Parts in) {
      return new Mptcp(in.toEnd().one("message", MptcpMessages.ALL, message));
    }

    @Override
    public void tell(Told out) {
      TcpOption.super.tell(out);
      out.add("tcp.options.mptcp.subtype", message.subtype() >= 0 ? message.subtype() : null);
    }
  }

  /**
   * Fast open, <a href="https://www.rfc-editor.org/rfc/rfc7413#section-4.1.1">RFC 7413</a>.
   *
   * @param cookie empty in the request for a cookie
   */
  record FastOpen(OctetString cookie) implements TcpOption {
    @Override
    public FastOpen parts(Parts in) {
      return new FastOpen(in.rest("tcp.options.tfo.cookie", cookie));
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
    public EncryptionNegotiation parts(Parts in) {
      return new EncryptionNegotiation(in.rest("suboptions", suboptions));
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
    @Override
    public AccurateEcn parts(Parts in) {
      List<Integer> counters = in.values("counters", Leaf.U24, this.counters);
      in.require(counters.size() <= 3);
      return new AccurateEcn(in.type(kind), counters);
    }

    @Override
    public void tell(Told out) {
      TcpOption.super.tell(out);
      out.add("tcp.options.acc_ecn.ee0b", counter(kind == ECT0_FIRST ? 0 : 2));
      out.add("tcp.options.acc_ecn.eceb", counter(1));
      out.add("tcp.options.acc_ecn.ee1b", counter(kind == ECT1_FIRST ? 0 : 2));
    }

    private Integer counter(int place) {
      return place < counters.size() ? counters.get(place) : null;
    }

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
    @Override
    public Experimental parts(Parts in) {
      return new Experimental(
          in.type(kind),
          in.hex().u16("tcp.options.experimental.exid", experiment),
          in.rest("octets", octets));
    }

    @Override
    public void tell(Told out) {
      TcpOption.super.tell(out);
      out.record(outcome().orElse(null));
    }

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
  record Unknown(int kind, OctetString octets) implements TcpOption {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(kind), in.rest("octets", octets));
    }
  }

  /**
   * Undecodable octets up to the end of the header; always the last option.
   *
   * @param octets including kind and length
   * @param reason such as {@code "length 0, 4 octets are left"}
   */
  record Truncated(OctetString octets, String reason) implements TcpOption {
    @Override
    public Truncated parts(Parts in) {
      return new Truncated(in.rest("octets", octets), in.reason(reason));
    }

    @Override
    public int kind() {
      return octets.size() == 0 ? -1 : octets.u8(0);
    }
  }
}
