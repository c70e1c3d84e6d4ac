package org.jpacker.cli;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.io.pcap.WriteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jpacker convert}: the same packets in another format. */
@Command(
    name = "convert",
    header = "Writes a capture in another format.",
    description = {
      "The format is that of OUT's ending: .pcap, .pcapng, either with .gz, .zst or .xz behind it;"
          + " options go before. From pcapng to pcapng every block is kept as it is, octet by octet.",
      "What the format of OUT cannot hold is left out, and how much that was is said on standard"
          + " error."
    })
final class ConvertCommand implements Runnable {
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

  @Mixin private OutputFormat format;

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

  private final Console console;

  ConvertCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    WriteSettings settings = format.of(out);
    Source source = new Source(console, in);
    Conversion conversion = new Conversion(console, source, in, interfaces, joined);
    try {
      Target.write(console, List.of(in), out, target -> conversion.to(target, settings));
    } catch (CaptureException e) {
      throw source.named(e);
    } finally {
      conversion.report();
    }
  }
}
