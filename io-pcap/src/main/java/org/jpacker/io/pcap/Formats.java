package org.jpacker.io.pcap;

import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;

/** Tells formats by their first octets. */
final class Formats {
  private static final int GZIP = 0x1f8b;
  private static final int GZIP_BUFFER = 1 << 16;

  private Formats() {}

  /** What {@code input} holds, without the compression around it. */
  static Input plain(Input input) {
    Input plain = input;
    if (input.has(2) && (input.u8(0) << 8 | input.u8(1)) == GZIP) {
      plain = inflated(input);
    }
    if (!plain.has(1)) {
      throw new CaptureException(plain.name(), 0, "is empty", null);
    }
    return plain;
  }

  static FileCapture open(Input input, ProtocolRegistry registry) {
    Input plain = plain(input);
    plain.has(4);
    plain.bigEndian(true);
    int magic = plain.there() < 4 ? 0 : plain.i32(0);
    PcapReader.Variant variant = PcapReader.Variant.of(magic);
    if (variant != null) {
      return new PcapReader(plain, registry, variant);
    }
    if (magic == Block.SECTION_HEADER) {
      return new PcapngReader(plain, registry);
    }
    throw new CaptureException(plain.name(), 0, "is no capture: " + unknown(plain, magic), null);
  }

  private static Input inflated(Input input) {
    try {
      return input.decompressed(new GZIPInputStream(input.rest(), GZIP_BUFFER), "gzip");
    } catch (IOException e) {
      throw new CaptureException(input.name(), 0, "is damaged gzip: " + e.getMessage(), e);
    }
  }

  private static String unknown(Input input, int magic) {
    String compression =
        switch (magic) {
          case 0x28b52ffd -> "zstd";
          case 0x04224d18 -> "lz4";
          case 0xfd377a58 -> "xz";
          default -> null;
        };
    if (compression != null) {
      return "it is compressed with " + compression + ", which is not read; decompress it first";
    }
    if (magic == 0x736e6f6f) {
      return "it looks like snoop, which is not read; convert it to pcap first";
    }
    int n = Math.min(4, input.there());
    String first = HexFormat.of().formatHex(input.block, input.at, input.at + n);
    return "it begins with " + first + ", as neither pcap nor pcapng does (plain or in gzip)";
  }
}
