package org.jpacker.distribution;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.ServiceTag;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.icmp.Icmpv6;
import org.jpacker.proto.icmp.NdOption;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv4Option;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.ip.Ipv6DestinationOptions;
import org.jpacker.proto.ip.Ipv6HopByHop;
import org.jpacker.proto.ip.Ipv6Option;
import org.jpacker.proto.ip.Ipv6Routing;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.TcpOption;
import org.jpacker.proto.tcpudp.Udp;

/** Generates packets with random stacks, options and payloads. */
final class CraftedPackets {
  private final Random random;

  CraftedPackets(Random random) {
    this.random = random;
  }

  /** Generates the next packet. */
  Packet next() {
    List<Layer> layers = new ArrayList<>();
    layers.add(new Ethernet().dst(mac()).src(mac()));
    if (random.nextInt(4) == 0) {
      layers.add(new ServiceTag().id(random.nextInt(4095)).priority(random.nextInt(8)));
    }
    if (random.nextInt(3) == 0) {
      layers.add(new Vlan().id(random.nextInt(4095)).dei(random.nextBoolean()));
    }
    if (random.nextBoolean()) {
      layers.add(ipv4());
      layers.add(random.nextInt(4) == 0 ? icmpv4() : transport());
    } else {
      layers.add(
          new Ipv6()
              .src(ipv6())
              .dst(ipv6())
              .hlim(1 + random.nextInt(255))
              .flow(random.nextInt(1 << 20))
              .tclass(random.nextInt(256)));
      if (random.nextInt(3) == 0) {
        layers.add(new Ipv6HopByHop().options(List.of(new Ipv6Option.RouterAlert(0))));
      }
      if (random.nextInt(3) == 0) {
        layers.add(
            new Ipv6DestinationOptions().options(List.of(new Ipv6Option.PadN(random.nextInt(20)))));
      }
      if (random.nextInt(4) == 0) {
        Ipv6Routing routing = Ipv6Routing.of(Ipv6Routing.SOURCE_ROUTE, List.of(ipv6(), ipv6()));
        layers.add(routing.segmentsLeft(random.nextInt(3)));
      }
      if (random.nextInt(4) == 0) {
        layers.add(
            new Ipv6DestinationOptions().options(List.of(new Ipv6Option.HomeAddress(ipv6()))));
      }
      layers.add(random.nextInt(4) == 0 ? icmpv6() : transport());
    }
    return Packet.of(layers.toArray(Layer[]::new));
  }

  private Ipv4 ipv4() {
    Ipv4 ip =
        new Ipv4()
            .src(new Address.Ipv4(random.nextInt()))
            .dst(new Address.Ipv4(random.nextInt()))
            .ttl(1 + random.nextInt(255))
            .id(random.nextInt(65_536))
            .dscp(random.nextInt(64))
            .ecn(random.nextInt(4))
            .df(random.nextBoolean());
    if (random.nextInt(3) == 0) {
      ip.options(List.of(new Ipv4Option.Nop(), new Ipv4Option.RouterAlert(0)));
    } else if (random.nextInt(3) == 0) {
      int type = random.nextBoolean() ? Ipv4Option.Route.LOOSE : Ipv4Option.Route.STRICT;
      List<Address.Ipv4> nodes =
          List.of(new Address.Ipv4(random.nextInt()), new Address.Ipv4(random.nextInt()));
      int pointer = 4 + 4 * random.nextInt(3);
      ip.options(List.of(new Ipv4Option.Nop(), new Ipv4Option.Route(type, pointer, nodes)));
    }
    return ip;
  }

  private Header transport() {
    Header header = random.nextBoolean() ? tcp() : udp();
    byte[] data = new byte[random.nextInt(random.nextInt(20) == 0 ? 1400 : 60)];
    random.nextBytes(data);
    if (data.length > 0) {
      header.payload(Raw.of(data));
    }
    return header;
  }

  private Udp udp() {
    return new Udp().srcPort(port()).dstPort(port());
  }

  private Tcp tcp() {
    Tcp tcp =
        new Tcp()
            .srcPort(port())
            .dstPort(port())
            .seq(random.nextInt() & 0xffffffffL)
            .ackNumber(random.nextInt() & 0xffffffffL)
            .flags(random.nextInt(4096))
            .windowSize(random.nextInt(65_536))
            .urgentPointer(random.nextInt(65_536));
    if (random.nextBoolean()) {
      List<TcpOption> options = new ArrayList<>();
      options.add(new TcpOption.MaximumSegmentSize(random.nextInt(65_536)));
      options.add(new TcpOption.Nop());
      options.add(new TcpOption.WindowScale(random.nextInt(15)));
      if (random.nextBoolean()) {
        options.add(new TcpOption.SackPermitted());
        options.add(new TcpOption.Timestamps(random.nextInt(1 << 30), random.nextInt(1 << 30)));
      } else {
        options.add(new TcpOption.Sack(List.of(new TcpOption.Sack.Block(1, 2))));
      }
      tcp.options(options);
    }
    return tcp;
  }

  private Header icmpv4() {
    byte[] data = new byte[random.nextInt(60)];
    random.nextBytes(data);
    int ident = random.nextInt(65_536);
    int seq = random.nextInt(65_536);
    return random.nextBoolean()
        ? Icmpv4.echoRequest(ident, seq, data)
        : Icmpv4.echoReply(ident, seq, data);
  }

  private Header icmpv6() {
    return switch (random.nextInt(3)) {
      case 0 -> Icmpv6.echoRequest(random.nextInt(65_536), random.nextInt(65_536), "data");
      case 1 ->
          Icmpv6.neighborSolicitation(ipv6().toString())
              .options(List.of(new NdOption.SourceLinkLayer(mac())));
      default ->
          Icmpv6.neighborAdvertisement(ipv6().toString())
              .options(List.of(new NdOption.TargetLinkLayer(mac()), new NdOption.Mtu(1500)));
    };
  }

  private int port() {
    return 1 + random.nextInt(65_535);
  }

  private Address.Mac mac() {
    return new Address.Mac(random.nextLong() >>> 16);
  }

  private Address.Ipv6 ipv6() {
    return new Address.Ipv6(random.nextLong(), random.nextBoolean() ? 1 : random.nextLong());
  }
}
