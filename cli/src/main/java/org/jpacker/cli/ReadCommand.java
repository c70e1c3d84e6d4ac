package org.jpacker.cli;

import java.util.function.Consumer;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.core.Frame;
import org.jpacker.core.HexDump;
import org.jpacker.core.JavaSource;
import org.jpacker.core.PacketJson;
import org.jpacker.core.Summary;
import org.jpacker.core.TextTree;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker read}: packets as lines, trees, octets or JSON. */
@Command(
    name = "read",
    header = "Shows packets, one line for each.",
    description =
        "A line has number, time, who to whom, the innermost protocol, length, and what is"
            + " remarkable about it.")
final class ReadCommand implements Runnable {

  @Parameters(
      paramLabel = "FILE",
      description = "A capture: pcap or pcapng, plain or gzip. - is standard input.")
  private String file;

  @Option(names = "-v", description = "Show the full tree of layers and fields.")
  private boolean tree;

  @Option(names = "-x", description = "Show the octets too.")
  private boolean octets;

  @Option(names = "--json", description = "One JSON object per line.")
  private boolean json;

  @Option(names = "--java", description = "Java source that makes the packets again.")
  private boolean java;

  @Option(names = "-c", paramLabel = "N", description = "Stop after N packets.")
  private Long count;

  @Option(
      names = "-t",
      paramLabel = "KIND",
      description =
          "Time: r relative to the first packet (default), e seconds since 1970, ud date and time"
              + " in UTC.")
  private String time = "r";

  @Spec private CommandSpec spec;

  private final Console console;

  ReadCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if ((json || java) && (tree || octets || json && java)) {
      throw new ParameterException(
          spec.commandLine(),
          (json ? "--json" : "--java") + " holds everything: it goes without -v, -x and others");
    }
    long most = Usage.count(spec, count);
    Source source = new Source(console, file);
    if (java) {
      java(source, most);
    } else {
      source.forEach(most, json ? json() : text(time()));
    }
  }

  private void java(Source packets, long most) {
    Output out = console.out();
    JavaSource source = new JavaSource(ProtocolRegistry.installed());
    try {
      packets.forEach(
          most,
          frame -> {
            source.append(out.text(), frame);
            out.endLines();
          });
    } finally {
      // what was whole is a whole class, even if the file is damaged behind it
      source.end(out.text());
      out.endLines();
    }
  }

  private Consumer<Frame> json() {
    Output out = console.out();
    PacketJson packets = new PacketJson();
    return frame -> {
      packets.append(out.text(), frame);
      out.endLine();
    };
  }

  private Consumer<Frame> text(Summary.Time kind) {
    Output out = console.out();
    Summary summary = new Summary(kind);
    TextTree trees = tree ? new TextTree() : null;
    return frame -> {
      if (tree) {
        trees.append(out.text(), frame);
      } else {
        summary.append(out.text(), frame);
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

  private Summary.Time time() {
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
