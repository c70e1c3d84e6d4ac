package org.jpacker.io.pcap;

import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Follows files and pipes that are still being written. */
@Timeout(60)
class FollowTest {
  private static final byte[] FILE =
      CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 1)
          .record(1, 0, new byte[40], 40)
          .record(2, 0, new byte[40], 40)
          .record(3, 0, new byte[40], 40)
          .toBytes();

  private static final int RECORD = 16 + 40;

  @TempDir Path folder;

  /** Reads in a thread of its own and collects packets, followed by a text at the end. */
  private static final class Reading {
    final FileCapture capture;
    final BlockingQueue<Object> given = new LinkedBlockingQueue<>();
    final Thread thread = new Thread(this::run);

    Reading(FileCapture capture) {
      this.capture = capture;
      thread.start();
    }

    private void run() {
      try {
        for (Packet packet : capture) {
          given.add(packet.timestampNanos() / 1_000_000_000L);
        }
        given.add("end");
      } catch (CaptureException e) {
        given.add(e.getMessage());
      }
    }

    Object next() throws InterruptedException {
      Object next = given.poll(30, TimeUnit.SECONDS);
      assertNotNull(next, "nothing came");
      return next;
    }
  }

  private static void append(Path file, int from, int to) throws IOException {
    Files.write(file, Arrays.copyOfRange(FILE, from, to), StandardOpenOption.APPEND);
  }

  @Test
  void packetsComeAsTheyAreWrittenUntilSomeoneStops() throws Exception {
    Path file = Files.write(folder.resolve("a.pcap"), Arrays.copyOf(FILE, 24 + RECORD + 10));
    try (FileCapture capture = Pcap.follow(file, CaptureFile.NOTHING)) {
      Reading reading = new Reading(capture);
      assertEquals(1L, reading.next());
      assertNull(reading.given.poll(200, TimeUnit.MILLISECONDS));
      append(file, 24 + RECORD + 10, 24 + 2 * RECORD + 20);
      assertEquals(2L, reading.next());
      // an incomplete record is not damage while the file is being written
      capture.stop();
      assertEquals("end", reading.next());
      reading.thread.join();
      assertNull(capture.next());
    }
  }

  @Test
  void whatWasWrittenBeforeTheStopIsGiven() throws Exception {
    Path file = Files.write(folder.resolve("a.pcap"), Arrays.copyOf(FILE, 24));
    try (FileCapture capture = Pcap.follow(file, CaptureFile.NOTHING)) {
      append(file, 24, FILE.length);
      capture.stop();
      assertEquals(1, capture.next().timestampNanos() / 1_000_000_000L);
      assertEquals(2, capture.next().timestampNanos() / 1_000_000_000L);
      assertEquals(3, capture.next().timestampNanos() / 1_000_000_000L);
      assertNull(capture.next());
    }
  }

  @Test
  void interruptingTheThreadStopsToo() throws Exception {
    Path file = Files.write(folder.resolve("a.pcap"), FILE);
    try (FileCapture capture = Pcap.follow(file, CaptureFile.NOTHING)) {
      Reading reading = new Reading(capture);
      assertEquals(1L, reading.next());
      assertEquals(2L, reading.next());
      assertEquals(3L, reading.next());
      reading.thread.interrupt();
      assertEquals("end", reading.next());
    }
  }

  @Test
  void compressedFilesAreFollowedToo() throws Exception {
    byte[] packed = CaptureFile.gzip(FILE);
    Path file = Files.write(folder.resolve("a.pcap.gz"), Arrays.copyOf(packed, 20));
    Thread writer =
        new Thread(
            () -> {
              try {
                Files.write(
                    file, Arrays.copyOfRange(packed, 20, packed.length), StandardOpenOption.APPEND);
              } catch (IOException e) {
                throw new IllegalStateException(e);
              }
            });
    writer.start();
    try (FileCapture capture = Pcap.follow(file, CaptureFile.NOTHING)) {
      Reading reading = new Reading(capture);
      assertEquals(1L, reading.next());
      assertEquals(2L, reading.next());
      assertEquals(3L, reading.next());
      capture.stop();
      assertEquals("end", reading.next());
    }
  }

  @Test
  void fileThatIsCutMeanwhileIsDamage() throws Exception {
    Path file = Files.write(folder.resolve("a.pcap"), FILE);
    try (FileCapture capture = Pcap.follow(file, CaptureFile.NOTHING)) {
      for (int i = 0; i < 3; i++) {
        assertNotNull(capture.next());
      }
      Files.write(file, Arrays.copyOf(FILE, 50));
      String message = assertThrows(CaptureException.class, capture::next).getMessage();
      assertTrue(message.contains("it was cut to 50 octets while it was followed"), message);
    }
  }

  @Test
  void namedPipeIsReadUntilItsWriterClosesOrSomeoneStops() throws Exception {
    Path pipe = folder.resolve("pipe");
    Assumptions.assumeTrue(makesPipe(pipe), "mkfifo is missing");
    Thread writer =
        new Thread(
            () -> {
              try (OutputStream out = Files.newOutputStream(pipe)) {
                out.write(FILE, 0, 24 + RECORD);
                out.flush();
                Thread.sleep(Long.MAX_VALUE);
              } catch (IOException | InterruptedException e) {
                // this is the regular end
              }
            });
    writer.start();
    try (FileCapture capture = Pcap.follow(pipe, CaptureFile.NOTHING)) {
      Reading reading = new Reading(capture);
      assertEquals(1L, reading.next());
      assertNull(reading.given.poll(100, TimeUnit.MILLISECONDS));
      capture.stop();
      assertEquals("end", reading.next());
    }
    writer.interrupt();
    writer.join();
    assertFalse(writer.isAlive());
  }

  private static boolean makesPipe(Path pipe) throws InterruptedException {
    try {
      return new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Test
  void stoppingWhatFollowsNothingChangesNothing() throws Exception {
    Path file = Files.write(folder.resolve("a.pcap"), Arrays.copyOf(FILE, FILE.length - 1));
    try (FileCapture capture = Pcap.open(file, CaptureFile.NOTHING)) {
      capture.stop();
      assertNotNull(capture.next());
      assertNotNull(capture.next());
      assertThrows(CaptureException.class, capture::next);
    }
  }
}
