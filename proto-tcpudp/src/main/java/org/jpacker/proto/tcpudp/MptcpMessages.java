package org.jpacker.proto.tcpudp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes the contents of multipath TCP options. */
final class MptcpMessages {
  private static final int KEY = 8;
  private static final int IPV6 = 16;

  private MptcpMessages() {}

  static MptcpMessage decode(byte[] octets) {
    OctetReader in = new OctetReader(octets);
    int first = in.u8();
    MptcpMessage message = known(first >>> 4, first & 0xf, octets.length, in);
    boolean isWhole = message != null && Arrays.equals(encode(message), octets);
    return isWhole ? message : new MptcpMessage.Unknown(new OctetString(octets));
  }

  private static MptcpMessage known(int subtype, int low, int size, OctetReader in) {
    return switch (subtype) {
      case 0 -> {
        int flags = in.u8();
        List<Long> keys = new ArrayList<>();
        while (in.left() >= KEY) {
          keys.add(in.u64());
        }
        yield new MptcpMessage.Capable(low, flags, keys, in.rest());
      }
      case 1 -> join(low, size, in);
      case 2 -> dataSequence(in);
      case 3 -> address(low, in);
      case 4 -> {
        List<Integer> ids = new ArrayList<>();
        while (in.hasMore()) {
          ids.add(in.u8());
        }
        yield new MptcpMessage.RemoveAddress(ids);
      }
      case 5 -> new MptcpMessage.Priority(low == 1, in.hasMore() ? in.u8() : -1);
      case 6 -> {
        in.u8();
        yield new MptcpMessage.Fail(in.u64());
      }
      case 7 -> {
        in.u8();
        yield new MptcpMessage.FastClose(in.u64());
      }
      case 8 -> new MptcpMessage.Reset(low, in.u8());
      default -> null;
    };
  }

  /** The contents of a join depend on the segment; the size distinguishes them. */
  private static MptcpMessage join(int low, int size, OctetReader in) {
    return switch (size) {
      case 10 -> new MptcpMessage.JoinRequest(low, in.u8(), in.u32(), in.u32());
      case 14 -> new MptcpMessage.JoinAnswer(low, in.u8(), in.u64(), in.u32());
      case 22 -> {
        in.u8();
        yield new MptcpMessage.JoinConfirmation(in.rest());
      }
      default -> null;
    };
  }

  private static MptcpMessage dataSequence(OctetReader in) {
    int flags = in.u8();
    long ack = 0;
    if ((flags & MptcpMessage.DataSequence.ACK) != 0) {
      ack = (flags & MptcpMessage.DataSequence.ACK_IS_LONG) != 0 ? in.u64() : in.u32();
    }
    if ((flags & MptcpMessage.DataSequence.MAPPING) == 0) {
      return new MptcpMessage.DataSequence(flags, ack, 0, 0, 0, -1);
    }
    boolean isLong = (flags & MptcpMessage.DataSequence.SEQUENCE_IS_LONG) != 0;
    return new MptcpMessage.DataSequence(
        flags, ack, isLong ? in.u64() : in.u32(), in.u32(), in.u16(), in.hasMore() ? in.u16() : -1);
  }

  /** The sizes of addresses, ports and codes are such that no sum is ambiguous. */
  private static MptcpMessage address(int low, OctetReader in) {
    int id = in.u8();
    Address address = in.left() >= IPV6 ? in.ipv6() : in.ipv4();
    int port = in.left() % KEY == 2 ? in.u16() : -1;
    return new MptcpMessage.AddAddress(low, id, address, port, in.rest());
  }

  static byte[] encode(MptcpMessage message) {
    OctetWriter out = new OctetWriter("tcp.options.mptcp");
    if (message instanceof MptcpMessage.Unknown unknown) {
      return unknown.octets().octets();
    } else if (message instanceof MptcpMessage.Capable m) {
      out.u8(m.version()).u8(m.flags());
      m.keys().forEach(out::u64);
      out.octets(m.data());
    } else if (message instanceof MptcpMessage.JoinRequest m) {
      out.u8(m.flags()).u8(m.addressId()).u32(m.token()).u32(m.nonce());
    } else if (message instanceof MptcpMessage.JoinAnswer m) {
      out.u8(m.flags()).u8(m.addressId()).u64(m.hmac()).u32(m.nonce());
    } else if (message instanceof MptcpMessage.JoinConfirmation m) {
      out.u16(0).octets(m.hmac());
    } else if (message instanceof MptcpMessage.DataSequence m) {
      out.u8(0).u8(m.flags());
      encode(m, out);
    } else if (message instanceof MptcpMessage.AddAddress m) {
      out.u8(m.flags()).u8(m.addressId()).address(m.address());
      if (m.port() >= 0) {
        out.u16(m.port());
      }
      out.octets(m.hmac());
    } else if (message instanceof MptcpMessage.RemoveAddress m) {
      out.u8(0);
      m.addressIds().forEach(out::u8);
    } else if (message instanceof MptcpMessage.Priority m) {
      out.u8(m.isBackup() ? 1 : 0);
      if (m.addressId() >= 0) {
        out.u8(m.addressId());
      }
    } else if (message instanceof MptcpMessage.Fail m) {
      out.u16(0).u64(m.sequence());
    } else if (message instanceof MptcpMessage.FastClose m) {
      out.u16(0).u64(m.key());
    } else if (message instanceof MptcpMessage.Reset m) {
      out.u8(m.flags()).u8(m.reason());
    }
    byte[] octets = out.octets();
    octets[0] |= (byte) (message.subtype() << 4);
    return octets;
  }

  private static void encode(MptcpMessage.DataSequence m, OctetWriter out) {
    if ((m.flags() & MptcpMessage.DataSequence.ACK) != 0) {
      number(out, m.ack(), (m.flags() & MptcpMessage.DataSequence.ACK_IS_LONG) != 0);
    }
    if ((m.flags() & MptcpMessage.DataSequence.MAPPING) != 0) {
      number(out, m.sequence(), (m.flags() & MptcpMessage.DataSequence.SEQUENCE_IS_LONG) != 0);
      out.u32(m.subflowSequence()).u16(m.length());
      if (m.checksum() >= 0) {
        out.u16(m.checksum());
      }
    }
  }

  private static void number(OctetWriter out, long value, boolean isLong) {
    if (isLong) {
      out.u64(value);
    } else {
      out.u32(value);
    }
  }
}
