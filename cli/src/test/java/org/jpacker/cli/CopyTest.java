package org.jpacker.cli;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.BlockReader;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.NameRecord;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.TimeResolution;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What convert, slice and merge keep besides packets, and what they say of the rest. */
class CopyTest {
  private static final OctetString OCTETS = new OctetString(PcapBytes.udp("text"));

  @TempDir Path folder;

  private static Block.EnhancedPacket packet(long units, BlockOption... options) {
    return new Block.EnhancedPacket(0, units, OCTETS.size(), OCTETS, List.of(options));
  }

  private static Block.SectionHeader section(String name) {
    return new Block.SectionHeader(
        LITTLE_ENDIAN,
        List.of(
            BlockOption.comment("comment " + name),
            new BlockOption.Text(OptionType.SHB_HARDWARE, "hardware " + name),
            new BlockOption.Text(OptionType.SHB_OS, "os")));
  }

  private static Block.InterfaceDescription port(String name, BlockOption... options) {
    List<BlockOption> all =
        new ArrayList<>(List.of(new BlockOption.Text(OptionType.IF_NAME, name)));
    all.addAll(List.of(options));
    return new Block.InterfaceDescription(1, 96, all);
  }

  private static final Block STATISTICS =
      new Block.InterfaceStatistics(
          0, 3_000_000, List.of(new BlockOption.Number(OptionType.ISB_IFDROP, 7)));
  private static final Block NAMES =
      new Block.NameResolution(
          List.of(new NameRecord.Names(Address.Ipv4.of("192.0.2.1"), List.of("a.example"))),
          List.of());
  private static final Block SECRETS =
      new Block.DecryptionSecrets(0x544c534b, OctetString.of(1, 2, 3), List.of());
  private static final Block CUSTOM = new Block.Custom(true, 32473, OctetString.of(1, 2, 3, 4));
  private static final Block NOT_COPIED =
      new Block.Custom(false, 32473, OctetString.of(1, 2, 3, 4));

  private Path write(String name, Block... blocks) {
    Path file = folder.resolve(name);
    try (BlockWriter writer = BlockWriter.create(file, WriteSettings.pcapng())) {
      Stream.of(blocks).forEach(writer::write);
    }
    return file;
  }

  private Path full(String name) {
    return write(
        name + ".pcapng",
        section(name),
        port(name),
        NAMES,
        SECRETS,
        packet(1_000_000, BlockOption.comment("first"), new BlockOption.Flags(1)),
        packet(2_000_000),
        STATISTICS,
        CUSTOM,
        NOT_COPIED);
  }

  private static List<Block> read(Path file) {
    List<Block> blocks = new ArrayList<>();
    try (BlockReader reader = BlockReader.open(file)) {
      reader.forEach(blocks::add);
    }
    return blocks;
  }

  private static String run(int status, Object... words) {
    Shell.Result result = Shell.run(Stream.of(words).map(Object::toString).toArray(String[]::new));
    assertEquals(status, result.status(), result::err);
    return result.err();
  }

  private Path out(String name) {
    return folder.resolve(name);
  }

  @Test
  void sliceOfAllKeepsEverythingButWhatMustNotBeCopied() {
    Path in = full("a");
    assertEquals(
        "jpacker: note: left out, as they may not be true of the new file: 1 DCB\n",
        run(0, "slice", in, out("o.pcapng")));
    List<Block> wanted = new ArrayList<>(read(in));
    wanted.remove(NOT_COPIED);
    // statistics go behind what is copied as it comes
    wanted.remove(STATISTICS);
    wanted.add(STATISTICS);
    assertEquals(wanted, read(out("o.pcapng")));
  }

  @Test
  void statisticsOfMorePacketsThanAreWrittenAreLeftOutAloud() {
    assertEquals(
        "jpacker: note: left out, as they may not be true of the new file: 1 DCB, 1 ISB\n",
        run(0, "slice", "-n", "1", full("a"), out("o.pcapng")));
    assertEquals(
        List.of(
            section("a"),
            port("a"),
            NAMES,
            SECRETS,
            packet(1_000_000, BlockOption.comment("first"), new BlockOption.Flags(1)),
            CUSTOM),
        read(out("o.pcapng")));
  }

