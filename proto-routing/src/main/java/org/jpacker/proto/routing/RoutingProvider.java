package org.jpacker.proto.routing;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class RoutingProvider implements ProtocolProvider {

  /** Called by ServiceLoader. */
  public RoutingProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(Ospf.PROTOCOL, Eigrp.PROTOCOL, Pim.PROTOCOL, Vrrp.PROTOCOL);
  }
}
