package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * System resources of this process, as reported by Linux. Comparing two of them shows what native
 * code has leaked.
 *
 * @param descriptors number of open file descriptors
 * @param resident resident memory in KiB
 */
public record Footprint(long descriptors, long resident) {

  /**
   * Measures the current resources, after a pause in which other threads can release theirs.
   *
   * @throws IOException if {@code /proc} cannot be read
   * @throws InterruptedException if the thread is interrupted during the pause
   */
  public static Footprint now() throws IOException, InterruptedException {
    // a capture closed while being read is released by its reader, a moment later
    Thread.sleep(500);
    System.gc();
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return new Footprint(files.count(), memory());
    }
  }

  /**
   * Asserts that nothing has leaked since this footprint: no descriptor, no mapped socket buffer,
   * and at most {@code most} KiB of memory, since the heap may have grown.
   *
   * @param most tolerated growth of the resident memory in KiB
   * @throws IOException if {@code /proc} cannot be read
   * @throws InterruptedException if the thread is interrupted
   */
  public void assertNothingLeft(long most) throws IOException, InterruptedException {
    Footprint later = now();
    assertEquals(descriptors, later.descriptors, "open descriptors");
    long grown = later.resident - resident;
    assertTrue(grown < most, "KiB of memory more than before: " + grown);
    String maps = Files.readString(Path.of("/proc/self/maps"));
    assertFalse(maps.contains("socket:"), "a buffer is still mapped");
  }

  private static long memory() throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("\\D", ""));
      }
    }
    throw new IllegalStateException("the kernel does not tell how much memory is used");
  }
}
