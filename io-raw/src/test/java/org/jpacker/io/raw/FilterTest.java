package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.LiveOptions.Direction;
import org.jpacker.live.PacketSender;
import org.jpacker.proto.ethernet.Arp;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class FilterTest {

  @Test
  void theKernelHandsOutWhatTheExpressionSays() {
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = RawSockets.sender(wire.here())) {
      List<String> filters = List.of("udp", "tcp port 80", "not udp", "greater 100", "ip6", "");
      List<String> expected =
          List.of("53 68 2053", "80", "80 arp", "2053", "", "53 68 2053 80 arp");
      List<LiveCapture> captures = new ArrayList<>();
      for (String filter : filters) {
        captures.add(RawSockets.open(wire.here(), LiveOptions.DEFAULTS.filter(filter)));
      }
      sender.write(packets());
      List<String> seen = new ArrayList<>();
      for (LiveCapture capture : captures) {
        capture.stop();
        seen.add(destinations(capture));
        assertEquals(capture.statistics().received(), capture.statistics().delivered());
        capture.close();
      }
      assertEquals(expected, seen);
    }
  }

  @Test
  void cookedPacketsAreFilteredInTheKernelToo() {
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = RawSockets.sender(wire.here())) {
      int index = Device.named(wire.here()).index();
      String ours = "ifindex " + index + " and ";
      LiveOptions out = LiveOptions.DEFAULTS.direction(Direction.OUT);
      try (LiveCapture udp = RawSockets.open("any", out.filter(ours + "udp dst port 53"));
          LiveCapture outbound = RawSockets.open("any", out.filter(ours + "outbound"));
          LiveCapture inbound = RawSockets.open("any", out.filter(ours + "inbound"));
          LiveCapture arp = RawSockets.open("any", out.filter(ours + "arp"))) {
        sender.write(packets());
        List.of(udp, outbound, inbound, arp).forEach(LiveCapture::stop);
        assertEquals("53", destinations(udp));
        assertEquals("53 68 2053 80 arp", destinations(outbound));
        assertEquals("", destinations(inbound));
        assertEquals("arp", destinations(arp));
      }
    }
  }

  @Test
  void errorsAreThoseOfTheCompiler() {
    try (VirtualWire wire = VirtualWire.silent()) {
      for (String[] wrong :
          new String[][] {
            {"udp prt 53", "syntax error"},
            {"host no.such.host.invalid", "unknown host 'no.such.host.invalid'"},
            {"port 70000", "port number 70000 > 65535"}
          }) {
        CaptureException refused =
            assertThrows(
                CaptureException.class,
                () -> RawSockets.open(wire.here(), LiveOptions.DEFAULTS.filter(wrong[0])));
        String start = wire.here() + ": the filter '" + wrong[0] + "' is refused: ";
        assertEquals(start, refused.getMessage().substring(0, start.length()));
        assertTrue(refused.getMessage().contains(wrong[1]), refused.getMessage());
      }
    }
  }

  @Test
  void nothingThatCameBeforeTheFilterIsHandedOut() {
    // packets flow while captures are opened: none that the filter rejects may appear
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = RawSockets.sender(wire.here())) {
      Thread flood =
          new Thread(
              () -> {
                while (!Thread.interrupted()) {
                  sender.write(packets());
                }
              });
      flood.start();
      try {
        for (int i = 0; i < 20; i++) {
          LiveCapture capture =
              RawSockets.open(wire.here(), LiveOptions.DEFAULTS.filter("tcp").immediate(true));
          capture.stop();
          for (Packet packet : capture) {
            assertNull(packet.get(Udp.class));
          }
          capture.close();
        }
      } finally {
        flood.interrupt();
        join(flood);
      }
    }
  }

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<Packet> packets() {
    return List.of(
        Packet.of(ethernet(), ip(), new Udp().srcPort(1).dstPort(53)),
        Packet.of(ethernet(), ip(), new Udp().srcPort(1).dstPort(68)),
        Packet.of(ethernet(), ip(), new Udp().srcPort(1).dstPort(2053), large()),
        Packet.of(ethernet(), ip(), new Tcp().srcPort(1).dstPort(80)),
        Packet.of(
            new Ethernet().dst("ff:ff:ff:ff:ff:ff").src("02:00:00:00:00:01"),
            Arp.request("02:00:00:00:00:01", "192.0.2.1", "192.0.2.9")));
  }

  private static Raw large() {
    return Raw.of(new byte[100]);
  }

  private static Ethernet ethernet() {
    return new Ethernet().dst("02:00:00:00:00:02").src("02:00:00:00:00:01");
  }

  private static Ipv4 ip() {
    return new Ipv4().src("192.0.2.1").dst("192.0.2.2");
  }

  private static String destinations(LiveCapture capture) {
    List<String> all = new ArrayList<>();
    for (Packet packet : capture) {
      Udp udp = packet.get(Udp.class);
      Tcp tcp = packet.get(Tcp.class);
      all.add(udp != null ? "" + udp.dstPort() : tcp != null ? "" + tcp.dstPort() : "arp");
    }
    return String.join(" ", all);
  }
}
