package org.jpacker.proto.ppp;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class PppProvider implements ProtocolProvider {

  /** Called by ServiceLoader. */
  public PppProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(
        PppoeDiscovery.PROTOCOL,
        PppoeSession.PROTOCOL,
        Ppp.PROTOCOL,
        Lcp.PROTOCOL,
        Ipcp.PROTOCOL,
        Ccp.PROTOCOL,
        Ipv6cp.PROTOCOL,
        Pap.PROTOCOL,
        Chap.PROTOCOL,
        CiscoHdlc.PROTOCOL,
        Slarp.PROTOCOL,
        FrameRelay.PROTOCOL);
  }
}
