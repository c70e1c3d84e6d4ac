package org.jpacker.io.pcap;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.NoSuchElementException;
import org.jpacker.api.Address;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

/** Impossible requests are rejected with a message that states what and why. */
class RefusalTest {
  private static final byte[] SOME = {1, 2, 3};

  @TempDir Path folder;

  private static void refused(String message, Executable work) {
    refused(IllegalArgumentException.class, message, work);
  }

  private static <E extends Throwable> void refused(
      Class<E> type, String message, Executable work) {
    assertEquals(message, assertThrows(type, work).getMessage());
  }

  private static Packet packet(byte[] octets, int linkType) {
    Link link = Link.of(linkType, 0, CaptureFile.NOTHING);
    return new Packet(octets, 0, octets.length, octets.length, 0, link);
  }

  private static Capture empty() {
    return Pcap.open(
        new ByteArrayInputStream(CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1).toBytes()),
        CaptureFile.NOTHING);
  }

  private Path file(byte[] octets) throws IOException {
    return Files.write(folder.resolve("file"), octets);
  }

  @Test
  void settingsOfFilesThatCannotBe() {
    refused(
        "the limits of a file are not positive: -1, null",
        () -> WriteSettings.pcap().rotateBySize(-1));
    refused(
        "the limits of a file are not positive: 0, PT0S",
        () -> WriteSettings.pcap().rotateByTime(Duration.ZERO));
    refused("snoop is read only", () -> WriteSettings.of(FileFormat.SNOOP));
    refused("a snapshot length has 32 bits: -1", () -> WriteSettings.pcap().snapLength(-1));
    refused(
        "rotation needs a file name, which a stream does not have",
        () -> Pcap.create(new ByteArrayOutputStream(), WriteSettings.pcap().rotateBySize(1000)));
  }

  @Test
  void partsAndNumbersThatCannotBe() throws IOException {
    Path file = file(CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1).toBytes());
    refused("a file has at least 1 part, not 0", () -> Captures.split(file, 0));
    refused("not a range: 5 to 4", () -> Captures.range(file, 5, 4, CaptureFile.NOTHING));
    refused("not a range: -1 to 4", () -> Captures.range(file, -1, 4, CaptureFile.NOTHING));
    refused("packets are numbered from 1, not 0", () -> Captures.slice(empty(), 0, 1));
    CaptureIndex index = CaptureIndex.of(file, CaptureFile.NOTHING);
    refused("a file has at least 1 part, not 0", () -> index.split(0));
    refused("packets are numbered from 1, not 0", () -> index.slice(0, 1));
    Capture part = Captures.split(file, 1, CaptureFile.NOTHING).get(0);
    part.close();
    refused(CaptureException.class, file + ": is closed", part::next);
  }

  @Test
  void blocksAndOptionsThatCannotBe() {
    refused(
        "a name server has an IP address, not 00:00:00:00:00:00",
        () -> new BlockOption.NameServer(Address.Mac.ZERO));
    refused(
        "the kind of if_filter is one octet: 256",
        () -> new BlockOption.Tagged(OptionType.IF_FILTER, 256, OctetString.EMPTY));
    refused(
        "opt_comment: the first zero octet ends the text and begins the rest",
        () -> BlockOption.comment("a\0b"));
    refused(
        "not the code of a custom option: 5",
        () -> new BlockOption.Custom(5, 1, OctetString.EMPTY));
    refused("if_tsresol is one octet: 256", () -> new TimeResolution(256));
    BlockOption malformed = new BlockOption.Malformed(OctetString.EMPTY, "why");
    refused(
        "a malformed option is not written: why",
        () -> OptionCodec.encode(List.of(malformed), BIG_ENDIAN));
    NameRecord tooLong =
        new NameRecord.Names(Address.Ipv4.ZERO, Collections.nCopies(70, "a".repeat(1000)));
    refused(
        "a name record has 70074 octets, at most 65535",
        () -> BlockCodec.encode(new Block.NameResolution(List.of(tooLong), List.of()), BIG_ENDIAN));
  }

  @Test
  void readersOfBlocksUsedOtherwise() {
    byte[] pcapng = CaptureFile.pcapng(BIG_ENDIAN).toBytes();
    refused("not pcapng: pcap", () -> BlockReader.of((FileCapture) empty()));
    try (BlockReader reader = BlockReader.open(new ByteArrayInputStream(pcapng));
        BlockWriter writer =
            BlockWriter.create(new ByteArrayOutputStream(), WriteSettings.pcapng())) {
      refused(
          IllegalStateException.class,
          "the reader has not returned a block yet",
          () -> writer.copy(reader));
      var blocks = reader.iterator();
      blocks.next();
      assertThrows(NoSuchElementException.class, blocks::next);
    }
  }

  @Test
  void blockOfAnotherByteOrderThanItsSection() {
    byte[] little = CaptureFile.pcapng(LITTLE_ENDIAN).networkInterface(1, 0).toBytes();
    try (BlockReader reader = BlockReader.open(new ByteArrayInputStream(little));
        BlockWriter writer =
            BlockWriter.create(new ByteArrayOutputStream(), WriteSettings.pcapng())) {
      writer.write(new Block.SectionHeader(BIG_ENDIAN, List.of()));
      reader.next();
      reader.next();
      refused(
          IllegalStateException.class,
          "a block of byte order LITTLE_ENDIAN does not fit a section of the other one",
          () -> writer.copy(reader));
    }
  }

  @Test
  void damageOfBlocksIsThrownAgain() {
    byte[] pcapng = CaptureFile.pcapng(BIG_ENDIAN).putInt(5).putInt(7).putInt(7).toBytes();
    try (BlockReader reader = BlockReader.open(new ByteArrayInputStream(pcapng))) {
      reader.next();
      CaptureException damage = assertThrows(CaptureException.class, reader::next);
      assertEquals(
          "stream: offset 32: a block of type 5 claims 7 octets, not a multiple of four of at least"
              + " 12",
          damage.getMessage());
      assertSame(damage, assertThrows(CaptureException.class, reader::next));
    }
  }

  /** The trailing length differs or is missing. */
  @Test
  void blocksThatAreLeftOutAreLookedAtToo() {
    int length = (1 << 24) + 64;
    byte[] whole = CaptureFile.pcapng(BIG_ENDIAN).putInt(99).putInt(length).toBytes();
    byte[] cut = Arrays.copyOf(whole, whole.length + 1000);
    assertEquals(
        "stream: offset 28: a block of type 99 needs "
            + length
            + " octets, the file ends after 1008",
        CaptureFile.read(cut).damage());
    byte[] other = Arrays.copyOf(whole, whole.length - 8 + length);
    assertEquals(
        "stream: offset 28: a block of type 99 begins with the length "
            + length
            + " and ends with 0",
        CaptureFile.read(other).damage());
  }

  @Test
  void packetThatItsBlockHasNoRoomFor() {
    CaptureFile file = CaptureFile.pcapng(BIG_ENDIAN).networkInterface(1, 0);
    byte[] simple = file.block(3, file.bytes(8).putInt(100).putInt(7)).toBytes();
    assertEquals(
        "stream: offset 48: a packet claims 100 captured octets, its block has room for 4",
        CaptureFile.read(simple).damage());
  }

  @Test
  void packetsThatAFileHasNoRoomFor() {
    CaptureWriter pcap =
        Pcap.create(new ByteArrayOutputStream(), WriteSettings.pcap().snapLength(64));
    refused(
        CaptureException.class,
        "stream: a packet has 300000 octets, this file is for packets of at most 262144",
        () -> pcap.write(packet(new byte[300_000], 1)));
    CaptureWriter pcapng = Pcap.create(new ByteArrayOutputStream(), WriteSettings.pcapng());
    refused(
        CaptureException.class,
        "stream: the link type of pcapng has 16 bits: 65536",
        () -> pcapng.write(packet(SOME, 65_536)));
  }

  private static OutputStream full() {
    return new OutputStream() {
      @Override
      public void write(int octet) throws IOException {
        throw new IOException("no space left");
      }
    };
  }

  @Test
  void streamsThatFail() {
    CaptureWriter writer = Pcap.create(full(), WriteSettings.pcap().flushEach());
    refused(
        CaptureException.class,
        "stream: cannot be written: no space left",
        () -> writer.write(packet(SOME, 1)));
  }

  /** A stream that accepts octets and fails when they are passed on. */
  private static OutputStream lateFailure(boolean whenFlushed) {
    return new ByteArrayOutputStream() {
      @Override
      public void flush() throws IOException {
        if (whenFlushed) {
          throw new IOException("broken pipe");
        }
      }

      @Override
      public void close() throws IOException {
        throw new IOException("quota exceeded");
      }
    };
  }

  @Test
  void streamsThatFailLate() {
    CaptureWriter flushed = Pcap.create(lateFailure(true), WriteSettings.pcap());
    refused(CaptureException.class, "stream: cannot be written: broken pipe", flushed::flush);
    for (WriteSettings settings : List.of(WriteSettings.pcap(), WriteSettings.pcapng())) {
      CaptureWriter writer = Pcap.create(lateFailure(false), settings);
      writer.write(packet(SOME, 1));
      refused(CaptureException.class, "stream: cannot be written: quota exceeded", writer::close);
    }
    refused(
        CaptureException.class,
        "stream: cannot be written: no space left",
        () -> Pcap.create(full(), WriteSettings.pcapng().compressed("gzip")));
  }

  /** Uses the device that is always full in place of a disk. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void diskThatIsFull() {
    Path full = Path.of("/dev/full");
    CaptureWriter writer = Pcap.create(full, WriteSettings.pcap());
    writer.write(packet(SOME, 1));
    refused(
        CaptureException.class,
        "/dev/full: cannot be written: No space left on device",
        writer::flush);
    refused(
        CaptureException.class,
        "/dev/full: cannot be written: No space left on device",
        () -> {
          try (CaptureWriter large = Pcap.create(full, WriteSettings.pcapng())) {
            large.write(packet(new byte[200_000], 1));
          }
        });
  }

  @Test
  void filesThatAreNone() {
    Path gone = folder.resolve("gone");
    refused(CaptureException.class, gone + ": no such file", () -> Pcap.open(gone));
    refused(CaptureException.class, folder + ": is a directory", () -> Pcap.open(folder));
    refused(
        CaptureException.class,
        folder + ": is not a regular file; only those can be read from the middle",
        () -> Captures.split(folder, 2));
    Path inGone = gone.resolve("file");
    refused(
        CaptureException.class,
        inGone + ": there is no such folder",
        () -> Pcap.create(inGone, WriteSettings.pcap()));
    refused(
        CaptureException.class,
        folder + ": is a directory",
        () -> Pcap.create(folder, WriteSettings.pcap()));
  }

  /** A folder that cannot be deleted is in the place of the oldest file. */
  @Test
  void oldFileThatStays() throws IOException {
    Path file = folder.resolve("r.pcap");
    WriteSettings settings = WriteSettings.pcap().rotateBySize(60).keep(1);
    CaptureWriter writer = Pcap.create(file, settings);
    writer.write(packet(new byte[40], 1));
    Path first = folder.resolve("r-00001.pcap");
    Files.delete(first);
    Files.createDirectory(first);
    Files.createFile(first.resolve("in the way"));
    refused(
        CaptureException.class,
        file
            + ": an old file cannot be deleted: java.nio.file.DirectoryNotEmptyException: "
            + first,
        () -> writer.write(packet(new byte[40], 1)));
    writer.close();
  }

  @Test
  void filesWithoutRoomForAPacket() {
    refused(
        "the limit of a file is at least 1, not 0", () -> SplitWriter.byCount(0, number -> null));
    refused(
        "the limit of a file is at least 1, not -1",
        () -> SplitWriter.byOctets(-1, number -> null));
    refused(
        "the limit of a file is at least 1, not 0",
        () -> SplitWriter.byTime(Duration.ZERO, number -> null));
  }

  private static PacketWriter failing(String reason, List<String> closed) {
    return new PacketWriter() {
      @Override
      public void write(Packet packet) {}

      @Override
      public void flush() {}

      @Override
      public void close() {
        closed.add(reason);
        throw new CaptureException("file", -1, reason, null);
      }
    };
  }

  /** All captures are closed, and the first failure is thrown. */
  @Test
  void severalFilesThatFailWhenClosed() {
    List<String> closed = new ArrayList<>();
    SplitWriter split =
        SplitWriter.byKey(
            Packet::length, 9, (length, number, again) -> failing("failure " + number, closed));
    split.write(packet(new byte[1], 1));
    split.write(packet(new byte[2], 1));
    refused(CaptureException.class, "file: failure 0", split::close);
    assertEquals(List.of("failure 0", "failure 1"), closed);
  }

  @Test
  void mergedCapturesThatFailWhenClosed() {
    List<String> closed = new ArrayList<>();
    List<Capture> captures = new ArrayList<>();
    for (String name : List.of("a", "b")) {
      captures.add(
          new Capture() {
            @Override
            public Packet next() {
              return null;
            }

            @Override
            public void close() {
              closed.add(name);
              throw new CaptureException(name, -1, "cannot be closed", null);
            }
          });
    }
    refused(CaptureException.class, "a: cannot be closed", Captures.merge(captures)::close);
    assertEquals(List.of("a", "b"), closed);
  }

  @Test
  void streamsThatCannotBeReadOrClosed() {
    byte[] octets = CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1).toBytes();
    Capture capture =
        Pcap.open(
            new ByteArrayInputStream(octets) {
              @Override
              public void close() throws IOException {
                throw new IOException("gone");
              }
            });
    refused(
        CaptureException.class,
        "stream: cannot be closed: java.io.IOException: gone",
        capture::close);
  }

  @Test
  void oldPcapIsNotAppendedTo() throws IOException {
    byte[] octets = CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1).toBytes();
    octets[7] = 2;
    Path file = file(octets);
    refused(
        CaptureException.class,
        file + ": is pcap of an old version, which cannot be written; convert it first",
        () -> Pcap.append(file));
  }
}
