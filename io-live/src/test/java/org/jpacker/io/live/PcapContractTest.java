package org.jpacker.io.live;

import org.jpacker.api.spi.LiveProvider;
import org.jpacker.testkit.LiveContract;

class PcapContractTest extends LiveContract {
  @Override
  protected LiveProvider provider() {
    return new PcapProvider();
  }
}
