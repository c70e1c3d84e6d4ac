package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * Contents of a multipath TCP option, <a
 * href="https://www.rfc-editor.org/rfc/rfc8684#section-3">RFC 8684</a>; version 0 is that of <a
 * href="https://www.rfc-editor.org/rfc/rfc6824#section-3">RFC 6824</a>. Numbers of 64 bits are
 * unsigned.
 */
public sealed interface MptcpMessage {

  /** The subtype: the upper four bits. */
  int subtype();

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
    /** Copies the keys. */
    public Capable {
      keys = List.copyOf(keys);
    }

    @Override
    public int subtype() {
      return 0;
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
    public int subtype() {
      return 1;
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
    public int subtype() {
      return 1;
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
    public int subtype() {
      return 1;
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
    static final int ACK = 1;
    static final int ACK_IS_LONG = 2;
    static final int MAPPING = 4;
    static final int SEQUENCE_IS_LONG = 8;

    @Override
    public int subtype() {
      return 2;
    }

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
    public int subtype() {
      return 3;
    }
  }

  /**
   * Addresses that the sender no longer has (REMOVE_ADDR).
   *
   * @param addressIds their identifiers
   */
  record RemoveAddress(List<Integer> addressIds) implements MptcpMessage {
    /** Copies the identifiers. */
    public RemoveAddress {
      addressIds = List.copyOf(addressIds);
    }

    @Override
    public int subtype() {
      return 4;
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
    public int subtype() {
      return 5;
    }
  }

  /**
   * A wrong checksum (MP_FAIL).
   *
   * @param sequence number of the data in the connection, 64 bits
   */
  record Fail(long sequence) implements MptcpMessage {
    @Override
    public int subtype() {
      return 6;
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
    public int subtype() {
      return 7;
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
    public int subtype() {
      return 8;
    }
  }

  /**
   * Any other message, and one of the above with malformed contents.
   *
   * @param octets all octets, with the subtype in the first
   */
  record Unknown(OctetString octets) implements MptcpMessage {
    /** -1 without octets. */
    @Override
    public int subtype() {
      return octets.size() == 0 ? -1 : octets.u8(0) >>> 4;
    }
  }
}
