package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Terminates commands that are writing files: each file is complete or absent, and no other is
 * left.
 */
class InterruptedWritingTest {
  private static final int TIMES = 5;
  private static final int PACKETS = 20_000;
  private static final int FLOWS = 20;
  private static final Map<String, Integer> SIGNALS = Map.of("INT", 2, "TERM", 15, "HUP", 1);

  @TempDir Path folder;

  private final Random random = new Random();
  private final Map<String, Integer> endings = new ConcurrentSkipListMap<>();

  private Path capture() {
    Path file = folder.resolve("in.pcapng");
    Link link = Link.of(Link.ETHERNET, 0, ProtocolRegistry.of());
    Random contents = new Random(1);
    try (CaptureWriter writer = Pcap.create(file, WriteSettings.pcapng())) {
      for (int i = 0; i < PACKETS; i++) {
        byte[] octets = new byte[60 + contents.nextInt(400)];
        contents.nextBytes(octets);
        // a few flows of an EtherType for experiments
        System.arraycopy(new byte[] {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 1}, 0, octets, 0, 11);
        octets[11] = (byte) (i % FLOWS);
        octets[12] = (byte) 0x88;
        octets[13] = (byte) 0xb5;
        writer.write(
            new Packet(octets, 0, octets.length, octets.length, i * 1_000_000L, link),
            List.of(BlockOption.comment("packet " + i)));
      }
    }
    return file;
  }

  @Test
  void convertLeavesAWholeFileOrNone() throws Exception {
    interrupted("convert", capture().toString(), "out.pcap.gz");
  }

  @Test
  void sliceLeavesAWholeFileOrNone() throws Exception {
    interrupted("slice", "--every", "2", capture().toString(), "out.pcapng");
  }

  @Test
  void sliceIntoSeveralFilesLeavesWholeOnesOnly() throws Exception {
    interrupted("slice", "-c", "1500", capture().toString(), "out.pcapng");
  }

  @Test
  void sliceByFlowLeavesWholeFilesOnly() throws Exception {
    interrupted("slice", "--flow", capture().toString(), "out.pcapng");
  }

  @Test
  void mergeLeavesAWholeFileOrNone() throws Exception {
    String in = capture().toString();
    interrupted("merge", "-w", "out.pcapng", in, in);
  }

  private void interrupted(String... words) throws Exception {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/kill")), "no kill(1) here");
    Path reference = Files.createDirectory(folder.resolve("reference"));
    long start = System.nanoTime();
    Process whole = start(reference, words);
    assertTrue(whole.waitFor(5, TimeUnit.MINUTES));
    assertEquals(0, whole.exitValue());
    long duration = System.nanoTime() - start;
    Map<String, byte[]> wanted = contents(reference);
    long seed = random.nextLong();
    random.setSeed(seed);
    String how = String.join(" ", words) + ", seed " + seed;
    // mostly the start of the command, so several at once
    List<Callable<Void>> runs = new ArrayList<>();
    for (String signal : SIGNALS.keySet()) {
      for (int i = 0; i < TIMES; i++) {
        boolean isWriting = i % 2 == 1;
        String old = random.nextBoolean() ? "out.pcap.gz" : "out.pcapng";
        long wait = (long) (random.nextDouble() * duration / (isWriting ? 2 : 1));
        runs.add(
            () -> {
              interrupted(words, signal, isWriting, old, wait, wanted, how);
              return null;
            });
      }
    }
    ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      for (Future<Void> run : threads.invokeAll(runs)) {
        run.get();
      }
    } finally {
      threads.shutdownNow();
    }
    assertEquals(SIGNALS.size() * TIMES, endings.values().stream().mapToInt(n -> n).sum());
    // most are terminated before their end, some of them while writing a file
    assertTrue(endings.getOrDefault("ended", 0) > 0, () -> how + ": " + endings);
  }

  private void interrupted(
      String[] words,
      String signal,
      boolean isWriting,
      String old,
      long wait,
      Map<String, byte[]> wanted,
      String how)
      throws Exception {
    Path place = Files.createTempDirectory(folder, "run");
    // an older file stays until a complete one replaces it
    byte[] before = {1, 2, 3};
    Files.write(place.resolve(old), before);
    Process process = start(place, words);
    if (isWriting) {
      while (process.isAlive() && place.toFile().list().length < 2) {
        Thread.sleep(1);
      }
    }
    TimeUnit.NANOSECONDS.sleep(wait);
    new ProcessBuilder("/bin/kill", "-" + signal, Long.toString(process.pid()))
        .redirectErrorStream(true)
        .start()
        .waitFor();
    assertTrue(process.waitFor(1, TimeUnit.MINUTES), "still running");
    int status = process.exitValue();
    boolean isEnded = status == 128 + SIGNALS.get(signal);
    assertTrue(isEnded || status == 0, how + ": status " + status + " after " + signal);
    endings.merge(isEnded ? "ended" : "done", 1, Integer::sum);
    Map<String, byte[]> found = contents(place);
    if (!isEnded) {
      assertTrue(found.keySet().containsAll(wanted.keySet()), how + ": " + found.keySet());
    }
    for (Map.Entry<String, byte[]> file : found.entrySet()) {
      String which = how + ": " + file.getKey() + " after " + signal;
      if (file.getKey().equals(old) && file.getValue().length == before.length) {
        assertArrayEquals(before, file.getValue(), which);
      } else {
        assertTrue(wanted.containsKey(file.getKey()), which);
        assertArrayEquals(wanted.get(file.getKey()), file.getValue(), which);
      }
      Files.delete(place.resolve(file.getKey()));
    }
    Files.delete(place);
  }

  private static Map<String, byte[]> contents(Path folder) throws IOException {
    Map<String, byte[]> contents = new HashMap<>();
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        try {
          contents.put(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (java.nio.file.NoSuchFileException e) {
          contents.remove(file.getFileName().toString()); // it was moved in the meantime
        }
      }
    }
    return contents;
  }

  private static Process start(Path folder, String... words) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Images.FULL.resolve("bin/jpacker").toString());
    command.addAll(List.of(words));
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
