package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * Contents of a multipath TCP option, <a
 * href="https://www.rfc-editor.org/rfc/rfc8684#section-3">RFC 8684</a>; version 0 is that of <a
 * href="https://www.rfc-editor.org/rfc/rfc6824#section-3">RFC 6824</a>. Numbers of 64 bits are
 * unsigned.
 */
public sealed interface MptcpMessage extends Shaped {

  /** The subtype: the upper four bits. */
  default int subtype() {
    return (int) MptcpMessages.ALL.number(this);
  }

  /**
   * Start of a connection (MP_CAPABLE).
   *
   * @param version 4 bits
   * @param flags 8 bits; the highest one for checksums
   * @param keys key of the sender, then that of the receiver; none in a SYN of version 1
   * @param data length of the first data and their checksum: none, two or four octets
   */
  record Capable(int version, int flags, List<Long> keys, OctetString data)
      implements MptcpMessage {
    @Override
    public Capable parts(Parts in) {
      int version = in.bits("tcp.options.mptcp.version", 4, this.version);
      int flags = in.u8("flags", this.flags);
      long count = in.infer("count", in.left() / 8, this.keys.size());
      List<Long> keys = in.times(count).values("keys", Leaf.U64, this.keys);
      return new Capable(version, flags, keys, in.rest("data", data));
    }

    @Override
    public void tell(Told out) {
      List<String> unsigned = keys.stream().map(Long::toUnsignedString).toList();
      out.add("tcp.options.mptcp.sendkey", unsigned.stream().limit(1).toList());
      out.add("tcp.options.mptcp.recvkey", unsigned.stream().skip(1).toList());
      out.add(
          "tcp.options.mptcp.datalvllen", data.size() < 2 ? null : data.u8(0) << 8 | data.u8(1));
    }

    /** Copies the keys. */
    public Capable {
      keys = List.copyOf(keys);
    }

    @Override
    public String toString() {
      return "Capable[version="
          + version
          + ", flags="
          + flags
          + ", keys="
          + keys.stream().map(Long::toUnsignedString).toList()
          + ", data="
          + data
          + "]";
    }
  }

  /**
   * Request of a subflow to join, in a SYN (MP_JOIN).
   *
   * @param flags 4 bits; the lowest one for a backup subflow
   * @param addressId identifier of the sender's address
   * @param token token of the receiver's connection, 32 bits
   * @param nonce random number, 32 bits
   */
  record JoinRequest(int flags, int addressId, long token, long nonce) implements MptcpMessage {
    @Override
    public JoinRequest parts(Parts in) {
      return new JoinRequest(
          in.bits("flags", 4, flags),
          in.u8("tcp.options.mptcp.addrid", addressId),
          in.u32("tcp.options.mptcp.recvtok", token),
          in.u32("tcp.options.mptcp.sendrand", nonce));
    }
  }

  /**
   * Answer to the request, in a SYN with ACK.
   *
   * @param flags 4 bits; the lowest one for a backup subflow
   * @param addressId identifier of the sender's address
   * @param hmac first 64 bits of the HMAC
   * @param nonce random number, 32 bits
   */
  record JoinAnswer(int flags, int addressId, long hmac, long nonce) implements MptcpMessage {
    @Override
    public JoinAnswer parts(Parts in) {
      return new JoinAnswer(
          in.bits("flags", 4, flags),
          in.u8("tcp.options.mptcp.addrid", addressId),
          in.u64("tcp.options.mptcp.sendtrunchmac", hmac),
          in.u32("tcp.options.mptcp.sendrand", nonce));
    }

    @Override
    public String toString() {
      return "JoinAnswer[flags="
          + flags
          + ", addressId="
          + addressId
          + ", hmac="
          + Long.toUnsignedString(hmac)
          + ", nonce="
          + nonce
          + "]";
    }
  }

  /**
   * Confirmation of the answer.
   *
   * @param hmac HMAC of 20 octets
   */
  record JoinConfirmation(OctetString hmac) implements MptcpMessage {
    @Override
    public JoinConfirmation parts(Parts in) {
      in.reserved(12);
      in.require(in.left() == 20);
      return new JoinConfirmation(in.rest("tcp.options.mptcp.sendhmac", hmac));
    }
  }

