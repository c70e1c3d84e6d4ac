package org.jpacker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;

/**
 * Reads or writes the records of a capture file without dissecting packets. For comparison with
 * writing, {@code cat} copies the same file in each pass.
 */
public final class Records {
  private static final ProtocolRegistry NOTHING = ProtocolRegistry.of();

  private Records() {}

  /** Usage: {@code Records FILE PASSES read} or {@code Records FILE PASSES pcap|pcapng OUT}. */
  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 3 && args[2].equals("read")) {
      read(Path.of(args[0]), Integer.parseInt(args[1]));
    } else if (args.length == 4 && args[2].matches("pcap|pcapng")) {
      FileFormat format = args[2].equals("pcap") ? FileFormat.PCAP : FileFormat.PCAPNG;
      write(Path.of(args[0]), Integer.parseInt(args[1]), format, Path.of(args[3]));
    } else {
      System.err.println("usage: records FILE PASSES read|pcap|pcapng [OUT]");
      System.exit(2);
    }
  }

  private static void read(Path file, int passes) {
    double[] nanos = new double[passes];
    long packets = 0;
    long bytes = 0;
    for (int i = 0; i < passes; i++) {
      packets = 0;
      bytes = 0;
      long start = System.nanoTime();
      try (FileCapture capture = Pcap.open(file, NOTHING)) {
        for (Packet packet = capture.next(); packet != null; packet = capture.next()) {
          packets++;
          bytes += packet.capturedLength();
        }
      }
      nanos[i] = System.nanoTime() - start;
    }
    print("jpacker-records", packets, bytes, nanos);
  }

  private static void write(Path file, int passes, FileFormat format, Path out)
      throws IOException, InterruptedException {
    List<Packet> packets = new ArrayList<>();
    try (FileCapture capture = Pcap.open(file, NOTHING)) {
      capture.forEach(packets::add);
    }
    double[] nanos = new double[passes];
    double[] cat = new double[passes];
    for (int i = 0; i < passes; i++) {
      Files.deleteIfExists(out);
      long start = System.nanoTime();
      try (CaptureWriter writer = Pcap.create(out, WriteSettings.of(format))) {
        for (Packet packet : packets) {
          writer.write(packet);
        }
      }
      nanos[i] = System.nanoTime() - start;
      Files.delete(out);
      start = System.nanoTime();
      Process process =
          new ProcessBuilder("cat", file.toString()).redirectOutput(out.toFile()).start();
      if (process.waitFor() != 0) {
        throw new IOException("cat failed");
      }
      cat[i] = System.nanoTime() - start;
    }
    Files.delete(out);
    long bytes = packets.stream().mapToLong(Packet::capturedLength).sum();
    print("jpacker-" + format.title(), packets.size(), bytes, nanos);
    print("cat", packets.size(), bytes, cat);
  }

  private static void print(String name, long packets, long bytes, double[] nanos) {
    // the first quarter of the passes warms up the JIT
    double[] warm = Arrays.copyOfRange(nanos, nanos.length / 4, nanos.length);
    Arrays.sort(warm);
    System.out.printf(
        Locale.ROOT,
        "%s packets=%d bytes=%d best=%.2f median=%.2f ns/packet%n",
        name,
        packets,
        bytes,
        warm[0] / packets,
        warm[warm.length / 2] / packets);
  }
}
