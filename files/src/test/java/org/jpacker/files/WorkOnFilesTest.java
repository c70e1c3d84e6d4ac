package org.jpacker.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Losses;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversion, merging, slicing and facts as a program calls them. */
class WorkOnFilesTest {
  private static final long SECOND = 1_000_000_000L;

  @TempDir Path folder;

  /** Packets of 60 octets, one at each of these seconds, with a comment each. */
  private Path pcapng(String name, int linkTypes, long... seconds) {
    Path file = folder.resolve(name);
    try (CaptureWriter writer = Pcap.create(file, WriteSettings.pcapng())) {
      for (int i = 0; i < seconds.length; i++) {
        Link link = Link.of(Link.ETHERNET, i % linkTypes, ProtocolRegistry.of());
        writer.write(
            new Packet(new byte[60], 0, 60, 100, seconds[i] * SECOND, link),
            List.of(BlockOption.comment(name + " " + seconds[i])));
      }
      writer.write(new Block.InterfaceStatistics(0, 1, List.of()));
    }
    return file;
  }

  private static List<Long> seconds(Path file) {
    List<Long> seconds = new ArrayList<>();
    try (FileCapture capture = Pcap.open(file)) {
      capture.forEach(packet -> seconds.add(packet.timestampNanos() / SECOND));
    }
    return seconds;
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void factsOfAFileAreThoseOfItsPackets() throws IOException {
    Path file = pcapng("a.pcapng", 2, 5, 3, 9);
    CaptureFacts facts = CaptureFacts.of(file);
    assertEquals(file.toString(), facts.name());
    assertEquals(FileFormat.PCAPNG, facts.format());
    assertNull(facts.compression());
    assertEquals(new CaptureFacts.Packets(3, 180, 300, 100, 100, 3), facts.packets());
    assertEquals(new CaptureFacts.Times(3 * SECOND, 9 * SECOND, 0, 1, 0, 0), facts.times());
    assertEquals("6.000000000", facts.times().duration().toPlainString());
    assertEquals(new CaptureFacts.Comment(3, "a.pcapng 9"), facts.comments().get(2));
    assertEquals(List.of(2L, 1L), facts.interfacePackets());
    assertEquals(1, facts.packetsOf(facts.interfaces().get(1)));
    assertEquals(Set.of(Link.ETHERNET), facts.linkTypes());
    assertEquals(1, facts.blocks(Block.InterfaceStatistics.class).size());
    assertEquals(Files.size(file), facts.digest().size());
    assertEquals(64, facts.digest().sha256().length());
    assertEquals(List.of(), facts.sectionOptions());
    assertNull(facts.damage());
  }

  /** SHA-256 and SHA-1 of "abc": FIPS 180 examples. */
  @Test
  void digestIsThatOfTheStoredOctets() throws IOException {
    Path file = Files.writeString(folder.resolve("abc"), "abc");
    List<Long> progress = new ArrayList<>();
    assertEquals(
        new FileDigest(
            3,
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
            "a9993e364706816aba3e25717850c26c9cd0d89d"),
        FileDigest.of(file, progress::add));
    assertEquals(List.of(3L), progress);
    Path none = folder.resolve("none");
    assertThrows(CaptureException.class, () -> FileDigest.of(none, octets -> {}));
  }

  @Test
  void damageIsAFact() throws IOException {
    Path file = pcapng("a.pcapng", 1, 1, 2, 3);
    byte[] octets = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(octets, octets.length - 4));
    CaptureFacts facts = CaptureFacts.of(file);
    assertEquals(3, facts.packets().count());
    assertEquals(file.toString(), facts.damage().source());
  }

  @Test
  void conversionReportsWhatPcapCannotHold() {
    Path in = pcapng("a.pcapng", 1, 1, 2);
    Path out = folder.resolve("o.pcap");
    Omissions omissions = Conversion.to(WriteSettings.pcap()).run(in, out);
    assertEquals(
        new Omissions(new Losses(0, 0, Map.of("opt_comment", 2L), Map.of("ISB", 1L)), Map.of()),
        omissions);
    assertEquals(
        List.of("left out, as pcap cannot hold them: 2 opt_comment, 1 ISB; pcapng keeps them"),
        omissions.sentences(FileFormat.PCAP));
    assertEquals(List.of(1L, 2L), seconds(out));
  }

