package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * What an option of multipath TCP says, <a
 * href="https://www.rfc-editor.org/rfc/rfc8684#section-3">RFC 8684</a>; version 0 is that of <a
 * href="https://www.rfc-editor.org/rfc/rfc6824#section-3">RFC 6824</a>. Numbers of 64 bits have no
 * sign.
 */
public sealed interface MptcpMessage {

  /** The upper four bits. */
  int subtype();

  /**
   * A connection begins.
   *
   * @param version 4 bits
   * @param flags 8 bits, the highest for checksums
   * @param keys the sender's, and behind it the receiver's; none in a SYN of version 1
   * @param data length of the first data and their checksum: none, two or four octets
   */
  record Capable(int version, int flags, List<Long> keys, OctetString data)
      implements MptcpMessage {
    /** Keeps a copy of the keys. */
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
   * A subflow wants to join, in a SYN.
   *
   * @param flags 4 bits, the lowest for a subflow that is a backup
   * @param token of the receiver, 32 bits
   * @param nonce 32 bits
   */
  record JoinRequest(int flags, int addressId, long token, long nonce) implements MptcpMessage {
    @Override
    public int subtype() {
      return 1;
    }
  }

  /**
   * The answer, in a SYN with ACK.
   *
   * @param flags 4 bits, the lowest for a subflow that is a backup
   * @param hmac the first 64 bits of it
   * @param nonce 32 bits
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
   * The answer to that.
   *
   * @param hmac 20 octets
   */
  record JoinConfirmation(OctetString hmac) implements MptcpMessage {
    @Override
    public int subtype() {
      return 1;
    }
  }

  /**
   * Where the data belong in the whole, and what came of the whole.
   *
   * @param flags which parts there are: 1 for an acknowledgment, 2 for 64 bits of it, 4 for a
   *     mapping, 8 for 64 bits of sequence number, 16 for the end of the data
   * @param ack of the whole
   * @param sequence number of the first octet in the whole
   * @param subflowSequence the same in the subflow, relative
   * @param length octets that are mapped
   * @param checksum -1 where there is none
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
   * The sender has another address.
   *
   * @param flags 4 bits: 1 for an echo; in version 0 it is the version of IP
   * @param port -1 where there is none
   * @param hmac the last 64 bits of it, or none in an echo and in version 0
   */
  record AddAddress(int flags, int addressId, Address address, int port, OctetString hmac)
      implements MptcpMessage {
    @Override
    public int subtype() {
      return 3;
    }
  }

  /** The sender has some addresses no more. */
  record RemoveAddress(List<Integer> addressIds) implements MptcpMessage {
    /** Keeps a copy. */
    public RemoveAddress {
      addressIds = List.copyOf(addressIds);
    }

    @Override
    public int subtype() {
      return 4;
    }
  }

  /**
   * Whether a subflow is a backup.
   *
   * @param addressId of the subflow, -1 for this one
   */
  record Priority(boolean isBackup, int addressId) implements MptcpMessage {
    @Override
    public int subtype() {
      return 5;
    }
  }

  /**
   * A checksum was wrong.
   *
   * @param sequence number of the data in the whole, 64 bits
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
   * The connection is over at once.
   *
   * @param key of the receiver, 64 bits
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
   * A subflow is over.
   *
   * @param flags 4 bits, the lowest for a state that may pass
   * @param reason 8 bits
   */
  record Reset(int flags, int reason) implements MptcpMessage {
    @Override
    public int subtype() {
      return 8;
    }
  }

  /**
   * Any other, and one of those above whose contents are not theirs.
   *
   * @param octets all of them, the subtype in the first
   */
  record Unknown(OctetString octets) implements MptcpMessage {
    /** -1 where there are no octets. */
    @Override
    public int subtype() {
      return octets.size() == 0 ? -1 : octets.u8(0) >>> 4;
    }
  }
}
