package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.ProtocolProvider;
import org.junit.jupiter.api.Test;

class DispatchTablesTest {

  @Test
  void everyNumberOfEveryProtocolIsLookedUp() {
    assertEquals(List.of(), ProtocolRegistry.installed().problems());
  }

  /** As in an image that has one protocol module only. */
  @Test
  void eachModuleAloneHasNoNumberThatIsNotLookedUp() {
    List<ProtocolProvider> providers = ProtocolRegistry.installed().providers();
    assertTrue(providers.size() > 5, () -> "providers: " + providers);
    for (ProtocolProvider provider : providers) {
      assertEquals(List.of(), ProtocolRegistry.of(provider).problems(), provider.module());
    }
  }
}
