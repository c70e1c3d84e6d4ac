package org.jpacker.api;

import java.nio.file.Path;
import java.util.List;
import org.jpacker.api.spi.ProtocolProvider;

/**
 * The protocols and selectors of one provider. A provider is foreign code, so it is asked once and
 * its answers are kept.
 *
 * @param provider the provider
 * @param jar the plug-in's jar, or null
 * @param rank precedence among conflicting claims; the lower rank wins
 * @param module name of the provider's module
 * @param protocols its protocols
 * @param selectors its selectors
 */
record Bundle(
    ProtocolProvider provider,
    Path jar,
    int rank,
    String module,
    List<Protocol<?>> protocols,
    List<Selector> selectors) {

  /** Rank of providers installed with jpacker. */
  static final int INSTALLED = 0;

  /** Rank of providers added from elsewhere. */
  static final int ADDED = 1;

  Bundle {
    protocols = List.copyOf(protocols);
    selectors = List.copyOf(selectors);
  }

  static Bundle of(ProtocolProvider provider, Path jar, int rank) {
    String module = String.valueOf(provider.module());
    return new Bundle(provider, jar, rank, module, provider.protocols(), provider.selectors());
  }

  /** The module, the names of its protocols, and the jar. */
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
