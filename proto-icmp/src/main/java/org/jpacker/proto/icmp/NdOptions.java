package org.jpacker.proto.icmp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;

/** Decodes and encodes the options of neighbour discovery, which come in units of eight octets. */
final class NdOptions {
  private static final int UNIT = 8;
  private static final int MOST_UNITS = 255;

  private NdOptions() {}

  static List<NdOption> decode(byte[] octets) {
    List<NdOption> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int left = octets.length - at;
      int length = left < 2 ? 0 : (octets[at + 1] & 0xff) * UNIT;
      if (length == 0 || length > left) {
        String reason =
            left < 2 ? "no length" : "length " + length + ", " + left + " octets are left";
        options.add(new NdOption.Truncated(Arrays.copyOfRange(octets, at, octets.length), reason));
        break;
      }
      options.add(option(octets[at] & 0xff, Arrays.copyOfRange(octets, at + 2, at + length)));
      at += length;
    }
    return List.copyOf(options);
  }

  private static NdOption option(int type, byte[] contents) {
    ByteBuffer in = ByteBuffer.wrap(contents);
    if ((type == 1 || type == 2) && contents.length == 6) {
      Address.Mac address = Address.Mac.of(contents);
      return type == 1
          ? new NdOption.SourceLinkLayer(address)
          : new NdOption.TargetLinkLayer(address);
    }
    if (type == 3 && contents.length == 30) {
      int bits = in.get() & 0xff;
      int flags = in.get();
      long valid = in.getInt() & 0xffffffffL;
      long preferred = in.getInt() & 0xffffffffL;
      byte[] prefix = Arrays.copyOfRange(contents, 14, 30);
      NdOption.PrefixInformation information =
          new NdOption.PrefixInformation(
              bits,
              (flags & 0x80) != 0,
              (flags & 0x40) != 0,
              valid,
              preferred,
              Address.Ipv6.of(prefix));
      // reserved bits that are set would be lost: then the octets say it better
      return Arrays.equals(contents(information), contents)
          ? information
          : new NdOption.Unknown(type, contents);
    }
    if (type == 5 && contents.length == 6 && in.getShort(0) == 0) {
      return new NdOption.Mtu(in.getInt(2) & 0xffffffffL);
    }
    return new NdOption.Unknown(type, contents);
  }

  static byte[] encode(List<? extends NdOption> options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (NdOption option : options) {
      if (option instanceof NdOption.Truncated truncated) {
        out.writeBytes(truncated.octets());
        continue;
      }
      byte[] contents = contents(option);
      int units = (2 + contents.length + UNIT - 1) / UNIT;
      if (units > MOST_UNITS) {
        throw new IllegalArgumentException(
            "icmpv6.opt: " + contents.length + " octets do not fit into one option");
      }
      out.write(option.type());
      out.write(units);
      out.writeBytes(Arrays.copyOf(contents, units * UNIT - 2));
    }
    return out.toByteArray();
  }

  private static byte[] contents(NdOption option) {
    if (option instanceof NdOption.SourceLinkLayer source) {
      return source.address().toBytes();
    }
    if (option instanceof NdOption.TargetLinkLayer target) {
      return target.address().toBytes();
    }
    if (option instanceof NdOption.PrefixInformation prefix) {
      return ByteBuffer.allocate(30)
          .put((byte) prefix.length())
          .put((byte) ((prefix.onLink() ? 0x80 : 0) | (prefix.autonomous() ? 0x40 : 0)))
          .putInt((int) prefix.valid())
          .putInt((int) prefix.preferred())
          .putInt(0)
          .put(prefix.prefix().toBytes())
          .array();
    }
    if (option instanceof NdOption.Mtu mtu) {
      return ByteBuffer.allocate(6).putShort((short) 0).putInt((int) mtu.octets()).array();
    }
    return ((NdOption.Unknown) option).octets();
  }
}
