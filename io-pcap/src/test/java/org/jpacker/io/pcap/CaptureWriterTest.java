package org.jpacker.io.pcap;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CaptureWriterTest {
  private static final byte[] OCTETS = {1, 2, 3, 4, 5};
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;

  private static Packet packet(int linkType, int interfaceId, long nanos) {
    Link link = Link.of(linkType, interfaceId, CaptureFile.NOTHING);
    return new Packet(OCTETS, 0, OCTETS.length, 60, nanos, link);
  }

  private static FileCapture open(byte[] file) {
    return Pcap.open(new ByteArrayInputStream(file), CaptureFile.NOTHING);
  }

  private static List<Packet> packets(Path file) throws IOException {
    CaptureFile.Contents contents = CaptureFile.read(Files.readAllBytes(file));
    assertNull(contents.damage());
    return contents.packets();
  }

  @Test
  void pcapngHoldsSeveralInterfacesAndEverythingElse() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Block names =
        new Block.NameResolution(
            List.of(
                new NameRecord.Names(
                    org.jpacker.api.Address.Ipv4.of("1.2.3.4"), List.of("a.example", "b.example"))),
            List.of());
    Block secrets = new Block.DecryptionSecrets(0x544c534b, new OctetString(OCTETS), List.of());
    Block custom = new Block.Custom(true, 32473, OctetString.of(1, 2, 3, 4));
    Block statistics =
        new Block.InterfaceStatistics(
            0, 7, List.of(new BlockOption.Number(OptionType.ISB_IFRECV, 2)));
    CaptureInterface micros =
        new CaptureInterface(
            0,
            0,
            1,
            96,
            TimeResolution.MICROSECONDS,
            List.of(new BlockOption.Text(OptionType.IF_NAME, "eth0")));
    List<BlockOption> options =
        List.of(BlockOption.comment("erster"), new BlockOption.Flags(0x105));
    try (CaptureWriter writer =
        Pcap.create(
            Channels.newChannel(out),
            WriteSettings.pcapng()
                .sectionOptions(new BlockOption.Text(OptionType.SHB_USERAPPL, "test")))) {
      writer.declare(micros);
      writer.write(names);
      writer.write(secrets);
      writer.write(packet(1, 0, 5 * SECOND + 1_234_567), options);
      writer.write(packet(101, 3, 6 * SECOND + 1_234_567));
      writer.write(statistics);
      writer.write(custom);
      assertEquals(2, writer.packets());
      assertEquals(new Losses(1, 0, Map.of(), Map.of()), writer.losses());
    }
    try (FileCapture capture = open(out.toByteArray())) {
      Packet first = capture.next();
      assertEquals(5 * SECOND + 1_234_000, first.timestampNanos());
      assertEquals(options, capture.packetOptions());
      Packet second = capture.next();
      assertEquals(6 * SECOND + 1_234_567, second.timestampNanos());
      assertEquals(101, second.linkType());
      assertEquals(1, second.interfaceId());
      assertEquals(60, second.originalLength());
      assertEquals(List.of(), capture.packetOptions());
      assertNull(capture.next());
      assertEquals("eth0", capture.interfaces().get(0).text(OptionType.IF_NAME));
      assertEquals(TimeResolution.NANOSECONDS, capture.interfaces().get(1).resolution());
      List<Block> blocks = capture.blocks();
      assertEquals(
          List.of(names, secrets), List.of(blocks.get(2), blocks.get(3)), blocks::toString);
      assertEquals(statistics, blocks.get(5));
      assertEquals(custom, blocks.get(6));
    }
  }

  @Test
  void whatPcapCannotHoldIsCounted() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = Pcap.create(out, WriteSettings.pcap())) {
      writer.write(packet(1, 0, 1_001), List.of(BlockOption.comment("x")));
      writer.write(packet(1, 0, Packet.NO_TIME));
      writer.write(new Block.Custom(false, 1, new OctetString(OCTETS)));
      assertEquals(new Losses(1, 1, Map.of("opt_comment", 1L), Map.of("DCB", 1L)), writer.losses());
    }
    assertEquals(2, CaptureFile.read(out.toByteArray()).packets().size());
  }

  private static CaptureInterface port(long snapLength, int code, BlockOption... options) {
    return new CaptureInterface(0, 0, 1, snapLength, new TimeResolution(code), List.of(options));
  }

  private static byte[] written(WriteSettings settings, CaptureInterface port, Packet... packets) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = Pcap.create(out, settings)) {
      writer.declare(port);
      Stream.of(packets).forEach(writer::write);
    }
    return out.toByteArray();
  }

  @Test
  void snapshotLengthIsThatOfTheInterface() {
    for (WriteSettings settings : List.of(WriteSettings.pcap(), WriteSettings.pcapng())) {
      for (long length : new long[] {0, 60, 300_000}) {
        try (FileCapture capture = open(written(settings, port(length, 6), packet(1, 0, 0)))) {
          assertTrue(capture.next() != null);
          assertEquals(length, capture.interfaces().get(0).snapLength());
        }
      }
    }
  }

  @Test
  void originalLengthBelowTheCapturedOneIsKeptWhileThePacketIs() {
    Link link = Link.of(1, 0, CaptureFile.NOTHING);
    Packet odd = new Packet(OCTETS, 0, OCTETS.length, 1, 0, link);
    for (WriteSettings settings : List.of(WriteSettings.pcap(), WriteSettings.pcapng())) {
      Packet read = CaptureFile.read(written(settings, port(0, 6), odd)).packets().get(0);
      assertEquals(1, read.originalLength());
      assertEquals(5, read.capturedLength());
    }
  }

  @Test
  void frameCheckSequencesArePcapsWhereItCanCountThem() {
    for (int length : new int[] {0, 4, 30}) {
      BlockOption fcs = new BlockOption.Number(OptionType.IF_FCSLEN, length);
      try (FileCapture capture =
          open(written(WriteSettings.pcap(), port(0, 6, fcs), packet(1, 0, 0)))) {
        assertEquals(List.of(fcs), capture.interfaces().get(0).options());
      }
    }
    for (int length : new int[] {3, 32}) {
      BlockOption fcs = new BlockOption.Number(OptionType.IF_FCSLEN, length);
      try (CaptureWriter writer = Pcap.create(new ByteArrayOutputStream(), WriteSettings.pcap())) {
        writer.declare(port(0, 6, fcs));
        writer.write(packet(1, 0, 0));
        assertEquals(Map.of("if_fcslen", 1L), writer.losses().options());
      }
    }
  }

  @Test
  void timesAreWrittenInTheUnitOfTheirInterfaceAndAreTheSame() {
    BlockOption offset = new BlockOption.Number(OptionType.IF_TSOFFSET, -5);
    // 2^-10 s is not a whole number of nanoseconds
    for (int code : new int[] {0, 3, 6, 9, 12, 0x80, 0x8a, 0x80 + 30, 0x80 + 40}) {
      CaptureInterface port = port(0, code, offset);
      long[] times = new long[4];
      for (int i = 0; i < times.length; i++) {
        times[i] = port.resolution().nanos(10_000_000_000L + i, 0);
      }
      Packet[] packets = new Packet[times.length];
      for (int i = 0; i < times.length; i++) {
        packets[i] = packet(1, 0, times[i]);
      }
      byte[] file = written(WriteSettings.pcapng(), port, packets);
      try (FileCapture capture = open(file)) {
        for (long time : times) {
          Packet read = capture.next();
          if (time != Packet.NO_TIME) {
            assertEquals(time, read.timestampNanos(), "code " + code);
          }
        }
        assertEquals(code, capture.interfaces().get(0).resolution().code());
      }
    }
  }

  @Test
  void timeBeyondTheUnitOfItsInterfaceIsRefused() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = Pcap.create(out, WriteSettings.pcapng())) {
      writer.declare(port(0, 12));
      CaptureException refused =
          assertThrows(
              CaptureException.class, () -> writer.write(packet(1, 0, 20_000_000 * SECOND)));
      assertEquals(
          "stream: pcapng holds times from 1970 on, 2^64 units of 10^-12 s, not"
              + " 1970-08-20T11:33:20Z",
          refused.getMessage());
    }
    assertEquals(0, CaptureFile.read(out.toByteArray()).packets().size());
  }

  @Test
  void packetWithoutTimeStaysWithoutInPcapng() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = Pcap.create(out, WriteSettings.pcapng())) {
      writer.write(Packet.read(OCTETS, 1, CaptureFile.NOTHING));
      assertEquals(Losses.NONE, writer.losses());
    }
    Packet packet = CaptureFile.read(out.toByteArray()).packets().get(0);
    assertEquals(Packet.NO_TIME, packet.timestampNanos());
    assertArrayEquals(OCTETS, packet.toBytes());
  }

  @Test
  void madePacketIsWrittenWithTheTimeThatItWasGivenAndWithoutOneAs1970() {
    for (FileFormat format : List.of(FileFormat.PCAP_NANOS, FileFormat.PCAPNG)) {
      Instant time = Instant.parse("2026-11-24T06:39:54.123456789Z");
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      try (CaptureWriter writer = Pcap.create(out, WriteSettings.of(format))) {
        writer.write(Packet.of(1, Raw.of("made")).timestamp(time));
        writer.write(Packet.of(1, Raw.of("made")), List.of());
        long missing = format == FileFormat.PCAPNG ? 0 : 1;
        assertEquals(new Losses(0, missing, Map.of(), Map.of()), writer.losses());
      }
      List<Packet> packets = CaptureFile.read(out.toByteArray()).packets();
      assertEquals(time, packets.get(0).timestamp());
      assertEquals(format == FileFormat.PCAPNG ? null : Instant.EPOCH, packets.get(1).timestamp());
    }
  }

  @Test
  void timesThatFormatsCannotHoldAreRefused() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CaptureWriter pcap = Pcap.create(out, WriteSettings.pcap());
    assertEquals(
        "stream: pcap holds times from 1970 to 2106, not 2106-02-07T06:28:16Z (pcapng does)",
        assertThrows(CaptureException.class, () -> pcap.write(packet(1, 0, SECOND << 32)))
            .getMessage());
    CaptureWriter pcapng = Pcap.create(out, WriteSettings.pcapng());
    assertEquals(
        "stream: pcapng holds times from 1970 on, not 1969-12-31T23:59:59Z",
        assertThrows(CaptureException.class, () -> pcapng.write(packet(1, 0, -SECOND)))
            .getMessage());
  }

  @Test
  void frameCheckSequenceIsKeptFromPcapToPcapngAndBack() {
    byte[] file =
        CaptureFile.pcap(LITTLE_ENDIAN, 0xa1b2c3d4, 0x2400_0001).record(0, 0, OCTETS, 5).toBytes();
    byte[] pcapng = convert(file, WriteSettings.pcapng());
    try (FileCapture capture = open(pcapng)) {
      capture.next();
      assertEquals(
          List.of(new BlockOption.Number(OptionType.IF_FCSLEN, 4)),
          capture.interfaces().get(0).options());
    }
    assertArrayEquals(
        Arrays.copyOfRange(file, 20, 24),
        Arrays.copyOfRange(convert(pcapng, WriteSettings.pcap()), 20, 24));
  }

  private static byte[] convert(byte[] file, WriteSettings settings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (FileCapture capture = open(file);
        CaptureWriter writer = Pcap.create(out, settings)) {
      for (Packet packet : capture) {
        if (writer.packets() == 0) {
          writer.declare(capture.interfaces().get(0));
        }
        writer.write(packet);
      }
    }
    return out.toByteArray();
  }

  @Test
  void appendingGoesOnInTheFormatAndByteOrderOfTheFile() throws IOException {
    for (var order : List.of(BIG_ENDIAN, LITTLE_ENDIAN)) {
      Path pcap = folder.resolve(order + ".pcap");
      byte[] old = CaptureFile.pcap(order, 0xa1b23c4d, 1).record(1, 7, OCTETS, 5).toBytes();
      Files.write(pcap, old);
      try (CaptureWriter writer = Pcap.append(pcap)) {
        writer.write(packet(1, 0, 2 * SECOND + 9));
      }
      assertArrayEquals(old, Arrays.copyOf(Files.readAllBytes(pcap), old.length));
      assertEquals(2 * SECOND + 9, packets(pcap).get(1).timestampNanos());

      Path pcapng = folder.resolve(order + ".pcapng");
      old = CaptureFile.pcapng(order).networkInterface(1, 0).enhanced(0, 1, OCTETS, 5).toBytes();
      Files.write(pcapng, old);
      try (CaptureWriter writer = Pcap.append(pcapng)) {
        writer.write(packet(101, 0, 2 * SECOND + 9));
      }
      assertArrayEquals(old, Arrays.copyOf(Files.readAllBytes(pcapng), old.length));
      assertEquals(1, packets(pcapng).get(1).interfaceId());
      assertEquals(101, packets(pcapng).get(1).linkType());
    }
  }

  @Test
  void appendingRefusesWhatDoesNotFit() throws IOException {
    byte[] old = CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1).record(1, 7, OCTETS, 5).toBytes();
    Path file = Files.write(folder.resolve("a.pcap"), old);
    try (CaptureWriter writer = Pcap.append(file)) {
      assertEquals(
          file
              + ": pcap holds packets of one link type: this file's is 1, this packet's is 101"
              + " (pcapng holds several)",
          assertThrows(CaptureException.class, () -> writer.write(packet(101, 0, 1))).getMessage());
    }
    assertArrayEquals(old, Files.readAllBytes(file));

    Files.write(file, Arrays.copyOf(old, old.length - 1));
    assertEquals(
        file
            + ": offset 24: a record of 5 captured octets needs 21 octets, the file ends after 20;"
            + " remove the incomplete record before appending",
        assertThrows(CaptureException.class, () -> Pcap.append(file)).getMessage());
    assertEquals(old.length - 1, Files.size(file));
    try (CaptureWriter writer = Pcap.appendCuttingAway(file)) {
      writer.write(packet(1, 0, 3 * SECOND));
    }
    assertEquals(1, packets(file).size());
    assertEquals(3 * SECOND, packets(file).get(0).timestampNanos());

    Files.write(file, CaptureFile.gzip(old));
    assertEquals(
        file + ": is compressed with gzip; decompress it first",
        assertThrows(CaptureException.class, () -> Pcap.append(file)).getMessage());
    Files.write(file, CaptureFile.pcap(BIG_ENDIAN, 0xa1b2cd34, 1).toBytes());
    assertEquals(
        file + ": is modified pcap, which cannot be written; convert it first",
        assertThrows(CaptureException.class, () -> Pcap.append(file)).getMessage());
    Files.write(
        file,
        CaptureFile.pcap(BIG_ENDIAN, 0xa1b2c3d4, 1)
            .putInt(1)
            .putInt(1)
            .putInt(-1)
            .putInt(1)
            .toBytes());
    assertTrue(
        assertThrows(CaptureException.class, () -> Pcap.appendCuttingAway(file))
            .getMessage()
            .contains("a record claims 4294967295"));
  }

  @Test
  void filesFollowEachOtherBySize() throws IOException {
    Path file = folder.resolve("a.pcap.gz");
    try (CaptureWriter writer =
        Pcap.create(file, WriteSettings.pcap().compressed().rotateBySize(24 + 3 * 21))) {
      for (int i = 0; i < 10; i++) {
        writer.write(packet(1, 0, i * SECOND));
      }
      assertEquals(10, writer.packets());
      assertEquals(4 * 24 + 10 * 21, writer.octets());
    }
    assertEquals(
        List.of("a-00001.pcap.gz", "a-00002.pcap.gz", "a-00003.pcap.gz", "a-00004.pcap.gz"),
        names());
    for (int i = 0; i < 4; i++) {
      assertEquals(i < 3 ? 3 : 1, packets(folder.resolve(names().get(i))).size());
    }
  }

  @Test
  void filesFollowEachOtherByTimeWithAllInterfacesAndOldOnesGo() throws IOException {
    CaptureInterface source =
        new CaptureInterface(
            0,
            0,
            1,
            0,
            TimeResolution.NANOSECONDS,
            List.of(new BlockOption.Text(OptionType.IF_NAME, "eth0")));
    try (CaptureWriter writer =
        Pcap.create(
            folder.resolve("b"),
            WriteSettings.pcapng().rotateByTime(Duration.ofSeconds(2)).keep(2))) {
      writer.declare(source);
      for (int i = 0; i < 7; i++) {
        writer.write(packet(1, 0, i * SECOND));
      }
    }
    assertEquals(List.of("b-00003", "b-00004"), names());
    try (FileCapture capture = Pcap.open(folder.resolve("b-00003"), CaptureFile.NOTHING)) {
      assertEquals(4 * SECOND, capture.next().timestampNanos());
      assertEquals(5 * SECOND, capture.next().timestampNanos());
      assertNull(capture.next());
      assertEquals("eth0", capture.interfaces().get(0).text(OptionType.IF_NAME));
    }
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void packetsGoOutAtOnceIfAskedFor() throws IOException {
    for (WriteSettings settings :
        List.of(
            WriteSettings.pcap().flushEach(),
            WriteSettings.pcapng().flushEvery(Duration.ofNanos(1)),
            WriteSettings.pcap().compressed().flushEach())) {
      Path file = folder.resolve("c");
      try (CaptureWriter writer = Pcap.create(file, settings)) {
        writer.write(packet(1, 0, 1));
        try (FileCapture capture = Pcap.open(file, CaptureFile.NOTHING)) {
          assertArrayEquals(OCTETS, capture.next().toBytes(), settings.toString());
        }
      }
    }
    try (CaptureWriter writer = Pcap.create(folder.resolve("d"))) {
      writer.write(packet(1, 0, 1));
      assertEquals(0, Files.size(folder.resolve("d")));
      writer.flush();
      assertEquals(24 + 21, Files.size(folder.resolve("d")));
    }
  }

  @Test
  void fileThatCannotBeCreatedIsNamed() {
    Path file = folder.resolve("missing").resolve("a.pcap");
    assertEquals(
        file + ": there is no such folder",
        assertThrows(CaptureException.class, () -> Pcap.create(file)).getMessage());
    assertEquals(
        folder + ": is a directory",
        assertThrows(CaptureException.class, () -> Pcap.create(folder)).getMessage());
  }
}
