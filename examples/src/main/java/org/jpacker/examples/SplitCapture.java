package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Captures;

/** Read one large file with several threads. */
public final class SplitCapture {
  private SplitCapture() {}

  /** {@code SplitCapture FILE}. */
  public static void main(String[] args) {
    long packets =
        Captures.split(Path.of(args[0]), 4).parallelStream() // pcap or pcapng, not compressed
            .mapToLong(
                part -> {
                  long count = 0;
                  try (part) {
                    for (Packet packet : part) {
                      count++;
                    }
                  }
                  return count;
                })
            .sum();
    System.out.println(packets + " packets");
  }
}
