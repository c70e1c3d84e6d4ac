package org.jpacker.io.libpcap;

import org.jpacker.live.spi.LiveProvider;
import org.jpacker.testkit.LiveContract;

class PcapContractTest extends LiveContract {
  @Override
  protected LiveProvider provider() {
    return new PcapProvider();
  }
}
