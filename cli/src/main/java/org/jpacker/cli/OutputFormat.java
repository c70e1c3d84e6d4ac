package org.jpacker.cli;

import java.util.Locale;
import java.util.Map;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.WriteSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The format of a file that a command writes, told by its name or by options. */
final class OutputFormat {
  private static final Map<String, FileFormat> FORMATS =
      Map.of(
          "pcap", FileFormat.PCAP,
          "pcap-ns", FileFormat.PCAP_NANOS,
          "pcapng", FileFormat.PCAPNG);

  private static final Map<String, String> COMPRESSIONS =
      Map.of(".gz", "gzip", ".zst", "zstd", ".xz", "xz", ".lz4", "lz4");

  private OutputFormat() {}

  /**
   * The settings for a file.
   *
   * @param format what {@code -F} says, or null
   * @param isGzip whether it is compressed with gzip, whatever its name
   */
  static WriteSettings of(CommandSpec spec, String name, String format, boolean isGzip) {
    String plain = name.toLowerCase(Locale.ROOT);
    String compression = isGzip ? "gzip" : null;
    for (var ending : COMPRESSIONS.entrySet()) {
      if (plain.endsWith(ending.getKey())) {
        compression = ending.getValue();
        plain = plain.substring(0, plain.length() - ending.getKey().length());
        break;
      }
    }
    FileFormat chosen;
    if (format != null) {
      chosen = FORMATS.get(format);
      if (chosen == null) {
        throw wrong(spec, "-F takes pcap, pcap-ns or pcapng, not '" + format + "'");
      }
    } else if (plain.endsWith(".pcapng") || plain.endsWith(".ntar")) {
      chosen = FileFormat.PCAPNG;
    } else if (plain.endsWith(".pcap") || plain.endsWith(".cap") || plain.endsWith(".dmp")) {
      chosen = FileFormat.PCAP;
    } else {
      throw wrong(
          spec, "the format is not told by the name '" + name + "': -F pcap, pcap-ns or pcapng");
    }
    WriteSettings settings = WriteSettings.of(chosen);
    return compression == null ? settings : settings.compressed(compression);
  }

  private static ParameterException wrong(CommandSpec spec, String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
