package org.jpacker.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Frame;
import org.jpacker.live.Pace;
import org.jpacker.live.PacketSender;
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
      "They are sent as they are, with the distances in time that they were captured with, unless a"
          + " rate is given. Ends with Ctrl-C, or behind the last packet, and then tells on standard"
          + " error what was sent, in which time from the first to the last packet.",
      "The signal USR1 (on BSD and macOS INFO, Ctrl-T, too) has it tell so while it goes on."
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
      description = "Packets a second, such as 100 or 10k.")
  private String packets;

  @Option(names = "--bps", paramLabel = "RATE", description = "Bits a second, such as 500k or 10M.")
  private String bits;

  @Option(names = "--speed", paramLabel = "X", description = "X times as fast as captured.")
  private String speed;

  @Option(
      names = "--max-gap",
      paramLabel = "TIME",
      description =
          "Wait no longer than this for a packet, however long it took when they were captured: 10 or"
              + " 10s, 500ms, 2m, 1h.")
  private String gap;

  @Option(names = "--topspeed", description = "As fast as possible.")
  private boolean topspeed;

  @Option(names = "-c", paramLabel = "N", description = "Only the first N packets of the file.")
  private Long count;

  @Option(
      names = "--loop",
      paramLabel = "N",
      description = "Send the file N times; 0 for until Ctrl-C.")
  private long loops = 1;

  @Option(
      names = "--keep-going",
      description = "Count packets that the interface refuses, such as too large ones, and go on.")
  private boolean keepGoing;

  @Option(
      names = "--progress",
      description = "Tell each second what was sent so far and, in a long wait, when it ends.")
  private boolean progress;

  @Option(names = "--dry-run", description = "Send nothing; tell what would be sent.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Console console;
  private volatile boolean stopped;
  private volatile boolean isTellingAsked;
  private long told;

  // when the first and the last packet were sent: starting up is no part of the rate, and behind
  // the last packet there is none that would be waited for
  private long first;
  private long last;
  private int lastLength;

  private long sent;
  private long octets;
  private long refused;
  private int largest;

  SendCommand(Console console) {
    this.console = console;
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
      new Source(console, file).forEach(most, frame -> counted(frame.packet()));
      console.note("would send " + total() + ", the largest has " + octets(largest));
      return;
    }
    LiveProvider provider = engine.provider();
    Interruption.endsWith(provider);
    try (PacketSender sender = provider.sender(name)) {
      Interruption.runs(() -> stopped = true, () -> 0);
      Signals.on("USR1", () -> isTellingAsked = true);
      Signals.on("INFO", () -> isTellingAsked = true);
      told = System.nanoTime();
      try {
        long before = -1;
        // a file without packets is not sent forever
        for (long loop = 0; (loop < loops || loops == 0) && !stopped && sent > before; loop++) {
          before = sent;
          pace.again();
          new Source(console, file).forEachUntil(most, frame -> send(sender, pace, frame));
        }
      } finally {
        console.note("sent " + summary());
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

  /** Checks the options all the same. */
  private Pace dryPace() {
    pace();
    return Pace.unlimited();
  }

  private boolean send(PacketSender sender, Pace pace, Frame frame) {
    Packet packet = frame.packet();
    if (!pace.await(packet, left -> goesOn(frame, left))) {
      return false;
    }
    try {
      long now = System.nanoTime();
      sender.write(packet);
      if (sent == 0) {
        first = now;
      }
      last = now;
      lastLength = packet.length();
      counted(packet);
    } catch (CaptureException e) {
      if (!keepGoing) {
        throw new CaptureException(
            e.source(), -1, "packet " + frame.number() + ": " + e.reason(), e);
      }
      refused++;
    }
    return true;
  }

  /** Tells what there is to tell while {@code next} is not due yet, for so many nanoseconds. */
  private boolean goesOn(Frame next, long left) {
    if (isTellingAsked || progress && System.nanoTime() - told >= SECOND) {
      isTellingAsked = false;
      told = System.nanoTime();
      String wait =
          left < SECOND
              ? ""
              : String.format(
                  Locale.ROOT, "; packet %d is due in %.0f s", next.number(), left / NANOS);
      console.note("sent so far: " + summary() + wait);
    }
    return !stopped;
  }

  private void counted(Packet packet) {
    sent++;
    octets += packet.length();
    largest = Math.max(largest, packet.length());
  }

  private String summary() {
    double seconds = (last - first) / NANOS;
    String rate =
        seconds == 0
            ? ""
            : String.format(
                Locale.ROOT,
                " in %.3f s (%.0f packets/s, %.3f Mbit/s)",
                seconds,
                (sent - 1) / seconds,
                (octets - lastLength) * 8 / seconds / 1e6);
    return total() + rate + (refused == 0 ? "" : "; " + refused + " refused");
  }

  private String total() {
    return sent + (sent == 1 ? " packet, " : " packets, ") + octets(octets);
  }

  private static String octets(long count) {
    return count + (count == 1 ? " octet" : " octets");
  }
}
