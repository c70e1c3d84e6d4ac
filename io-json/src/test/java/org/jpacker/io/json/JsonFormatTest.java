package org.jpacker.io.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Losses;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.TimeResolution;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON lines as a format of capture files. */
class JsonFormatTest {
  private static final WriteSettings JSON = WriteSettings.of(FileFormat.JSON);

  @TempDir Path folder;

  private static Packet packet(int length, int onWire, long nanos, int id, int linkType) {
    byte[] octets = new byte[length];
    Link link = Link.of(linkType, id, ProtocolRegistry.installed());
    return new Packet(octets, 0, length, onWire, nanos, link);
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void everythingThatALineHoldsComesBack() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    CaptureInterface port =
        new CaptureInterface(
            1,
            0,
            228,
            96,
            TimeResolution.NANOSECONDS,
            List.of(
                new BlockOption.Text(OptionType.IF_NAME, "eth0"),
                new BlockOption.Text(OptionType.IF_DESCRIPTION, "port")));
    BlockOption comment = BlockOption.comment("a \"b\"\n\u00fc");
    try (CaptureWriter writer = Pcap.create(out, JSON)) {
      writer.declare(port);
      writer.write(
          packet(5, 1500, 1_000_000_001L, 1, 228),
          List.of(comment, new BlockOption.Number(OptionType.EPB_DROPCOUNT, 1)));
      writer.write(packet(0, 0, Packet.NO_TIME, 0, 1));
      writer.write(packet(7, 7, 1, 0, 1), new BigDecimal("1.00000000000001"), List.of());
      writer.write(
          packet(7, 7, Packet.NO_TIME, 0, 1), new BigDecimal("1700000000000.000001"), List.of());
      writer.write(new Block.InterfaceStatistics(0, 0, List.of()));
      assertEquals(4, writer.packets());
      writer.flush();
      assertEquals(out.size(), writer.octets());
      assertEquals(
          new Losses(0, 0, Map.of("if_description", 1L, "epb_dropcount", 1L), Map.of("ISB", 1L)),
          writer.losses());
    }
    try (FileCapture capture = Pcap.open(out.toByteArray())) {
      assertEquals(FileFormat.JSON, capture.format());
      Packet first = capture.next();
      assertEquals(1500, first.originalLength());
      assertEquals(5, first.capturedLength());
      assertEquals(1_000_000_001L, first.timestampNanos());
      assertEquals(228, first.linkType());
      assertEquals(1, first.interfaceId());
      assertEquals(List.of(comment), capture.packetOptions());
      assertEquals("eth0", capture.interfaces().get(1).text(OptionType.IF_NAME));
      assertEquals(96, capture.interfaces().get(1).snapLength());
      assertNull(capture.exactTime());
      Packet second = capture.next();
      assertEquals(Packet.NO_TIME, second.timestampNanos());
      assertEquals(0, second.interfaceId());
      assertEquals(List.of(), capture.packetOptions());
      assertEquals(1_000_000_000L, capture.next().timestampNanos());
      assertEquals(new BigDecimal("1.00000000000001"), capture.exactTime());
      assertEquals(Packet.NO_TIME, capture.next().timestampNanos());
      assertEquals(0, capture.exactTime().compareTo(new BigDecimal("1700000000000.000001")));
      assertNull(capture.next());
      assertEquals(1, capture.timesRounded());
      assertEquals(1, capture.timesBeyond());
      assertEquals(List.of(), capture.remarks());
    }
  }

  @Test
  void lineIsRecognisedAfterBlanksAndByteOrderMark() {
    for (String before : List.of("", " \r\n\t", "\n".repeat(2000), "\ufeff", "\n\ufeff")) {
      try (FileCapture capture = Pcap.open(octets(before + "{\"frame\":{\"octets\":\"00\"}}"))) {
        if (!before.equals("\n\ufeff")) {
          assertEquals(1, capture.next().length());
        }
      }
    }
  }

  @Test
  void objectsMayHaveSeveralLines() {
    String text = "{\n \"frame\": {\n  \"octets\": \"00\"\n }\n}{\"frame\":{\"octets\":\"0001\"}}";
    try (FileCapture capture = Pcap.open(octets(text))) {
      assertEquals(1, capture.next().length());
      assertEquals(2, capture.next().length());
      assertNull(capture.next());
    }
  }

