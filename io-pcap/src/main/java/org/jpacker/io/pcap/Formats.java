package org.jpacker.io.pcap;

import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.ModuleLog;
import org.jpacker.io.pcap.spi.CompressionProvider;
import org.jpacker.io.pcap.spi.FormatProvider;

/** Recognises formats by the first octets of a file. */
final class Formats {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.pcap");

  /** Blanks and line breaks at the start of a text that are passed over. */
  private static final int MOST_BLANKS = 4096;

  private Formats() {}

  /** What {@code input}, which is closed if this fails, holds without the compression around it. */
  static Cursor plain(Cursor input) {
    Cursor plain = input;
    try {
      plain = decompressed(input);
      if (!plain.has(1)) {
        throw new CaptureException(plain.name(), 0, "is empty", null);
      }
      return plain;
    } catch (CaptureException e) {
      throw plain.source().closing(e);
    }
  }

  /** The capture in {@code input}, which is closed if this fails. */
  static FileCapture open(Cursor input, ProtocolRegistry registry) {
    Cursor plain = plain(input);
    try {
      return capture(plain, registry);
    } catch (CaptureException e) {
      // with the decompression around it, which may hold memory outside of the heap
      throw plain.source().closing(e);
    }
  }

  private static FileCapture capture(Cursor plain, ProtocolRegistry registry) {
    plain.has(4);
    plain.bigEndian(true);
    int magic = plain.there() < 4 ? 0 : plain.i32(0);
    FileCapture capture = capture(plain, registry, magic);
    if (capture == null) {
      capture = other(plain, registry, magic);
    }
    if (LOG.isDebug()) {
      String first = String.format(Locale.ROOT, "0x%08x", magic);
      LOG.debug(
          plain.name()
              + " begins with "
              + first
              + ": "
              + capture.format().title()
              + ", "
              + capture.byteOrder());
    }
    return capture;
  }

  private static FileCapture capture(Cursor plain, ProtocolRegistry registry, int magic) {
    PcapReader.Variant variant = PcapReader.Variant.of(magic);
    if (variant != null) {
      return new PcapReader(plain, registry, variant);
    }
    return switch (magic) {
      case Block.SECTION_HEADER -> new PcapngReader(plain, registry);
      case SnoopReader.MAGIC -> new SnoopReader(plain, registry);
      default -> null;
    };
  }

  /** A capture of a format of another module. */
  private static FileCapture other(Cursor plain, ProtocolRegistry registry, int magic) {
    byte[] first = afterBlanks(plain);
    FormatProvider provider = OtherFormats.of(first);
    if (provider != null) {
      return new OtherCapture(plain, provider, registry);
    }
    String missing = OtherFormats.missing(first);
    throw new CaptureException(
        plain.name(),
        0,
        "is not a capture file: " + (missing == null ? unknown(plain, magic) : missing),
        null);
  }

  private static byte[] afterBlanks(Cursor plain) {
    int blanks = 0;
    while (blanks < MOST_BLANKS && plain.has(blanks + 1) && isBlank(plain.u8(blanks))) {
      blanks++;
    }
    plain.has(blanks + FormatProvider.FIRST_OCTETS);
    return plain.octets(blanks, Math.min(FormatProvider.FIRST_OCTETS, plain.there() - blanks));
  }

  private static boolean isBlank(int octet) {
    return octet == ' ' || octet == '\t' || octet == '\n' || octet == '\r';
  }

  private static Cursor decompressed(Cursor input) {
    input.has(CompressionProvider.FIRST_OCTETS);
    int count = Math.min(CompressionProvider.FIRST_OCTETS, input.there());
    byte[] first = Arrays.copyOfRange(input.block, input.at, input.at + count);
    CompressionProvider compression = Compression.of(first);
    if (compression == null) {
      return input;
    }
    String name = compression.name();
    if (LOG.isDebug()) {
      String begin = HexFormat.of().formatHex(first);
      String type = compression.getClass().getName();
      LOG.debug(input.name() + " begins with " + begin + ": " + name + ", by " + type);
    }
    try {
      return input.decompressed(compression.decompress(input.rest()), name);
    } catch (IOException e) {
      throw new CaptureException(input.name(), 0, "is damaged " + name + ": " + e.getMessage(), e);
    } catch (LinkageError e) {
      throw new CaptureException(
          input.name(), -1, name + " cannot be read here, a library may be missing: " + e, e);
    }
  }

  private static String unknown(Cursor input, int magic) {
    String missing = Compression.missing(magic);
    if (missing != null) {
      return missing;
    }
    int n = Math.min(4, input.there());
    String first = HexFormat.of().formatHex(input.block, input.at, input.at + n);
    return "it begins with " + first + ", which is neither pcap, pcapng nor snoop";
  }
}
