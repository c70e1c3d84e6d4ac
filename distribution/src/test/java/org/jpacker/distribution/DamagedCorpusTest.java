package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.fuzz.FileInvariants;
import org.jpacker.fuzz.Invariants;
import org.junit.jupiter.api.Test;

/**
 * Truncates and corrupts every capture and every hostile file in one process, and checks the
 * invariants of files and packets. {@code -Djpacker.damage=all} damages each file in {@value #WAYS}
 * ways; by default, files are chosen at random for some seconds. The seed is {@code jpacker.seed}
 * if set.
 */
class DamagedCorpusTest {
  private static final int WAYS = 100;
  private static final int MOST_FLIPS = 8;

  /** Octets at the start of a file that contain the file header and first records. */
  private static final int START = 256;

  private static final boolean ALL = "all".equals(System.getProperty("jpacker.damage"));
  private static final long NANOS = 20_000_000_000L;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private final List<String> wrong = new ArrayList<>();
  private long packets;
  private long runs;

  @Test
  void whatHoldsForEveryFileAndPacketHoldsForDamagedOnes() throws IOException {
    long seed = Long.getLong("jpacker.seed", System.nanoTime());
    System.out.println("damage with -Djpacker.seed=" + seed + (ALL ? ", all of it" : ""));
    List<Corpus.Entry> entries = new ArrayList<>(Corpus.hostile());
    entries.addAll(Corpus.captures());
    if (!ALL) {
      Collections.shuffle(entries, new Random(seed));
    }
    long end = System.nanoTime() + NANOS;
    long slowest = 0;
    long largest = 0;
    String slow = "";
    String large = "";
    int files = 0;
    for (Corpus.Entry entry : entries) {
      if (!ALL && System.nanoTime() > end) {
        break;
      }
      long cpu = threads.getCurrentThreadCpuTime();
      long allocated = threads.getCurrentThreadAllocatedBytes();
      file(entry, seed);
      cpu = threads.getCurrentThreadCpuTime() - cpu;
      allocated = threads.getCurrentThreadAllocatedBytes() - allocated;
      if (cpu > slowest) {
        slowest = cpu;
        slow = entry.file();
      }
      if (allocated > largest) {
        largest = allocated;
        large = entry.file();
      }
      files++;
    }
    System.out.printf(
        "%d files, %d runs, %d damaged packets; in all its runs %s took %.1f s of CPU, %s allocated"
            + " %d MiB%n",
        files, runs, packets, slow, slowest / 1e9, large, largest >> 20);
    assertEquals(List.of(), wrong.subList(0, Math.min(20, wrong.size())));
    assertTrue(!ALL || files >= 467, files + " files");
    assertTrue(files > 0);
  }

  private void file(Corpus.Entry entry, long seed) throws IOException {
    byte[] file = Files.readAllBytes(entry.path());
    FileInvariants.Contents whole = FileInvariants.check(file);
    whole.packets().forEach(packet -> packet(entry, "as it is", packet));
    FileInvariants.partsAgree(entry.path(), whole, 3);
    for (int way = 0; way < WAYS; way++) {
      Random random = new Random(seed + way + 31L * entry.file().hashCode());
      byte[] damaged = way % 2 == 0 ? cut(file, random) : flipped(file, random);
      String what = "way " + way;
      try {
        damaged(entry, what, file, damaged, whole.packets());
      } catch (AssertionError | RuntimeException e) {
        wrong.add(entry + ", " + what + ": " + e);
      }
    }
  }

  private void damaged(
      Corpus.Entry entry, String what, byte[] file, byte[] damaged, List<Packet> whole) {
    FileInvariants.Contents contents = FileInvariants.check(damaged);
    int same = Arrays.mismatch(file, damaged);
    if (contents.compression() == null && same >= 0) {
      // as many packets as a file truncated there has
      int least = FileInvariants.check(Arrays.copyOf(file, same)).packets().size();
      FileInvariants.kept(contents, whole, least);
    }
    for (int i = 0; i < contents.packets().size(); i++) {
      Packet packet = contents.packets().get(i);
      boolean isKnown =
          i < whole.size()
              && whole.get(i).linkType() == packet.linkType()
              && whole.get(i).equals(packet);
      if (!isKnown) {
        packet(entry, what, packet);
      }
    }
    runs++;
  }

  private void packet(Corpus.Entry entry, String what, Packet packet) {
    packets++;
    try {
      Invariants.check(packet.toBytes(), packet.linkType(), ProtocolRegistry.installed());
    } catch (AssertionError e) {
      wrong.add(entry + ", " + what + ": " + e.getMessage());
    }
  }

  private static byte[] cut(byte[] file, Random random) {
    return Arrays.copyOf(file, random.nextInt(file.length));
  }

  private static byte[] flipped(byte[] file, Random random) {
    byte[] flipped = file.clone();
    for (int flips = 1 + random.nextInt(MOST_FLIPS); flips > 0; flips--) {
      int within = random.nextBoolean() ? file.length : Math.min(START, file.length);
      flipped[random.nextInt(within)] ^= (byte) (1 << random.nextInt(8));
    }
    return flipped;
  }
}
