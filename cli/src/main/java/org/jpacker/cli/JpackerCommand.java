package org.jpacker.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** {@code jpacker} itself, with the options that all commands share. */
@Command(
    name = "jpacker",
    header = "Reads, captures, shows and sends packets.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    scope = ScopeType.INHERIT,
    usageHelpAutoWidth = true,
    exitCodeListHeading = "%nExit status:%n",
    exitCodeList = {
      "0:success",
      "1:the input or the interface could not be opened, was not recognised or failed, or the file"
          + " was damaged; everything before the damage has been printed",
      "2:wrong usage"
    },
    footer = "")
final class JpackerCommand implements Runnable {

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Print the stack trace of a failure.")
  boolean debug;

  @Option(
      names = "--log",
      paramLabel = "LEVEL",
      scope = ScopeType.INHERIT,
      description =
          "Log on standard error how results come about: error, warn, info, debug or trace.")
  private void log(String level) {
    if (level == null) {
      return; // the parser begins with null
    }
    if (!Log.LEVELS.contains(level)) {
      throw new ParameterException(
          spec.commandLine(),
          "--log takes " + String.join(", ", Log.LEVELS) + ", not '" + level + "'");
    }
    Log.on(console, level);
  }

  @Mixin final Protocols protocols;

  @Spec private CommandSpec spec;

  private final Console console;

  private JpackerCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "a command is missing: " + String.join(", ", spec.subcommands().keySet()));
  }

  /**
   * The command line for {@code words}. If they begin with the name of a command, the other
   * commands are left out: picocli's inspection of all takes longer than reading a small capture.
   */
  static CommandLine on(Console console, String... words) {
    Map<String, Supplier<Runnable>> commands = new LinkedHashMap<>();
    Protocols protocols = new Protocols(console);
    commands.put("read", () -> new ReadCommand(console, protocols));
    commands.put("fields", () -> new FieldsCommand(console, protocols));
    commands.put("stats", () -> new StatsCommand(console, protocols));
    commands.put("info", () -> new InfoCommand(console));
    commands.put("convert", () -> new ConvertCommand(console, protocols));
    commands.put("merge", () -> new MergeCommand(console, protocols));
    commands.put("slice", () -> new SliceCommand(console, protocols));
    commands.put("interfaces", () -> new InterfacesCommand(console));
    commands.put("capture", () -> new CaptureCommand(console, protocols));
    commands.put("send", () -> new SendCommand(console, protocols));
    commands.put("protocols", () -> new ProtocolsCommand(console, protocols));
    commands.put("plugins", () -> new PluginsCommand(console, protocols));
    commands.put("new-protocol", () -> new NewProtocolCommand(console, protocols));
    if (words.length > 0) {
      commands.keySet().removeIf(name -> commands.containsKey(words[0]) && !name.equals(words[0]));
    }
    CommandLine line = new CommandLine(new JpackerCommand(console, protocols));
    commands.forEach((name, command) -> line.addSubcommand(name, command.get()));
    return line;
  }
}
