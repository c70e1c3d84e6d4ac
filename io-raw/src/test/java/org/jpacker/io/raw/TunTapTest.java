package org.jpacker.io.raw;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.jpacker.proto.ethernet.Arp;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class TunTapTest {
  private final ProtocolRegistry registry = ProtocolRegistry.installed();
  private final String network = "198.19." + new Random().nextInt(256);

  @BeforeEach
  void devicesCanBeMade() {
    VirtualWire.silent().close();
  }

  @Test
  void theKernelAnswersAnEchoRequest() throws Exception {
    String name;
    try (TunTap tun = TunTap.tun("jptun%d", registry)) {
      name = tun.name();
      assertTrue(name.matches("jptun\\d+"), name);
      assertEquals(101, tun.linkType());
      address(name);
      Packet request =
          Packet.of(
              new Ipv4().src(network + ".2").dst(network + ".1"),
              Icmpv4.echoRequest(7, 8, "are you there"));
      for (int i = 1; i <= 3; i++) {
        tun.write(request);
        Packet answer = nextWith(tun, Icmpv4.class);
        assertEquals(0, answer.get(Icmpv4.class).type());
        assertEquals(network + ".2", answer.get(Ipv4.class).dst().toString());
        assertTrue(new String(answer.toBytes()).endsWith("are you there"));
        assertEquals(request.length(), answer.originalLength());
      }
      assertEquals(tun.statistics().received(), tun.statistics().delivered());
      assertTrue(tun.statistics().delivered() >= 3);
    }
    assertFalse(Device.names().contains(name), name + " is still there");
  }

  @Test
  void packetSocketsWorkOnItTooWithoutLinkHeader() throws Exception {
    try (TunTap tun = TunTap.tun("jptun%d", registry)) {
      address(tun.name());
      LiveOptions options = LiveOptions.DEFAULTS.filter("icmp");
      try (LiveCapture capture = RawSockets.open(tun.name(), options);
          PacketSender sender = RawSockets.sender(tun.name())) {
        assertEquals(101, capture.link().type());
        Packet request =
            Packet.of(
                new Ipv4().src(network + ".1").dst(network + ".2"),
                Icmpv4.echoRequest(1, 2, "through the device"));
        sender.write(request);
        assertArrayEquals(request.toBytes(), nextWith(tun, Icmpv4.class).toBytes());
        assertArrayEquals(request.toBytes(), capture.next(Duration.ofSeconds(5)).toBytes());
      }
    }
  }

  @Test
  void theKernelAnswersForTheAddressOfATap() throws Exception {
    try (TunTap tap = TunTap.tap()) {
      assertTrue(tap.name().startsWith("tap"), tap.name());
      address(tap.name());
      String mac = "02:00:00:00:00:09";
      tap.write(
          Packet.of(
              new Ethernet().src(mac).dst("ff:ff:ff:ff:ff:ff"),
              Arp.request(mac, network + ".2", network + ".1")));
      Packet answer = nextWith(tap, Arp.class, 2);
      assertEquals(mac, answer.get(Ethernet.class).dst().toString());
      assertEquals(
          Device.named(tap.name()).mac().toString(), answer.get(Ethernet.class).src().toString());
    }
  }

  @Test
  void aBlockedReadStops() throws Exception {
    try (TunTap tap = TunTap.tap("jptap%d", registry)) {
      Thread reader =
          new Thread(
              () -> {
                Packet packet;
                do {
                  // the kernel sends packets of its own on a new interface
                  packet = tap.next();
                } while (packet != null);
              });
      reader.start();
      Thread.sleep(100);
      tap.stop();
      reader.join(TimeUnit.SECONDS.toMillis(5));
      assertFalse(reader.isAlive());
      assertTrue(tap.isStopped());
      assertNull(tap.next());
    }
  }

  @Test
  void aNameThatIsTakenIsRefused() {
    try (TunTap tun = TunTap.tun("jptun%d", registry)) {
      CaptureException taken =
          assertThrows(CaptureException.class, () -> TunTap.tun(tun.name(), registry));
      assertEquals(tun.name() + ": is in use by another program", taken.getMessage());
      CaptureException other =
          assertThrows(CaptureException.class, () -> TunTap.tap(tun.name(), registry));
      assertTrue(
          other.getMessage().startsWith(tun.name() + ": cannot be created"), other.getMessage());
      CaptureException foreign =
          assertThrows(CaptureException.class, () -> tun.write(Packet.read(new byte[14])));
      assertEquals(
          tun.name() + ": takes packets of link type 101, this packet's is 1",
          foreign.getMessage());
    }
    assertThrows(CaptureException.class, () -> TunTap.tun("lo", registry));
    assertThrows(CaptureException.class, () -> TunTap.tun("a-name-that-is-too-long", registry));
  }

  private void address(String name) throws Exception {
    assertEquals(
        0,
        new ProcessBuilder("ip", "addr", "add", network + ".1/24", "dev", name)
            .inheritIO()
            .start()
            .waitFor());
  }

  private static Packet nextWith(TunTap device, Class<? extends Layer> type) {
    Packet packet;
    do {
      packet = device.next(Duration.ofSeconds(10));
      assertNotNull(packet);
    } while (packet.get(type) == null);
    return packet;
  }

  private static Packet nextWith(TunTap device, Class<Arp> type, int operation) {
    Packet packet;
    do {
      packet = nextWith(device, type);
    } while (packet.get(type).opcode() != operation);
    return packet;
  }
}
