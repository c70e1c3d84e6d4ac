package org.jpacker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jpacker.api.CaptureException;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.WriteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker convert}: the same packets in another format. */
@Command(
    name = "convert",
    header = "Writes a capture in another format.",
    description = {
      "The format is that of OUT's ending: .pcap, .pcapng, either with .gz behind it; options go"
          + " before. From pcapng to pcapng every block is kept as it is, octet by octet.",
      "What the format of OUT cannot hold is left out, and how much that was is said on standard"
          + " error."
    })
final class ConvertCommand implements Runnable {
  private static final Map<String, FileFormat> FORMATS =
      Map.of(
          "pcap", FileFormat.PCAP,
          "pcap-ns", FileFormat.PCAP_NANOS,
          "pcapng", FileFormat.PCAPNG);

  @Parameters(
      index = "0",
      paramLabel = "IN",
      description = "A capture, plain or compressed. - is standard input.")
  private String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description = "The file to be written, or replaced. - is standard output.")
  private String out;

  @Option(
      names = "-F",
      paramLabel = "FORMAT",
      description = "pcap (microseconds), pcap-ns (nanoseconds) or pcapng.")
  private String format;

  @Option(names = "-z", description = "Compress with gzip.")
  private boolean compressed;

  @Option(
      names = "--interface",
      paramLabel = "N",
      description = "Only packets of this interface, from 0; several times for several.")
  private List<Integer> interfaces = new ArrayList<>();

  @Option(
      names = "--join-interfaces",
      description =
          "Write packets of several interfaces into pcap, which does not tell them apart.")
  private boolean joined;

  @Spec private CommandSpec spec;

  private final Console console;

  ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    WriteSettings settings = settings();
    Source source = new Source(console, in);
    Conversion conversion = new Conversion(console, source, in, interfaces, joined);
    try {
      if (out.equals(Source.STANDARD_INPUT)) {
        conversion.to(console.out().octets(), settings);
      } else {
        Target.write(in, out, file -> conversion.to(file, settings));
      }
    } catch (CaptureException e) {
      throw source.named(e);
    } finally {
      conversion.report();
    }
  }

  private WriteSettings settings() {
    String name = out.toLowerCase(Locale.ROOT);
    boolean isGzip = name.endsWith(".gz");
    String plain = isGzip ? name.substring(0, name.length() - 3) : name;
    FileFormat chosen;
    if (format != null) {
      chosen = FORMATS.get(format);
      if (chosen == null) {
        throw wrong("-F takes pcap, pcap-ns or pcapng, not '" + format + "'");
      }
    } else if (plain.endsWith(".pcapng") || plain.endsWith(".ntar")) {
      chosen = FileFormat.PCAPNG;
    } else if (plain.endsWith(".pcap") || plain.endsWith(".cap") || plain.endsWith(".dmp")) {
      chosen = FileFormat.PCAP;
    } else {
      throw wrong("the format is not told by the name '" + out + "': -F pcap, pcap-ns or pcapng");
    }
    WriteSettings settings = WriteSettings.of(chosen);
    return compressed || isGzip ? settings.compressed() : settings;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