  @Test
  void mergeKeepsWhatEachFileSays() {
    assertEquals(
        "jpacker: note: left out, as they may not be true of the new file: 2 DCB\n",
        run(0, "merge", "-w", out("o.pcapng"), full("a"), full("b")));
    List<Block> blocks = read(out("o.pcapng"));
    assertEquals(
        List.of(
            BlockOption.comment("comment a"),
            new BlockOption.Text(OptionType.SHB_HARDWARE, "hardware a"),
            new BlockOption.Text(OptionType.SHB_OS, "os"),
            BlockOption.comment("comment b"),
            BlockOption.comment("shb_hardware: hardware b")),
        blocks.get(0).options());
    assertEquals(List.of(port("a"), port("b")), of(blocks, Block.InterfaceDescription.class));
    assertEquals(List.of(NAMES, NAMES), of(blocks, Block.NameResolution.class));
    assertEquals(List.of(SECRETS, SECRETS), of(blocks, Block.DecryptionSecrets.class));
    assertEquals(List.of(CUSTOM, CUSTOM), of(blocks, Block.Custom.class));
    assertEquals(
        List.of(STATISTICS, new Block.InterfaceStatistics(1, 3_000_000, STATISTICS.options())),
        of(blocks, Block.InterfaceStatistics.class));
    assertEquals(4, of(blocks, Block.EnhancedPacket.class).size());
  }

