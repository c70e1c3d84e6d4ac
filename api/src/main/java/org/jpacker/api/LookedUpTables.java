package org.jpacker.api;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jpacker.api.names.NearNames;

/**
 * The dispatch tables in which protocols look numbers up. A number in any other table, such as one
 * whose name is misspelt, selects nothing. Protocols that were taken out of a registry count: what
 * they carried is not wrong because of that.
 */
final class LookedUpTables {
  private final Set<DispatchTable> tables = new LinkedHashSet<>(DispatchTable.SHARED);

  /**
   * The tables of what these bring.
   *
   * @param alone protocols that came without a provider
   */
  LookedUpTables(Collection<Bundle> bundles, Collection<Protocol<?>> alone) {
    bundles.forEach(bundle -> add(bundle.brought()));
    add(alone);
  }

  private void add(Collection<Protocol<?>> protocols) {
    protocols.forEach(protocol -> tables.addAll(protocol.layout().tables()));
  }

  /** A problem for each protocol or selector, and each table that it has numbers in for nothing. */
  List<PluginProblem> problems(Collection<Bundle> bundles, Map<DispatchKey, Protocol<?>> chosen) {
    Set<PluginProblem> problems = new LinkedHashSet<>();
    for (Bundle bundle : bundles) {
      for (Protocol<?> protocol : bundle.protocols()) {
        for (DispatchKey key : protocol.keys()) {
          check(problems, bundle, protocol.name(), key);
        }
      }
      for (Selector selector : bundle.selectors()) {
        check(problems, bundle, "a selector", selector.key());
      }
    }
    chosen.forEach((key, protocol) -> check(problems, null, protocol.name(), key));
    return new ArrayList<>(problems);
  }

  private void check(Set<PluginProblem> problems, Bundle bundle, String claimant, DispatchKey key) {
    DispatchTable table = key.table();
    if (!tables.contains(table)) {
      String says =
          claimant + " has numbers in the table " + table + ", which no protocol looks up";
      problems.add(
          bundle == null
              ? new PluginProblem(null, "", says + wayOut(table))
              : new PluginProblem(bundle.jar(), bundle.module(), says + wayOut(table)));
    }
  }

  private String wayOut(DispatchTable table) {
    List<String> near =
        NearNames.of(table.name(), tables.stream().map(DispatchTable::name).toList());
    return near.isEmpty()
        ? ": add the protocol that does; its layout says so with selects or looksUp"
        : "; did you mean " + near.get(0) + "?";
  }
}