  /**
   * Position of the data in the connection, and acknowledgment at that level (DSS).
   *
   * @param flags parts that are present: 1 for an acknowledgment, 2 for 64 bits of it, 4 for a
   *     mapping, 8 for 64 bits of sequence number, 16 for the end of the data
   * @param ack acknowledgment number in the connection
   * @param sequence number of the first octet in the connection
   * @param subflowSequence relative number of that octet in the subflow
   * @param length mapped octets
   * @param checksum -1 if absent
   */
  record DataSequence(
      int flags, long ack, long sequence, long subflowSequence, int length, int checksum)
      implements MptcpMessage {
    @Override
    public DataSequence parts(Parts in) {
      in.reserved(4);
      int flags = in.u8("flags", this.flags);
      boolean isMapped = (flags & MAPPING) != 0;
      long ack =
          in.when((flags & ACK) != 0)
              .longBits(
                  "tcp.options.mptcp.rawdataack", (flags & ACK_IS_LONG) != 0 ? 64 : 32, this.ack);
      return new DataSequence(
          flags,
          ack,
          in.when(isMapped)
              .longBits(
                  "tcp.options.mptcp.rawdataseqno",
                  (flags & SEQUENCE_IS_LONG) != 0 ? 64 : 32,
                  sequence),
          in.when(isMapped).u32("tcp.options.mptcp.subflowseqno", subflowSequence),
          in.when(isMapped).u16("tcp.options.mptcp.datalvllen", length),
          (isMapped ? in.ifMore(-1) : in.when(false, -1)).u16("checksum", checksum));
    }

    static final int ACK = 1;
    static final int ACK_IS_LONG = 2;
    static final int MAPPING = 4;
    static final int SEQUENCE_IS_LONG = 8;

    @Override
    public String toString() {
      return "DataSequence[flags="
          + flags
          + ", ack="
          + Long.toUnsignedString(ack)
          + ", sequence="
          + Long.toUnsignedString(sequence)
          + ", subflowSequence="
          + subflowSequence
          + ", length="
          + length
          + ", checksum="
          + checksum
          + "]";
    }
  }

  /**
   * A further address of the sender (ADD_ADDR).
   *
   * @param flags 4 bits: 1 for an echo; the IP version in version 0
   * @param addressId identifier of the address
   * @param address the address
   * @param port -1 if absent
   * @param hmac last 64 bits of the HMAC; empty in an echo and in version 0
   */
  record AddAddress(int flags, int addressId, Address address, int port, OctetString hmac)
      implements MptcpMessage {
    @Override
    public AddAddress parts(Parts in) {
      int flags = in.bits("flags", 4, this.flags);
      int id = in.u8("tcp.options.mptcp.addrid", addressId);
      boolean isIpv6 = in.infer("isIpv6", in.left() >= 16, address instanceof Address.Ipv6);
      // the sizes of addresses, ports and codes are such that no sum is ambiguous
      boolean hasPort = in.infer("hasPort", (in.left() - (isIpv6 ? 16 : 4)) % 8 == 2, port >= 0);
      return new AddAddress(
          flags,
          id,
          in.ip(isIpv6, "tcp.options.mptcp.ipv4", "tcp.options.mptcp.ipv6", address),
          in.when(hasPort, -1).u16("tcp.options.mptcp.port", port),
          in.rest("hmac", hmac));
    }
  }

  /**
   * Addresses that the sender no longer has (REMOVE_ADDR).
   *
   * @param addressIds their identifiers
   */
  record RemoveAddress(List<Integer> addressIds) implements MptcpMessage {
    @Override
    public RemoveAddress parts(Parts in) {
      in.reserved(4);
      return new RemoveAddress(in.values("tcp.options.mptcp.addrid", Leaf.U8, addressIds));
    }

    /** Copies the identifiers. */
    public RemoveAddress {
      addressIds = List.copyOf(addressIds);
    }
  }

  /**
   * Priority of a subflow (MP_PRIO).
   *
   * @param isBackup whether the subflow is a backup
   * @param addressId identifier of the subflow's address, -1 for this subflow
   */
  record Priority(boolean isBackup, int addressId) implements MptcpMessage {
    @Override
    public Priority parts(Parts in) {
      in.reserved(3);
      return new Priority(in.flag("isBackup", isBackup), in.ifMore(-1).u8("addressId", addressId));
    }
  }

  /**
   * A wrong checksum (MP_FAIL).
   *
   * @param sequence number of the data in the connection, 64 bits
   */
  record Fail(long sequence) implements MptcpMessage {
    @Override
    public Fail parts(Parts in) {
      in.reserved(12);
      return new Fail(in.u64("sequence", sequence));
    }

    @Override
    public String toString() {
      return "Fail[sequence=" + Long.toUnsignedString(sequence) + "]";
    }
  }

  /**
   * Immediate end of the connection (MP_FASTCLOSE).
   *
   * @param key key of the receiver, 64 bits
   */
  record FastClose(long key) implements MptcpMessage {
    @Override
    public FastClose parts(Parts in) {
      in.reserved(12);
      return new FastClose(in.u64("key", key));
    }

    @Override
    public String toString() {
      return "FastClose[key=" + Long.toUnsignedString(key) + "]";
    }
  }

  /**
   * End of a subflow (MP_TCPRST).
   *
   * @param flags 4 bits; the lowest one for a transient reason
   * @param reason reason code, 8 bits
   */
  record Reset(int flags, int reason) implements MptcpMessage {
    @Override
    public Reset parts(Parts in) {
      return new Reset(in.bits("flags", 4, flags), in.u8("tcp.options.mptcp.rst_reason", reason));
    }
  }

  /**
   * Any other message, and one of the above with malformed contents.
   *
   * @param octets all octets, with the subtype in the first
   */
  record Unknown(OctetString octets) implements MptcpMessage {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.rest("octets", octets));
    }

    /** -1 without octets. */
    @Override
    public int subtype() {
      return octets.size() == 0 ? -1 : octets.u8(0) >>> 4;
    }
  }
}
