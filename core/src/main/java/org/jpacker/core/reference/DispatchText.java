package org.jpacker.core.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.ValueNames;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.FieldText;

/**
 * The numbers that select protocols, as text: written like the fields that hold them, with their
 * names. Shared freely between threads.
 */
public final class DispatchText {
  private final ProtocolRegistry registry;

  /** Texts for the protocols of {@code registry}. */
  public DispatchText(ProtocolRegistry registry) {
    this.registry = registry;
  }

  /**
   * The numbers that select {@code protocol}, grouped by table: {@code tcp.port==80 (http), 8080
   * (http-alt)}.
   */
  public String keysOf(Protocol<?> protocol) {
    StringBuilder out = new StringBuilder();
    DispatchTable before = null;
    for (DispatchKey key : registry.keysOf(protocol)) {
      out.append(out.isEmpty() ? "" : ", ");
      if (key.table() != before) {
        out.append(key.table().name()).append("==");
      }
      number(out, key);
      before = key.table();
    }
    return out.toString();
  }

  /** Appends the number of {@code key} and its name, if it has one. */
  void number(StringBuilder out, DispatchKey key) {
    Field holder = holder(key.table());
    if (holder == null || !holder.traits().hex()) {
      out.append(key.table().text(key.value()));
    } else {
      FieldText.number(out, key.value(), holder.width(), holder.traits());
    }
    String name = nameOf(key);
    if (name != null) {
      Escape.text(out.append(" ("), name);
      out.append(')');
    }
  }

  /** The name of the number of {@code key}, or null. */
  String nameOf(DispatchKey key) {
    ValueNames names = key.table().names();
    if (names.isEmpty() && holder(key.table()) != null) {
      names = holder(key.table()).valueNames();
    }
    try {
      return names.isEmpty() ? null : names.nameOf(key.value());
    } catch (RuntimeException e) {
      return "failed: " + e.getMessage();
    }
  }

  /** The protocols with a field that holds a number of {@code table}, by name. */
  List<Protocol<?>> carriers(DispatchTable table) {
    return registry.protocols().stream()
        .filter(protocol -> tables(protocol).contains(table))
        .collect(Collectors.toList());
  }

  /** The protocols that numbers of {@code table} select, by number. */
  TreeMap<Long, Protocol<?>> carried(DispatchTable table) {
    TreeMap<Long, Protocol<?>> carried = new TreeMap<>();
    for (Protocol<?> protocol : registry.protocols()) {
      for (DispatchKey key : registry.keysOf(protocol)) {
        if (key.table() == table) {
          carried.put(key.value(), protocol);
        }
      }
    }
    return carried;
  }

  /** The tables that fields of {@code protocol} select in. */
  static List<DispatchTable> tables(Protocol<?> protocol) {
    List<DispatchTable> tables = new ArrayList<>();
    for (Field field : protocol.layout().fields()) {
      DispatchTable table = field.traits().selects();
      if (table != null && !tables.contains(table)) {
        tables.add(table);
      }
    }
    return tables;
  }

  /** A field that holds numbers of {@code table}, preferably one with names; or null. */
  private Field holder(DispatchTable table) {
    Field holder = null;
    for (Protocol<?> protocol : registry.protocols()) {
      for (Field field : protocol.layout().fields()) {
        if (field.traits().selects() == table
            && (holder == null || holder.valueNames().isEmpty() && !field.valueNames().isEmpty())) {
          holder = field;
        }
      }
    }
    return holder;
  }
}
