package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.live.LiveCapture;
import org.jpacker.live.LiveInterface;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.LiveStatistics;
import org.jpacker.live.PacketSender;
import org.jpacker.live.spi.LiveProvider;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * The contract of all back ends that capture and send live. The test of a back end extends this
 * class and names the back end. It runs on {@linkplain VirtualWire virtual wires}, and is skipped
 * where these cannot be created or the back end is not usable.
 */
public abstract class LiveContract {
  private static final int MANY = 100_000;
  private static final int CYCLES = Integer.getInteger("jpacker.live.cycles", 200);
  private static final int PORT = 9999;
  private static final int ETHERNET = 14;
  private static final int IPV4_AND_UDP = 28;
  private static final LiveOptions COUNTED =
      LiveOptions.DEFAULTS.filter("udp dst port " + PORT).bufferSize(64 << 20);
  private static final Duration QUIET = Duration.ofSeconds(1);

  /** Called by subclasses. */
  protected LiveContract() {}

  /** The back end under test. */
  protected abstract LiveProvider provider();

  /** Skips the tests if the back end is not usable. */
  @BeforeEach
  public final void backEndIsUsable() {
    provider().problem().ifPresent(Assumptions::abort);
  }

  /** No packet is lost, reordered, or given a time before its predecessor's. */
  @Test
  @DisplayName("many datagrams are captured, complete and in order, with times that increase")
  public final void manyDatagramsAreCapturedCompleteAndInOrder() throws Exception {
    try (VirtualWire wire = VirtualWire.addressed();
        LiveCapture capture = provider().open(wire.here(), COUNTED)) {
      Process source = sendMany(wire);
      long time = 0;
      for (int i = 0; i < MANY; i++) {
        Packet packet = capture.next(Duration.ofSeconds(20));
        assertNotNull(packet, "packet " + i + " of " + capture.statistics());
        assertEquals(i, number(packet), "number of a packet");
        assertTrue(packet.timestampNanos() >= time, () -> "time went back at " + packet);
        time = packet.timestampNanos();
      }
      assertEquals(0, ended(source));
      LiveStatistics counts = capture.statistics();
      assertEquals(new LiveStatistics(MANY, MANY, 0, 0, 0), counts);
    }
  }

  /** A reader that is too slow learns how many packets were dropped. */
  @Test
  @DisplayName("drops of the kernel are counted, and the counts add up")
  public final void whatTheKernelDropsIsCounted() throws Exception {
    try (VirtualWire wire = VirtualWire.addressed();
        LiveCapture capture = provider().open(wire.here(), COUNTED.bufferSize(1 << 18))) {
      assertEquals(0, ended(sendMany(wire)));
      long read = readUntilQuiet(capture);
      LiveStatistics counts = capture.statistics();
      assertTrue(counts.droppedByKernel() > 0, counts::toString);
      assertEquals(read, counts.delivered());
      assertEquals(MANY, counts.received());
      assertEquals(MANY, counts.delivered() + counts.droppedByKernel(), counts::toString);
    }
  }

  /** Drops of the queue are counted separately. */
  @Test
  @DisplayName("drops of the queue are counted, and the policy decides which packets go")
  public final void whatTheQueueDropsIsCounted() throws Exception {
    int bound = 1000;
    for (LiveOptions.Overflow policy : LiveOptions.Overflow.values()) {
      try (VirtualWire wire = VirtualWire.addressed();
          LiveCapture capture = provider().open(wire.here(), COUNTED.queue(bound, policy))) {
        assertEquals(0, ended(sendMany(wire)));
        // packets waiting in the kernel must reach the queue first
        Thread.sleep(QUIET.toMillis());
        Packet first = capture.next(QUIET);
        assertNotNull(first, policy + " " + capture.statistics());
        long read = 1 + readUntilQuiet(capture);
        LiveStatistics counts = capture.statistics();
        assertEquals(MANY, counts.received(), policy.toString());
        assertEquals(read, counts.delivered(), policy.toString());
        assertEquals(MANY, counts.delivered() + counts.dropped(), policy + " " + counts);
        switch (policy) {
          case WAIT -> assertEquals(0, counts.droppedByQueue());
          case DROP_NEWEST -> {
            assertEquals(bound, read);
            assertEquals(0, number(first));
          }
          case DROP_OLDEST -> {
            assertEquals(bound, read);
            assertEquals(MANY - bound, number(first));
          }
        }
      }
    }
  }

