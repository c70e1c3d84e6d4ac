package org.jpacker.api;

import java.util.function.Function;

/**
 * Claims a number whose payload announces its own kind, such as "IP of either version": looks at
 * the octets (or the carrier) and says which number really applies.
 *
 * @param key the number that is claimed
 * @param choose the number that applies, or null for nobody
 */
public record Selector(DispatchKey key, Function<Window, DispatchKey> choose) implements Claim {

  @Override
  public Reader reader() {
    return in -> {
      DispatchKey chosen = choose.apply(in);
      if (chosen == null || chosen.equals(key)) {
        return in.raw();
      }
      ProtocolRegistry registry =
          in.packet == null ? ProtocolRegistry.installed() : in.packet.link().registry();
      return registry.find(chosen.table(), chosen.value()).read(in);
    };
  }
}
