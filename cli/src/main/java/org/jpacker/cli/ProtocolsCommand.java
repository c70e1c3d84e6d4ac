package org.jpacker.cli;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.api.text.Escape;
import org.jpacker.core.TextTable;
import org.jpacker.core.json.ProtocolSchema;
import org.jpacker.core.reference.DispatchText;
import org.jpacker.core.reference.ProtocolJson;
import org.jpacker.core.reference.ProtocolPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker protocols}: the protocols, and a reference page for each. */
@Command(
    name = "protocols",
    header = "Lists the protocols, or shows one.",
    description =
        "A protocol is shown with its carriers, box diagram, fields, names of values, "
            + "specification, and Java source that makes one.")
final class ProtocolsCommand implements Runnable {
  @Parameters(
      paramLabel = "NAME",
      arity = "0..1",
      description = "Show the protocol of this name, such as tcp.")
  private String name;

  @Option(
      names = {"-a", "--all"},
      description = "Show all names of values, whatever their number.")
  private boolean all;

  @Option(
      names = "--json",
      description = "Print one JSON object per protocol and line, with all names of values.")
  private boolean json;

  @Option(
      names = "--json-schema",
      description =
          "Print a JSON schema (2020-12) of one layer of each protocol, one per line, as read --json"
              + " writes it.")
  private boolean schema;

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;

  ProtocolsCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    if (json && schema) {
      throw new ParameterException(
          spec.commandLine(), "--json and --json-schema exclude each other");
    }
    ProtocolRegistry registry = protocols.registry();
    if (json) {
      ProtocolJson writer = new ProtocolJson(registry);
      for (Protocol<?> protocol : chosen(registry)) {
        writer.append(console.out().text(), protocol);
        console.out().text().append('\n');
      }
    } else if (schema) {
      for (Protocol<?> protocol : chosen(registry)) {
        ProtocolSchema.append(console.out().text(), registry, protocol);
        console.out().text().append('\n');
      }
    } else if (name == null) {
      list(registry);
    } else {
      chosen(registry).forEach(protocol -> show(registry, protocol));
    }
  }

  private Collection<Protocol<?>> chosen(ProtocolRegistry registry) {
    return name == null ? registry.protocols() : List.of(Protocols.named(name, registry, spec));
  }

  private void list(ProtocolRegistry registry) {
    DispatchText keys = new DispatchText(registry);
    TextTable table = new TextTable("NAME", "TITLE", "MODULE", "VERSION", "ORIGIN", "SELECTED BY");
    for (Protocol<?> protocol : registry.protocols()) {
      ProtocolProvider provider = registry.providerOf(protocol).orElseThrow();
      table.row(
          protocol.name(),
          Escape.text(protocol.title()),
          Escape.text(provider.module()),
          Escape.text(Version.of(provider.getClass())),
          Origin.isBuiltIn(provider) ? "built in" : "plug-in",
          keys.keysOf(protocol));
    }
    table.append(console.out().text());
  }

  private void show(ProtocolRegistry registry, Protocol<?> protocol) {
    ProtocolProvider provider = registry.providerOf(protocol).orElseThrow();
    StringBuilder out = console.out().text();
    Escape.text(out, protocol.title());
    out.append(" (").append(protocol.name()).append(")\n");
    out.append("module: ").append(Escape.text(provider.module())).append(' ');
    Escape.text(out, Version.of(provider.getClass()));
    out.append(", ").append(Escape.text(Origin.of(provider))).append('\n');
    if (!protocol.heuristics().isEmpty()) {
      out.append("recognised in ");
      out.append(
          protocol.heuristics().stream()
              .map(heuristic -> Escape.text(heuristic.carrier()))
              .collect(Collectors.joining(", ")));
      out.append(", with --enable-heuristic ").append(protocol.name()).append('\n');
    }
    String label = "see:    ";
    for (String link : protocol.links()) {
      out.append(label).append(Escape.text(link)).append('\n');
      label = "        ";
    }
    new ProtocolPage(registry, all ? Integer.MAX_VALUE : ProtocolPage.SOME).append(out, protocol);
  }
}
