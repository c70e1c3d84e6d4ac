package org.jpacker.cli;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.flow.FlowKey;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.SplitWriter;
import org.jpacker.io.pcap.WriteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker slice}: some packets of a capture, in one file or several. */
@Command(
    name = "slice",
    header = "Takes some packets of a capture, and may divide it into several files.",
    description = {
      "Without options for which ones, all packets are taken. What is said in several ways must all"
          + " hold.",
      "Several files are named after OUT: a.pcap gives a-00001.pcap, a-00002.pcap and so on."
    })
final class SliceCommand implements Runnable {
  /** Below what systems allow a program to have open. */
  private static final int MOST_OPEN = 200;

  /** A folder with more files is no help to anyone. */
  private static final int MOST_FLOWS = 100_000;

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A capture, plain or compressed. - is standard input.")
  private String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description =
          "The file to be written, or replaced; its format is that of its ending. - is standard"
              + " output, for one file.")
  private String out;

  @Option(
      names = "-n",
      paramLabel = "NUMBERS",
      description = "Packets with these numbers, from 1: 1-10,15,100-.")
  private String numbers;

  @Option(
      names = "-A",
      paramLabel = "TIME",
      description = "Packets of this time or later: 2026-11-24T06:39:54.5Z, or seconds since 1970.")
  private String from;

  @Option(names = "-B", paramLabel = "TIME", description = "Packets before this time.")
  private String to;

  @Option(
      names = "--every",
      paramLabel = "N",
      description = "The first of every N packets that are left.")
  private Long every;

  @Option(
      names = "--not",
      description = "All packets but those that -n, -A and -B together tell of.")
  private boolean inverted;

  @Option(
      names = "-s",
      paramLabel = "OCTETS",
      description = "At most so many octets of each packet; the original length stays.")
  private Integer snapLength;

  @Option(names = "-c", paramLabel = "N", description = "Several files of N packets each.")
  private Long count;

  @Option(
      names = "--size",
      paramLabel = "OCTETS",
      description = "Several files whose packets have at most so many octets.")
  private Long size;

  @Option(
      names = "-i",
      paramLabel = "SECONDS",
      description = "Several files of so many seconds each, such as 60 or 0.5.")
  private Double seconds;

  @Option(
      names = "--flow",
      description =
          "A file for each flow, both directions in one: those of the same addresses and ports; packets"
              + " without addresses are together in one.")
  private boolean byFlow;

  @Mixin private OutputFormat format;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;
  private Copy.Omissions omissions = Copy.Omissions.NONE;

  /** The copy that is written, where there is one file. */
  private Copy only;

  /** Files of flows, which may be written on until the end. */
  private final Map<Long, Target> flows = new LinkedHashMap<>();

  SliceCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    WriteSettings settings = format.of(out);
    if (snapLength != null) {
      settings = settings.snapLength(positive("-s", snapLength));
    }
    Choice choice = choice();
    int ways = (count != null ? 1 : 0) + (size != null ? 1 : 0) + (seconds != null ? 1 : 0);
    if (ways + (byFlow ? 1 : 0) > 1) {
      throw wrong("-c, --size, -i and --flow are different ways to divide: one at a time");
    }
    boolean isOne = ways == 0 && !byFlow;
    if (!isOne && Target.isStandardOutput(out)) {
      throw wrong("-c, --size, -i and --flow write several files, standard output is one");
    }
    if (byFlow && settings.compression() != null) {
      throw wrong("--flow writes into files again and again, which compressed ones do not allow");
    }
    Source source = new Source(console, protocols.registry(), in);
    try (FileCapture capture = source.open();
        Progress progress = new Progress(console, "slicing " + in, source.size())) {
      WriteSettings chosen = settings;
      if (isOne) {
        Target.write(
            console,
            List.of(in),
            out,
            target -> {
              only = copyOf(target.create(chosen), capture, chosen);
              copy(capture, choice, only, progress);
            });
      } else {
        Target.file(List.of(in), out);
        copy(capture, choice, several(capture, chosen), progress);
      }
    } catch (CaptureException e) {
      throw source.named(e);
    } finally {
      flows.values().forEach(Target::settle);
      LossNote.print(console, omissions, settings.format());
    }
  }

  private void copy(FileCapture capture, Choice choice, PacketWriter writer, Progress progress) {
    try (writer) {
      for (Packet packet = capture.next(); packet != null; packet = capture.next()) {
        progress.step(capture::position);
        if (choice.takes(packet, capture.exactTime())) {
          writer.write(snapLength == null ? packet : cut(packet));
        } else if (only != null) {
          only.omit(packet);
        }
        if (choice.isOver()) {
          copyRest(capture, progress);
          return;
        }
      }
    }
  }

  /** Reads on where a file may say something behind its packets; a pipe may never end. */
  private void copyRest(FileCapture capture, Progress progress) {
    if (only == null) {
      return;
    }
    if (capture.format() != FileFormat.PCAPNG || !Files.isRegularFile(FileNames.path(in))) {
      only.omitOthers();
      return;
    }
    try {
      for (Packet packet = capture.next(); packet != null; packet = capture.next()) {
        progress.step(capture::position);
        only.omit(packet);
      }
    } catch (CaptureException e) {
      // all packets that were asked for stand before the damage
      only.omitOthers();
    }
  }

  private Packet cut(Packet packet) {
    if (packet.length() <= snapLength) {
      return packet;
    }
    return new Packet(
        packet.toBytes(),
        0,
        snapLength,
        packet.originalLength(),
        packet.timestampNanos(),
        packet.link());
  }

  private Copy copyOf(CaptureWriter writer, FileCapture capture, WriteSettings settings) {
    return new Copy(
        writer,
        Copy.Origin.of(capture),
        settings.format(),
        id -> true,
        omitted -> omissions = omissions.plus(omitted));
  }

  /**
   * One of several files. Those of flows may be written on until the end; others are at their
   * places with their last packets.
   */
  private PacketWriter part(
      long number, boolean again, FileCapture capture, WriteSettings settings) {
    Target target = again ? flows.get(number) : Target.file(List.of(in), numbered(number + 1));
    if (byFlow) {
      flows.put(number, target);
    }
    Copy[] copy = new Copy[1];
    target.attempt(
        () -> {
          CaptureWriter writer = again ? target.append() : target.create(settings);
          copy[0] = copyOf(writer, capture, settings);
        });
    copy[0].omitOthers();
    return new PacketWriter() {
      @Override
      public void write(Packet packet) {
        target.attempt(() -> copy[0].write(packet));
      }

      @Override
      public void flush() {
        target.attempt(copy[0]::flush);
      }

      @Override
      public void close() {
        try {
          target.attempt(copy[0]::close);
        } finally {
          if (!byFlow) {
            target.settle();
          }
        }
      }
    };
  }

  private PacketWriter several(FileCapture capture, WriteSettings settings) {
    LongFunction<PacketWriter> files = number -> part(number, false, capture, settings);
    if (count != null) {
      return SplitWriter.byCount(positive("-c", count), files);
    }
    if (size != null) {
      return SplitWriter.byOctets(positive("--size", size), files);
    }
    if (seconds != null) {
      long nanos = Math.round(seconds * 1e9);
      return SplitWriter.byTime(Duration.ofNanos(positive("-i", nanos)), files);
    }
    return SplitWriter.<Optional<FlowKey>>byKey(
        packet -> FlowKey.of(packet).map(FlowKey::symmetric),
        MOST_OPEN,
        (flow, number, again) -> {
          if (number >= MOST_FLOWS) {
            throw new CaptureException(
                out, -1, "more than " + MOST_FLOWS + " flows, each of which would be a file", null);
          }
          return part(number, again, capture, settings);
        });
  }

  /** The name of one of several files: the number goes before the endings. */
  private String numbered(long number) {
    Path file = FileNames.path(out);
    String name = file.getFileName().toString();
    int end = name.indexOf('.', 1);
    int at = end < 0 ? name.length() : end;
    return file.resolveSibling(
            String.format(
                Locale.ROOT, "%s-%05d%s", name.substring(0, at), number, name.substring(at)))
        .toString();
  }

  private Choice choice() {
    try {
      return new Choice(
          numbers == null ? null : new Selection.Numbers(Selection.ranges(numbers)),
          from == null ? null : Selection.time(from),
          to == null ? null : Selection.time(to),
          inverted,
          every == null ? 1 : positive("--every", every));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
    }
  }

  /** Whether packets are taken, asked in their order. */
  private static final class Choice {
    private final Selection.Numbers numbers;
    private final Instant from;
    private final Instant to;
    private final boolean inverted;
    private final long every;
    private long number;
    private long left;

    Choice(Selection.Numbers numbers, Instant from, Instant to, boolean inverted, long every) {
      this.numbers = numbers;
      this.from = from;
      this.to = to;
      this.inverted = inverted;
      this.every = every;
    }

    /** With the time of a packet that cannot say it, or null. */
    boolean takes(Packet packet, BigDecimal exact) {
      number++;
      boolean isMeant =
          (numbers == null || numbers.has(number))
              && (exact == null ? isWithin(packet.timestamp()) : isWithin(exact));
      return isMeant != inverted && left++ % every == 0;
    }

    private boolean isWithin(BigDecimal time) {
      return (from == null || time.compareTo(seconds(from)) >= 0)
          && (to == null || time.compareTo(seconds(to)) < 0);
    }

    private static BigDecimal seconds(Instant time) {
      return BigDecimal.valueOf(time.getEpochSecond()).add(BigDecimal.valueOf(time.getNano(), 9));
    }

    private boolean isWithin(Instant time) {
      if (from == null && to == null) {
        return true;
      }
      return time != null
          && (from == null || !time.isBefore(from))
          && (to == null || time.isBefore(to));
    }

    /** Whether no later packet is taken, whatever it is. */
    boolean isOver() {
      return !inverted && numbers != null && numbers.isBehind(number + 1);
    }
  }

  private long positive(String option, long value) {
    if (value < 1) {
      throw wrong(option + " takes a number above 0, not " + value);
    }
    return value;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
