package org.jpacker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Stack;
import org.jpacker.core.FieldExtractor;
import picocli.CommandLine.Command;
import picocli.CommandLine.IParameterConsumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code jpacker fields}: chosen fields, a line for each packet. */
@Command(
    name = "fields",
    header = "Shows chosen fields, a line for each packet.",
    description =
        "Values are in the order of -e, separated by tabs, empty where absent. 'jpacker"
            + " protocols NAME' lists the fields of a protocol. Every packet also has"
            + " frame.number, frame.time_epoch, frame.time_relative, frame.len, frame.cap_len,"
            + " frame.interface_id, frame.protocols and _ws.malformed.")
final class FieldsCommand implements Runnable {

  @Mixin private Input input;

  @Option(
      names = "-e",
      paramLabel = "NAME",
      required = true,
      parameterConsumer = Names.class,
      description = "Field to show, such as ip.src; after FILE several names may follow.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "-E",
      paramLabel = "KEY=VALUE",
      description = {
        "header=y|n: whether the first line holds the names (default: n).",
        "occurrence=f|l|a: first, last or all values of a field that occurs several times"
            + " (default: a).",
        "separator=/t|/s|C: tab, space or a character between fields (default: /t).",
        "aggregator=/s|C: space or a character between the values of a field (default: a comma).",
        "quote=d|s|n: double, single or no quotes around the values of a field, doubled within"
            + " (default: n)."
      })
  private List<String> styles = new ArrayList<>();

  @Option(
      names = "--checksums",
      description =
          "Verify checksums: the field NAME.status of a checksum NAME, such as tcp.checksum, is 0"
              + " if it is bad, 1 if good, 3 if the sender made none, and 2 if it is unverified,"
              + " always so without this option.")
  private boolean checksums;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;

  FieldsCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  /** Takes one name; further ones only where they cannot be FILE. */
  static final class Names implements IParameterConsumer {
    @Override
    public void consumeParameters(Stack<String> words, ArgSpec option, CommandSpec spec) {
      if (words.isEmpty()) {
        throw new ParameterException(spec.commandLine(), "-e takes the name of a field");
      }
      FieldsCommand command = (FieldsCommand) spec.userObject();
      command.names.add(words.pop());
      while (command.input.isNamed() && !words.isEmpty() && !words.peek().startsWith("-")) {
        command.names.add(words.pop());
      }
    }
  }

  @Override
  public void run() {
    FieldExtractor extractor = FieldExtractor.of(protocols.registry(), names);
    if (checksums) {
      extractor = extractor.withChecksums();
    }
    boolean header = false;
    for (String style : styles) {
      String value = style.substring(style.indexOf('=') + 1);
      if (style.startsWith("header=")) {
        header = yes(value);
      } else if (style.startsWith("occurrence=")) {
        extractor = extractor.occurrence(occurrence(value));
      } else if (style.startsWith("separator=")) {
        extractor = extractor.separator(character("separator", value));
      } else if (style.startsWith("aggregator=")) {
        extractor = extractor.aggregator(character("aggregator", value));
      } else if (style.startsWith("quote=")) {
        extractor = extractor.quote(quote(value));
      } else {
        throw wrong(
            "-E takes header=, occurrence=, separator=, aggregator= or quote=, not '"
                + style
                + "'");
      }
    }
    show(extractor, header);
  }

  private void show(FieldExtractor extractor, boolean header) {
    Output out = console.out();
    if (header) {
      extractor.appendNames(out.text());
      out.endLine();
    }
    input.forEach(
        console,
        protocols,
        frame -> {
          extractor.append(out.text(), frame);
          out.endLine();
        });
  }

  private boolean yes(String value) {
    if (!value.equals("y") && !value.equals("n")) {
      throw wrong("-E header= takes y or n, not '" + value + "'");
    }
    return value.equals("y");
  }

  private FieldExtractor.Occurrence occurrence(String value) {
    switch (value) {
      case "f":
        return FieldExtractor.Occurrence.FIRST;
      case "l":
        return FieldExtractor.Occurrence.LAST;
      case "a":
        return FieldExtractor.Occurrence.ALL;
      default:
        throw wrong("-E occurrence= takes f, l or a, not '" + value + "'");
    }
  }

  private String quote(String value) {
    switch (value) {
      case "d":
        return "\"";
      case "s":
        return "'";
      case "n":
        return "";
      default:
        throw wrong("-E quote= takes d, s or n, not '" + value + "'");
    }
  }

  private String character(String key, String value) {
    if (value.equals("/t") || value.equals("\\t")) {
      return "\t";
    }
    if (value.equals("/s")) {
      return " ";
    }
    if (value.codePointCount(0, value.length()) != 1) {
      throw wrong("-E " + key + "= takes /t, /s or one character, not '" + value + "'");
    }
    return value;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
