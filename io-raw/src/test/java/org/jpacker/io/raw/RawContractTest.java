package org.jpacker.io.raw;

import org.jpacker.live.spi.LiveProvider;
import org.jpacker.testkit.LiveContract;

class RawContractTest extends LiveContract {
  @Override
  protected LiveProvider provider() {
    return new RawProvider();
  }
}