  /** Packets are received exactly as they were sent. */
  @Test
  @DisplayName("packets arrive at the other end unchanged")
  public final void whatIsSentIsWhatTheOtherEndReceives() {
    try (VirtualWire wire = VirtualWire.silent();
        LiveCapture capture = provider().open(wire.here(), LiveOptions.DEFAULTS.immediate(true));
        PacketSender sender = provider().sender(wire.here())) {
      assertEquals(Link.ETHERNET, sender.linkType());
      assertEquals(Link.ETHERNET, capture.link().type());
      List<Packet> batch = new ArrayList<>();
      for (int size : new int[] {ETHERNET, 60, 61, 1000, 1514}) {
        byte[] octets = new byte[size];
        for (int i = 0; i < size; i++) {
          octets[i] = (byte) (i * 7 + size);
        }
        octets[12] = (byte) 0x88; // EtherType for experiments: no kernel answers
        octets[13] = (byte) 0xb5;
        batch.add(Packet.of(Link.ETHERNET, Raw.of(octets)));
      }
      sender.write(batch.get(0));
      sender.write(batch.subList(1, batch.size()));
      for (Packet sent : batch) {
        Packet seen = capture.next(Duration.ofSeconds(10));
        assertNotNull(seen, sent.length() + " octets");
        assertArrayEquals(sent.toBytes(), seen.toBytes());
        assertEquals(sent.length(), seen.originalLength());
      }
      CaptureException refused =
          assertThrows(
              CaptureException.class,
              () -> sender.write(Packet.of(Link.ETHERNET, Raw.of(new byte[9000]))));
      assertTrue(refused.getMessage().startsWith(wire.here() + ": "), refused.getMessage());
      assertTrue(refused.getMessage().contains("9000"), refused.getMessage());
      assertThrows(
          CaptureException.class, () -> sender.write(Packet.of(101, Raw.of(new byte[60]))));
    }
  }

  /** Options change which packets are captured, and how much of them. */
  @Test
  @DisplayName("snaplen, filter and direction are kept")
  public final void snaplenFilterAndDirectionAreKept() {
    LiveOptions options = LiveOptions.DEFAULTS.immediate(true).snaplen(40);
    try (VirtualWire wire = VirtualWire.silent();
        PacketSender sender = provider().sender(wire.here());
        LiveCapture in = provider().open(wire.here(), options.direction(LiveOptions.Direction.IN));
        LiveCapture out =
            provider().open(wire.here(), options.direction(LiveOptions.Direction.OUT));
        LiveCapture arp = provider().open(wire.here(), options.filter("arp"))) {
      sender.write(frame(0x88b5, 100));
      sender.write(frame(0x0806, 60));
      Packet first = out.next(Duration.ofSeconds(10));
      assertEquals(40, first.capturedLength());
      assertEquals(100, first.originalLength());
      assertEquals(60, arp.next(Duration.ofSeconds(10)).originalLength());
      assertNull(in.next(Duration.ofMillis(300)));
    }
  }

  private static Packet frame(int type, int size) {
    byte[] octets = new byte[size];
    Arrays.fill(octets, 0, 6, (byte) 2);
    octets[12] = (byte) (type >> 8);
    octets[13] = (byte) type;
    return Packet.of(Link.ETHERNET, Raw.of(octets));
  }