  private static <B extends Block> List<B> of(List<Block> blocks, Class<B> kind) {
    return blocks.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Test
  void sectionsStaySectionsWithTheirByteOrders() {
    Block big = new Block.SectionHeader(BIG_ENDIAN, List.of(BlockOption.comment("big")));
    Block custom = new Block.Custom(true, 32473, OctetString.of(0, 0, 0, 9));
    Path in =
        write("in.pcapng", big, port("a"), custom, packet(1), section("b"), port("b"), packet(2));
    assertEquals("", run(0, "slice", in, out("o.pcapng")));
    assertEquals(read(in), read(out("o.pcapng")));
    Shell.Result ids =
        Shell.run(
            "fields",
            out("o.pcapng").toString(),
            "-e",
            "frame.interface_id",
            "-e",
            "frame.section_number");
    assertEquals("0\t1\n0\t2\n", ids.out());
    String info = Shell.run("info", in.toString()).out();
    assertTrue(info.contains("byte order:         big-endian, little-endian\n"), info);

    // a section that comes later begins one in what is merged, too
    assertEquals("", run(0, "merge", "-w", out("m.pcapng"), in, in));
    String merged = Shell.run("info", out("m.pcapng").toString()).out();
    assertTrue(merged.contains("big") && merged.contains("comment b"), merged);
    assertEquals(4, of(read(out("m.pcapng")), Block.EnhancedPacket.class).size());
  }

  @Test
  void interfacesWithoutPacketsStay() {
    Path in = write("in.pcapng", section("a"), port("unused"), port("used"), packetOf(1));
    assertEquals("", run(0, "slice", in, out("o.pcapng")));
    assertEquals(read(in), read(out("o.pcapng")));
    assertEquals("", run(0, "merge", "-w", out("m.pcapng"), in));
    assertEquals(2, of(read(out("m.pcapng")), Block.InterfaceDescription.class).size());
  }

  private static Block packetOf(int id) {
    return new Block.EnhancedPacket(id, 1, OCTETS.size(), OCTETS, List.of());
  }

  @Test
  void timesThatNanosecondsCannotSayAreKeptInPcapngAndRefusedInPcap() {
    Block.InterfaceDescription micros = port("micros");
    Block.InterfaceDescription picos =
        port("picos", new BlockOption.Resolution(new TimeResolution(12)));
    Block.InterfaceDescription offset =
        port(
            "offset",
            new BlockOption.Resolution(new TimeResolution(0x8a)),
            new BlockOption.Number(OptionType.IF_TSOFFSET, 1_700_000_000));
    for (Block.InterfaceDescription port : List.of(micros, picos, offset)) {
      Path in =
          write(
              "in.pcapng",
              section("a"),
              port,
              packet(1_700_000_000_000_000_001L),
              packet(1_700_000_000_000_000_001L + (1L << 60)),
              packet(-1));
      assertEquals("", run(0, "slice", in, out("o.pcapng")));
      assertEquals(read(in), read(out("o.pcapng")));
      assertEquals("", run(0, "merge", "-w", out("m.pcapng"), in));
      assertEquals(
          of(read(in), Block.EnhancedPacket.class),
          of(read(out("m.pcapng")), Block.EnhancedPacket.class));
    }
    Path in = write("in.pcapng", section("a"), micros, packet(1_700_000_000_000_000_001L));
    Shell.Result read = Shell.run("read", "-t", "e", in.toString());
    assertEquals(
        "jpacker: note: the times of 1 packets are before 1677 or after 2262 and not shown;"
            + " convert, slice and merge keep them in pcapng\n",
        read.err());
    assertFalse(read.out().contains("9223372036"), read.out());
    assertEquals(
        "jpacker: "
            + out("o.pcap")
            + ": pcap holds times from 1970 to 2106, not 1700000000000.000001 s (pcapng does)\n",
        run(1, "convert", in, out("o.pcap")));
    assertFalse(Files.exists(out("o.pcap")));
    // 5 picoseconds
    in = write("in.pcapng", section("a"), picos, packet(1_005));
    assertEquals(
        "jpacker: note: the times of 1 packets were rounded down to nanoseconds; pcapng keeps finer"
            + " ones\n"
            + "jpacker: note: left out, as pcap with nanoseconds cannot hold them: 1 if_name,"
            + " 1 opt_comment, 1 shb_hardware, 1 shb_os; pcapng keeps them\n",
        run(0, "convert", "-F", "pcap-ns", in, out("o.pcap")));
  }

  @Test
  void packetsBeyondNanosecondsAreTakenByTheirTime() {
    Path in = write("in.pcapng", section("a"), port("a"), packet(1_700_000_000_000_000_000L));
    run(0, "slice", "-B", "2300-01-01T00:00:00Z", in, out("before.pcapng"));
    assertEquals(0, of(read(out("before.pcapng")), Block.EnhancedPacket.class).size());
    run(0, "slice", "-A", "2300-01-01T00:00:00Z", in, out("after.pcapng"));
    assertEquals(1, of(read(out("after.pcapng")), Block.EnhancedPacket.class).size());
  }

  @Test
  void mergedByTimesThatNanosecondsCannotSay() {
    long year = 1_700_000_000_000_000_000L;
    Path one = write("one.pcapng", section("a"), port("a"), packet(year + 1), packet(year + 4));
    Path two = write("two.pcapng", section("b"), port("b"), packet(year + 2), packet(year + 3));
    run(0, "merge", "-w", out("m.pcapng"), one, two);
    assertEquals(
        List.of(1L, 2L, 3L, 4L),
        of(read(out("m.pcapng")), Block.EnhancedPacket.class).stream()
            .map(packet -> packet.units() - year)
            .toList());
  }

  @Test
  void snapshotLengthsAndOriginalLengthsAreKept() throws IOException {
    PcapBytes bytes = PcapBytes.ethernet().packet(1, 0, PcapBytes.udp("text"));
    byte[] octets = bytes.toBytes();
    octets[18] = 0; // a snapshot length of 96
    octets[19] = 96;
    octets[39] = 1; // an original length of 1
    Path in = Files.write(folder.resolve("in.pcap"), octets);
    for (String[] words :
        new String[][] {
          {"convert", in.toString(), out("o.pcap").toString()},
          {"slice", in.toString(), out("o.pcap").toString()},
          {"slice", "-s", "50", in.toString(), out("o.pcap").toString()},
          {"merge", "-w", out("o.pcap").toString(), in.toString()},
          {"convert", in.toString(), out("o.pcapng").toString()}
        }) {
      assertEquals("", run(0, (Object[]) words));
      Path file = words[words.length - 1].equals(in.toString()) ? out("o.pcap") : out("o.pcap");
      file = String.join(" ", words).contains("o.pcapng") ? out("o.pcapng") : file;
      String info = Shell.run("info", file.toString()).out();
      assertTrue(info.contains("ETHERNET, snapshot length 96, "), info);
      assertTrue(info.contains("data:               1 octets\n"), info);
    }
    // of several the largest, and none is larger than all
    PcapBytes other = PcapBytes.ethernet().packet(1, 0, PcapBytes.udp("text"));
    Path two = Files.write(folder.resolve("two.pcap"), other.toBytes());
    assertEquals(
        "jpacker: note: left out, as pcap cannot hold them: 1 snapshot length; pcapng keeps them\n",
        run(0, "merge", "-w", out("o.pcap"), in, two));
    assertTrue(Shell.run("info", out("o.pcap").toString()).out().contains("length 65535, "));
  }

  @Test
  void packetsWithoutTimeThatWereCutStayWithout() {
    Path in =
        write(
            "in.pcapng",
            section("a"),
            new Block.InterfaceDescription(1, 20, List.of()),
            new Block.SimplePacket(60, new OctetString(new byte[20])));
    assertEquals("", run(0, "slice", in, out("o.pcapng")));
    assertEquals(read(in), read(out("o.pcapng")));
  }

  @Test
  void optionsNotToBeCopiedAreLeftOutAloud() {
    BlockOption copied = new BlockOption.Custom(2989, 32473, OctetString.of(1));
    BlockOption notCopied = new BlockOption.Custom(19373, 32473, OctetString.of(1));
    Path in = write("in.pcapng", section("a"), port("a"), packet(1, copied, notCopied));
    assertEquals(
        "jpacker: note: left out, as they may not be true of the new file: 1 opt_custom\n",
        run(0, "slice", in, out("o.pcapng")));
    assertEquals(packet(1, copied), read(out("o.pcapng")).get(2));
  }

  @Test
  void convertingSomeInterfacesKeepsNoStatisticsOfOthers() {
    Path in =
        write(
            "in.pcapng",
            new Block.SectionHeader(LITTLE_ENDIAN, 1, 0, 4242, List.of()),
            port("a"),
            port("b"),
            packet(1),
            packetOf(1),
            STATISTICS,
            new Block.InterfaceStatistics(1, 1, List.of()),
            NOT_COPIED);
    assertEquals(
        "jpacker: note: left out, as they may not be true of the new file: 1 DCB, 1 ISB\n",
        run(0, "convert", "--interface", "1", in, out("o.pcapng")));
    assertEquals(
        List.of(
            new Block.SectionHeader(LITTLE_ENDIAN, List.of()),
            port("a"),
            port("b"),
            packetOf(1),
            new Block.InterfaceStatistics(1, 1, List.of())),
        read(out("o.pcapng")));
  }

  private byte[] standardOutput(int status, Object... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String[] texts = Stream.of(words).map(Object::toString).toArray(String[]::new);
    assertEquals(
        status,
        Main.run(new ByteArrayInputStream(new byte[0]), out, err, texts),
        () -> err.toString());
    return out.toByteArray();
  }

  @Test
  void dashIsStandardOutput() throws IOException {
    Path in = Files.write(folder.resolve("in.pcap"), PcapBytes.sample().toBytes());
    int size = (int) Files.size(in);
    assertEquals(24 + 16 + PcapBytes.udp("hello").length, sliceToStandardOutput(in, "1").length);
    assertEquals(size, sliceToStandardOutput(in, "1-").length);
    assertEquals(2 * size - 24, standardOutput(0, "merge", "-F", "pcap", "-w", "-", in, in).length);
    for (String several : List.of("-c", "--size", "-i")) {
      assertEquals(0, standardOutput(2, "slice", "-F", "pcap", several, "1", in, "-").length);
    }
    assertEquals(0, standardOutput(2, "slice", "-F", "pcap", "--flow", in, "-").length);
    try (var files = Files.list(Path.of("."))) {
      assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("-")));
    }
  }

  private byte[] sliceToStandardOutput(Path in, String numbers) {
    return standardOutput(0, "slice", "-F", "pcap", "-n", numbers, in, "-");
  }

  @Test
  void filesOfOthersBesideTheTargetAreLeftAlone() throws IOException {
    Path in = Files.write(folder.resolve("in.pcap"), PcapBytes.sample().toBytes());
    Path other = Files.writeString(folder.resolve("o.pcap.part"), "of someone else");
    Path real = Files.writeString(folder.resolve("real.pcap"), "before");
    Path link = Files.createSymbolicLink(folder.resolve("o.pcap"), real);
    run(0, "convert", in, link);
    assertEquals("of someone else", Files.readString(other));
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(Files.size(in), Files.size(real));
  }

  @Test
  void flowsComeTogetherThoughTheirFilesAreClosedInBetween() throws IOException {
    PcapBytes bytes = PcapBytes.ethernet();
    for (int round = 0; round < 2; round++) {
      for (int flow = 0; flow < 210; flow++) {
        bytes.packet(flow, 0, PcapBytes.tcp(1 + flow, "x"));
      }
    }
    Path in = Files.write(folder.resolve("in.pcap"), bytes.toBytes());
    run(0, "slice", "--flow", in, out("f.pcap"));
    try (var files = Files.list(folder)) {
      List<Path> parts =
          files.filter(file -> file.getFileName().toString().startsWith("f-")).toList();
      assertEquals(210, parts.size());
      for (Path part : parts) {
        assertTrue(part.toString().endsWith(".pcap"), part::toString);
        assertEquals(24 + 2 * (16 + PcapBytes.tcp(1, "x").length), Files.size(part));
      }
    }
  }
}
