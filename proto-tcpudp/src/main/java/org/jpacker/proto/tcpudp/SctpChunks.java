package org.jpacker.proto.tcpudp;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes and encodes the chunks of SCTP. */
final class SctpChunks {
  private static final int HEAD = 4;
  private static final long WORD = 0xffffffffL;

  private SctpChunks() {}

  static List<SctpChunk> decode(byte[] in) {
    List<SctpChunk> chunks = new ArrayList<>();
    int at = 0;
    while (at < in.length) {
      int left = in.length - at;
      int length = left < HEAD ? 0 : (in[at + 2] & 0xff) << 8 | in[at + 3] & 0xff;
      if (length < HEAD || length > left) {
        String reason =
            left < HEAD ? "no length" : "length " + length + ", " + left + " octets are left";
        chunks.add(new SctpChunk.Truncated(Arrays.copyOfRange(in, at, in.length), reason));
        break;
      }
      byte[] value = Arrays.copyOfRange(in, at + HEAD, at + length);
      chunks.add(chunk(in[at] & 0xff, in[at + 1] & 0xff, value));
      at += padded(length);
    }
    return List.copyOf(chunks);
  }

  private static int padded(int length) {
    return length + 3 & ~3;
  }

  private static SctpChunk chunk(int type, int flags, byte[] value) {
    try {
      SctpChunk chunk = known(type, flags, ByteBuffer.wrap(value));
      if (chunk != null && Arrays.equals(value(chunk), value)) {
        return chunk;
      }
    } catch (BufferUnderflowException e) {
      // shorter than its type demands
    }
    return new SctpChunk.Unknown(type, flags, value);
  }

  private static SctpChunk known(int type, int flags, ByteBuffer in) {
    return switch (type) {
      case 0 ->
          new SctpChunk.Data(flags, u32(in), u16(in), u16(in), u32(in), take(in, in.remaining()));
      case 1, 2 ->
          new SctpChunk.Init(
              type == 2, flags, u32(in), u32(in), u16(in), u16(in), u32(in), parameters(in));
      case 3 -> sack(flags, in);
      case 4, 5, 6, 9, 130 -> new SctpChunk.Parameters(type, flags, parameters(in));
      case 7 -> new SctpChunk.Shutdown(flags, u32(in));
      case 8 -> new SctpChunk.ShutdownAck(flags);
      case 11 -> new SctpChunk.CookieAck(flags);
      case 14 -> new SctpChunk.ShutdownComplete(flags);
      default -> null;
    };
  }

  private static SctpChunk sack(int flags, ByteBuffer in) {
    long tsn = u32(in);
    long credit = u32(in);
    int gaps = u16(in);
    int duplicates = u16(in);
    if (gaps * 4 + duplicates * 4 > in.remaining()) {
      throw new BufferUnderflowException();
    }
    List<SctpChunk.Sack.Gap> blocks = new ArrayList<>();
    for (int i = 0; i < gaps; i++) {
      blocks.add(new SctpChunk.Sack.Gap(u16(in), u16(in)));
    }
    List<Long> again = new ArrayList<>();
    for (int i = 0; i < duplicates; i++) {
      again.add(u32(in));
    }
    return new SctpChunk.Sack(flags, tsn, credit, blocks, again);
  }

  private static List<SctpChunk.Parameter> parameters(ByteBuffer in) {
    List<SctpChunk.Parameter> parameters = new ArrayList<>();
    while (in.hasRemaining()) {
      int type = u16(in);
      int length = u16(in);
      parameters.add(new SctpChunk.Parameter(type, take(in, length - HEAD)));
      take(in, Math.min(padded(length) - length, in.remaining()));
    }
    return parameters;
  }

  private static int u16(ByteBuffer in) {
    return in.getShort() & 0xffff;
  }

  private static long u32(ByteBuffer in) {
    return in.getInt() & WORD;
  }

  private static byte[] take(ByteBuffer in, int n) {
    if (n < 0 || n > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] octets = new byte[n];
    in.get(octets);
    return octets;
  }

  static byte[] encode(List<? extends SctpChunk> chunks) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (SctpChunk chunk : chunks) {
      byte[] value = value(chunk);
      if (chunk instanceof SctpChunk.Truncated) {
        out.writeBytes(value);
        continue;
      }
      int length = HEAD + value.length;
      if (length > 0xffff || chunk.type() > 0xff || chunk.flags() > 0xff) {
        throw new IllegalArgumentException("sctp.chunk: " + length + " octets do not fit");
      }
      out.write(chunk.type());
      out.write(chunk.flags());
      out.write(length >>> 8);
      out.write(length);
      out.writeBytes(Arrays.copyOf(value, padded(length) - HEAD));
    }
    return out.toByteArray();
  }

  private static byte[] value(SctpChunk chunk) {
    if (chunk instanceof SctpChunk.Unknown unknown) {
      return unknown.octets();
    }
    if (chunk instanceof SctpChunk.Truncated truncated) {
      return truncated.octets();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    if (chunk instanceof SctpChunk.Data data) {
      put32(out, data.tsn());
      put16(out, data.stream());
      put16(out, data.ssn());
      put32(out, data.protocol());
      out.writeBytes(data.data());
    } else if (chunk instanceof SctpChunk.Init init) {
      put32(out, init.tag());
      put32(out, init.credit());
      put16(out, init.outStreams());
      put16(out, init.inStreams());
      put32(out, init.tsn());
      put(out, init.parameters());
    } else if (chunk instanceof SctpChunk.Sack sack) {
      put32(out, sack.cumulativeTsn());
      put32(out, sack.credit());
      put16(out, sack.gaps().size());
      put16(out, sack.duplicates().size());
      for (SctpChunk.Sack.Gap gap : sack.gaps()) {
        put16(out, gap.start());
        put16(out, gap.end());
      }
      sack.duplicates().forEach(tsn -> put32(out, tsn));
    } else if (chunk instanceof SctpChunk.Parameters parameters) {
      put(out, parameters.parameters());
    } else if (chunk instanceof SctpChunk.Shutdown shutdown) {
      put32(out, shutdown.cumulativeTsn());
    }
    return out.toByteArray();
  }

  /** Padding stands between parameters, not behind the last one: that is the chunk's own. */
  private static void put(ByteArrayOutputStream out, List<SctpChunk.Parameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      byte[] value = parameters.get(i).octets();
      put16(out, parameters.get(i).type());
      put16(out, HEAD + value.length);
      boolean isLast = i == parameters.size() - 1;
      out.writeBytes(isLast ? value : Arrays.copyOf(value, padded(value.length)));
    }
  }

  private static void put16(ByteArrayOutputStream out, int value) {
    out.write(value >>> 8);
    out.write(value);
  }

  private static void put32(ByteArrayOutputStream out, long value) {
    put16(out, (int) (value >>> 16));
    put16(out, (int) value);
  }
}
