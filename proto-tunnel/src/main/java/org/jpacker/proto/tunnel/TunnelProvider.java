package org.jpacker.proto.tunnel;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class TunnelProvider implements ProtocolProvider {

  /** Called by ServiceLoader. */
  public TunnelProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(Vxlan.PROTOCOL, Geneve.PROTOCOL, Gtp.PROTOCOL);
  }
}
