package org.jpacker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jpacker.api.CaptureException;
import org.jpacker.files.Conversion;
import org.jpacker.files.Omissions;
import org.jpacker.io.pcap.FileCapture;
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
      "The ending of OUT selects the format: .pcap, .pcapng or .jsonl, each also with .gz, .zst or"
          + " .xz after it; options take precedence. From pcapng to pcapng every block is copied"
          + " unchanged, octet by octet.",
      "JSON lines are those of read --json. A line without octets in its frame is made from its"
          + " layers.",
      "Contents that the format of OUT cannot hold are left out and counted on standard error."
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
      description = "Only packets of this interface, from 0; may be repeated.")
  private List<Integer> interfaces = new ArrayList<>();

  @Option(
      names = "--join-interfaces",
      description =
          "Write packets of several interfaces into pcap, which does not distinguish them.")
  private boolean joined;

  private final Console console;
  private final Protocols protocols;

  ConvertCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    WriteSettings settings = format.of(out);
    Conversion conversion = Conversion.to(settings).onlyInterfaces(Set.copyOf(interfaces));
    Conversion chosen = joined ? conversion.joiningInterfaces() : conversion;
    Source source = new Source(console, protocols.registry(), in);
    Omissions[] omissions = {Omissions.NONE};
    try {
      Targets.write(
          console,
          List.of(in),
          out,
          target -> {
            try (FileCapture capture = source.open();
                Progress progress = new Progress(console, "converting " + in, source.size())) {
              source.noting(
                  capture,
                  () -> chosen.run(capture, target, progress, omitted -> omissions[0] = omitted));
            }
          });
    } catch (CaptureException e) {
      throw source.named(e);
    } finally {
      Targets.note(console, omissions[0], settings.format());
    }
  }
}
