package org.jpacker.proto.ethernet;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Brings the protocols of this module. */
public final class EthernetProvider implements ProtocolProvider {

  /** For ServiceLoader. */
  public EthernetProvider() {}

  @Override
  public String module() {
    return "org.jpacker.proto.ethernet";
  }

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(Ethernet.PROTOCOL, Vlan.PROTOCOL, ServiceTag.PROTOCOL, Arp.PROTOCOL);
  }
}
