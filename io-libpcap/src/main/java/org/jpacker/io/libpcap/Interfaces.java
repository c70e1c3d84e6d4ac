package org.jpacker.io.libpcap;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jpacker.api.Address;
import org.jpacker.api.CaptureException;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.LiveInterface.Assigned;
import org.jpacker.live.LiveInterface.Flag;
import org.jpacker.live.LiveOptions;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapAddress;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapNetworkInterface;
import org.pcap4j.core.Pcaps;
import org.pcap4j.packet.namednumber.DataLinkType;
import org.pcap4j.util.LinkLayerAddress;

/** The interfaces of this machine in libpcap's order, which puts the most useful first. */
final class Interfaces {
  private static final LiveOptions PROBE =
      LiveOptions.DEFAULTS.promiscuous(false).snaplen(64).bufferSize(1 << 16);
  private static final String ALL = "any";
  private static final int MAC_SIZE = 6;

  private Interfaces() {}

  static List<LiveInterface> list() {
    List<LiveInterface> interfaces = new ArrayList<>();
    try {
      for (PcapNetworkInterface device : Pcaps.findAllDevs()) {
        interfaces.add(of(device));
      }
    } catch (PcapNativeException e) {
      throw new CaptureException("interfaces", -1, Libpcap.message(e), e);
    }
    return interfaces;
  }

  /** Interface names for messages; empty if they cannot be determined. */
  static List<String> names() {
    try {
      return Pcaps.findAllDevs().stream().map(PcapNetworkInterface::getName).toList();
    } catch (PcapNativeException e) {
      return List.of();
    }
  }

  private static LiveInterface of(PcapNetworkInterface device) {
    List<Assigned> addresses = new ArrayList<>();
    for (PcapAddress address : device.getAddresses()) {
      if (address.getAddress() != null) {
        addresses.add(new Assigned(network(address.getAddress()), prefix(address.getNetmask())));
      }
    }
    Set<Flag> flags = EnumSet.noneOf(Flag.class);
    if (device.isUp()) {
      flags.add(Flag.UP);
    }
    if (device.isRunning()) {
      flags.add(Flag.RUNNING);
    }
    if (device.isLoopBack()) {
      flags.add(Flag.LOOPBACK);
    }
    String description = device.getDescription();
    return new LiveInterface(
        device.getName(),
        description == null ? "" : description,
        mac(device),
        addresses,
        linkTypes(device.getName()),
        flags);
  }

  private static Address network(InetAddress address) {
    byte[] octets = address.getAddress();
    return octets.length == 4 ? Address.Ipv4.of(octets) : Address.Ipv6.of(octets);
  }

  private static int prefix(InetAddress mask) {
    if (mask == null) {
      return -1;
    }
    int bits = 0;
    for (byte octet : mask.getAddress()) {
      bits += Integer.bitCount(octet & 0xff);
    }
    return bits;
  }

  private static Address.Mac mac(PcapNetworkInterface device) {
    for (LinkLayerAddress address : device.getLinkLayerAddresses()) {
      if (address.length() == MAC_SIZE) {
        return Address.Mac.of(address.getAddress());
      }
    }
    return null;
  }

  /**
   * The link types of an interface, which must be opened to find out. Pseudo-devices (a bus, a log)
   * are not opened, since even that may have side effects.
   */
  private static List<Integer> linkTypes(String name) {
    try {
      if (!name.equals(ALL) && NetworkInterface.getByName(name) == null) {
        return List.of();
      }
      PcapHandle handle = Libpcap.open(name, PROBE);
      try {
        Set<Integer> types = new LinkedHashSet<>();
        types.add(Libpcap.linkType(handle.getDlt().value()));
        for (DataLinkType type : handle.listDatalinks()) {
          types.add(Libpcap.linkType(type.value()));
        }
        return List.copyOf(types);
      } finally {
        handle.close();
      }
    } catch (SocketException | PcapNativeException | NotOpenException | CaptureException e) {
      return List.of();
    }
  }
}
