package org.jpacker.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.scan.Row;

/**
 * Walks a capture through the public API, as a user would, and sums TCP and UDP ports, IPv4 TTLs
 * and the lengths of TCP payloads. Prints the same line as the yardstick programs.
 */
public final class Walk {
  static final List<String> MODES =
      List.of("mem", "open", "file", "parallel", "scan", "scan-open", "scan-file", "scan-parallel");

  private Walk() {}

  /** Usage: {@code Walk FILE PASSES MODE}; the script {@code walk} describes the modes. */
  public static void main(String[] args) throws Exception {
    if (args.length != 3 || !MODES.contains(args[2]) || !args[1].matches("[1-9][0-9]*")) {
      System.err.println("usage: walk FILE PASSES " + String.join("|", MODES));
      System.exit(2);
    }
    measure("jpacker-" + args[2], Integer.parseInt(args[1]), pass(args[2], Path.of(args[0])));
    System.exit(0);
  }

  /** Repeats a pass and prints the line. */
  static void measure(String name, int passes, Callable<Totals> pass) throws Exception {
    double[] nanos = new double[passes];
    Totals totals = null;
    for (int i = 0; i < passes; i++) {
      long start = System.nanoTime();
      totals = pass.call();
      nanos[i] = System.nanoTime() - start;
    }
    System.out.println(totals.line(name, nanos));
  }

  /** The work of a pass in this mode. */
  static Callable<Totals> pass(String mode, Path file) throws IOException {
    switch (mode) {
      case "file":
        return () -> packets(Pcap.open(file));
      case "scan-file":
        return () -> rows(Pcap.open(file));
      default:
        break;
    }
    byte[] octets = Files.readAllBytes(file);
    MemoryCapture capture = MemoryCapture.of(octets);
    List<MemoryCapture> parts = capture.parts(Runtime.getRuntime().availableProcessors());
    switch (mode) {
      case "mem":
        return capture::packets;
      case "open":
        return () -> packets(Pcap.open(octets));
      case "scan-open":
        return () -> rows(Pcap.open(octets));
      case "scan":
        Row row = Totals.SCAN.row();
        return () -> capture.rows(row);
      case "parallel":
        return parallel(parts.stream().<Callable<Totals>>map(part -> part::packets).toList());
      default:
        return parallel(
            parts.stream()
                .<Callable<Totals>>map(
                    part -> {
                      Row own = Totals.SCAN.row();
                      return () -> part.rows(own);
                    })
                .toList());
    }
  }

  private static Totals packets(Capture capture) {
    Totals totals = new Totals();
    try (capture) {
      for (Packet packet : capture) {
        totals.add(packet);
      }
    }
    return totals;
  }

  private static Totals rows(Capture capture) {
    Totals totals = new Totals();
    try (capture) {
      Totals.SCAN.forEach(capture, totals::add);
    }
    return totals;
  }

  /** Runs each part in a thread of its own. */
  private static Callable<Totals> parallel(List<Callable<Totals>> parts) {
    ExecutorService threads = Executors.newFixedThreadPool(parts.size());
    return () -> {
      Totals totals = new Totals();
      for (Future<Totals> part : threads.invokeAll(parts)) {
        try {
          totals.add(part.get());
        } catch (ExecutionException e) {
          throw new IllegalStateException(e.getCause());
        }
      }
      return totals;
    };
  }
}
