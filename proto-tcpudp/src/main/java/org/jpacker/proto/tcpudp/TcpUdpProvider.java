package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class TcpUdpProvider implements ProtocolProvider {

  /** Called by ServiceLoader. */
  public TcpUdpProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(Tcp.PROTOCOL, Udp.PROTOCOL, UdpLite.PROTOCOL, Sctp.PROTOCOL, Dccp.PROTOCOL);
  }
}
