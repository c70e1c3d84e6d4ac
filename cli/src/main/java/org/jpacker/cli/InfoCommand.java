package org.jpacker.cli;

import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.files.CaptureFacts;
import org.jpacker.files.FactsJson;
import org.jpacker.files.FactsTable;
import org.jpacker.files.FactsText;
import org.jpacker.files.FileDigest;
import org.jpacker.io.pcap.FileCapture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker info}: the description of capture files. */
@Command(
    name = "info",
    header = "Describes capture files.",
    description =
        "Format, link types, counts, times, rates, hashes, interfaces, comments and all other"
            + " contents of a file besides its packets. 'data' counts octets on the wire.")
final class InfoCommand implements Runnable {

  @Parameters(
      paramLabel = "FILE",
      arity = "1..*",
      description = "Captures, plain or compressed. - is standard input.")
  private List<String> files;

  @Option(names = "--table", description = "One line for each file.")
  private boolean table;

  @Option(names = "--json", description = "One JSON object for each file, a line each.")
  private boolean json;

  @Spec private CommandSpec spec;

  private final Console console;

  InfoCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (table && json) {
      throw new ParameterException(spec.commandLine(), "--table and --json exclude each other");
    }
    FactsTable rows = table ? new FactsTable() : null;
    CaptureException failure = null;
    for (int i = 0; i < files.size(); i++) {
      CaptureException next = null;
      try {
        Source source = new Source(console, files.get(i));
        CaptureFacts facts = facts(source);
        show(facts, rows, i > 0);
        next = facts.damage() == null ? null : source.named(facts.damage());
      } catch (CaptureException e) {
        next = e;
      }
      if (next != null && failure != null) {
        console.complain(failure.getMessage());
      }
      failure = next != null ? next : failure;
    }
    if (table) {
      rows.append(console.out().text());
      console.out().endLines();
    }
    if (failure != null) {
      throw failure;
    }
  }

  private CaptureFacts facts(Source source) {
    CaptureFacts facts;
    try (FileCapture capture = source.open();
        Progress progress = new Progress(console, "reading " + source.title(), source.size())) {
      facts = CaptureFacts.of(capture, progress).withName(source.title());
    } catch (CaptureException e) {
      throw source.named(e);
    }
    if (!source.isFile()) {
      return facts;
    }
    try (Progress progress = new Progress(console, "hashing " + source.title(), source.size())) {
      return facts.withDigest(FileDigest.of(FileNames.path(source.title()), progress));
    }
  }

  private void show(CaptureFacts facts, FactsTable rows, boolean isNext) {
    StringBuilder out = console.out().text();
    if (table) {
      rows.add(facts);
    } else if (json) {
      FactsJson.append(out, facts);
      console.out().endLine();
    } else {
      if (isNext) {
        out.append('\n');
      }
      FactsText.append(out, facts);
      console.out().endLines();
    }
  }
}
