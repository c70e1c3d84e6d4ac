package org.jpacker.cli;

import org.jpacker.core.ChecksumCounts;
import org.jpacker.core.Statistics;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code jpacker stats}: the protocols of a capture, and its malformed packets. */
@Command(
    name = "stats",
    header = "Counts packets by protocol, and malformed ones by reason.",
    description =
        "A line for each stack of protocols with its packets and their octets, then a line for"
            + " each reason of malformed packets. 'jpacker fields FILE -e frame.number -e"
            + " _ws.malformed' lists these packets.")
final class StatsCommand implements Runnable {

  @Mixin private Input input;

  @Option(
      names = "--checksums",
      description =
          "Verify checksums: a line for each kind with its good, bad and unverified ones.")
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
      // the packets before a damage count
      statistics.append(console.out().text());
      if (!verified.isEmpty()) {
        verified.append(console.out().text().append('\n'));
      }
    }
  }
}
