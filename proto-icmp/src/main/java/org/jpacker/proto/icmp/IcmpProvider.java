package org.jpacker.proto.icmp;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class IcmpProvider implements ProtocolProvider {

  /** Called by ServiceLoader. */
  public IcmpProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(Icmpv4.PROTOCOL, Icmpv6.PROTOCOL, Igmp.PROTOCOL);
  }
}
