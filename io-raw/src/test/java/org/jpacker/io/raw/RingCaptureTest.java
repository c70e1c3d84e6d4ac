package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.LiveOptions.Direction;
import org.jpacker.proto.ethernet.Sll2;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class RingCaptureTest {
  private static final int PORT = 9998;
  private static final LiveOptions OPTIONS = LiveOptions.DEFAULTS.filter("udp dst port " + PORT);

  @Test
  void whatCameBeforeAStopIsHandedOutAfterIt() throws IOException {
    try (VirtualWire wire = VirtualWire.addressed()) {
      LiveCapture capture = RawSockets.open(wire.here(), OPTIONS);
      Instant begin = Instant.now();
      for (int i = 0; i < 3; i++) {
        send(wire.thereAddress(), "before");
      }
      capture.stop();
      send(wire.thereAddress(), "after");
      for (int i = 0; i < 3; i++) {
        Packet packet = capture.next();
        assertEquals("before", text(packet));
        assertFalse(packet.timestamp().isBefore(begin.minusSeconds(1)));
        assertFalse(packet.timestamp().isAfter(Instant.now().plusSeconds(1)));
      }
      assertNull(capture.next());
      assertEquals(3, capture.statistics().received());
      assertEquals(3, capture.statistics().delivered());
      capture.close();
      assertEquals(3, capture.statistics().delivered());
    }
  }

  @Test
  void packetsStayAsTheyWereWhenTheRingGoesRound() throws IOException {
    int rounds = 30;
    try (VirtualWire wire = VirtualWire.addressed();
        LiveCapture capture = RawSockets.open(wire.here(), OPTIONS.bufferSize(4 << 20))) {
      List<Packet> kept = new ArrayList<>();
      for (int round = 0; round < rounds; round++) {
        for (int i = 0; i < 1000; i++) {
          send(wire.thereAddress(), round + " " + "x".repeat(1000));
        }
        for (int i = 0; i < 1000; i++) {
          Packet packet = capture.next(Duration.ofSeconds(10));
          assertNotNull(packet, () -> capture.statistics().toString());
          if (i == 500) {
            kept.add(packet);
          }
        }
      }
      for (int round = 0; round < rounds; round++) {
        assertEquals(round + " " + "x".repeat(1000), text(kept.get(round)));
      }
    }
  }

  @Test
  void captureGoesOnWhenAnInterfaceWasDownForAWhile() throws Exception {
    try (VirtualWire wire = VirtualWire.addressed();
        LiveCapture capture = RawSockets.open(wire.here(), OPTIONS)) {
      switchHere(wire, "down");
      assertNull(capture.next(Duration.ofMillis(300)));
      switchHere(wire, "up");
      send(wire.thereAddress(), "back again");
      assertEquals("back again", text(capture.next(Duration.ofSeconds(10))));
    }
  }

  private static void switchHere(VirtualWire wire, String state) throws Exception {
    String[] command = {"ip", "link", "set", wire.here(), state};
    assertEquals(0, new ProcessBuilder(command).inheritIO().start().waitFor());
  }

  @Test
  void vlanTagsThatTheKernelTookOffAreThere() throws Exception {
    try (VirtualWire wire = VirtualWire.silent();
        LiveCapture all = RawSockets.open(wire.here(), LiveOptions.DEFAULTS);
        LiveCapture five = RawSockets.open(wire.here(), LiveOptions.DEFAULTS.filter("vlan 5"));
        LiveCapture cut = RawSockets.open(wire.here(), LiveOptions.DEFAULTS.snaplen(60))) {
      String plain = "0200000000020200000000" + "0188b5" + "00".repeat(46);
      String five802 = "020000000002020000000001" + "8100" + "a005" + "88b5" + "11".repeat(60);
      String six802 = "020000000002020000000001" + "88a8" + "0006" + "88b5" + "22".repeat(60);
      String both = "020000000002020000000001" + "88a8000781000008" + "88b5" + "33".repeat(60);
      List<String> sent = List.of(plain, five802, six802, both);
      Emit.at(wire, sent);
      for (LiveCapture capture : List.of(all, five, cut)) {
        capture.stop();
      }
      assertEquals(sent, hex(all));
      assertEquals(List.of(five802), hex(five));
      List<String> first60 = new ArrayList<>();
      for (String octets : sent) {
        first60.add(octets.substring(0, 120));
      }
      assertEquals(first60, hex(cut));
    }
  }

  private static List<String> hex(LiveCapture capture) {
    List<String> all = new ArrayList<>();
    for (Packet packet : capture) {
      all.add(HexFormat.of().formatHex(packet.toBytes()));
    }
    return all;
  }

  @Test
  void capturesOfAGroupShareThePackets() throws Exception {
    int count = 20_000;
    int flows = 16;
    for (Fanout by : List.of(Fanout.FLOW, Fanout.ROUND_ROBIN)) {
      try (VirtualWire wire = VirtualWire.addressed()) {
        List<LiveCapture> captures =
            RawSockets.fanout(
                wire.here(), 2, by, OPTIONS.bufferSize(64 << 20), ProtocolRegistry.installed());
        try {
          Process sender =
              wire.startJava(Flows.class, wire.hereAddress(), "" + PORT, "" + count, "" + flows);
          assertTrue(sender.waitFor(60, TimeUnit.SECONDS));
          BitSet seen = new BitSet();
          List<BitSet> ports = new ArrayList<>();
          long total = 0;
          for (LiveCapture capture : captures) {
            capture.stop();
            BitSet own = new BitSet();
            for (Packet packet : capture) {
              Udp udp = packet.get(Udp.class);
              own.set(udp.srcPort());
              int number = Integer.parseInt(text(packet));
              assertFalse(seen.get(number), "twice: " + number);
              seen.set(number);
              total++;
            }
            ports.add(own);
            assertEquals(0, capture.statistics().dropped());
          }
          assertEquals(count, total);
          assertEquals(count, seen.cardinality());
          ports.forEach(own -> assertFalse(own.isEmpty(), by + ": one has nothing to do"));
          assertEquals(by == Fanout.ROUND_ROBIN, ports.get(0).intersects(ports.get(1)));
        } finally {
          captures.forEach(LiveCapture::close);
        }
      }
    }
  }

  @Test
  void loopbackPassesOnceUnlessTheWayOutIsAskedFor() throws IOException {
    String loopback = "127.0.0.1";
    VirtualWire.silent().close(); // skips the test if sockets cannot be opened
    try (LiveCapture once = RawSockets.open("lo", OPTIONS);
        LiveCapture onceOfAll = RawSockets.open("any", OPTIONS);
        LiveCapture out = RawSockets.open("lo", OPTIONS.direction(Direction.OUT));
        LiveCapture in = RawSockets.open("lo", OPTIONS.direction(Direction.IN))) {
      send(loopback, "hello");
      for (LiveCapture capture : List.of(once, onceOfAll, out, in)) {
        capture.stop();
        assertEquals("hello", text(capture.next()));
        assertNull(capture.next());
      }
    }
  }

  @Test
  void allInterfacesAreCapturedWithACookedHeader() throws IOException {
    try (VirtualWire wire = VirtualWire.addressed();
        LiveCapture capture = RawSockets.open("any", OPTIONS)) {
      assertEquals(276, capture.link().type());
      send(wire.thereAddress(), "cooked");
      capture.stop();
      Packet packet = capture.next();
      assertNotNull(packet);
      Sll2 header = packet.get(Sll2.class);
      assertEquals(0x0800, Sll2.ETYPE.get(header));
      assertEquals(Device.named(wire.here()).index(), Sll2.IFINDEX.get(header));
      assertEquals(4, Sll2.PKTTYPE.get(header));
      assertEquals(1, Sll2.HATYPE.get(header));
      assertEquals(wire.hereMac(), Sll2.SRC.get(header).toString());
      assertEquals(20 + 28 + 6, packet.originalLength());
      assertEquals("cooked", new String(packet.get(Udp.class).payload().toBytes()));
    }
  }

  @Test
  void ipPacketsAreCapturedWithoutLinkHeader() throws IOException {
    ProtocolRegistry registry = ProtocolRegistry.installed();
    try (VirtualWire wire = VirtualWire.addressed();
        LiveCapture filtered = RawSockets.openIp(wire.here(), OPTIONS, registry);
        LiveCapture all = RawSockets.openIp(wire.here(), LiveOptions.DEFAULTS, registry)) {
      wire.inside("sysctl", "-q", "-w", "net.ipv6.conf." + wire.there() + ".disable_ipv6=0");
      wire.inside("ip", "addr", "add", "fe80::1/64", "dev", wire.there(), "nodad");
      wire.inside("sh", "-c", "ping -c 1 -W 1 ff02::1%" + wire.there() + " || true");
      send(wire.thereAddress(), "bare");
      filtered.stop();
      all.stop();
      Packet packet = filtered.next();
      assertTrue(packet.first() instanceof Ipv4);
      assertEquals(28 + 4, packet.originalLength());
      assertNull(filtered.next());
      List<String> kinds = new ArrayList<>();
      for (Packet each : all) {
        kinds.add(each.first().getClass().getSimpleName());
      }
      // the preceding address resolution requests are not IP
      assertEquals(List.of("Ipv4", "Ipv6"), kinds.stream().distinct().sorted().toList());
    }
  }

  private static String text(Packet packet) {
    assertNotNull(packet);
    return new String(packet.get(Udp.class).payload().toBytes());
  }

  private static void send(String address, String text) throws IOException {
    try (DatagramSocket socket = new DatagramSocket()) {
      byte[] octets = text.getBytes();
      socket.send(new DatagramPacket(octets, octets.length, InetAddress.getByName(address), PORT));
    }
  }
}
