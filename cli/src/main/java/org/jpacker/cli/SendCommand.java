package org.jpacker.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Frame;
import org.jpacker.live.Pace;
import org.jpacker.live.PacketSender;
import org.jpacker.live.Replay;
import org.jpacker.live.spi.LiveProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker send}: the packets of a file through an interface. */
@Command(
    name = "send",
    header = "Sends the packets of a file through an interface.",
    description = {
      "Packets are sent unchanged, with the time between them that the capture has, unless a rate is"
          + " given. Ends with Ctrl-C or after the last packet, and then prints on standard error how"
          + " many packets were sent, and the time from the first to the last one.",
      "On signal USR1 (on BSD and macOS also INFO, Ctrl-T) it prints these counts and goes on."
    })
final class SendCommand implements Runnable {
  private static final double NANOS = 1e9;
  private static final long SECOND = 1_000_000_000L;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A capture, plain or compressed. - is standard input.")
  private String file;

  @Parameters(
      index = "1",
      paramLabel = "IF",
      description = "The interface; 'jpacker interfaces' lists them.")
  private String name;

  @Mixin private Engine engine;

  @Option(
      names = "--pps",
      paramLabel = "RATE",
      description = "Packets per second, such as 100 or 10k.")
  private String packets;

  @Option(
      names = "--bps",
      paramLabel = "RATE",
      description = "Bits per second, such as 500k or 10M.")
  private String bits;

  @Option(names = "--speed", paramLabel = "X", description = "X times as fast as captured.")
  private String speed;

  @Option(
      names = "--max-gap",
      paramLabel = "TIME",
      description =
          "Wait at most this time for a packet, even if the capture has a longer gap: 10 or 10s,"
              + " 500ms, 2m, 1h.")
  private String gap;

  @Option(names = "--topspeed", description = "As fast as possible.")
  private boolean topspeed;

  @Option(names = "-c", paramLabel = "N", description = "Only the first N packets of the file.")
  private Long count;

  @Option(
      names = "--loop",
      paramLabel = "N",
      description = "Send the file N times; 0 repeats it until Ctrl-C.")
  private long loops = 1;

  @Option(
      names = "--keep-going",
      description = "Count packets that the interface refuses, such as too large ones, and go on.")
  private boolean keepGoing;

  @Option(
      names = "--progress",
      description = "Print the counts each second and, in a long wait, the time that is left.")
  private boolean progress;

  @Option(names = "--dry-run", description = "Send nothing; print what would be sent.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;
  private volatile boolean isCountAsked;
  private long printed;
  private long next;

  SendCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  private Source source() {
    return new Source(console, protocols.registry(), file);
  }

  @Override
  public void run() {
    Pace pace = dryRun ? dryPace() : pace();
    long most = Usage.count(spec, count);
    if (loops < 0 || loops != 1 && (file.equals(Source.STANDARD_INPUT) || dryRun)) {
      throw new ParameterException(
          spec.commandLine(),
          loops < 0
              ? "--loop takes a number from 0 on, not " + loops
              : "--loop goes with a file that can be read again, and without --dry-run");
    }
    if (dryRun) {
      Replay replay = new Replay(new Nowhere(), pace);
      source().forEach(most, frame -> replay.send(frame.packet()));
      Replay.Counts counts = replay.counts();
      console.note("would send " + total(counts) + ", the largest has " + octets(counts.largest()));
      return;
    }
    LiveProvider provider = engine.provider();
    Interruption.endsWith(provider);
    try (PacketSender sender = provider.sender(name)) {
      Replay replay = new Replay(sender, pace);
      replay.whileWaiting(left -> printCounts(replay, left));
      if (keepGoing) {
        replay.skippingRefused();
      }
      Interruption.runs(replay::stop, () -> 0);
      Signals.on("USR1", () -> isCountAsked = true);
      Signals.on("INFO", () -> isCountAsked = true);
      printed = System.nanoTime();
      try {
        replay.repeat(loops, () -> source().forEachUntil(most, frame -> send(replay, frame)));
      } finally {
        console.note("sent " + summary(replay.counts()));
      }
    }
  }

  private Pace pace() {
    if (Stream.of(packets, bits, speed, topspeed ? "" : null).filter(o -> o != null).count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--pps, --bps, --speed and --topspeed exclude each other");
    }
    if (gap != null && (packets != null || bits != null || topspeed)) {
      throw new ParameterException(
          spec.commandLine(),
          "--max-gap goes with the times of the capture, as is or with --speed");
    }
    if (packets != null) {
      return Pace.packetsPerSecond(Usage.rate(spec, "--pps", packets));
    }
    if (bits != null) {
      return Pace.bitsPerSecond(Usage.rate(spec, "--bps", bits));
    }
    if (topspeed) {
      return Pace.unlimited();
    }
    Pace pace = Pace.asCaptured(speed == null ? 1 : Usage.rate(spec, "--speed", speed));
    return gap == null ? pace : pace.withGapsUpTo(Usage.duration(spec, "--max-gap", gap));
  }

  /** Checks the options for a pace, and ignores them. */
  private Pace dryPace() {
    pace();
    return Pace.unlimited();
  }

  private boolean send(Replay replay, Frame frame) {
    next = frame.number();
    try {
      return replay.send(frame.packet());
    } catch (CaptureException e) {
      throw new CaptureException(e.source(), -1, "packet " + next + ": " + e.reason(), e);
    }
  }

  /** Prints the counts if it is time to, {@code left} nanoseconds before the next packet is due. */
  private void printCounts(Replay replay, long left) {
    if (isCountAsked || progress && System.nanoTime() - printed >= SECOND) {
      isCountAsked = false;
      printed = System.nanoTime();
      String wait =
          left < SECOND
              ? ""
              : String.format(Locale.ROOT, "; packet %d is due in %.0f s", next, left / NANOS);
      console.note("sent so far: " + summary(replay.counts()) + wait);
    }
  }

  private static String summary(Replay.Counts counts) {
    String rate =
        counts.seconds() == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " in %.3f s (%.0f packets/s, %.3f Mbit/s)",
                counts.seconds(),
                counts.packetsPerSecond(),
                counts.bitsPerSecond() / 1e6);
    return total(counts)
        + rate
        + (counts.refused() == 0 ? "" : "; " + counts.refused() + " refused");
  }

  private static String total(Replay.Counts counts) {
    long packets = counts.packets();
    return packets + (packets == 1 ? " packet, " : " packets, ") + octets(counts.octets());
  }

  private static String octets(long count) {
    return count + (count == 1 ? " octet" : " octets");
  }

  /** The interface of a dry run, which sends nothing. */
  private static final class Nowhere implements PacketSender {
    @Override
    public int linkType() {
      return Link.ETHERNET;
    }

    @Override
    public void write(Packet packet) {}

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