  @Test
  void refusedConversionLeavesTheOldFile() throws IOException {
    Path in = pcapng("a.pcapng", 2, 1, 2);
    Path out = Files.writeString(folder.resolve("o.pcap"), "before");
    Conversion conversion = Conversion.to(WriteSettings.pcap());
    RefusedException refused = assertThrows(RefusedException.class, () -> conversion.run(in, out));
    assertEquals(in.toString(), refused.source());
    assertEquals("before", Files.readString(out));
    assertEquals(List.of("a.pcapng", "o.pcap"), names());
    conversion.joiningInterfaces().run(in, out);
    assertEquals(List.of(1L, 2L), seconds(out));
    conversion.onlyInterfaces(Set.of(1)).run(in, out);
    assertEquals(List.of(2L), seconds(out));
  }

  @Test
  void aFileIsNotItsOwnSource() {
    Path in = pcapng("a.pcapng", 1, 1);
    CaptureException refused =
        assertThrows(
            CaptureException.class, () -> Conversion.to(WriteSettings.pcapng()).run(in, in));
    assertEquals("is the file that is read; write another one", refused.reason());
  }

  @Test
  void damagedInputGivesThePacketsBeforeIt() throws IOException {
    Path in = pcapng("a.pcapng", 1, 1, 2, 3);
    byte[] octets = Files.readAllBytes(in);
    Files.write(in, Arrays.copyOf(octets, octets.length - 60));
    Path out = folder.resolve("o.pcapng");
    Conversion conversion = Conversion.to(WriteSettings.pcapNanos());
    assertThrows(CaptureException.class, () -> conversion.run(in, out));
    assertEquals(List.of(1L, 2L), seconds(out));
  }

  @Test
  void mergeOrdersPacketsByTime() {
    Path one = pcapng("a.pcapng", 1, 1, 4);
    Path two = pcapng("b.pcapng", 1, 2, 3);
    Path out = folder.resolve("o.pcapng");
    assertEquals(Omissions.NONE, Merge.to(WriteSettings.pcapng()).run(List.of(one, two), out));
    assertEquals(List.of(1L, 2L, 3L, 4L), seconds(out));
    assertEquals(2, CaptureFacts.of(out).interfaces().size());
  }

  @Test
  void sliceTakesPacketsByNumberAndTime() {
    Path in = pcapng("a.pcapng", 1, 1, 2, 3, 4, 5, 6);
    Path out = folder.resolve("o.pcapng");
    Selection selection = Selection.ALL.numbers("5-,1-3");
    Slice slice = Slice.to(WriteSettings.pcapng());
    Omissions omissions = slice.selecting(selection).run(in, out);
    assertEquals(List.of(1L, 2L, 3L, 5L, 6L), seconds(out));
    assertEquals(new Omissions(Losses.NONE, Map.of("ISB", 1L)), omissions);
    slice.selecting(selection.inverted()).run(in, out);
    assertEquals(List.of(4L), seconds(out));
    slice.selecting(selection.every(2)).run(in, out);
    assertEquals(List.of(1L, 3L, 6L), seconds(out));
    Selection times =
        Selection.ALL.from(Instant.ofEpochSecond(2)).before(Selection.parseTime("3.5"));
    slice.selecting(times).snapLength(20).run(in, out);
    assertEquals(List.of(2L, 3L), seconds(out));
    assertEquals(new CaptureFacts.Packets(2, 40, 200, 100, 100, 2), CaptureFacts.of(out).packets());
  }

  @Test
  void wrongValuesAreRefusedWhereTheyAreGiven() {
    for (String text : List.of("", "0", "3-1", "a", "1,,2", "9999999999999999999")) {
      assertThrows(IllegalArgumentException.class, () -> Selection.ALL.numbers(text), text);
    }
    assertThrows(IllegalArgumentException.class, () -> Selection.parseTime("yesterday"));
    assertThrows(IllegalArgumentException.class, () -> Selection.ALL.every(0));
    assertThrows(
        IllegalArgumentException.class, () -> Slice.to(WriteSettings.pcap()).snapLength(0));
    assertThrows(IllegalArgumentException.class, () -> Division.byCount(0));
    assertThrows(IllegalArgumentException.class, () -> Division.byOctets(0));
    assertThrows(IllegalArgumentException.class, () -> Division.byTime(Duration.ZERO));
  }

