package org.jpacker.proto.tcpudp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.ValueNames;

/** Decodes and encodes the options of TCP. */
final class TcpOptions {
  /** RFC 9293, section 3.1: the data offset has 4 bits, of 15 words 5 are taken. */
  private static final int MOST = 40;

  private static final long WORD = 0xffffffffL;

  static final ComputedField OPTION =
      ComputedField.list("tcp.option", Tcp.class, tcp -> options(tcp).toList());
  static final ComputedField KIND =
      ComputedField.list(
              "tcp.option_kind", Tcp.class, tcp -> options(tcp).map(TcpOption::kind).toList())
          .valueNames(ValueNames.read(() -> Tcp.class.getResourceAsStream("tcp.option_kind.tsv")));
  static final ComputedField MSS =
      each(
          "tcp.options.mss_val",
          TcpOption.MaximumSegmentSize.class,
          mss -> Stream.of(mss.octets()));
  static final ComputedField WINDOW_SCALE =
      each(
          "tcp.options.wscale.shift",
          TcpOption.WindowScale.class,
          scale -> Stream.of(scale.shift()));
  static final ComputedField SACK_LEFT =
      each(
          "tcp.options.sack_le",
          TcpOption.Sack.class,
          sack -> sack.blocks().stream().map(TcpOption.Sack.Block::left));
  static final ComputedField SACK_RIGHT =
      each(
          "tcp.options.sack_re",
          TcpOption.Sack.class,
          sack -> sack.blocks().stream().map(TcpOption.Sack.Block::right));
  static final ComputedField TIMESTAMP_VALUE =
      each(
          "tcp.options.timestamp.tsval",
          TcpOption.Timestamps.class,
          times -> Stream.of(times.value()));
  static final ComputedField TIMESTAMP_ECHO =
      each(
          "tcp.options.timestamp.tsecr",
          TcpOption.Timestamps.class,
          times -> Stream.of(times.echoReply()));

  private TcpOptions() {}

  /** The values of all options of a type, which the sender may have sent more than once. */
  private static <O extends TcpOption> ComputedField each(
      String name, Class<O> type, Function<O, Stream<?>> values) {
    return ComputedField.list(
        name,
        Tcp.class,
        tcp -> options(tcp).filter(type::isInstance).map(type::cast).flatMap(values).toList());
  }

  private static Stream<TcpOption> options(Tcp tcp) {
    return tcp.headerSize() == Tcp.LAYOUT.size() ? Stream.empty() : tcp.options().stream();
  }

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
        options.add(new TcpOption.Truncated(Arrays.copyOfRange(octets, at, octets.length), reason));
        break;
      }
      options.add(option(kind, Arrays.copyOfRange(octets, at + 2, at + length)));
      at += length;
    }
    return List.copyOf(options);
  }

  private static TcpOption option(int kind, byte[] contents) {
    ByteBuffer in = ByteBuffer.wrap(contents);
    int length = contents.length;
    if (kind == 2 && length == 2) {
      return new TcpOption.MaximumSegmentSize(in.getShort() & 0xffff);
    }
    if (kind == 3 && length == 1) {
      return new TcpOption.WindowScale(in.get() & 0xff);
    }
    if (kind == 4 && length == 0) {
      return new TcpOption.SackPermitted();
    }
    if (kind == 5 && length % 8 == 0) {
      List<TcpOption.Sack.Block> blocks = new ArrayList<>();
      while (in.hasRemaining()) {
        blocks.add(new TcpOption.Sack.Block(in.getInt() & WORD, in.getInt() & WORD));
      }
      return new TcpOption.Sack(blocks);
    }
    if (kind == 8 && length == 8) {
      return new TcpOption.Timestamps(in.getInt() & WORD, in.getInt() & WORD);
    }
    if (kind == 30) {
      return new TcpOption.Mptcp(contents);
    }
    return kind == 34 ? new TcpOption.FastOpen(contents) : new TcpOption.Unknown(kind, contents);
  }

  /** The octets of {@code options}, padded with zeros to whole words. */
  static byte[] encode(List<? extends TcpOption> options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(MOST);
    for (TcpOption option : options) {
      if (option instanceof TcpOption.Truncated truncated) {
        out.writeBytes(truncated.octets());
      } else if (option instanceof TcpOption.End || option instanceof TcpOption.Nop) {
        out.write(option.kind());
      } else {
        byte[] contents = contents(option);
        out.write(option.kind());
        out.write(2 + contents.length);
        out.writeBytes(contents);
      }
      if (out.size() > MOST) {
        throw new IllegalArgumentException(
            "tcp.options: " + out.size() + " octets do not fit into " + MOST);
      }
    }
    return Arrays.copyOf(out.toByteArray(), out.size() + 3 & ~3);
  }

  private static byte[] contents(TcpOption option) {
    if (option instanceof TcpOption.MaximumSegmentSize size) {
      return ByteBuffer.allocate(2)
          .putShort((short) fit("tcp.options.mss_val", size.octets(), 0xffff))
          .array();
    }
    if (option instanceof TcpOption.WindowScale scale) {
      return new byte[] {(byte) fit("tcp.options.wscale.shift", scale.shift(), 0xff)};
    }
    if (option instanceof TcpOption.Sack sack) {
      ByteBuffer out = ByteBuffer.allocate(sack.blocks().size() * 8);
      for (TcpOption.Sack.Block block : sack.blocks()) {
        out.putInt((int) fit("tcp.options.sack_le", block.left(), WORD));
        out.putInt((int) fit("tcp.options.sack_re", block.right(), WORD));
      }
      return out.array();
    }
    if (option instanceof TcpOption.Timestamps times) {
      return ByteBuffer.allocate(8)
          .putInt((int) fit("tcp.options.timestamp.tsval", times.value(), WORD))
          .putInt((int) fit("tcp.options.timestamp.tsecr", times.echoReply(), WORD))
          .array();
    }
    if (option instanceof TcpOption.Mptcp mptcp) {
      return mptcp.octets();
    }
    if (option instanceof TcpOption.FastOpen fastOpen) {
      return fastOpen.cookie();
    }
    if (option instanceof TcpOption.Unknown unknown) {
      fit("tcp.option_kind", unknown.kind(), 0xff);
      if (unknown.kind() < 2) {
        throw new IllegalArgumentException("tcp.option_kind: " + unknown.kind() + " has no length");
      }
      return unknown.octets();
    }
    return new byte[0];
  }

  private static long fit(String name, long value, long most) {
    if (value < 0 || value > most) {
      throw new IllegalArgumentException(name + ": " + value + " does not fit (0 to " + most + ")");
    }
    return value;
  }
}
