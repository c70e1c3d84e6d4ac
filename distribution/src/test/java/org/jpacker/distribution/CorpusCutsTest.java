package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/**
 * Truncated captures: all complete packets are returned, then one exception with position and
 * reason. {@code -Djpacker.cuts=all} truncates each file at every octet of its first 4 KiB and at
 * 200 places after it; by default a sample of these is tested, with the seed {@code jpacker.seed}
 * if set.
 */
class CorpusCutsTest {
  private static final ProtocolRegistry NOTHING = ProtocolRegistry.of();
  private static final int START = 4096;
  private static final boolean ALL = "all".equals(System.getProperty("jpacker.cuts"));

  /** Octets that reading a file may allocate in addition to a multiple of its size. */
  private static final long ALLOWANCE = 32 << 10;

  /**
   * Number of attempts; the minimum counts. On a new code path the JVM loads and links classes,
   * which counts as allocation of the reader.
   */
  private static final int READINGS = 3;

  /** The outcome of reading a file. */
  private record Outcome(int packets, CaptureException damage, long allocated) {}

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<String> wrong = new ArrayList<>();
  private long cuts;

  @Test
  void whatIsWholeIsGivenThenPlaceAndReason() throws IOException {
    long seed = Long.getLong("jpacker.seed", System.nanoTime());
    System.out.println("cuts with -Djpacker.seed=" + seed + (ALL ? ", all of them" : ""));
    Random random = new Random(seed);
    List<Corpus.Entry> entries = new ArrayList<>(Corpus.captures());
    entries.removeIf(entry -> !entry.isPlain());
    for (Corpus.Entry entry : entries) {
      byte[] file = Files.readAllBytes(entry.path());
      Records records = Records.of(file);
      // detects hangs: one file takes far less than a second
      Assertions.assertTimeout(
          Duration.ofMinutes(2),
          () -> {
            for (int cut : places(file.length, random)) {
              cut(entry, file, records, cut);
            }
          });
    }
    System.out.println(cuts + " cuts");
    assertEquals(List.of(), wrong.subList(0, Math.min(20, wrong.size())));
    assertTrue(cuts > (ALL ? 500_000 : 50_000), cuts + " cuts");
  }

  /** A file too short to recognise its format is not a capture; a longer one is incomplete. */
  private static String reason(int length) {
    return length == 0 ? "is empty" : length < 4 ? "is not a capture file" : " needs ";
  }

  private static TreeSet<Integer> places(int length, Random random) {
    TreeSet<Integer> places = new TreeSet<>();
    int start = Math.min(START, length);
    for (int i = 0; i < (ALL ? start : 300); i++) {
      places.add(ALL ? i : random.nextInt(start));
    }
    for (int i = 0; i < (ALL ? 200 : 20) && length > START; i++) {
      places.add(START + random.nextInt(length - START));
    }
    return places;
  }

  private void cut(Corpus.Entry entry, byte[] file, Records records, int length) {
    cuts++;
    // the reader uses blocks of growing size; packets and interfaces are objects
    long most = ALLOWANCE + 24L * length;
    Outcome outcome = read(file, length);
    for (int i = 1; i < READINGS && outcome.allocated > most; i++) {
      outcome = read(file, length);
    }
    if (outcome.allocated > most) {
      wrong.add(entry + " cut to " + length + " allocates " + outcome.allocated);
    }
    CaptureException damage = outcome.damage;
    int packets = outcome.packets;
    int at = records.cutRecord(length);
    boolean isNamed =
        damage == null ? at < 0 : damage.offset() == at && damage.reason().contains(reason(length));
    if (packets != records.packetsIn(length) || !isNamed) {
      wrong.add(
          entry
              + " cut to "
              + length
              + ": "
              + records.packetsIn(length)
              + " packets then damage at "
              + at
              + " wanted, found "
              + packets
              + (damage == null ? "" : " then " + damage.getMessage()));
    }
  }

  private Outcome read(byte[] file, int length) {
    long before = threads.getCurrentThreadAllocatedBytes();
    int packets = 0;
    CaptureException damage = null;
    try (FileCapture capture = Pcap.open(new ByteArrayInputStream(file, 0, length), NOTHING)) {
      for (Packet packet = capture.next(); packet != null; packet = capture.next()) {
        packets++;
      }
    } catch (CaptureException e) {
      damage = e;
    }
    return new Outcome(packets, damage, threads.getCurrentThreadAllocatedBytes() - before);
  }
}
