package org.jpacker.cli;

import org.jpacker.core.ChecksumCounts;
import org.jpacker.core.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jpacker stats}: what a capture consists of, and what is wrong in it. */
@Command(
    name = "stats",
    header = "Counts packets by protocol, and malformed ones by reason.",
    description =
        "A line for each stack of protocols, with the packets that have it and their octets; then"
            + " one for each reason to refuse octets. 'jpacker fields FILE -e frame.number -e"
            + " _ws.malformed' tells which packets these are.")
final class StatsCommand implements Runnable {

  @Mixin private Input input;

  @Option(
      names = "--checksums",
      description = "Verify checksums: a line for each kind, with the bad, good and other ones.")
  private boolean checksums;

  private final Console console;
  private final Protocols protocols;

  StatsCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    Statistics statistics = new Statistics();
    ChecksumCounts verified = new ChecksumCounts();
    try {
      input.forEach(
          console,
          protocols,
          frame -> {
            statistics.add(frame.packet());
            if (checksums) {
              verified.add(frame.packet());
            }
          });
    } finally {
      // what was whole counts, even if the file is damaged behind it
      statistics.append(console.out().text());
      if (!verified.isEmpty()) {
        verified.append(console.out().text().append('\n'));
      }
    }
  }
}
