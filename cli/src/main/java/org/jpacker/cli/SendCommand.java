package org.jpacker.cli;

import java.util.Locale;
import java.util.stream.Stream;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketSender;
import org.jpacker.core.Frame;
import org.jpacker.core.Pace;
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
          + " error what was sent."
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

  @Option(names = "--progress", description = "Tell each second what was sent so far.")
  private boolean progress;

  @Option(names = "--dry-run", description = "Send nothing; tell what would be sent.")
  private boolean dryRun;

  @Spec private CommandSpec spec;

  private final Console console;
  private long start;
  private long told;
  private volatile boolean stopped;
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
    try (PacketSender sender = engine.provider().sender(name)) {
      Interruption.runs(() -> stopped = true);
      // opening is no part of the rate
      start = System.nanoTime();
      told = start;
      try {
        long before = -1;
        // a file without packets is not sent forever
        for (long loop = 0; (loop < loops || loops == 0) && !stopped && sent > before; loop++) {
          before = sent;
          pace.again();
          new Source(console, file).forEachUntil(most, frame -> send(sender, pace, frame));
        }
      } finally {
        tell("sent ");
      }
    }
  }

  private Pace pace() {
    if (Stream.of(packets, bits, speed, topspeed ? "" : null).filter(o -> o != null).count() > 1) {
      throw new ParameterException(
          spec.commandLine(), "--pps, --bps, --speed and --topspeed exclude each other");
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
    return Pace.asCaptured(speed == null ? 1 : Usage.rate(spec, "--speed", speed));
  }

  /** Checks the options all the same. */
  private Pace dryPace() {
    pace();
    return Pace.unlimited();
  }

  private boolean send(PacketSender sender, Pace pace, Frame frame) {
    Packet packet = frame.packet();
    if (!pace.await(packet, () -> !stopped)) {
      return false;
    }
    try {
      sender.write(packet);
      counted(packet);
    } catch (CaptureException e) {
      if (!keepGoing) {
        throw new CaptureException(
            e.source(), -1, "packet " + frame.number() + ": " + e.reason(), e);
      }
      refused++;
    }
    if (progress && System.nanoTime() - told >= SECOND) {
      told = System.nanoTime();
      tell("sent so far: ");
    }
    return true;
  }

  private void counted(Packet packet) {
    sent++;
    octets += packet.length();
    largest = Math.max(largest, packet.length());
  }

  private void tell(String what) {
    double seconds = (System.nanoTime() - start) / NANOS;
    console.note(
        what
            + total()
            + String.format(
                Locale.ROOT,
                " in %.3f s (%.0f packets/s, %.3f Mbit/s)",
                seconds,
                sent / seconds,
                octets * 8 / seconds / 1e6)
            + (refused == 0 ? "" : "; " + refused + " refused"));
  }

  private String total() {
    return sent + (sent == 1 ? " packet, " : " packets, ") + octets(octets);
  }

  private static String octets(long count) {
    return count + (count == 1 ? " octet" : " octets");
  }
}
