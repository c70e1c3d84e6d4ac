package org.jpacker.proto.tcpudp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes the options of TCP. */
final class TcpOptions {
  /** RFC 9293, section 3.1: the data offset has 4 bits; the fixed header takes 5 of 15 units. */
  private static final int MOST = 40;

  private static final int MD5 = 16;

  private TcpOptions() {}

  static List<TcpOption> decode(byte[] octets) {
    List<TcpOption> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int kind = octets[at] & 0xff;
      if (kind == 0) {
        options.add(new TcpOption.End());
        break;
      }
      if (kind == 1) {
        options.add(new TcpOption.Nop());
        at++;
        continue;
      }
      int left = octets.length - at;
      int length = left < 2 ? 0 : octets[at + 1] & 0xff;
      if (length < 2 || length > left) {
        String reason =
            left < 2 ? "no length" : "length " + length + ", " + left + " octets are left";
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        options.add(new TcpOption.Truncated(new OctetString(rest), reason));
        break;
      }
      options.add(option(kind, Arrays.copyOfRange(octets, at + 2, at + length)));
      at += length;
    }
    return List.copyOf(options);
  }

  /** Whether an option of a kind from {@code first} to {@code last} is among {@code octets}. */
  static boolean holds(byte[] octets, int first, int last) {
    int at = 0;
    while (at < octets.length && octets[at] != 0) {
      int kind = octets[at] & 0xff;
      if (kind >= first && kind <= last) {
        return true;
      }
      int length = kind == 1 ? 1 : at + 1 < octets.length ? octets[at + 1] & 0xff : 0;
      if (length == 0) {
        return false;
      }
      at += length;
    }
    return false;
  }

  private static TcpOption option(int kind, byte[] contents) {
    TcpOption option = known(kind, new OctetReader(contents));
    boolean isWhole = option != null && Arrays.equals(contents(option), contents);
    return isWhole ? option : new TcpOption.Unknown(kind, new OctetString(contents));
  }

  private static TcpOption known(int kind, OctetReader in) {
    return switch (kind) {
      case 2 -> new TcpOption.MaximumSegmentSize(in.u16());
      case 3 -> new TcpOption.WindowScale(in.u8());
      case 4 -> new TcpOption.SackPermitted();
      case 5 -> {
        List<TcpOption.Sack.Block> blocks = new ArrayList<>();
        while (in.hasMore()) {
          blocks.add(new TcpOption.Sack.Block(in.u32(), in.u32()));
        }
        yield new TcpOption.Sack(blocks);
      }
      case 6, 7 -> new TcpOption.Echo(kind, in.u32());
      case 8 -> new TcpOption.Timestamps(in.u32(), in.u32());
      case 9 -> new TcpOption.PartialOrderPermitted();
      case 10 -> {
        int flags = in.u8();
        yield new TcpOption.PartialOrderProfile((flags & 0x80) != 0, (flags & 0x40) != 0);
      }
      case 11, 12, 13 -> new TcpOption.ConnectionCount(kind, in.u32());
      case 14 -> new TcpOption.AlternateChecksum(in.u8());
      case 19 -> in.left() == MD5 ? new TcpOption.Md5Signature(in.rest()) : null;
      case 20 -> new TcpOption.ScpsCapabilities(in.u8(), in.u8());
      case 21 -> new TcpOption.SelectiveNegativeAck(in.u16(), in.u16());
      case 22 -> new TcpOption.RecordBoundary();
      case 23 -> new TcpOption.CorruptionExperienced();
      case 27 -> new TcpOption.QuickStart(in.u8() & 0xf, in.u8(), in.u32() >>> 2);
      case 28 -> {
        int bits = in.u16();
        yield new TcpOption.UserTimeout(bits >>> 15 == 1, bits & 0x7fff);
      }
      case 29 -> new TcpOption.Authentication(in.u8(), in.u8(), in.rest());
      case 30 -> new TcpOption.Mptcp(MptcpMessages.decode(in.rest().octets()));
      case 34 -> new TcpOption.FastOpen(in.rest());
      case 69 -> new TcpOption.EncryptionNegotiation(in.rest());
      case TcpOption.AccurateEcn.ECT0_FIRST, TcpOption.AccurateEcn.ECT1_FIRST -> {
        List<Integer> counters = new ArrayList<>();
        while (in.hasMore() && counters.size() < 3) {
          counters.add(in.u24());
        }
        yield new TcpOption.AccurateEcn(kind, counters);
      }
      case 253, 254 -> new TcpOption.Experimental(kind, in.u16(), in.rest());
      default -> null;
    };
  }

  /** The identifiers are in the registry of experiments. */
  static Optional<TcpOption> outcome(TcpOption.Experimental option) {
    byte[] contents = option.octets().octets();
    return switch (option.experiment()) {
      case 0xf989 -> Optional.of(option(34, contents));
      case 0xacc0 -> Optional.of(option(TcpOption.AccurateEcn.ECT0_FIRST, contents));
      case 0xacc1 -> Optional.of(option(TcpOption.AccurateEcn.ECT1_FIRST, contents));
      default -> Optional.empty();
    };
  }

  /** The octets of {@code options}, padded with zeros to whole words. */
  static byte[] encode(List<? extends TcpOption> options) {
    OctetWriter out = new OctetWriter("tcp.options");
    for (TcpOption option : options) {
      if (option instanceof TcpOption.Truncated truncated) {
        out.octets(truncated.octets());
      } else if (option instanceof TcpOption.End || option instanceof TcpOption.Nop) {
        out.u8(option.kind());
      } else if (option.kind() < 2) {
        throw new IllegalArgumentException("tcp.option_kind: " + option.kind() + " has no length");
      } else {
        byte[] contents = contents(option);
        out.u8(option.kind()).u8(2 + contents.length).octets(contents);
      }
      if (out.size() > MOST) {
        throw new IllegalArgumentException(
            "tcp.options: " + out.size() + " octets do not fit into " + MOST);
      }
    }
    return out.padTo(4).octets();
  }

  private static byte[] contents(TcpOption option) {
    OctetWriter out = new OctetWriter("tcp.options");
    if (option instanceof TcpOption.MaximumSegmentSize size) {
      out.u16(size.octets());
    } else if (option instanceof TcpOption.WindowScale scale) {
      out.u8(scale.shift());
    } else if (option instanceof TcpOption.Sack sack) {
      sack.blocks().forEach(block -> out.u32(block.left()).u32(block.right()));
    } else if (option instanceof TcpOption.Echo echo) {
      out.u32(echo.value());
    } else if (option instanceof TcpOption.Timestamps times) {
      out.u32(times.value()).u32(times.echoReply());
    } else if (option instanceof TcpOption.PartialOrderProfile profile) {
      out.u8((profile.start() ? 0x80 : 0) | (profile.end() ? 0x40 : 0));
    } else if (option instanceof TcpOption.ConnectionCount count) {
      out.u32(count.count());
    } else if (option instanceof TcpOption.AlternateChecksum checksum) {
      out.u8(checksum.number());
    } else if (option instanceof TcpOption.Md5Signature signature) {
      out.octets(signature.digest());
    } else if (option instanceof TcpOption.ScpsCapabilities scps) {
      out.u8(scps.flags()).u8(scps.connection());
    } else if (option instanceof TcpOption.SelectiveNegativeAck nack) {
      out.u16(nack.offset()).u16(nack.size());
    } else if (option instanceof TcpOption.QuickStart quick) {
      out.u8(quick.rate()).u8(quick.ttlDifference()).u32(quick.nonce() << 2);
    } else if (option instanceof TcpOption.UserTimeout timeout) {
      out.u16((timeout.inMinutes() ? 1 << 15 : 0) | timeout.value());
    } else if (option instanceof TcpOption.Authentication ao) {
      out.u8(ao.key()).u8(ao.nextKey()).octets(ao.mac());
    } else if (option instanceof TcpOption.Mptcp mptcp) {
      out.octets(MptcpMessages.encode(mptcp.message()));
    } else if (option instanceof TcpOption.FastOpen fastOpen) {
      out.octets(fastOpen.cookie());
    } else if (option instanceof TcpOption.EncryptionNegotiation negotiation) {
      out.octets(negotiation.suboptions());
    } else if (option instanceof TcpOption.AccurateEcn ecn) {
      ecn.counters().forEach(out::u24);
    } else if (option instanceof TcpOption.Experimental experiment) {
      out.u16(experiment.experiment()).octets(experiment.octets());
    } else if (option instanceof TcpOption.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }
}
