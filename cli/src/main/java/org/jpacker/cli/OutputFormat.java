package org.jpacker.cli;

import java.util.Locale;
import java.util.Map;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The format of a file that a command writes, by its name or by options: a mix-in. */
final class OutputFormat {
  private static final Map<String, FileFormat> FORMATS =
      Map.of(
          "pcap", FileFormat.PCAP,
          "pcap-ns", FileFormat.PCAP_NANOS,
          "pcapng", FileFormat.PCAPNG,
          "jsonl", FileFormat.JSON);

  @Option(
      names = "-F",
      paramLabel = "FORMAT",
      description = "pcap (microseconds), pcap-ns (nanoseconds), pcapng or jsonl.")
  private String format;

  @Option(names = "-z", description = "Compress with gzip.")
  private boolean isGzip;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  /** The settings for a file of this name; options take precedence over the name. */
  WriteSettings of(String name) {
    String compression = isGzip ? "gzip" : Pcap.compressionOf(name);
    String plain = plain(name);
    FileFormat chosen;
    if (format != null) {
      chosen = FORMATS.get(format);
      if (chosen == null) {
        throw wrong("-F takes pcap, pcap-ns, pcapng or jsonl, not '" + format + "'");
      }
    } else if (plain.endsWith(".pcapng") || plain.endsWith(".ntar")) {
      chosen = FileFormat.PCAPNG;
    } else if (plain.endsWith(".pcap") || plain.endsWith(".cap") || plain.endsWith(".dmp")) {
      chosen = FileFormat.PCAP;
    } else if (plain.endsWith(".jsonl")) {
      chosen = FileFormat.JSON;
    } else {
      throw wrong(
          "the name '" + name + "' indicates no format: give -F pcap, pcap-ns, pcapng or jsonl");
    }
    return settings(chosen, compression);
  }

  /**
   * The settings for a file of captured packets that keeps their times: pcapng or JSON lines if the
   * name ends so, or else pcap with nanoseconds.
   */
  static WriteSettings ofCapture(String name) {
    String plain = plain(name);
    FileFormat format =
        plain.endsWith(".pcapng")
            ? FileFormat.PCAPNG
            : plain.endsWith(".jsonl") ? FileFormat.JSON : FileFormat.PCAP_NANOS;
    return settings(format, Pcap.compressionOf(name));
  }

  private static WriteSettings settings(FileFormat format, String compression) {
    WriteSettings settings = WriteSettings.of(format);
    return compression == null ? settings : settings.compressed(compression);
  }

  /** {@code name} in lower case without the ending for compression. */
  private static String plain(String name) {
    String small = name.toLowerCase(Locale.ROOT);
    return Pcap.compressionOf(name) == null ? small : small.substring(0, small.lastIndexOf('.'));
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