  @Test
  void slicesAreDividedIntoFiles() throws IOException {
    Path in = pcapng("a.pcapng", 1, 1, 2, 3, 4, 5);
    for (Division division :
        List.of(
            Division.byCount(2), Division.byOctets(120), Division.byTime(Duration.ofSeconds(2)))) {
      try (FileCapture capture = Pcap.open(in)) {
        Slice.to(WriteSettings.pcap())
            .divide(
                capture,
                division,
                number ->
                    Target.of(Division.numbered(folder.resolve("p.pcap"), number), List.of(in)),
                octets -> {},
                omitted -> {});
      }
      assertEquals(List.of("a.pcapng", "p-00001.pcap", "p-00002.pcap", "p-00003.pcap"), names());
      assertEquals(List.of(5L), seconds(folder.resolve("p-00003.pcap")));
      for (int i = 1; i <= 3; i++) {
        Files.delete(Division.numbered(folder.resolve("p.pcap"), i));
      }
    }
    assertEquals(Path.of("x-00012.pcap.gz"), Division.numbered(Path.of("x.pcap.gz"), 12));
    assertEquals(Path.of("f/x-00012"), Division.numbered(Path.of("f/x"), 12));
  }

  @Test
  void targetOfFailedWorkIsRemoved() throws IOException {
    Path file = folder.resolve("o.pcap");
    try (Target target = Target.of(file, List.of())) {
      target.attempt(() -> target.create(WriteSettings.pcap()).close());
      assertTrue(Files.exists(folder.resolve("o.pcap.part")));
      assertThrows(
          IllegalStateException.class,
          () ->
              target.attempt(
                  () -> {
                    throw new IllegalStateException("made up");
                  }));
    }
    assertFalse(Files.exists(file));
    assertEquals(List.of(), names());
  }

  @Test
  void streamsAreWrittenAtOnceAndNotAppendedTo() {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    try (Target target = Target.of("somewhere", octets);
        FileCapture capture = Pcap.open(pcapng("a.pcapng", 1, 1))) {
      Conversion.to(WriteSettings.pcap()).run(capture, target, done -> {}, omitted -> {});
      assertEquals(
          "somewhere: a stream cannot be appended to",
          assertThrows(CaptureException.class, target::append).getMessage());
    }
    assertEquals(24 + 16 + 60, octets.size());
  }

  @Test
  void copyKeepsCommentsAndDropsStatisticsThatAreUntrue() {
    Path in = pcapng("a.pcapng", 1, 1, 2, 3);
    Path file = folder.resolve("o.pcapng");
    CaptureCopy[] copy = new CaptureCopy[1];
    try (FileCapture capture = Pcap.open(in);
        CaptureCopy out =
            CaptureCopy.of(capture, Pcap.create(file, WriteSettings.pcapng()), FileFormat.PCAPNG)) {
      copy[0] = out;
      for (Packet packet : capture) {
        if (packet.timestampNanos() == 2 * SECOND) {
          out.write(packet);
        } else {
          out.omit(packet);
        }
      }
    }
    assertEquals(Map.of("ISB", 1L), copy[0].omissions().untrue());
    CaptureFacts facts = CaptureFacts.of(file);
    assertEquals(List.of(new CaptureFacts.Comment(1, "a.pcapng 2")), facts.comments());
    assertEquals(List.of(), facts.blocks(Block.InterfaceStatistics.class));
  }

  @Test
  void factsAreShownAsTextTableAndJson() {
    CaptureFacts facts = CaptureFacts.of(pcapng("a.pcapng", 1, 1, 2)).withName("a\u001b");
    StringBuilder text = new StringBuilder();
    FactsText.append(text, facts);
    assertTrue(text.toString().startsWith("file:               a\\x1b\nformat:"), text::toString);
    FactsTable table = new FactsTable();
    table.add(facts);
    table.add(facts.withDigest(null));
    StringBuilder lines = new StringBuilder();
    table.append(lines);
    assertEquals(3, lines.toString().lines().count());
    StringBuilder json = new StringBuilder();
    FactsJson.append(json, facts.withName("x"));
    assertTrue(
        json.toString().startsWith("{\"file\":\"x\",\"format\":\"pcapng\",\"byte_order\":"),
        json::toString);
  }
}
