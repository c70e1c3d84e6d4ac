package org.jpacker.cli;

import java.util.function.Consumer;
import org.jpacker.api.text.Frame;
import org.jpacker.core.HexDump;
import org.jpacker.core.Summary;
import org.jpacker.core.TextTree;
import org.jpacker.core.json.PacketJson;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options for how packets are shown. */
final class View {
  /** Length at which summaries are cut on a terminal; pipes and files get them whole. */
  private static final int INFO_WIDTH = 60;

  @Option(names = "-v", description = "Show the full tree of layers and fields.")
  private boolean tree;

  @Option(names = "-x", description = "Also show the octets.")
  private boolean octets;

  @Option(names = "--json", description = "One JSON object per line.")
  private boolean json;

  @Option(
      names = "--checksums",
      description =
          "Verify checksums: mark packets with a bad one; with -v and --json, show the status of"
              + " each.")
  private boolean checksums;

  @Option(
      names = "-t",
      paramLabel = "KIND",
      description =
          "Time: r relative to the first packet (default), e seconds since 1970, ud date and time"
              + " in UTC.")
  private String time = "r";

  /** Refuses options that contradict each other, or one that holds everything. */
  void check(CommandSpec spec, boolean java) {
    time(spec);
    if ((json || java) && (tree || octets || json && java || java && checksums)) {
      throw new ParameterException(
          spec.commandLine(),
          (json ? "--json" : "--java") + " holds everything: it excludes -v, -x and others");
    }
  }

  /** Shows each packet on standard output, as the options select. */
  Consumer<Frame> on(Console console, CommandSpec spec) {
    return json ? json(console.out()) : text(console.out(), time(spec));
  }

  private Consumer<Frame> json(Output out) {
    PacketJson plain = new PacketJson();
    PacketJson packets = checksums ? plain.withChecksums() : plain;
    return frame -> {
      packets.append(out.text(), frame);
      out.endLine();
    };
  }

  private Consumer<Frame> text(Output out, Summary.Time kind) {
    Summary summary = Terminal.here().cuts() ? new Summary(kind, INFO_WIDTH) : new Summary(kind);
    Summary lines = checksums ? summary.withChecksums() : summary;
    TextTree trees = checksums ? new TextTree().withChecksums() : new TextTree();
    return frame -> {
      if (tree) {
        trees.append(out.text(), frame);
      } else {
        lines.append(out.text(), frame);
        out.text().append('\n');
      }
      if (octets) {
        HexDump.append(out.text(), frame.packet());
      }
      if (tree || octets) {
        out.text().append('\n');
      }
      out.endLines();
    };
  }

  private Summary.Time time(CommandSpec spec) {
    switch (time) {
      case "r":
        return Summary.Time.RELATIVE;
      case "e":
        return Summary.Time.EPOCH;
      case "ud":
        return Summary.Time.UTC;
      default:
        throw new ParameterException(spec.commandLine(), "-t takes r, e or ud, not '" + time + "'");
    }
  }
}
