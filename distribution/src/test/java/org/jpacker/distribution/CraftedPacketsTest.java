package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.io.pcap.Pcap;
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
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.TcpOption;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packets of random shape, written to a file and read back by tshark. */
class CraftedPacketsTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int PACKETS = 1000;

  /** Names of ours that Wireshark has none for: options as octets, and quoted packets. */
  private static final Set<String> OWN_NAMES =
      Set.of(
          "icmp.quoted",
          "icmpv6.quoted",
          "ip.options",
          "ipv6.dstopts.options",
          "ipv6.hopopts.options");

  /** What tshark shows in another way: options one by one, the reserved bits as one. */
  private static final Set<String> SHOWN_OTHERWISE =
      Set.of("tcp.options", "tcp.flags.res", "icmpv6.opt", "ipv6.routing.unknown_data");

  private final Random random = new Random(SEED);

  @Test
  void fieldNamesAreThoseOfWireshark() throws Exception {
    Tshark.assumeInstalled();
    Set<String> unknown = new TreeSet<>();
    Set<String> known = Tshark.fieldNames();
    for (Protocol<?> protocol : ProtocolRegistry.installed().protocols()) {
      protocol.layout().fields().forEach(field -> unknown.add(field.name()));
    }
    assertTrue(unknown.size() > 100, unknown.toString());
    unknown.removeAll(known);
    assertEquals(new TreeSet<>(OWN_NAMES), unknown);
  }

  @Test
  void tsharkFindsNothingWrongAndReadsEachFieldBack(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    Path file = folder.resolve("crafted.pcap");
    List<Packet> packets = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    try (PacketWriter writer = Pcap.create(file)) {
      for (int i = 0; i < PACKETS; i++) {
        Packet packet = packet();
        writer.write(packet);
        packets.add(packet);
        names.addAll(texts(packet).keySet());
      }
    }
    List<String> columns = new ArrayList<>(names);
    List<String> checks =
        List.of(
            "_ws.malformed",
            "_ws.short",
            "ip.checksum.status",
            "tcp.checksum.status",
            "udp.checksum.status",
            "icmp.checksum.status",
            "icmpv6.checksum.status");
    columns.addAll(checks);
    List<String[]> rows = Tshark.fieldsOf(file, columns, ENABLED);
    assertEquals(PACKETS, rows.size());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < PACKETS; i++) {
      String[] row = rows.get(i);
      Map<String, String> texts = texts(packets.get(i));
      for (int j = 0; j < columns.size() && differences.size() < 20; j++) {
        String name = columns.get(j);
        String found = j < row.length ? row[j] : "";
        boolean isCheck = checks.contains(name);
        String wanted = isCheck ? good(name) : texts.get(name);
        boolean isGood = isCheck ? found.isEmpty() || found.equals(wanted) : reads(wanted, found);
        if (!isGood) {
          differences.add(
              "seed %d, packet %d %s, %s: set '%s', tshark '%s'"
                  .formatted(SEED, i + 1, packets.get(i), name, wanted, found));
        }
      }
    }
    assertEquals(List.of(), differences);
  }

  /** Whether tshark's text means what was set; how it pads hexadecimal differs by version. */
  private static boolean reads(String wanted, String found) {
    if (wanted == null) {
      return true;
    }
    return wanted.startsWith("0x") && found.startsWith("0x")
        ? Long.decode(wanted).equals(Long.decode(found))
        : wanted.equals(found);
  }

  /** The verdict on a checksum, where there is one; nothing for what tells of damage. */
  private static String good(String name) {
    return name.endsWith(".status") ? "1" : "";
  }

  /** What is crafted here: payloads are random, and must not be taken for anything. */
  private static final List<String> ENABLED =
      List.of(
          "frame",
          "eth",
          "ethertype",
          "vlan",
          "ieee8021ad",
          "ip",
          "ipv6",
          "ipv6.hopopts",
          "ipv6.dstopts",
          "tcp",
          "udp",
          "icmp",
          "icmpv6",
          "data");

  /** The outermost occurrence of each field, as text. */
  private static Map<String, String> texts(Packet packet) {
    Map<String, String> texts = new HashMap<>();
    for (Layer layer : packet.layers()) {
      if (layer instanceof Header header) {
        for (Field field : header.protocol().layout().fields()) {
          if (field.isPresent(header)
              && !OWN_NAMES.contains(field.name())
              && !SHOWN_OTHERWISE.contains(field.name())) {
            String text = field.text(header);
            // a list of options, of which tshark prints the first
            boolean isList = field instanceof ComputedField && text.contains(",");
            texts.putIfAbsent(field.name(), isList ? text.substring(0, text.indexOf(',')) : text);
          }
        }
      }
    }
    return texts;
  }

  private Packet packet() {
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

  /** Ports that nobody listens to. */
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
