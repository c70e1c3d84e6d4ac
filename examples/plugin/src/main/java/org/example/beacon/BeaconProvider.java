package org.example.beacon;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Brings the protocols of this module. */
public final class BeaconProvider implements ProtocolProvider {

  /** For ServiceLoader. */
  public BeaconProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(Beacon.PROTOCOL);
  }
}
