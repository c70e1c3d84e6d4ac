package org.jpacker.cli;

import org.jpacker.core.source.JavaSource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code jpacker read}: packets as lines, trees, octets or JSON. */
@Command(
    name = "read",
    header = "Shows packets, one line for each.",
    description =
        "A line has number, time, source and destination, innermost protocol, length, and"
            + " remarkable values.")
final class ReadCommand implements Runnable {

  @Mixin private Input input;
  @Mixin private View view;

  @Option(names = "--java", description = "Show Java source that makes the packets.")
  private boolean java;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;

  ReadCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    view.check(spec, java);
    if (java) {
      java();
    } else {
      input.forEachIn(console, protocols, capture -> view.view(spec).on(console.out(), capture));
    }
  }

  private void java() {
    Output out = console.out();
    JavaSource source = new JavaSource(protocols.registry());
    try {
      input.forEach(
          console,
          protocols,
          frame -> {
            source.append(out.text(), frame);
            out.endLines();
          });
    } finally {
      // the packets before a damage make a complete class
      source.end(out.text());
      out.endLines();
    }
  }
}