  /** A wait on a silent interface ends at its time-out. */
  @Test
  @DisplayName("a blocked capture stops within 200 ms")
  public final void blockedCaptureStopsAtOnce() throws Exception {
    for (int queue : new int[] {0, 10}) {
      long best = Long.MAX_VALUE;
      // best of several rounds, since the machine may be busy
      for (int round = 0; round < 5; round++) {
        try (VirtualWire wire = VirtualWire.silent();
            LiveCapture capture =
                provider()
                    .open(
                        wire.here(),
                        LiveOptions.DEFAULTS.queue(queue, LiveOptions.Overflow.WAIT))) {
          Packet[] got = {frame(0, 14)};
          Thread reader = new Thread(() -> got[0] = capture.next());
          reader.start();
          Thread.sleep(200);
          assertTrue(reader.isAlive(), "nothing was sent");
          long start = System.nanoTime();
          capture.stop();
          reader.join(TimeUnit.SECONDS.toMillis(10));
          assertFalse(reader.isAlive(), "still blocked");
          best = Math.min(best, System.nanoTime() - start);
          assertNull(got[0]);
          assertTrue(capture.isStopped());
          assertNull(capture.next(), "after the end");
        }
      }
      assertTrue(best < 200_000_000L, "nanoseconds until it stopped: " + best);
    }
  }

  /** Packets that the kernel holds when a capture is stopped are still delivered. */
  @Test
  @DisplayName("packets received before a stop are delivered, and no later ones")
  public final void whatWasReceivedBeforeAStopIsHandedOut() {
    int many = 50;
    for (int queue : new int[] {0, 10}) {
      for (Duration wait : new Duration[] {Duration.ZERO, null}) {
        LiveOptions options = LiveOptions.DEFAULTS.queue(queue, LiveOptions.Overflow.WAIT);
        try (VirtualWire wire = VirtualWire.silent();
            PacketSender sender = provider().sender(wire.here());
            LiveCapture capture = provider().open(wire.here(), options)) {
          for (int i = 0; i < many; i++) {
            sender.write(frame(0x88b5, 60));
          }
          capture.stop();
          sender.write(frame(0x88b5, 61));
          int seen = 0;
          Packet packet = wait == null ? capture.next() : capture.next(wait);
          while (packet != null) {
            assertEquals(60, packet.length());
            seen++;
            packet = wait == null ? capture.next() : capture.next(wait);
          }
          String how = "queue " + queue + ", " + wait + ": " + capture.statistics();
          assertEquals(many, seen, how);
          assertEquals(new LiveStatistics(many, many, 0, 0, 0), capture.statistics(), how);
        }
      }
    }
  }

  /** The loop and the stopping thread do not block each other. */
  @Test
  @DisplayName("closing inside the loop over the packets, or from another thread, does not block")
  public final void closingInsideTheLoopDoesNotBlock() {
    for (int queue : new int[] {0, 10}) {
      LiveOptions options =
          LiveOptions.DEFAULTS.immediate(true).queue(queue, LiveOptions.Overflow.WAIT);
      assertTimeoutPreemptively(
          Duration.ofSeconds(20),
          () -> {
            try (VirtualWire wire = VirtualWire.silent();
                PacketSender sender = provider().sender(wire.here())) {
              LiveCapture capture = provider().open(wire.here(), options);
              sender.write(frame(0x88b5, 60));
              sender.write(frame(0x88b5, 60));
              int seen = 0;
              for (Packet packet : capture) {
                assertEquals(60, packet.length());
                seen++;
                capture.close();
              }
              assertTrue(seen == 1 || seen == 2, "packets: " + seen);
              assertEquals(capture.statistics(), capture.statistics());
              capture.close();
              assertNull(capture.next());

              LiveCapture blocked = provider().open(wire.here(), options);
              Thread reader = new Thread(blocked::next);
              reader.start();
              Thread.sleep(100);
              blocked.close();
              reader.join();
            }
          });
    }
  }

  /** Resources are unchanged after a thousand captures. */
  @Test
  @DisplayName("opening and closing leaks neither descriptors nor memory")
  public final void openingAndClosingLeaksNothing() throws Exception {
    try (VirtualWire wire = VirtualWire.silent()) {
      cycle(wire, 20);
      Footprint before = Footprint.now();
      cycle(wire, CYCLES);
      // each capture maps a kernel buffer of 8 MiB
      before.assertNothingLeft(64 << 10);
    }
  }