  @Test
  void packetIsThereBeforeTheNextLine() throws IOException {
    PipedOutputStream out = new PipedOutputStream();
    try (FileCapture capture = open(out)) {
      assertEquals(2, capture.next().length());
      out.write(octets("{\"frame\":{\"octets\":\"000102\"}}\n"));
      out.flush();
      assertEquals(3, capture.next().length());
      out.close();
      assertNull(capture.next());
    }
  }

  private static FileCapture open(PipedOutputStream out) throws IOException {
    PipedInputStream in = new PipedInputStream(out);
    out.write(octets("{\"frame\":{\"octets\":\"0001\"}}\n"));
    out.flush();
    return Pcap.open(in);
  }

  @Test
  void filesMayBeCompressed() {
    Path file = folder.resolve("a.jsonl.gz");
    try (CaptureWriter writer = Pcap.create(file, JSON.compressed())) {
      writer.write(Lines.udp());
    }
    try (FileCapture capture = Pcap.open(file)) {
      assertEquals("gzip", capture.compression());
      assertEquals(Lines.udp(), capture.next());
    }
  }

  @Test
  void appendedPacketsAreNumberedOn() throws IOException {
    Path file = folder.resolve("a.jsonl");
    for (int i = 0; i < 3; i++) {
      try (CaptureWriter writer = i == 0 ? Pcap.create(file, JSON) : Pcap.append(file)) {
        writer.write(Lines.udp());
      }
    }
    List<String> lines = Files.readAllLines(file);
    assertEquals(3, lines.size());
    for (int i = 0; i < 3; i++) {
      assertTrue(lines.get(i).startsWith("{\"frame\":{\"number\":" + (i + 1) + ","), lines.get(i));
    }
  }

  @Test
  void seriesOfFilesKeepsItsSize() throws IOException {
    long line = Lines.line(Lines.udp()).length();
    try (CaptureWriter writer =
        Pcap.create(folder.resolve("a.jsonl"), JSON.rotateBySize(2 * line + line / 2))) {
      for (int i = 0; i < 5; i++) {
        writer.write(Lines.udp());
      }
    }
    assertEquals(2, Files.readAllLines(folder.resolve("a-00001.jsonl")).size());
    assertEquals(1, Files.readAllLines(folder.resolve("a-00003.jsonl")).size());
  }

  @Test
  void followedFileGrows() throws Exception {
    Path file = folder.resolve("a.jsonl");
    Files.writeString(file, "{\"frame\":{\"octets\":\"0001\"}}\n{\"frame\":");
    try (FileCapture capture = Pcap.follow(file, ProtocolRegistry.installed())) {
      assertEquals(2, capture.next().length());
      Thread later = new Thread(capture::stop);
      later.start();
      assertNull(capture.next());
      later.join(Duration.ofSeconds(10).toMillis());
    }
  }

  @Test
  void interfacesOfFilesPutTogetherStayApart() {
    String one = "{\"frame\":{\"link_type\":1,\"interface_id\":2,\"octets\":\"00\"}}\n";
    String other = one.replace(":1,", ":228,");
    try (FileCapture capture = Pcap.open(octets(one + other + one))) {
      assertEquals(2, capture.next().interfaceId());
      Packet second = capture.next();
      assertEquals(3, second.interfaceId());
      assertEquals(228, second.linkType());
      assertEquals(2, capture.next().interfaceId());
      assertEquals(4, capture.interfaces().size());
      assertEquals(228, capture.interfaces().get(3).linkType());
    }
  }

  @Test
  void octetsNotCapturedStayNotCaptured() {
    byte[] octets = Lines.udp().toBytes();
    Packet cut = new Packet(octets, 0, 43, 44, 0, Lines.udp().link());
    Packet read = JsonCapture.packet(Lines.fields(cut));
    assertEquals(HexFormat.of().formatHex(octets, 0, 43), HexFormat.of().formatHex(read.toBytes()));
    assertEquals(44, read.originalLength());
    Packet edited =
        JsonCapture.packet(Lines.fields(cut).replace("\"raw\":\"68\"", "\"raw\":\"6869\""));
    assertEquals(44, edited.capturedLength());
    assertEquals(45, edited.originalLength());
  }
}
