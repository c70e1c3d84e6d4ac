package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.WriteSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConvertCommandTest {
  @TempDir Path folder;

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static Shell.Result fine(String... words) {
    Shell.Result result = Shell.run(words);
    assertEquals(0, result.status(), result.err());
    return result;
  }

  private static List<Packet> packets(Path file) {
    List<Packet> packets = new ArrayList<>();
    try (FileCapture capture = Pcap.open(file)) {
      capture.forEach(packets::add);
    }
    return packets;
  }

  private static FileFormat format(Path file, String compression) {
    try (FileCapture capture = Pcap.open(file)) {
      assertEquals(compression, capture.compression());
      return capture.format();
    }
  }

  /** Packets of interfaces with these link types, one each, with a comment and statistics. */
  private Path pcapng(int... linkTypes) {
    Path file = path("in.pcapng");
    try (CaptureWriter writer = Pcap.create(file, WriteSettings.pcapng())) {
      for (int i = 0; i < linkTypes.length; i++) {
        Link link = Link.of(linkTypes[i], i, ProtocolRegistry.installed());
        byte[] octets = PcapBytes.udp("packet " + i);
        writer.write(
            new Packet(octets, 0, octets.length, octets.length, i * 1_000_000_001L, link),
            List.of(BlockOption.comment("of interface " + i)));
      }
      writer.write(new Block.InterfaceStatistics(0, 5, List.of()));
    }
    return file;
  }

  @Test
  void formatIsThatOfTheName() throws IOException {
    String in = PcapBytes.sample().in(folder);
    for (String name : List.of("a.pcapng", "b.pcap", "c.pcapng.gz", "d.cap.gz")) {
      assertEquals("", fine("convert", in, path(name).toString()).err());
      assertEquals(packets(Path.of(in)), packets(path(name)), name);
      boolean isPcapng = name.contains("pcapng");
      assertEquals(
          isPcapng ? FileFormat.PCAPNG : FileFormat.PCAP,
          format(path(name), name.endsWith(".gz") ? "gzip" : null));
    }
    fine("convert", "-F", "pcap-ns", "-z", in, path("e").toString());
    assertEquals(FileFormat.PCAP_NANOS, format(path("e"), "gzip"));
    assertEquals(2, Shell.run("convert", in, path("f").toString()).status());
    assertEquals(2, Shell.run("convert", "-F", "snoop", in, path("f").toString()).status());
  }

  @Test
  void pcapngStaysAsItIs() throws IOException {
    Path in = pcapng(1, 101);
    fine("convert", in.toString(), path("out.pcapng").toString());
    assertArrayEquals(Files.readAllBytes(in), Files.readAllBytes(path("out.pcapng")));
  }

  @Test
  void standardStreamsAreCalledDash() throws IOException {
    byte[] in = PcapBytes.sample().toBytes();
    assertEquals(0, Shell.runOn(in, "convert", "-", path("out.pcap").toString()).status());
    assertEquals(3, packets(path("out.pcap")).size());
    assertTrue(fine("convert", "-F", "pcap", path("out.pcap").toString(), "-").out().length() > 24);
  }

  @Test
  void whatIsLostIsSaid() {
    Path in = pcapng(1, 1);
    Shell.Result result =
        fine("convert", "--join-interfaces", in.toString(), path("out.pcap").toString());
    assertEquals(
        """
        jpacker: note: the times of 1 packets were rounded down to microseconds; pcap with\
         nanoseconds and pcapng keep nanoseconds
        jpacker: note: left out, as pcap cannot hold them: 2 opt_comment, 1 ISB; pcapng keeps them
        """,
        result.err());
    assertEquals(1_000_000_000L, packets(path("out.pcap")).get(1).timestampNanos());
  }

  @Test
  void severalLinkTypesOrInterfacesAreRefusedWithTheWayOut() throws IOException {
    Files.writeString(path("out.pcap"), "was here before");
    Path in = pcapng(1, 101);
    Shell.Result result = Shell.run("convert", in.toString(), path("out.pcap").toString());
    assertEquals(1, result.status());
    assertEquals(
        "jpacker: "
            + in
            + ": has packets of several link types (ETHERNET, RAW), pcap holds one: write pcapng,"
            + " or only packets of interface 0\n",
        result.err());
    assertEquals("was here before", Files.readString(path("out.pcap")));
    assertFalse(Files.exists(path("out.pcap.part")));

    in = pcapng(1, 1);
    result = Shell.run("convert", in.toString(), path("out.pcap").toString());
    assertEquals(
        "jpacker: "
            + in
            + ": has packets of several interfaces, which pcap does not distinguish: write pcapng,"
            + " or only packets of interface 0, or join the interfaces\n",
        result.err());
    fine("convert", "--interface", "1", in.toString(), path("out.pcap").toString());
    assertEquals(1, packets(path("out.pcap")).size());
    fine("convert", "--interface", "1", in.toString(), path("one.pcapng").toString());
    assertEquals(1, packets(path("one.pcapng")).get(0).interfaceId());
  }

  @Test
  void whatWasWholeIsKeptWhenTheInputIsDamaged() throws IOException {
    String in = PcapBytes.sample().cutIn(folder, 1);
    Shell.Result result = Shell.run("convert", in, path("out.pcapng").toString());
    assertEquals(1, result.status());
    assertTrue(result.err().startsWith("jpacker: " + in + ": offset "), result.err());
    assertEquals(2, packets(path("out.pcapng")).size());
  }

  @Test
  void theFileThatIsReadIsNotWritten() throws IOException {
    String in = PcapBytes.sample().in(folder);
    Shell.Result result = Shell.run("convert", in, in);
    assertEquals(1, result.status());
    assertEquals(
        "jpacker: " + in + ": is the file that is read; write another one\n", result.err());
    assertEquals(3, packets(Path.of(in)).size());
  }

  @Test
  void failuresNameTheFileThatWasAskedFor() throws IOException {
    String in = PcapBytes.sample().in(folder);
    Path out = path("missing").resolve("out.pcap");
    Shell.Result result = Shell.run("convert", in, out.toString());
    assertEquals(1, result.status());
    assertEquals("jpacker: " + out + ": there is no such folder\n", result.err());
    assertEquals(
        1, Shell.run("convert", path("none").toString(), path("a.pcap").toString()).status());
    assertFalse(Files.exists(path("a.pcap")));
  }
}