  private void cycle(VirtualWire wire, int times) {
    for (int i = 0; i < times; i++) {
      LiveOptions options =
          i % 2 == 0
              ? LiveOptions.DEFAULTS.filter("ip")
              : LiveOptions.DEFAULTS.queue(10, LiveOptions.Overflow.DROP_OLDEST);
      try (LiveCapture capture = provider().open(wire.here(), options);
          PacketSender sender = provider().sender(wire.here())) {
        sender.write(frame(0x88b5, 60));
        capture.next(Duration.ofNanos(1));
      }
    }
  }

  /** Failures have a one-line message with the reason and the way out. */
  @Test
  @DisplayName("a wrong filter and a missing interface are named")
  public final void wrongFilterAndMissingInterfaceAreNamed() {
    try (VirtualWire wire = VirtualWire.silent()) {
      CaptureException filter =
          assertThrows(
              CaptureException.class,
              () -> provider().open(wire.here(), LiveOptions.DEFAULTS.filter("udp prt 53")));
      assertTrue(filter.getMessage().contains("'udp prt 53'"), filter.getMessage());
      assertTrue(filter.getMessage().contains("syntax error"), filter.getMessage());
      CaptureException missing =
          assertThrows(
              CaptureException.class, () -> provider().open("jpnone", LiveOptions.DEFAULTS));
      assertTrue(
          missing.getMessage().startsWith("jpnone: no such interface"), missing.getMessage());
      assertThrows(CaptureException.class, () -> provider().sender("jpnone"));
    }
  }

  /** Lists interfaces with the names of the kernel. */
  @Test
  @DisplayName("interfaces are listed with addresses, link types and states")
  public final void interfacesAreListed() {
    try (VirtualWire wire = VirtualWire.addressed()) {
      LiveInterface here =
          provider().interfaces().stream()
              .filter(i -> i.name().equals(wire.here()))
              .findFirst()
              .orElseThrow();
      assertEquals(wire.hereMac(), here.mac().toString());
      assertEquals(
          List.of(wire.hereAddress() + "/24"),
          here.addresses().stream().map(Object::toString).toList());
      assertEquals(Link.ETHERNET, here.linkTypes().get(0));
      assertTrue(here.flags().contains(LiveInterface.Flag.UP), here::toString);
      assertTrue(here.flags().contains(LiveInterface.Flag.RUNNING), here::toString);
      LiveInterface loopback =
          provider().interfaces().stream()
              .filter(i -> i.flags().contains(LiveInterface.Flag.LOOPBACK))
              .findFirst()
              .orElseThrow();
      assertTrue(loopback.addresses().toString().contains("127.0.0.1/8"), loopback::toString);
    }
  }

  /** When the interface disappears, the capture fails; it does not end normally. */
  @Test
  @DisplayName("an interface that is taken away is reported")
  public final void interfaceThatIsTakenAwayIsReported() {
    assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          try (VirtualWire wire = VirtualWire.silent();
              LiveCapture capture = provider().open(wire.here(), LiveOptions.DEFAULTS)) {
            wire.cut();
            CaptureException gone = assertThrows(CaptureException.class, capture::next);
            assertTrue(gone.getMessage().startsWith(wire.here() + ": "), gone.getMessage());
          }
        });
  }

  private static Process sendMany(VirtualWire wire) {
    return wire.startJava(
        UdpSource.class, wire.hereAddress(), String.valueOf(PORT), String.valueOf(MANY));
  }

  private static int ended(Process process) throws InterruptedException {
    assertTrue(process.waitFor(60, TimeUnit.SECONDS), "the sender is still at it");
    return process.exitValue();
  }

  private static int number(Packet packet) {
    byte[] octets = packet.toBytes();
    assertEquals(ETHERNET + IPV4_AND_UDP + UdpSource.SIZE, octets.length);
    return ByteBuffer.wrap(octets).getInt(ETHERNET + IPV4_AND_UDP);
  }

  private static long readUntilQuiet(LiveCapture capture) {
    long read = 0;
    while (capture.next(QUIET) != null) {
      read++;
    }
    return read;
  }
}
