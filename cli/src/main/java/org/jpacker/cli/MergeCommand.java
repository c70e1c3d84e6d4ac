package org.jpacker.cli;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.files.Merge;
import org.jpacker.files.Omissions;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.WriteSettings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jpacker merge}: several captures as one. */
@Command(
    name = "merge",
    header = "Merges captures in the order of time.",
    description = {
      "Each FILE is expected to be in the order of time; packets of the same time stay in the order"
          + " of the files. Interfaces stay separate in pcapng; pcap holds packets of one link type"
          + " and does not distinguish interfaces.",
      "The new file has the comments, names, secrets and statistics of all files. Other properties of"
          + " a section are those of the first file; those of the others become comments.",
      "A damaged FILE contributes its packets before the damage."
    })
final class MergeCommand implements Runnable {

  @Option(
      names = "-w",
      paramLabel = "OUT",
      required = true,
      description =
          "The file to be written or replaced; its ending selects the format. - is standard output.")
  private String out;

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Captures, plain or compressed. One may be -, standard input.")
  private List<String> files = new ArrayList<>();

  @Mixin private OutputFormat format;

  private final Console console;
  private final Protocols protocols;

  MergeCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    WriteSettings settings = format.of(out);
    Omissions[] omissions = {Omissions.NONE};
    try {
      Targets.write(
          console,
          files,
          out,
          target -> {
            try (Inputs inputs = new Inputs();
                Progress progress = new Progress(console, "merging", inputs.size())) {
              Merge.to(settings)
                  .run(inputs.captures, target, progress, omitted -> omissions[0] = omitted);
            }
          });
    } finally {
      Targets.note(console, omissions[0], settings.format());
    }
  }

  /** All files, opened; if one cannot be opened, those before it are closed. */
  private final class Inputs implements AutoCloseable {
    final List<FileCapture> captures = new ArrayList<>();

    Inputs() {
      try {
        for (String file : files) {
          captures.add(source(file).open());
        }
      } catch (CaptureException e) {
        close();
        throw e;
      }
    }

    private Source source(String file) {
      return new Source(console, protocols.registry(), file);
    }

    /** Octets of all files, or -1 if that is unknown. */
    long size() {
      long sum = 0;
      for (String file : files) {
        long size = source(file).size();
        if (size < 0) {
          return -1;
        }
        sum += size;
      }
      return sum;
    }

    @Override
    public void close() {
      for (int i = 0; i < captures.size(); i++) {
        source(files.get(i)).note(captures.get(i));
      }
      captures.forEach(FileCapture::close);
    }
  }
}
