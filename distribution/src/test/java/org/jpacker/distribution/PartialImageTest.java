package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image that somebody linked from chosen modules. */
class PartialImageTest {
  private static final String LEFT_OUT = "org.jpacker.proto.tcpudp";

  @Test
  void moduleThatIsLeftOutTakesItsProtocolsAwayAndNothingElse(@TempDir Path folder)
      throws Exception {
    TreeSet<String> roots = new TreeSet<>(Modules.protocols().keySet());
    assertTrue(roots.remove(LEFT_OUT));
    roots.add("org.jpacker.cli");
    roots.add("ch.qos.logback.classic");
    Path image = folder.resolve("image");
    int status =
        ToolProvider.findFirst("jlink")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--module-path",
                Modules.folder().toString(),
                "--add-modules",
                String.join(",", roots),
                "--output",
                image.toString());
    assertEquals(0, status);

    Run protocols = run(folder, image, "protocols").fine();
    assertFalse(protocols.firstWords().contains("udp"), protocols.out());
    assertTrue(protocols.firstWords().contains("http"), protocols.out());

    Path capture = folder.resolve("one.pcap");
    Udp udp = new Udp().srcPort(7).dstPort(9);
    udp.payload("hello");
    try (PacketWriter writer = Pcap.create(capture)) {
      writer.write(Packet.of(new Ethernet(), new Ipv4().src("1.2.3.4").dst("5.6.7.8"), udp));
    }
    Run read = run(folder, image, "read", "-v", capture.toString()).fine();
    assertTrue(read.out().contains("ip.dst: 5.6.7.8"), read.out());
    assertTrue(read.out().contains("13 octets"), read.out());
    assertFalse(read.out().contains("udp"), read.out());
    Run fields = run(folder, image, "fields", capture.toString(), "-e", "frame.protocols").fine();
    assertEquals("eth:ip:data\n", fields.out());
    assertEquals(2, run(folder, image, "fields", capture.toString(), "-e", "udp.srcport").status());
  }

  private static Run run(Path folder, Path image, String... words) throws Exception {
    String[] command = new String[words.length + 3];
    command[0] = image.resolve("bin/java").toString();
    command[1] = "-m";
    command[2] = "org.jpacker.cli/org.jpacker.cli.Main";
    System.arraycopy(words, 0, command, 3, words.length);
    return Run.of(folder, Map.of(), command);
  }
}
