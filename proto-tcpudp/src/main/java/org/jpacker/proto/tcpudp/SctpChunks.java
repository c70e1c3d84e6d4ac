package org.jpacker.proto.tcpudp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes the chunks of SCTP. */
final class SctpChunks {
  private static final int HEAD = 4;

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
        byte[] rest = Arrays.copyOfRange(in, at, in.length);
        chunks.add(new SctpChunk.Truncated(new OctetString(rest), reason));
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

  private static byte[] padded(byte[] value) {
    return Arrays.copyOf(value, padded(value.length));
  }

  private static SctpChunk chunk(int type, int flags, byte[] value) {
    SctpChunk chunk = known(type, flags, new OctetReader(value));
    // some senders include the padding of the last parameter in the length of the chunk
    boolean isWhole = chunk != null && Arrays.equals(padded(value(chunk)), padded(value));
    return isWhole ? chunk : new SctpChunk.Unknown(type, flags, new OctetString(value));
  }

  private static SctpChunk known(int type, int flags, OctetReader in) {
    return switch (type) {
      case 0 -> new SctpChunk.Data(flags, in.u32(), in.u16(), in.u16(), in.u32(), in.rest());
      case 1, 2 ->
          new SctpChunk.Init(
              type == 2,
              flags,
              in.u32(),
              in.u32(),
              in.u16(),
              in.u16(),
              in.u32(),
              SctpParameters.decode(in));
      case 3 -> sack(flags, in);
      case 4, 5, 130 -> new SctpChunk.Parameters(type, flags, SctpParameters.decode(in));
      case 6, 9 -> new SctpChunk.Errors(type, flags, SctpParameters.decodeCauses(in));
      case 7 -> new SctpChunk.Shutdown(flags, in.u32());
      case 8 -> new SctpChunk.ShutdownAck(flags);
      case 10 -> new SctpChunk.CookieEcho(flags, in.rest());
      case 11 -> new SctpChunk.CookieAck(flags);
      case 12, 13 -> new SctpChunk.Congestion(type, flags, in.u32());
      case 14 -> new SctpChunk.ShutdownComplete(flags);
      case 15 -> new SctpChunk.Authentication(flags, in.u16(), in.u16(), in.rest());
      case 64 -> {
        long tsn = in.u32();
        int stream = in.u16();
        in.u16();
        yield new SctpChunk.InterleavedData(flags, tsn, stream, in.u32(), in.u32(), in.rest());
      }
      case 128, 193 ->
          new SctpChunk.AddressConfiguration(
              type == 128, flags, in.u32(), SctpParameters.decode(in));
      case 132 -> new SctpChunk.Padding(flags, in.rest());
      case 192 -> {
        long tsn = in.u32();
        List<SctpChunk.ForwardTsn.Skipped> skipped = new ArrayList<>();
        while (in.hasMore()) {
          skipped.add(new SctpChunk.ForwardTsn.Skipped(in.u16(), in.u16()));
        }
        yield new SctpChunk.ForwardTsn(flags, tsn, skipped);
      }
      case 194 -> {
        long tsn = in.u32();
        List<SctpChunk.InterleavedForwardTsn.Skipped> skipped = new ArrayList<>();
        while (in.hasMore()) {
          skipped.add(new SctpChunk.InterleavedForwardTsn.Skipped(in.u16(), in.u16(), in.u32()));
        }
        yield new SctpChunk.InterleavedForwardTsn(flags, tsn, skipped);
      }
      default -> null;
    };
  }

  private static SctpChunk sack(int flags, OctetReader in) {
    long tsn = in.u32();
    long credit = in.u32();
    int gaps = in.u16();
    int duplicates = in.u16();
    List<SctpChunk.Sack.Gap> blocks = new ArrayList<>();
    for (int i = 0; i < gaps && in.hasMore(); i++) {
      blocks.add(new SctpChunk.Sack.Gap(in.u16(), in.u16()));
    }
    List<Long> again = new ArrayList<>();
    for (int i = 0; i < duplicates && in.hasMore(); i++) {
      again.add(in.u32());
    }
    return new SctpChunk.Sack(flags, tsn, credit, blocks, again);
  }

  static byte[] encode(List<? extends SctpChunk> chunks) {
    OctetWriter out = new OctetWriter("sctp.chunk");
    for (SctpChunk chunk : chunks) {
      byte[] value = value(chunk);
      if (chunk instanceof SctpChunk.Truncated) {
        out.octets(value);
        continue;
      }
      out.u8(chunk.type()).u8(chunk.flags()).u16(HEAD + value.length);
      out.octets(value).zeros(-value.length & 3);
    }
    return out.octets();
  }

  private static byte[] value(SctpChunk chunk) {
    OctetWriter out = new OctetWriter("sctp.chunk");
    if (chunk instanceof SctpChunk.Data data) {
      out.u32(data.tsn()).u16(data.stream()).u16(data.ssn()).u32(data.protocol());
      out.octets(data.data());
    } else if (chunk instanceof SctpChunk.Init init) {
      out.u32(init.tag()).u32(init.credit()).u16(init.outStreams()).u16(init.inStreams());
      out.u32(init.tsn());
      SctpParameters.encode(out, init.parameters());
    } else if (chunk instanceof SctpChunk.Sack sack) {
      out.u32(sack.cumulativeTsn()).u32(sack.credit());
      out.u16(sack.gaps().size()).u16(sack.duplicates().size());
      sack.gaps().forEach(gap -> out.u16(gap.start()).u16(gap.end()));
      sack.duplicates().forEach(out::u32);
    } else if (chunk instanceof SctpChunk.Parameters parameters) {
      SctpParameters.encode(out, parameters.parameters());
    } else if (chunk instanceof SctpChunk.Errors errors) {
      SctpParameters.encodeCauses(out, errors.causes());
    } else if (chunk instanceof SctpChunk.Shutdown shutdown) {
      out.u32(shutdown.cumulativeTsn());
    } else if (chunk instanceof SctpChunk.CookieEcho echo) {
      out.octets(echo.cookie());
    } else if (chunk instanceof SctpChunk.Congestion congestion) {
      out.u32(congestion.lowestTsn());
    } else if (chunk instanceof SctpChunk.Authentication auth) {
      out.u16(auth.key()).u16(auth.algorithm()).octets(auth.hmac());
    } else if (chunk instanceof SctpChunk.InterleavedData data) {
      out.u32(data.tsn()).u16(data.stream()).u16(0).u32(data.message());
      out.u32(data.protocolOrFragment()).octets(data.data());
    } else if (chunk instanceof SctpChunk.AddressConfiguration configuration) {
      out.u32(configuration.sequence());
      SctpParameters.encode(out, configuration.parameters());
    } else if (chunk instanceof SctpChunk.Padding padding) {
      out.octets(padding.octets());
    } else if (chunk instanceof SctpChunk.ForwardTsn forward) {
      out.u32(forward.cumulativeTsn());
      forward.skipped().forEach(s -> out.u16(s.stream()).u16(s.ssn()));
    } else if (chunk instanceof SctpChunk.InterleavedForwardTsn forward) {
      out.u32(forward.cumulativeTsn());
      forward.skipped().forEach(s -> out.u16(s.stream()).u16(s.flags()).u32(s.message()));
    } else if (chunk instanceof SctpChunk.Unknown unknown) {
      out.octets(unknown.octets());
    } else if (chunk instanceof SctpChunk.Truncated truncated) {
      out.octets(truncated.octets());
    }
    return out.octets();
  }
}
