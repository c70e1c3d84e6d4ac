package org.jpacker.cli;

import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.core.TextTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker info}: what capture files are, and what they say of themselves. */
@Command(
    name = "info",
    header = "Describes capture files.",
    description =
        "Format, link types, counts, times, rates, hashes, interfaces, comments and everything"
            + " else that a file says besides its packets. 'data' is what was on the wire.")
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
      throw new ParameterException(spec.commandLine(), "--table and --json go apart");
    }
    TextTable rows = table ? InfoText.table() : null;
    CaptureException failure = null;
    for (int i = 0; i < files.size(); i++) {
      CaptureException next = null;
      try {
        FileFacts.Reading reading = FileFacts.of(console, files.get(i));
        show(reading.facts(), rows, i > 0);
        next = reading.damage();
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

  private void show(FileFacts facts, TextTable rows, boolean isNext) {
    StringBuilder out = console.out().text();
    if (table) {
      InfoText.row(rows, facts);
    } else if (json) {
      InfoJson.append(out, facts);
      console.out().endLine();
    } else {
      if (isNext) {
        out.append('\n');
      }
      InfoText.append(out, facts);
      console.out().endLines();
    }
  }
}
