package org.jpacker.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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

  private static List<Packet> packets(Path file) {
    List<Packet> packets = new ArrayList<>();
    try (Capture capture = Pcap.open(file)) {
      capture.forEach(packets::add);
    }
    return packets;
  }
}
