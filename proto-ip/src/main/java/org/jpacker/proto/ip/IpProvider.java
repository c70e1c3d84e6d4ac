package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.LINK_TYPE;

import java.util.List;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.Selector;
import org.jpacker.api.Window;
import org.jpacker.api.spi.ProtocolProvider;

/** Provides the protocols of this module. */
public final class IpProvider implements ProtocolProvider {
  private static final int LINK_RAW = 101;

  /** Called by ServiceLoader. */
  public IpProvider() {}

  @Override
  public List<Protocol<?>> protocols() {
    return List.of(
        Ipv4.PROTOCOL,
        Ipv6.PROTOCOL,
        Ipv6HopByHop.PROTOCOL,
        Ipv6Routing.PROTOCOL,
        Ipv6Fragment.PROTOCOL,
        Ipv6DestinationOptions.PROTOCOL,
        Mip6.PROTOCOL,
        Ah.PROTOCOL,
        Esp.PROTOCOL,
        IpComp.PROTOCOL,
        Gre.PROTOCOL,
        Erspan.PROTOCOL,
        EtherIp.PROTOCOL);
  }

  @Override
  public List<Selector> selectors() {
    return List.of(new Selector(LINK_TYPE.key(LINK_RAW), IpProvider::byVersion));
  }

  /** IP of either version, by its first four bits. */
  private static DispatchKey byVersion(Window in) {
    try {
      return switch (in.u8(0) >>> 4) {
        case 4 -> ETHERTYPE.key(0x0800);
        case 6 -> ETHERTYPE.key(0x86dd);
        default -> null;
      };
    } catch (MalformedException e) {
      return null;
    }
  }
}
