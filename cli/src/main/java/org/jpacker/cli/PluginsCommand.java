package org.jpacker.cli;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.api.text.Escape;
import org.jpacker.core.TextTable;
import picocli.CommandLine.Command;

/** {@code jpacker plugins}: the modules with protocols, their origin, and problems. */
@Command(
    name = "plugins",
    header = "Lists the modules with protocols, and problems of others.",
    description =
        "Plug-ins that could not be loaded are listed on standard error, with jar, module and"
            + " reason; the exit status is then 1.")
final class PluginsCommand implements Runnable {
  private final Console console;
  private final Protocols protocols;

  PluginsCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    ProtocolRegistry registry = protocols.registry();
    TextTable table = new TextTable("MODULE", "VERSION", "FROM", "PROTOCOLS");
    for (ProtocolProvider provider : sorted(registry)) {
      table.row(
          Escape.text(provider.module()),
          Escape.text(Version.of(provider.getClass())),
          Escape.text(Origin.of(provider)),
          registry.protocols().stream()
              .filter(protocol -> registry.providerOf(protocol).orElse(null) == provider)
              .map(Protocol::name)
              .collect(Collectors.joining(" ")));
    }
    table.append(console.out().text());
    int problems = registry.problems().size();
    if (problems > 0) {
      throw new CommandFailure(
          problems + (problems == 1 ? " problem" : " problems") + " with plug-ins", null);
    }
  }

  private static List<ProtocolProvider> sorted(ProtocolRegistry registry) {
    return registry.providers().stream()
        .sorted(Comparator.comparing(ProtocolProvider::module))
        .toList();
  }
}
