package org.jpacker.benchmarks;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Captures;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ip.Ipv4;

/**
 * Reads a file with one thread, and in parts with a thread for each. The two alternate, so that
 * load on the machine affects both. The time includes splitting. Prints the speed-up.
 */
public final class Split {
  private static volatile long sink;

  private Split() {}

  /**
   * Usage: {@code Split FILE PASSES THREADS read|walk}: reads records only, or dissects up to IPv4.
   */
  public static void main(String[] args) throws InterruptedException {
    if (args.length != 4 || !args[3].matches("read|walk")) {
      System.err.println("usage: split FILE PASSES THREADS read|walk");
      System.exit(2);
    }
    Path file = Path.of(args[0]);
    int passes = Integer.parseInt(args[1]);
    int threads = Integer.parseInt(args[2]);
    boolean dissect = args[3].equals("walk");
    ProtocolRegistry registry = ProtocolRegistry.installed();
    double[] one = new double[passes];
    double[] several = new double[passes];
    double[] finding = new double[passes];
    double[] ratio = new double[passes];
    for (int i = 0; i < passes; i++) {
      long start = System.nanoTime();
      long whole = packets(List.of(() -> Pcap.open(file, registry)), dissect);
      one[i] = System.nanoTime() - start;
      start = System.nanoTime();
      List<Capture> parts = Captures.split(file, threads, registry);
      finding[i] = System.nanoTime() - start;
      long sum =
          packets(parts.stream().map(part -> (Supplier<Capture>) () -> part).toList(), dissect);
      several[i] = System.nanoTime() - start;
      ratio[i] = one[i] / several[i];
      if (sum != whole) {
        throw new IllegalStateException(sum + " packets of " + whole);
      }
    }
    int warm = passes / 4;
    System.out.printf(
        Locale.ROOT,
        "%s one thread best=%.1f median=%.1f ms, %d threads best=%.1f median=%.1f ms (finding the parts"
            + " %.1f), times faster: best=%.2f median=%.2f%n",
        file.getFileName(),
        sorted(one, warm)[0] / 1e6,
        median(one, warm) / 1e6,
        threads,
        sorted(several, warm)[0] / 1e6,
        median(several, warm) / 1e6,
        median(finding, warm) / 1e6,
        sorted(one, warm)[0] / sorted(several, warm)[0],
        median(ratio, warm));
  }

  private static double[] sorted(double[] values, int warm) {
    double[] rest = Arrays.copyOfRange(values, warm, values.length);
    Arrays.sort(rest);
    return rest;
  }

  private static double median(double[] values, int warm) {
    double[] rest = sorted(values, warm);
    return rest[rest.length / 2];
  }

  /** The packets of all captures, each read by a thread of its own. */
  private static long packets(List<Supplier<Capture>> captures, boolean dissect)
      throws InterruptedException {
    long[] counts = new long[captures.size()];
    List<Thread> threads =
        IntStream.range(0, captures.size())
            .mapToObj(i -> new Thread(() -> counts[i] = count(captures.get(i).get(), dissect)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
    return Arrays.stream(counts).sum();
  }

  private static long count(Capture capture, boolean dissect) {
    long packets = 0;
    long sum = 0;
    try (capture) {
      for (Packet packet = capture.next(); packet != null; packet = capture.next()) {
        packets++;
        Ipv4 ip = dissect ? packet.get(Ipv4.class) : null;
        sum += ip == null ? packet.capturedLength() : ip.ttl();
      }
    }
    sink = sum;
    return packets;
  }
}
