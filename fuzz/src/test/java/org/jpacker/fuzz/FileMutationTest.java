package org.jpacker.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jpacker.api.Packet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Slightly damaged files; the message of a failure has the seed of the round. */
class FileMutationTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_102L);
  private static final int SECONDS = Integer.getInteger("jpacker.mutation.seconds", 15);

  /** Writing files and reading them in parts happens in one round of this many. */
  private static final int PARTS_EACH = 8;

  private final List<Whole> files = new ArrayList<>();

  @TempDir Path folder;

  /**
   * An intact file.
   *
   * @param packets its packets
   * @param wholeIn number of packets that are complete in the first n octets, indexed by n
   */
  private record Whole(String name, byte[] octets, List<Packet> packets, int[] wholeIn) {
    static Whole of(String name, byte[] octets) {
      FileInvariants.Contents contents = FileInvariants.check(octets);
      assertNull(contents.damage(), name);
      assertNotNull(contents.format(), name);
      int[] wholeIn = new int[octets.length + 1];
      for (int i = 0; i <= octets.length; i++) {
        wholeIn[i] = FileInvariants.check(Arrays.copyOf(octets, i)).packets().size();
      }
      assertEquals(contents.packets().size(), wholeIn[octets.length], name);
      return new Whole(name, octets, contents.packets(), wholeIn);
    }
  }

  @Test
  void whatHoldsForEveryFileHoldsForDamagedOnes() throws IOException {
    for (Map.Entry<String, byte[]> file : CaptureFiles.all().entrySet()) {
      files.add(Whole.of(file.getKey(), file.getValue()));
    }
    long open = openFiles();
    long end = System.nanoTime() + SECONDS * 1_000_000_000L;
    long round = 0;
    for (; System.nanoTime() < end; round++) {
      Random random = new Random(SEED + round);
      Whole whole = files.get(random.nextInt(files.size()));
      byte[] damaged = damage(whole, random);
      try {
        check(whole, damaged, round % PARTS_EACH == 0 ? 1 + random.nextInt(4) : 0);
      } catch (RuntimeException | Error e) {
        throw new AssertionError(
            "-Djpacker.seed="
                + (SEED + round)
                + ", "
                + whole.name
                + " as "
                + HexFormat.of().formatHex(damaged)
                + ": "
                + e,
            e);
      }
    }
    assertEquals(open, openFiles(), "open files");
    System.out.println(round + " rounds of damage to files from seed " + SEED);
    assertTrue(round > 0);
  }

  private byte[] damage(Whole whole, Random random) {
    Mutator mutator = new Mutator(random);
    byte[] other = files.get(random.nextInt(files.size())).octets;
    return random.nextBoolean()
        ? mutator.numbers(whole.octets)
        : mutator.blind(whole.octets, other);
  }

  private void check(Whole whole, byte[] damaged, int parts) throws IOException {
    FileInvariants.Contents contents = FileInvariants.check(damaged);
    int same = Arrays.mismatch(whole.octets, damaged);
    int least = same < 0 ? whole.packets.size() : whole.wholeIn[same];
    FileInvariants.kept(contents, whole.packets, least);
    if (parts > 0) {
      Path file = folder.resolve("damaged");
      Files.write(file, damaged);
      FileInvariants.partsAgree(file, contents, parts);
    }
  }

  private static long openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix
        ? unix.getOpenFileDescriptorCount()
        : 0;
  }
}
