package org.jpacker.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jpacker.api.CaptureException;
import org.jpacker.files.Division;
import org.jpacker.files.Omissions;
import org.jpacker.files.Selection;
import org.jpacker.files.Slice;
import org.jpacker.files.Target;
import org.jpacker.io.pcap.FileCapture;
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
    header = "Writes some packets of a capture, to one file or to several.",
    description = {
      "Without a selection, all packets are written; with several conditions, packets that meet all"
          + " of them.",
      "Several files are named after OUT: a.pcap gives a-00001.pcap, a-00002.pcap and so on."
    })
final class SliceCommand implements Runnable {
  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A capture, plain or compressed. - is standard input.")
  private String in;

  @Parameters(
      index = "1",
      paramLabel = "OUT",
      description =
          "The file to be written or replaced; its ending selects the format. - is standard output,"
              + " for one file.")
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
      description = "The first of every N packets that -n, -A and -B select.")
  private Long every;

  @Option(
      names = "--not",
      description = "All packets except those that -n, -A and -B together select.")
  private boolean inverted;

  @Option(
      names = "-s",
      paramLabel = "OCTETS",
      description = "At most this number of octets of each packet; the original length stays.")
  private Integer snapLength;

  @Option(names = "-c", paramLabel = "N", description = "Several files of N packets each.")
  private Long count;

  @Option(
      names = "--size",
      paramLabel = "OCTETS",
      description = "Several files whose packets have at most this number of octets together.")
  private Long size;

  @Option(
      names = "-i",
      paramLabel = "SECONDS",
      description = "Several files of this number of seconds each, such as 60 or 0.5.")
  private Double seconds;

  @Option(
      names = "--flow",
      description =
          "A file for each flow, that is for the same addresses and ports in both directions; packets"
              + " without addresses have one file.")
  private boolean byFlow;

  @Mixin private OutputFormat format;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;
  private Omissions omissions = Omissions.NONE;

  SliceCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    WriteSettings settings = format.of(out);
    Slice slice = Slice.to(settings).selecting(selection());
    Slice cut = snapLength == null ? slice : slice.snapLength((int) positive("-s", snapLength));
    Division division = division(settings);
    Source source = new Source(console, protocols.registry(), in);
    Consumer<Omissions> omitted = more -> omissions = omissions.plus(more);
    try (FileCapture capture = source.open();
        Progress progress = new Progress(console, "slicing " + in, source.size())) {
      source.noting(
          capture,
          () -> {
            if (division == null) {
              Slice whole = source.isFile() ? cut.readingToEnd() : cut;
              Targets.write(
                  console,
                  List.of(in),
                  out,
                  target -> whole.run(capture, target, progress, omitted));
            } else {
              Targets.file(List.of(in), out);
              cut.divide(capture, division, this::numbered, progress, omitted);
            }
          });
    } catch (CaptureException e) {
      throw source.named(e);
    } finally {
      Targets.note(console, omissions, settings.format());
    }
  }

  private Target numbered(long number) {
    Path file = Division.numbered(FileNames.path(out), number);
    return Targets.file(List.of(in), file.toString());
  }

  /** How packets are divided into several files, or null for one file. */
  private Division division(WriteSettings settings) {
    int ways = (count != null ? 1 : 0) + (size != null ? 1 : 0) + (seconds != null ? 1 : 0);
    if (ways + (byFlow ? 1 : 0) > 1) {
      throw wrong("-c, --size, -i and --flow exclude each other");
    }
    if (ways == 0 && !byFlow) {
      return null;
    }
    if (Targets.isStandardOutput(out)) {
      throw wrong("-c, --size, -i and --flow write several files, standard output is one");
    }
    if (byFlow && settings.compression() != null) {
      throw wrong("--flow appends to its files, which compressed files do not allow");
    }
    if (count != null) {
      return Division.byCount(positive("-c", count));
    }
    if (size != null) {
      return Division.byOctets(positive("--size", size));
    }
    return byFlow
        ? Division.byFlow()
        : Division.byTime(Duration.ofNanos(positive("-i", Math.round(seconds * 1e9))));
  }

  private Selection selection() {
    try {
      Selection selection = Selection.ALL;
      selection = numbers == null ? selection : selection.numbers(numbers);
      selection = from == null ? selection : selection.from(Selection.parseTime(from));
      selection = to == null ? selection : selection.before(Selection.parseTime(to));
      selection = inverted ? selection.inverted() : selection;
      return every == null ? selection : selection.every(positive("--every", every));
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage());
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
