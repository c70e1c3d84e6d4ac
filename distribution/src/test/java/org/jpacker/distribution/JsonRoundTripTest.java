package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.fuzz.ExamplePackets;
import org.jpacker.io.json.JsonCapture;
import org.jpacker.io.json.JsonFormat;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.TimeResolution;
import org.junit.jupiter.api.Test;

/**
 * Packets become the same octets again: from JSON with their octets, and from their fields alone.
 */
class JsonRoundTripTest {
  private static final JsonFormat JSON = new JsonFormat();
  private static final Pattern OCTETS = Pattern.compile(",\"octets\":\"[0-9a-f]*\"");
  private static final long SEED = 20_261_201;
  private static final int BATCH = 1000;

  /** How many packets are generated; a million, for example, before a release. */
  private static final int GENERATED = Integer.getInteger("jpacker.json.packets", 4_000);

  /** How many packets of each capture are tried; all of them, for example, before a release. */
  private static final int OF_EACH = Integer.getInteger("jpacker.json.ofEach", 10);

  @Test
  void packetsOfTheCorpus() throws IOException {
    AtomicInteger packets = new AtomicInteger();
    Corpus.captures().parallelStream()
        .filter(Corpus.Entry::isReadable)
        .forEach(
            entry -> {
              try (FileCapture capture = Pcap.open(entry.path())) {
                int number = 0;
                for (Packet packet : capture) {
                  if (number == OF_EACH) {
                    break;
                  }
                  check(capture, packet, entry + " packet " + ++number);
                  packets.incrementAndGet();
                }
              } catch (CaptureException e) {
                assertTrue(e.offset() >= 0, e.getMessage()); // damaged behind these packets
              }
            });
    assertTrue(packets.get() > 3_000, packets + " packets");
  }

  @Test
  void examplesOfTheFuzzer() {
    List<Packet> examples = List.copyOf(ExamplePackets.all().values());
    assertTrue(examples.size() > 50, examples.size() + " examples");
    examples.forEach(example -> check(read(example), example.toString()));
  }

  @Test
  void generatedPackets() {
    IntStream.range(0, (GENERATED + BATCH - 1) / BATCH)
        .parallel()
        .forEach(
            batch -> {
              long seed = SEED + batch;
              CraftedPackets crafted = new CraftedPackets(new Random(seed));
              for (int i = 0; i < BATCH; i++) {
                check(read(crafted.next()), "seed " + seed + " packet " + i);
              }
            });
  }

  private static Packet read(Packet made) {
    return Packet.read(made.toBytes(), made.linkType());
  }

  private static void check(Packet packet, String where) {
    CaptureInterface source =
        new CaptureInterface(0, 0, packet.linkType(), 0, TimeResolution.NANOSECONDS, List.of());
    check(packet, JSON.encode(1, packet, null, source, List.of()), null, List.of(), where);
  }

  private static void check(FileCapture capture, Packet packet, String where) {
    CaptureInterface source = capture.interfaces().get(packet.interfaceId());
    List<BlockOption> comments =
        BlockOption.comments(capture.packetOptions()).stream()
            .<BlockOption>map(BlockOption::comment)
            .toList();
    byte[] line = JSON.encode(1, packet, capture.exactTime(), source, capture.packetOptions());
    check(packet, line, capture.exactTime(), comments, where);
  }

  private static void check(
      Packet packet, byte[] line, BigDecimal time, List<BlockOption> comments, String where) {
    JsonCapture capture = JsonCapture.of(new ByteArrayInputStream(line));
    Packet same = capture.next();
    String octets = hex(packet);
    assertEquals(octets, hex(same), where);
    assertEquals(packet.linkType(), same.linkType(), where);
    assertEquals(packet.timestampNanos(), same.timestampNanos(), where);
    assertEquals(packet.originalLength(), same.originalLength(), where);
    assertEquals(comments, capture.packetOptions(), where);
    assertTrue(
        time == null ? capture.exactTime() == null : time.compareTo(capture.exactTime()) == 0,
        where);
    assertEquals(List.of(), capture.remarks(), where);
    String text = new String(line, StandardCharsets.UTF_8);
    Packet made = JsonCapture.packet(OCTETS.matcher(text).replaceFirst(""));
    assertEquals(octets, hex(made), () -> where + " from " + text);
    assertEquals(packet.originalLength(), made.originalLength(), where);
    assertEquals(Link.ETHERNET == packet.linkType(), Link.ETHERNET == made.linkType(), where);
  }

  private static String hex(Packet packet) {
    return HexFormat.of().formatHex(packet.toBytes());
  }
}
