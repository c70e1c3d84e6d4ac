package org.jpacker.proto.ethernet;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class EthernetProvider implements ProtocolProvider {

  /** Called by ServiceLoader. */
  public EthernetProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(
        Ethernet.PROTOCOL,
        Vlan.PROTOCOL,
        ServiceTag.PROTOCOL,
        Llc.PROTOCOL,
        Arp.PROTOCOL,
        Stp.PROTOCOL,
        MacControl.PROTOCOL,
        Slow.PROTOCOL,
        Lacp.PROTOCOL,
        Loop.PROTOCOL,
        WakeOnLan.PROTOCOL,
        Lldp.PROTOCOL,
        Eapol.PROTOCOL,
        Mpls.PROTOCOL,
        ControlWord.PROTOCOL,
        EthernetControlWord.PROTOCOL,
        Null.PROTOCOL,
        Sll.PROTOCOL,
        Sll2.PROTOCOL);
  }
}
