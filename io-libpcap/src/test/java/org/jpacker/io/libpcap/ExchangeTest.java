package org.jpacker.io.libpcap;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.Exchange;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveStatistics;
import org.jpacker.live.PacketSender;
import org.jpacker.proto.ethernet.Arp;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.testkit.VirtualWire;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sends requests to the kernel at the other end of a wire and waits for its responses. */
class ExchangeTest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration MOMENT = Duration.ofMillis(300);

  @BeforeEach
  void backEndIsUsable() {
    new PcapProvider().problem().ifPresent(Assumptions::abort);
  }

  private static Exchange on(VirtualWire wire) {
    return Exchange.on(new PcapProvider(), wire.here());
  }

  private static Ethernet ethernet(VirtualWire wire) {
    return new Ethernet().src(wire.hereMac()).dst(wire.thereMac());
  }

  private static Ipv4 ipv4(VirtualWire wire) {
    return new Ipv4().src(wire.hereAddress()).dst(wire.thereAddress());
  }

  @Test
  void whoHasAnAddressTellsSo() {
    try (VirtualWire wire = VirtualWire.addressed();
        Exchange exchange = on(wire)) {
      Ethernet all = new Ethernet().src(wire.hereMac()).dst("ff:ff:ff:ff:ff:ff");
      Packet who =
          Packet.of(all, Arp.request(wire.hereMac(), wire.hereAddress(), wire.thereAddress()));
      Packet answer = exchange.sendAndReceive(who, PATIENCE).orElseThrow();
      assertEquals(wire.thereMac(), answer.get(Arp.class).srcHw().toString());

      String nobody = wire.thereAddress().replaceAll("\\d+$", "77");
      Packet empty =
          Packet.of(
              new Ethernet().src(wire.hereMac()).dst("ff:ff:ff:ff:ff:ff"),
              Arp.request(wire.hereMac(), wire.hereAddress(), nobody));
      assertTrue(exchange.sendAndReceive(empty, MOMENT).isEmpty());
    }
  }

  @Test
  void echoComesBack() {
    try (VirtualWire wire = VirtualWire.addressed();
        Exchange exchange = on(wire)) {
      List<Packet> requests = new ArrayList<>();
      for (int seq = 1; seq <= 50; seq++) {
        requests.add(
            Packet.of(ethernet(wire), ipv4(wire), Icmpv4.echoRequest(4711, seq, "echo " + seq)));
      }
      List<Exchange.Answer> answers = exchange.sendAndReceive(requests, PATIENCE);
      assertEquals(50, answers.size());
      for (Exchange.Answer answer : answers) {
        Icmpv4 asked = answer.request().get(Icmpv4.class);
        Icmpv4 told = answer.packet().get(Icmpv4.class);
        assertEquals(Icmpv4.ECHO_REPLY, told.type());
        assertEquals(asked.seq(), told.seq());
        assertArrayEquals(asked.payload().toBytes(), told.payload().toBytes());
        assertFalse(answer.after().isNegative());
      }
    }
  }

  @Test
  void synIsAcknowledgedOrReset() throws Exception {
    try (VirtualWire wire = VirtualWire.addressed();
        Exchange exchange = on(wire)) {
      Process server = wire.listen(8080);
      try {
        Packet answer = syn(wire, exchange, 8080);
        Tcp open = answer.get(Tcp.class);
        assertTrue(open.syn() && open.ack(), open::toString);
        assertEquals(1001, open.ackNumber());
        Tcp closed = syn(wire, exchange, 8081).get(Tcp.class);
        assertTrue(closed.reset() && closed.ack(), closed::toString);
        assertEquals(1001, closed.ackNumber());
      } finally {
        server.destroyForcibly().waitFor();
      }
    }
  }

  /** Delivers packets in batches, like libpcap. */
  private static final class Late implements LiveCapture {
    private static final Duration DELAY = Duration.ofMillis(15);
    private static final Link LINK = Link.of(Link.ETHERNET, 0, ProtocolRegistry.installed());

    private final long start = System.nanoTime();
    private final Duration after;
    private Packet answer;

    Late(Duration after, Packet answer) {
      this.after = after;
      Instant time = Instant.now().plus(after);
      long nanos = ChronoUnit.NANOS.between(Instant.EPOCH, time);
      byte[] octets = answer.toBytes();
      this.answer = new Packet(octets, 0, octets.length, octets.length, nanos, LINK);
    }

    @Override
    public Packet next(Duration atMost) {
      long left = after.plus(DELAY).toNanos() - (System.nanoTime() - start);
      boolean isSeen = left <= atMost.toNanos();
      try {
        TimeUnit.NANOSECONDS.sleep(Math.max(0, Math.min(left, atMost.toNanos())));
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return isSeen ? next() : null;
    }

    @Override
    public Packet next() {
      Packet packet = answer;
      answer = null;
      return packet;
    }

    @Override
    public Link link() {
      return LINK;
    }

    @Override
    public void stop() {}

    @Override
    public boolean isStopped() {
      return false;
    }

    @Override
    public LiveStatistics statistics() {
      return new LiveStatistics(0, 0, 0, 0, 0);
    }

    @Override
    public void close() {}
  }

  /** A sender that discards packets. */
  private static final PacketSender NOWHERE =
      new PacketSender() {
        @Override
        public int linkType() {
          return Link.ETHERNET;
        }

        @Override
        public void write(Packet packet) {}

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @Test
  void answerThatCameInTimeCountsThoughItIsHandedOutLater() {
    Packet request = echo(1, 2, Icmpv4.echoRequest(1, 2, "?"));
    Icmpv4 told = Icmpv4.echoRequest(1, 2, "?").type(Icmpv4.ECHO_REPLY);
    Packet reply = echo(2, 1, told);
    Duration timeout = Duration.ofMillis(100);
    try (Exchange exchange = new Exchange(new Late(timeout.minusMillis(5), reply), NOWHERE)) {
      assertTrue(exchange.sendAndReceive(request, timeout).isPresent());
    }
    try (Exchange exchange = new Exchange(new Late(timeout.plusSeconds(5), reply), NOWHERE)) {
      assertTrue(exchange.sendAndReceive(request, timeout).isEmpty(), "it came too late");
    }
  }

  private static Packet echo(int src, int dst, Icmpv4 icmp) {
    return Packet.of(
        new Ethernet().src("02:00:00:00:00:0" + src).dst("02:00:00:00:00:0" + dst),
        new Ipv4().src("192.0.2." + src).dst("192.0.2." + dst),
        icmp);
  }

  private static Packet syn(VirtualWire wire, Exchange exchange, int port) {
    Tcp syn = new Tcp().srcPort(40_000).dstPort(port).seq(1000).syn(true);
    return exchange
        .sendAndReceive(Packet.of(ethernet(wire), ipv4(wire), syn), PATIENCE)
        .orElseThrow();
  }

  @Test
  void closedPortIsReportedWithTheDatagram() {
    try (VirtualWire wire = VirtualWire.addressed();
        Exchange exchange = on(wire)) {
      Udp udp = new Udp().srcPort(40_000).dstPort(9);
      udp.payload("is anybody there?");
      Packet answer =
          exchange
              .sendAndReceive(Packet.of(ethernet(wire), ipv4(wire), udp), PATIENCE)
              .orElseThrow();
      Icmpv4 error = answer.get(Icmpv4.class);
      assertEquals(Icmpv4.DESTINATION_UNREACHABLE, error.type());
      assertEquals(3, error.code());
    }
  }
}
