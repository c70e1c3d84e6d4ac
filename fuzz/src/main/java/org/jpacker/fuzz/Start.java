package org.jpacker.fuzz;

import java.util.List;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;

/**
 * A protocol that packets begin with, so that its own octets are the first to be damaged.
 *
 * @param protocol the protocol that reads the first layer
 * @param registry the registry that selects it for {@link #LINK_TYPE}
 */
public record Start(Protocol<?> protocol, ProtocolRegistry registry) {
  /** A link type for private use. */
  public static final int LINK_TYPE = 147;

  private static final List<Start> ALL =
      ProtocolRegistry.installed().protocols().stream().map(Start::with).toList();

  /** All protocols, sorted by name. */
  public static List<Start> all() {
    return ALL;
  }

  private static Start with(Protocol<?> protocol) {
    return new Start(
        protocol,
        ProtocolRegistry.installed().with(DispatchTable.LINK_TYPE.key(LINK_TYPE), protocol));
  }

  /** Checks the invariants of packets for these octets, read as this protocol. */
  public void check(byte[] octets) {
    Invariants.check(octets, LINK_TYPE, registry);
  }
}
