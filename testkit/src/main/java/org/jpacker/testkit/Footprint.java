package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What this process holds of the system, as Linux tells it. Taken before and after, it shows what
 * native code left behind.
 *
 * @param descriptors that are open
 * @param resident KiB of memory
 */
public record Footprint(long descriptors, long resident) {

  /** What is held now, after a moment for other threads to let go of what they used. */
  public static Footprint now() throws IOException, InterruptedException {
    // a capture that was closed with a reader in it is released by the reader, a moment later
    Thread.sleep(500);
    System.gc();
    try (Stream<Path> files = Files.list(Path.of("/proc/self/fd"))) {
      return new Footprint(files.count(), memory());
    }
  }

  /**
   * Checks that nothing was left behind since: no descriptor, no mapped buffer of a socket, and no
   * memory but {@code most} KiB, as the heap may have moved a little.
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
