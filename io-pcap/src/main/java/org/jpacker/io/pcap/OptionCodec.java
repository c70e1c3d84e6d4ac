package org.jpacker.io.pcap;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * Encodes and decodes options.
 *
 * <pre>
 * option: code 2, length 2, value, zeros up to a multiple of four; the last one has code 0
 * </pre>
 */
final class OptionCodec {
  private static final int END = 0;

  /** Maximum octets of a value; the length field has 16 bits. */
  static final int MOST = 0xffff;

  private OptionCodec() {}

  /** Decodes the options of a block, from the position of {@code in} to its limit. */
  static List<BlockOption> decode(int block, ByteBuffer in) {
    List<BlockOption> options = new ArrayList<>();
    while (in.remaining() >= 4) {
      int start = in.position();
      int code = in.getShort() & 0xffff;
      int size = in.getShort() & 0xffff;
      if (code == END) {
        return List.copyOf(options);
      }
      if (size > in.remaining()) {
        String reason =
            "option "
                + code
                + " claims "
                + size
                + " octets, its block has "
                + in.remaining()
                + " left";
        in.position(start);
        options.add(new BlockOption.Malformed(octetString(in, in.remaining()), reason));
        return List.copyOf(options);
      }
      byte[] value = octets(in, size);
      in.position(in.position() + Math.min(in.remaining(), padding(size)));
      options.add(option(block, code, value, in.order()));
    }
    return List.copyOf(options);
  }

  private static BlockOption option(int block, int code, byte[] value, ByteOrder order) {
    BlockOption option = null;
    OptionType type = OptionType.of(block, code);
    if (type != null && (type.shape.size < 0 || type.shape.size == value.length)) {
      option = known(type, value, ByteBuffer.wrap(value).order(order));
    } else if (BlockOption.Custom.isCustom(code) && value.length >= 4) {
      long enterprise = ByteBuffer.wrap(value).order(order).getInt() & 0xffffffffL;
      option = new BlockOption.Custom(code, enterprise, behind(value, 4));
    }
    return option != null ? option : new BlockOption.Unknown(code, new OctetString(value));
  }

  /** The decoded option, or null if the value is not valid for its type. */
  private static BlockOption known(OptionType type, byte[] value, ByteBuffer in) {
    switch (type.shape) {
      case TEXT:
        int end = end(value);
        String text = Utf8.decode(value, 0, end);
        return text == null ? null : new BlockOption.Text(type, text, behind(value, end));
      case OCTET:
        return new BlockOption.Number(type, value[0] & 0xff);
      case INT:
        return new BlockOption.Number(type, in.getInt() & 0xffffffffL);
      case LONG:
        return new BlockOption.Number(type, in.getLong());
      case TIME:
        return new BlockOption.Time(type, halves(in));
      case FLAGS:
        return new BlockOption.Flags(type, in.getInt());
      case RESOLUTION:
        return new BlockOption.Resolution(new TimeResolution(value[0] & 0xff));
      case KIND_AND_OCTETS:
        return value.length == 0
            ? null
            : new BlockOption.Tagged(type, value[0] & 0xff, behind(value, 1));
      case IPV4:
        return new BlockOption.NameServer(Address.Ipv4.of(value));
      case IPV6:
        return new BlockOption.NameServer(Address.Ipv6.of(value));
      case IPV4_NETWORK:
        return new BlockOption.Ipv4Network(
            Address.Ipv4.of(Arrays.copyOf(value, 4)),
            Address.Ipv4.of(Arrays.copyOfRange(value, 4, 8)));
      case IPV6_NETWORK:
        return new BlockOption.Ipv6Network(
            Address.Ipv6.of(Arrays.copyOf(value, 16)), value[16] & 0xff);
      case MAC:
        return new BlockOption.Mac(Address.Mac.of(value));
      case EUI:
        // the octets are in address order, regardless of the byte order of the file
        return new BlockOption.Eui64(ByteBuffer.wrap(value).getLong());
      default:
        throw new IllegalStateException(type.toString());
    }
  }

  /** Where a string ends: a reader has to take a zero octet for its terminator. */
  private static int end(byte[] string) {
    int end = 0;
    while (end < string.length && string[end] != 0) {
      end++;
    }
    return end;
  }

