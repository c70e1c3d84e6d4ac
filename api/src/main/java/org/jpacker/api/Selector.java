package org.jpacker.api;

import java.util.function.Function;

/**
 * Claims a number whose payload identifies its own protocol, such as "IP of either version":
 * examines the octets or their carrier and returns the number that applies.
 *
 * @param key the number that is claimed
 * @param choose returns the number that applies, or null for none
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
