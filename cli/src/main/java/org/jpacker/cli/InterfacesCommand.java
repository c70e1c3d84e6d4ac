package org.jpacker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Escape;
import org.jpacker.core.TextTable;
import org.jpacker.live.LiveInterface;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code jpacker interfaces}: the interfaces for capturing and sending. */
@Command(
    name = "interfaces",
    header = "Lists the interfaces for capturing and sending.",
    description = {
      "Link types have their numbers of capture files; they are shown only to users who may capture."
    })
final class InterfacesCommand implements Runnable {
  @Mixin private Engine engine;

  private final Console console;

  InterfacesCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    TextTable table =
        new TextTable("NAME", "STATE", "LINK TYPES", "MAC", "ADDRESSES", "DESCRIPTION");
    for (LiveInterface each : engine.provider().interfaces()) {
      table.row(
          Escape.text(each.name()),
          state(each),
          each.linkTypes().stream().map(InterfacesCommand::linkType).collect(joined()),
          each.mac() == null ? "" : each.mac().toString(),
          each.addresses().stream().map(Object::toString).collect(joined()),
          Escape.text(each.description()));
    }
    table.append(console.out().text());
  }

  private static java.util.stream.Collector<CharSequence, ?, String> joined() {
    return Collectors.joining(", ");
  }

  private static String state(LiveInterface each) {
    List<String> words = new ArrayList<>();
    words.add(each.flags().contains(LiveInterface.Flag.UP) ? "up" : "down");
    if (each.flags().contains(LiveInterface.Flag.RUNNING)) {
      words.add("running");
    }
    if (each.flags().contains(LiveInterface.Flag.LOOPBACK)) {
      words.add("loopback");
    }
    return String.join(" ", words);
  }

  /** The number with the name of the protocol that reads it. */
  static String linkType(int type) {
    ProtocolRegistry registry = ProtocolRegistry.installed();
    DispatchKey key = DispatchTable.LINK_TYPE.key(type);
    for (Protocol<?> protocol : registry.protocols()) {
      if (registry.keysOf(protocol).contains(key)) {
        return type + " (" + protocol.name() + ")";
      }
    }
    return String.valueOf(type);
  }
}
