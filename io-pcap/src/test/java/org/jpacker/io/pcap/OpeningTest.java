package org.jpacker.io.pcap;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that is opened is closed again, even after failures. */
class OpeningTest {
  @TempDir Path folder;

  private static final class Noted extends ByteArrayInputStream {
    private boolean isClosed;

    Noted(byte[] octets) {
      super(octets);
    }

    @Override
    public void close() {
      isClosed = true;
    }
  }

  private static byte[] gzip(byte[] octets) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(octets);
    }
    return out.toByteArray();
  }

  @Test
  void streamsWithoutACaptureAreClosed() throws IOException {
    byte[] none = "this is no capture at all".getBytes();
    byte[] cut = {(byte) 0xa1, (byte) 0xb2, (byte) 0xc3, (byte) 0xd4, 0};
    for (byte[] octets : List.of(none, cut, new byte[0], gzip(none), gzip(new byte[0]))) {
      Noted stream = new Noted(octets);
      assertThrows(CaptureException.class, () -> Pcap.open(stream, CaptureFile.NOTHING));
      assertTrue(stream.isClosed);
      Noted ofBlocks = new Noted(octets);
      assertThrows(CaptureException.class, () -> BlockReader.open(ofBlocks));
      assertTrue(ofBlocks.isClosed);
    }
  }

  @Test
  void whatIsInMemoryIsNotCopied() {
    CaptureFile records = CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1);
    for (int size : List.of(0, 60, 300, 1514, 70_000)) {
      records.record(1, 0, new byte[size], size);
    }
    byte[] file = records.toBytes();
    CaptureRecord record = new CaptureRecord();
    int end = 24;
    try (FileCapture capture = Pcap.open(file, CaptureFile.NOTHING)) {
      while (capture.next(record)) {
        assertSame(file, record.octets());
        assertEquals(end + 16, record.offset());
        end = record.offset() + record.capturedLength();
      }
      assertEquals(file.length, capture.position());
    }
    assertEquals(file.length, end);
  }

  /** Otherwise the JIT gives up combining the bounds checks of a header's octets. */
  @Test
  void behindEachPacketTheArrayGoesOn() throws IOException {
    CaptureFile records = CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1);
    for (int i = 0; i < 10_000; i++) {
      records.record(i, 0, new byte[60], 60);
    }
    byte[] octets = records.toBytes();
    Path file = Files.write(folder.resolve("a.pcap"), octets);
    for (FileCapture capture :
        List.of(
            Pcap.open(octets, CaptureFile.NOTHING),
            Pcap.open(file, CaptureFile.NOTHING),
            Pcap.open(new ByteArrayInputStream(octets), CaptureFile.NOTHING))) {
      CaptureRecord record = new CaptureRecord();
      int count = 0;
      try (capture) {
        for (; capture.next(record); count++) {
          int end = record.offset() + record.capturedLength();
          assertTrue(record.octets().length - end >= 256, "record " + count);
        }
      }
      assertEquals(10_000, count);
    }
  }

  /** The remainder may be nearly all of a large array. */
  @Test
  void whatIsCutInMemoryIsNotCopiedEither() {
    byte[] head =
        CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 220)
            .putInt(1)
            .putInt(0)
            .putInt(100_000_000)
            .putInt(100_000_000)
            .toBytes();
    byte[] file = Arrays.copyOf(head, 90_000_000);
    var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    try (Capture capture = Pcap.open(file, CaptureFile.NOTHING)) {
      String message = assertThrows(CaptureException.class, capture::next).getMessage();
      assertEquals(
          "memory: offset 24: a record of 100000000 captured octets needs 100000016 octets, the file"
              + " ends after 89999976",
          message);
    }
    long made = threads.getCurrentThreadAllocatedBytes() - before;
    assertTrue(made < 1_000_000, made + " octets");
  }

  @Test
  void aPartThatCannotBeReadIsClosed() throws IOException {
    byte[] pcapng = CaptureFile.pcapng(BIG_ENDIAN).toBytes();
    pcapng[13] = 2; // the version
    Path file = Files.write(folder.resolve("a.pcapng"), pcapng);
    Capture part = Captures.split(file, 1, CaptureFile.NOTHING).get(0);
    String message = assertThrows(CaptureException.class, part::next).getMessage();
    assertEquals(file + ": offset 12: version 2 of pcapng is not known", message);
    Path descriptors = Path.of("/proc/self/fd");
    if (Files.isDirectory(descriptors)) {
      try (var open = Files.list(descriptors)) {
        assertTrue(open.noneMatch(fd -> file.equals(target(fd))));
      }
    }
  }

  private static Path target(Path link) {
    try {
      return Files.readSymbolicLink(link);
    } catch (IOException e) {
      return null; // the listing itself is closed by now
    }
  }

  @Test
  void aPartOfAFileThatIsGoneSaysSo() throws IOException {
    byte[] pcap =
        CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1).record(1, 0, new byte[9], 9).toBytes();
    Path file = Files.write(folder.resolve("a.pcap"), pcap);
    Capture part = Captures.split(file, 1, CaptureFile.NOTHING).get(0);
    Files.delete(file);
    String message = assertThrows(CaptureException.class, part::next).getMessage();
    assertEquals(file + ": no such file", message);
  }

  @Test
  void aFileStaysAsItIsWhereTheCompressionIsNotThere() throws IOException {
    Path file = Files.write(folder.resolve("a.pcap"), new byte[] {1, 2, 3});
    WriteSettings settings = WriteSettings.pcap().compressed("none");
    assertEquals(
        file + ": cannot be written: there is no compression named none",
        assertThrows(CaptureException.class, () -> Pcap.create(file, settings)).getMessage());
    assertArrayEquals(new byte[] {1, 2, 3}, Files.readAllBytes(file));
  }

  @Test
  void writersAreClosedTwiceWithoutHarm() throws IOException {
    Path file = folder.resolve("a.pcap.gz");
    CaptureWriter writer = Pcap.create(file, WriteSettings.pcap().compressed());
    writer.close();
    writer.close();
    try (Capture capture = Pcap.open(file, CaptureFile.NOTHING)) {
      assertNull(capture.next());
    }
  }

  @Test
  void namesTellOfCompressions() {
    assertEquals("gzip", Pcap.compressionOf("a.pcap.gz"));
    assertEquals("gzip", Pcap.compressionOf("A.PCAP.GZIP"));
    // known by name, so the message about the missing module can say where to find it
    assertEquals("zstd", Pcap.compressionOf("a.pcap.zst"));
    assertNull(Pcap.compressionOf("a.pcap"));
    assertNull(Pcap.compressionOf("gz"));
    assertNull(Pcap.compressionOf(".gz"));
  }

  @Test
  void messageNamesTheModuleForJson() throws IOException {
    for (String text : List.of("{}", " \n\t{\"frame\":{}}")) {
      CaptureException e =
          assertThrows(
              CaptureException.class, () -> Pcap.open(text.getBytes(StandardCharsets.UTF_8)));
      assertEquals(
          "memory: offset 0: is not a capture file: it seems to be JSON, which needs a module that"
              + " is not installed: add org.jpacker.io.json (artifact org.jpacker:jpacker-io-json)",
          e.getMessage());
    }
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, "before");
    CaptureException e =
        assertThrows(
            CaptureException.class, () -> Pcap.create(file, WriteSettings.of(FileFormat.JSON)));
    assertEquals(
        file
            + ": cannot be written: JSON lines need a module that is not installed: add"
            + " org.jpacker.io.json (artifact org.jpacker:jpacker-io-json)",
        e.getMessage());
    assertEquals("before", Files.readString(file));
  }
}
