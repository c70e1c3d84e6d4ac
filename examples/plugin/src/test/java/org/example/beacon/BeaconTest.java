package org.example.beacon;

import org.jpacker.api.Protocol;
import org.jpacker.testkit.ProtocolContract;

class BeaconTest extends ProtocolContract<Beacon> {

  @Override
  protected Protocol<Beacon> protocol() {
    return Beacon.PROTOCOL;
  }

  @Override
  protected Beacon sample() {
    return new Beacon().kind(1).station(7);
  }
}
