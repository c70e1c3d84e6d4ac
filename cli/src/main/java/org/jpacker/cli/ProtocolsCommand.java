package org.jpacker.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.core.Escape;
import org.jpacker.core.ProtocolPage;
import org.jpacker.core.TextTable;
import org.jpacker.core.UnknownNameException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code jpacker protocols}: what can be read, and what it looks like. */
@Command(
    name = "protocols",
    header = "Lists the protocols, or shows one.",
    description =
        "A protocol is shown with its fields, names of values, box diagram and specification.")
final class ProtocolsCommand implements Runnable {
  private static final String OWN = "org.jpacker.";

  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "Show the protocol of this name, such as tcp.")
  private String name;

  private final Console console;

  ProtocolsCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    ProtocolRegistry registry = ProtocolRegistry.installed();
    if (name == null) {
      list(registry);
    } else {
      show(registry, registry.protocol(name).orElseThrow(() -> unknown(registry)));
    }
    for (String problem : registry.problems()) {
      console.complain("a plug-in was left out: " + problem);
    }
  }

  private void list(ProtocolRegistry registry) {
    TextTable table = new TextTable("NAME", "TITLE", "MODULE", "VERSION", "ORIGIN", "SELECTED BY");
    for (Protocol<?> protocol : registry.protocols()) {
      ProtocolProvider provider = registry.providerOf(protocol).orElseThrow();
      table.row(
          protocol.name(),
          Escape.text(protocol.title()),
          Escape.text(provider.module()),
          Version.of(provider.getClass()),
          origin(provider),
          keys(registry, protocol));
    }
    table.append(console.out().text());
  }

  private void show(ProtocolRegistry registry, Protocol<?> protocol) {
    ProtocolProvider provider = registry.providerOf(protocol).orElseThrow();
    StringBuilder out = console.out().text();
    Escape.text(out, protocol.title());
    out.append(" (").append(protocol.name()).append(")\n");
    out.append("module:      ").append(Escape.text(provider.module())).append(' ');
    out.append(Version.of(provider.getClass())).append(", ").append(origin(provider)).append('\n');
    String keys = keys(registry, protocol);
    if (!keys.isEmpty()) {
      out.append("selected by: ").append(keys).append('\n');
    }
    for (String link : protocol.links()) {
      out.append("see:         ").append(Escape.text(link)).append('\n');
    }
    out.append('\n');
    ProtocolPage.append(out, protocol);
  }

  private static String keys(ProtocolRegistry registry, Protocol<?> protocol) {
    List<DispatchKey> keys = registry.keysOf(protocol);
    return keys.stream().map(DispatchKey::toString).collect(Collectors.joining(", "));
  }

  /** Built in is what comes with this module: its siblings, loaded where it was loaded. */
  private static String origin(ProtocolProvider provider) {
    boolean sibling =
        provider.module().startsWith(OWN)
            && provider.getClass().getModule().getLayer()
                == ProtocolsCommand.class.getModule().getLayer();
    return sibling ? "built in" : "plug-in";
  }

  private UnknownNameException unknown(ProtocolRegistry registry) {
    return new UnknownNameException(
        "protocol", name, registry.protocols().stream().map(Protocol::name).toList());
  }
}
