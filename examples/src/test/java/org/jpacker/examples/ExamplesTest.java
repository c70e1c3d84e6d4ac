package org.jpacker.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples that write files do what they say. */
class ExamplesTest {

  @Test
  void writtenPacketsCanBeReadAndRewritten(@TempDir Path folder) {
    Path written = folder.resolve("written.pcap");
    Path rewritten = folder.resolve("rewritten.pcap");
    WritePackets.main(new String[] {written.toString()});
    RewriteAddresses.main(new String[] {written.toString(), rewritten.toString()});
    List<Packet> before = packets(written);
    List<Packet> after = packets(rewritten);
    assertEquals(10, before.size());
    assertEquals(10, after.size());
    for (int i = 0; i < 10; i++) {
      assertEquals("10.0.0.255", before.get(i).get(Ipv4.class).dst().toString());
      assertEquals("10.0.0.2", after.get(i).get(Ipv4.class).dst().toString());
      assertEquals(i + 1, after.get(i).get(Udp.class).dstPort());
      assertTrue(after.get(i).verify().isEmpty(), after.get(i).verify().toString());
    }
  }

  @Test
  void commentsAreAddedToThoseThatAreThere(@TempDir Path folder) {
    Path written = folder.resolve("written.pcap");
    Path once = folder.resolve("once.pcapng");
    Path twice = folder.resolve("twice.pcapng");
    WritePackets.main(new String[] {written.toString()});
    CommentPackets.main(new String[] {written.toString(), once.toString()});
    CommentPackets.main(new String[] {once.toString(), twice.toString()});
    assertEquals(packets(written), packets(twice));
    try (FileCapture capture = Pcap.open(twice)) {
      capture.next();
      BlockOption comment = BlockOption.comment("seen");
      assertEquals(List.of(comment, comment), capture.packetOptions());
    }
  }

  @Test
  void convertedFileIsDescribedWithWhatItLacks(@TempDir Path folder) {
    Path written = folder.resolve("written.pcap");
    Path commented = folder.resolve("commented.pcapng");
    Path converted = folder.resolve("converted.pcap");
    WritePackets.main(new String[] {written.toString()});
    CommentPackets.main(new String[] {written.toString(), commented.toString()});
    List<String> lines =
        printed(
            () -> ConvertCapture.main(new String[] {commented.toString(), converted.toString()}));
    assertEquals(
        "left out, as pcap with nanoseconds cannot hold them: 10 opt_comment; pcapng keeps them",
        lines.get(0));
    assertTrue(lines.contains("packets:            10"), lines.toString());
    assertEquals(packets(commented), packets(converted));
  }

  private static List<String> printed(Runnable program) {
    PrintStream before = System.out;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      program.run();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8).lines().toList();
  }

  private static List<Packet> packets(Path file) {
    List<Packet> packets = new ArrayList<>();
    try (Capture capture = Pcap.open(file)) {
      capture.forEach(packets::add);
    }
    return packets;
  }
}
