package org.jpacker.api;

import java.nio.file.Path;
import java.util.List;
import org.jpacker.api.spi.ProtocolProvider;

/**
 * What one provider brings. A provider is foreign code: it is asked once, and what it answered
 * holds from then on.
 *
 * @param jar the plug-in's jar, or null
 * @param rank the lower goes before the higher where both claim the same
 */
record Bundle(
    ProtocolProvider provider,
    Path jar,
    int rank,
    String module,
    List<Protocol<?>> protocols,
    List<Selector> selectors) {

  /** Of what is found where jpacker itself is. */
  static final int INSTALLED = 0;

  /** Of what is added to it from elsewhere. */
  static final int ADDED = 1;

  Bundle {
    protocols = List.copyOf(protocols);
    selectors = List.copyOf(selectors);
  }

  static Bundle of(ProtocolProvider provider, Path jar, int rank) {
    String module = String.valueOf(provider.module());
    return new Bundle(provider, jar, rank, module, provider.protocols(), provider.selectors());
  }

  /** Where the protocols come from, and their names. */
  @Override
  public String toString() {
    return module
        + " brings "
        + String.join(" ", protocols.stream().map(Protocol::name).toList())
        + (jar == null ? "" : " in " + jar);
  }

  Bundle without(Protocol<?> protocol) {
    List<Protocol<?>> fewer = protocols.stream().filter(p -> !p.equals(protocol)).toList();
    return new Bundle(provider, jar, rank, module, fewer, selectors);
  }
}
