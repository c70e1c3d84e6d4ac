package org.jpacker.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.UnknownNameException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The protocols that commands read with: installed ones, plug-ins, and choices by options. */
final class Protocols {
  @Option(
      names = "--plugins",
      paramLabel = "DIR",
      scope = ScopeType.INHERIT,
      description = {
        "Also load the plug-ins in this folder; may be repeated.",
        "Plug-ins in the folders of "
            + PluginFolders.VARIABLE
            + " and in the folder plugins beside bin are always"
            + " loaded."
      })
  private void folders(List<Path> values) {
    folders.add(values);
  }

  @Option(
      names = "-d",
      paramLabel = "TABLE==N,NAME",
      scope = ScopeType.INHERIT,
      description =
          "Decode as: read the contents that this number selects as the protocol NAME, such as"
              + " tcp.port==8888,http; may be repeated.")
  private void choices(List<String> values) {
    choices.add(values);
  }

  @Option(
      names = "--enable-heuristic",
      paramLabel = "NAME",
      scope = ScopeType.INHERIT,
      description =
          "Recognise the protocol NAME by its contents where no number identifies them; may be"
              + " repeated, the first one has precedence.")
  private void heuristics(List<String> values) {
    heuristics.add(values);
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private final Console console;
  private final Values<Path> folders = new Values<>();
  private final Values<String> choices = new Values<>();
  private final Values<String> heuristics = new Values<>();
  private ProtocolRegistry registry;

  /**
   * The values of an option that may be repeated. The parser fills one list for those before the
   * command, and another one for those after it.
   */
  private static final class Values<T> {
    private final List<List<T>> lists = new ArrayList<>();

    void add(List<T> list) {
      if (list != null && lists.stream().noneMatch(other -> other == list)) {
        lists.add(list);
      }
    }

    List<T> all() {
      return lists.stream().flatMap(List::stream).toList();
    }
  }

  Protocols(Console console) {
    this.console = console;
  }

  /** The protocols; problems of plug-ins are printed at the first call. */
  ProtocolRegistry registry() {
    if (registry == null) {
      List<Path> places = places();
      ProtocolRegistry loaded =
          places.isEmpty()
              ? ProtocolRegistry.installed()
              : ProtocolRegistry.from(places.toArray(Path[]::new));
      for (String choice : choices.all()) {
        loaded = DecodeAs.apply(choice, loaded, spec);
      }
      for (String name : heuristics.all()) {
        loaded = recognising(loaded, name);
      }
      for (PluginProblem problem : loaded.problems()) {
        console.complain("plug-ins: " + problem);
      }
      registry = loaded;
    }
    return registry;
  }

  /** The protocol of this name; an unknown name is wrong usage of {@code command}. */
  static Protocol<?> named(String name, ProtocolRegistry registry, CommandSpec command) {
    Optional<Protocol<?>> protocol = registry.protocol(name);
    if (protocol.isPresent()) {
      return protocol.get();
    }
    List<String> names = registry.protocols().stream().map(Protocol::name).toList();
    UnknownNameException unknown = new UnknownNameException("protocol", name, names);
    if (!unknown.near().isEmpty()) {
      throw unknown;
    }
    throw new ParameterException(
        command.commandLine(), unknown.getMessage() + "; there are " + String.join(", ", names));
  }

  private ProtocolRegistry recognising(ProtocolRegistry from, String name) {
    Protocol<?> protocol = named(name, from, spec);
    if (protocol.heuristics().isEmpty()) {
      List<String> others =
          from.protocols().stream()
              .filter(other -> !other.heuristics().isEmpty())
              .map(Protocol::name)
              .toList();
      throw new ParameterException(
          spec.commandLine(),
          name
              + " cannot be recognised by its contents; "
              + (others.isEmpty()
                  ? "no protocol here can"
                  : "there are " + String.join(", ", others)));
    }
    return from.withHeuristics(protocol);
  }

  private List<Path> places() {
    List<Path> places = new ArrayList<>(folders.all());
    try {
      places.addAll(PluginFolders.always());
    } catch (InvalidPathException e) {
      throw new ParameterException(
          spec.commandLine(),
          PluginFolders.VARIABLE + ": " + e.getInput() + ": " + FileNames.reason(e));
    }
    return places;
  }
}
