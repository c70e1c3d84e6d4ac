package org.jpacker.proto.tcpudp;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes and encodes the options of TCP. */
final class TcpOptions {
  private static final int MOST = 40;

  private TcpOptions() {}

  static List<TcpOption> decode(byte[] octets) {
    List<TcpOption> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int kind = octets[at] & 0xff;
      if (kind == 0) {
        options.add(new TcpOption.End());
        break; // what follows is padding
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
        blocks.add(new TcpOption.Sack.Block(in.getInt() & 0xffffffffL, in.getInt() & 0xffffffffL));
      }
      return new TcpOption.Sack(blocks);
    }
    if (kind == 8 && length == 8) {
      return new TcpOption.Timestamps(in.getInt() & 0xffffffffL, in.getInt() & 0xffffffffL);
    }
    return new TcpOption.Unknown(kind, contents);
  }

  static byte[] encode(List<? extends TcpOption> options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (TcpOption option : options) {
      if (option instanceof TcpOption.Truncated truncated) {
        out.writeBytes(truncated.octets());
        continue;
      }
      out.write(option.kind());
      if (option.kind() > 1) {
        byte[] contents = contents(option);
        out.write(2 + contents.length);
        out.writeBytes(contents);
      }
    }
    if (out.size() > MOST) {
      throw new IllegalArgumentException(
          "tcp.options: " + out.size() + " octets do not fit into " + MOST);
    }
    return Arrays.copyOf(out.toByteArray(), out.size() + 3 & ~3);
  }

  private static byte[] contents(TcpOption option) {
    ByteBuffer out = ByteBuffer.allocate(256);
    if (option instanceof TcpOption.MaximumSegmentSize size) {
      out.putShort((short) size.octets());
    } else if (option instanceof TcpOption.WindowScale scale) {
      out.put((byte) scale.shift());
    } else if (option instanceof TcpOption.Sack sack && sack.blocks().size() * 8 <= MOST) {
      sack.blocks().forEach(block -> out.putInt((int) block.left()).putInt((int) block.right()));
    } else if (option instanceof TcpOption.Timestamps times) {
      out.putInt((int) times.value()).putInt((int) times.echoReply());
    } else if (option instanceof TcpOption.Unknown unknown) {
      return unknown.octets();
    } else if (option instanceof TcpOption.Sack sack) {
      throw new IllegalArgumentException(
          "tcp.options: " + sack.blocks().size() + " blocks do not fit into " + MOST + " octets");
    }
    return Arrays.copyOf(out.array(), out.position());
  }
}
