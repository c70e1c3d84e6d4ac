package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.live.PacketSender;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class IpSenderTest {
  private static final int ETHERNET = 14;

  @Test
  void packetsOfBothVersionsArriveWithTheirHeaders() throws Exception {
    try (VirtualWire wire = VirtualWire.addressed()) {
      speakIpv6(wire);
      for (PacketSender sender : List.of(RawSockets.ipSender(), RawSockets.ipSender(wire.here()))) {
        try (sender;
            TcpDump dump = TcpDump.at(wire, 4, "udp dst port 9997")) {
          List<Packet> packets =
              List.of(
                  Packet.of(ipv4(wire).id(77).ttl(9), udp(), Raw.of("first")),
                  Packet.of(ipv6().hlim(5).flow(0x12345).tclass(0x20), udp(), Raw.of("second")),
                  Packet.of(ipv6(), udp(), Raw.of("third")),
                  Packet.of(ipv4(wire).id(78), udp(), Raw.of("fourth")));
          sender.write(packets);
          List<byte[]> arrived = dump.packets();
          assertEquals(packets.size(), arrived.size());
          for (int i = 0; i < packets.size(); i++) {
            assertArrayEquals(packets.get(i).toBytes(), behindEthernet(arrived.get(i)));
          }
        }
      }
    }
  }

  @Test
  void theKernelFillsInWhatAnIpv4HeaderLeavesOpen() throws Exception {
    try (VirtualWire wire = VirtualWire.addressed();
        PacketSender sender = RawSockets.ipSender();
        TcpDump dump = TcpDump.at(wire, 1, "udp dst port 9997")) {
      Ipv4 open = new Ipv4().dst(wire.thereAddress()).src("0.0.0.0").id(0).checksum(0xbad);
      sender.write(Packet.of(open, udp(), Raw.of("open")));
      Packet arrived = Packet.read(behindEthernet(dump.packets().get(0)), 101);
      Ipv4 filled = arrived.get(Ipv4.class);
      assertEquals(wire.hereAddress(), filled.src().toString());
      assertNotEquals(0, filled.id());
      assertNotEquals(0xbad, filled.checksum());
    }
  }

  @Test
  void whatIsNoIpPacketIsRefused() {
    VirtualWire.silent().close(); // skips the test if sockets cannot be opened
    try (PacketSender sender = RawSockets.ipSender()) {
      CaptureException wrong =
          assertThrows(CaptureException.class, () -> sender.write(Packet.read(new byte[30], 101)));
      assertEquals(
          "raw IP: a packet of 30 octets that begins with version 0 is neither IPv4 nor IPv6",
          wrong.getMessage());
      assertThrows(CaptureException.class, () -> sender.write(Packet.read(new byte[30])));
    }
  }

  private static void speakIpv6(VirtualWire wire) throws Exception {
    shell("echo 0 > /proc/sys/net/ipv6/conf/" + wire.here() + "/disable_ipv6");
    shell("ip addr add fd00:6a70::1/64 dev " + wire.here() + " nodad");
    wire.inside("sh", "-c", "echo 0 > /proc/sys/net/ipv6/conf/" + wire.there() + "/disable_ipv6");
    wire.inside("ip", "addr", "add", "fd00:6a70::2/64", "dev", wire.there(), "nodad");
  }

  private static void shell(String command) throws Exception {
    assertEquals(0, new ProcessBuilder("sh", "-c", command).inheritIO().start().waitFor());
  }

  private static Ipv4 ipv4(VirtualWire wire) {
    return new Ipv4().src(wire.hereAddress()).dst(wire.thereAddress());
  }

  private static Ipv6 ipv6() {
    return new Ipv6().src("fd00:6a70::1").dst("fd00:6a70::2");
  }

  private static Udp udp() {
    return new Udp().srcPort(9996).dstPort(9997);
  }

  private static byte[] behindEthernet(byte[] octets) {
    return Arrays.copyOfRange(octets, ETHERNET, octets.length);
  }
}