  /**
   * Encodes options; empty for no options, otherwise with the end marker that the draft requires.
   */
  static byte[] encode(List<BlockOption> options, ByteOrder order) {
    if (options.isEmpty()) {
      return new byte[0];
    }
    byte[][] values = new byte[options.size()][];
    int length = 4;
    for (int i = 0; i < values.length; i++) {
      byte[] value = value(options.get(i), order);
      if (value.length > MOST) {
        throw new IllegalArgumentException(
            options.get(i).name() + " has " + value.length + " octets, an option at most " + MOST);
      }
      values[i] = value;
      length += 4 + value.length + padding(value.length);
    }
    ByteBuffer out = ByteBuffer.allocate(length).order(order);
    for (int i = 0; i < values.length; i++) {
      out.putShort((short) options.get(i).code()).putShort((short) values[i].length);
      out.put(values[i]).position(out.position() + padding(values[i].length));
    }
    return out.array();
  }

  private static byte[] value(BlockOption option, ByteOrder order) {
    if (option instanceof BlockOption.Unknown unknown) {
      return unknown.octets().octets();
    }
    if (option instanceof BlockOption.Custom custom) {
      byte[] octets = custom.octets().octets();
      ByteBuffer out = ByteBuffer.allocate(4 + octets.length).order(order);
      return out.putInt((int) custom.enterprise()).put(octets).array();
    }
    if (option instanceof BlockOption.Malformed malformed) {
      throw new IllegalArgumentException(
          "a malformed option is not written: " + malformed.reason());
    }
    return value((BlockOption.Known) option, order);
  }

  private static byte[] value(BlockOption.Known option, ByteOrder order) {
    if (option instanceof BlockOption.Text text) {
      byte[] octets = text.text().getBytes(StandardCharsets.UTF_8);
      byte[] rest = text.rest().octets();
      byte[] value = Arrays.copyOf(octets, octets.length + rest.length);
      System.arraycopy(rest, 0, value, octets.length, rest.length);
      return value;
    }
    if (option instanceof BlockOption.Tagged tagged) {
      byte[] octets = tagged.octets().octets();
      return ByteBuffer.allocate(1 + octets.length).put((byte) tagged.kind()).put(octets).array();
    }
    if (option instanceof BlockOption.NameServer server) {
      return server.address().toBytes();
    }
    ByteBuffer out = ByteBuffer.allocate(option.type().shape.size).order(order);
    if (option instanceof BlockOption.Number number) {
      switch (option.type().shape.size) {
        case 1 -> out.put((byte) number.value());
        case 4 -> out.putInt((int) number.value());
        default -> out.putLong(number.value());
      }
    } else if (option instanceof BlockOption.Time time) {
      out.putInt((int) (time.units() >>> 32)).putInt((int) time.units());
    } else if (option instanceof BlockOption.Flags flags) {
      out.putInt(flags.bits());
    } else if (option instanceof BlockOption.Resolution resolution) {
      out.put((byte) resolution.resolution().code());
    } else if (option instanceof BlockOption.Ipv4Network network) {
      out.put(network.address().toBytes()).put(network.mask().toBytes());
    } else if (option instanceof BlockOption.Ipv6Network network) {
      out.put(network.address().toBytes()).put((byte) network.prefixLength());
    } else if (option instanceof BlockOption.Mac mac) {
      out.put(mac.address().toBytes());
    } else if (option instanceof BlockOption.Eui64 eui) {
      out.order(ByteOrder.BIG_ENDIAN).putLong(eui.bits());
    }
    return out.array();
  }

  /** Reads 64 bits, upper half first in either byte order. */
  static long halves(ByteBuffer in) {
    return (in.getInt() & 0xffffffffL) << 32 | in.getInt() & 0xffffffffL;
  }

  private static OctetString behind(byte[] value, int from) {
    return new OctetString(Arrays.copyOfRange(value, from, value.length));
  }

  static OctetString octetString(ByteBuffer in, int size) {
    return new OctetString(octets(in, size));
  }

  static byte[] octets(ByteBuffer in, int size) {
    byte[] octets = new byte[size];
    in.get(octets);
    return octets;
  }

  static int padding(int size) {
    return -size & 3;
  }
}
