package org.jpacker.cli;

import org.jpacker.core.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker stats}: what a capture consists of, and what is wrong in it. */
@Command(
    name = "stats",
    header = "Counts packets by protocol, and malformed ones by reason.",
    description =
        "A line for each stack of protocols, with the packets that have it and their octets; then"
            + " one for each reason to refuse octets. 'jpacker fields FILE -e frame.number -e"
            + " _ws.malformed' tells which packets these are.")
final class StatsCommand implements Runnable {

  @Parameters(
      paramLabel = "FILE",
      description = "A capture: pcap or pcapng, plain or gzip. - is standard input.")
  private String file;

  @Option(names = "-c", paramLabel = "N", description = "Stop after N packets.")
  private Long count;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;

  StatsCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    Statistics statistics = new Statistics();
    try {
      new Source(console, protocols.registry(), file)
          .forEach(Usage.count(spec, count), frame -> statistics.add(frame.packet()));
    } finally {
      // what was whole counts, even if the file is damaged behind it
      statistics.append(console.out().text());
    }
  }
}
