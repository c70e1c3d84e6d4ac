package org.jpacker.cli;

import org.jpacker.core.Summary;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Options for how packets are shown. */
final class View {
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

  /** The view that the options select. */
  PacketView view(CommandSpec spec) {
    PacketView.Form form =
        json ? PacketView.Form.JSON : tree ? PacketView.Form.TREE : PacketView.Form.LINE;
    return new PacketView(form, octets, checksums, time(spec));
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
