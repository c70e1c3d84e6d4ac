package org.jpacker.api;

import java.nio.file.Path;
import java.util.List;
import org.jpacker.api.spi.AddedType;
import org.jpacker.api.spi.ProtocolProvider;

/**
 * The protocols and selectors of one provider. A provider is foreign code, so it is asked once and
 * its answers are kept.
 *
 * @param provider the provider
 * @param jar the plug-in's jar, or null
 * @param rank the lower goes before the higher where both claim the same
 * @param brought all its protocols
 * @param protocols those that have not been taken out
 */
record Bundle(
    ProtocolProvider provider,
    Path jar,
    int rank,
    String module,
    List<Protocol<?>> brought,
    List<Protocol<?>> protocols,
    List<Selector> selectors,
    List<AddedType> additions) {

  /** Rank of providers installed with jpacker. */
  static final int INSTALLED = 0;

  /** Rank of providers added from elsewhere. */
  static final int ADDED = 1;

  Bundle {
    brought = List.copyOf(brought);
    protocols = List.copyOf(protocols);
    selectors = List.copyOf(selectors);
    additions = List.copyOf(additions);
  }

  static Bundle of(ProtocolProvider provider, Path jar, int rank) {
    String module = String.valueOf(provider.module());
    List<Protocol<?>> protocols = provider.protocols();
    return new Bundle(
        provider,
        jar,
        rank,
        module,
        protocols,
        protocols,
        provider.selectors(),
        provider.additions());
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
    return new Bundle(provider, jar, rank, module, brought, fewer, selectors, additions);
  }
}
