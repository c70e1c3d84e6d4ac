package org.jpacker.cli;

import java.time.Duration;
import java.util.function.Consumer;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Frame;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.LiveStatistics;
import org.jpacker.live.spi.LiveProvider;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker capture}: packets of an interface, shown or written to files. */
@Command(
    name = "capture",
    header = "Captures the packets of an interface, to show or to write them.",
    description = {
      "Shows packets as 'read' does, each when it arrives, or writes them to a file with -w. Ends"
          + " with Ctrl-C, or after the number or time of -c and --duration, and then prints on"
          + " standard error how many packets were captured and how many were dropped.",
      "On signal USR1 (on BSD and macOS also INFO, Ctrl-T) it prints these counts and goes on; on"
          + " USR2 it writes all packets so far to the file of -w."
    })
final class CaptureCommand implements Runnable {

  /** Packets are shown or on disk after this time at the latest. */
  private static final Duration MOMENT = Duration.ofMillis(200);

  private static final int MEBI = 1 << 20;

  @Parameters(paramLabel = "IF", description = "The interface; 'jpacker interfaces' lists them.")
  private String name;

  @Mixin private View view;
  @Mixin private Engine engine;
  @Mixin private Rotation rotation;

  @Option(
      names = "-f",
      paramLabel = "FILTER",
      description = "Only packets that match this pcap-filter expression, such as 'udp port 53'.")
  private String filter = "";

  @Option(names = "-c", paramLabel = "N", description = "Stop after N packets.")
  private Long count;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "Stop after this time: 10 or 10s, 500ms, 2m, 1h.")
  private String duration;

  @Option(
      names = "-s",
      paramLabel = "OCTETS",
      description = "Keep at most this number of octets of each packet.")
  private int snaplen = LiveOptions.MOST_SNAPLEN;

  @Option(names = "-p", description = "Not promiscuous: only packets for this machine.")
  private boolean notPromiscuous;

  @Option(
      names = "-B",
      paramLabel = "MIB",
      description = "Size of the kernel's buffer; the default is ${DEFAULT-VALUE}.",
      defaultValue = "8")
  private int buffer;

  @Option(
      names = "-Q",
      paramLabel = "WAY",
      description = "Only packets in this direction: in, out or inout (default).")
  private String direction = "inout";

  @Option(
      names = "-w",
      paramLabel = "FILE",
      description =
          "Write to a file instead of showing: pcap with nanoseconds, or pcapng if the name ends in"
              + " .pcapng; .gz, .zst or .xz compresses. - is standard output.")
  private String file;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;
  private volatile boolean isFlushAsked;

  CaptureCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    view.check(spec, false);
    rotation.check(spec, file);
    long most = Usage.count(spec, count);
    long nanos =
        duration == null ? Long.MAX_VALUE : Usage.duration(spec, "--duration", duration).toNanos();
    LiveOptions options = options();
    LiveProvider provider = engine.provider();
    Interruption.endsWith(provider);
    try (LiveCapture capture = provider.open(name, options, protocols.registry())) {
      Interruption.runs(capture::stop, () -> capture.statistics().delivered());
      Runnable counting = () -> console.note(counts(capture.statistics()));
      Signals.on("USR1", counting);
      Signals.on("INFO", counting);
      Signals.on("USR2", () -> isFlushAsked = true);
      console.note(
          "capturing on "
              + name
              + ", link type "
              + InterfacesCommand.linkType(capture.link().type())
              + ", with "
              + provider.name());
      try {
        if (file == null) {
          console.out().prompt(true);
          Consumer<Frame> shown = view.view(spec).on(console.out());
          take(capture, most, nanos, shown, () -> {});
        } else {
          write(capture, most, nanos);
        }
      } finally {
        capture.stop();
        counting.run();
      }
    }
  }

  private void write(LiveCapture capture, long most, long nanos) {
    try (var writer = rotation.create(console, file)) {
      take(capture, most, nanos, frame -> writer.write(frame.packet()), writer::flush);
    }
  }

  /** Hands on packets until the count or the time is reached, or the capture is stopped. */
  private void take(
      LiveCapture capture, long most, long nanos, Consumer<Frame> action, Runnable flush) {
    long begin = System.nanoTime();
    long start = Packet.NO_TIME;
    long number = 0;
    boolean isIdle = true;
    while (number < most) {
      long left = nanos - (System.nanoTime() - begin);
      if (left <= 0) {
        capture.stop();
      }
      // asked before next(), which still gives packets that arrived before the stop
      boolean isEnding = capture.isStopped();
      Packet packet = capture.next(MOMENT.toNanos() < left ? MOMENT : Duration.ofNanos(left));
      if (packet == null && isEnding) {
        return;
      }
      if (isFlushAsked || packet == null && !isIdle) {
        isFlushAsked = false;
        flush.run();
      }
      if (packet == null) {
        isIdle = true;
        continue;
      }
      isIdle = false;
      if (start == Packet.NO_TIME) {
        start = packet.timestampNanos();
      }
      action.accept(new Frame(++number, start, packet));
    }
  }

  private LiveOptions options() {
    LiveOptions.Direction way =
        switch (direction) {
          case "in" -> LiveOptions.Direction.IN;
          case "out" -> LiveOptions.Direction.OUT;
          case "inout" -> LiveOptions.Direction.BOTH;
          default ->
              throw new ParameterException(
                  spec.commandLine(), "-Q takes in, out or inout, not '" + direction + "'");
        };
    if (buffer < 1 || buffer > 1024) {
      throw new ParameterException(
          spec.commandLine(), "-B takes a number from 1 to 1024, not " + buffer);
    }
    if (snaplen < 1 || snaplen > LiveOptions.MOST_SNAPLEN) {
      throw new ParameterException(
          spec.commandLine(),
          "-s takes a number from 1 to " + LiveOptions.MOST_SNAPLEN + ", not " + snaplen);
    }
    return LiveOptions.DEFAULTS
        .filter(filter)
        .snaplen(snaplen)
        .promiscuous(!notPromiscuous)
        .bufferSize(buffer * MEBI)
        .direction(way)
        // lines appear as packets arrive; a file may wait for a batch
        .immediate(file == null);
  }

  private static String counts(LiveStatistics counts) {
    return packets(counts.delivered())
        + " captured, "
        + counts.received()
        + " received by the filter, "
        + counts.droppedByKernel()
        + " dropped by the kernel, "
        + counts.droppedByInterface()
        + " by the interface";
  }

  private static String packets(long count) {
    return count + (count == 1 ? " packet" : " packets");
  }
}
