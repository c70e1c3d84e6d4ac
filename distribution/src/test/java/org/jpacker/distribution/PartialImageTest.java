package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An image linked from selected modules. */
class PartialImageTest {
  private static final String LEFT_OUT = "org.jpacker.proto.tcpudp";

  @Test
  void moduleThatIsLeftOutTakesItsProtocolsAwayAndNothingElse(@TempDir Path folder)
      throws Exception {
    TreeSet<String> roots = new TreeSet<>(Modules.protocols().keySet());
    assertTrue(roots.remove(LEFT_OUT));
    roots.add("org.jpacker.cli");
    Path image = link(folder, roots);

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

  /** The modules for capturing and sending account for the larger half of the Java runtime. */
  @Test
  void imageWithoutLiveModulesIsSmallerAndSaysWhatItCannotDo(@TempDir Path folder)
      throws Exception {
    TreeSet<String> roots = new TreeSet<>(Modules.protocols().keySet());
    roots.add("org.jpacker.cli");
    Path image = link(folder, roots);
    Run modules = Run.of(folder, Map.of(), image.resolve("bin/java").toString(), "--list-modules");
    assertFalse(modules.out().contains("java.desktop"), modules.out());
    assertFalse(modules.out().contains("jna"), modules.out());
    long lean = size(image);
    long full = size(Path.of(System.getProperty("jpacker.image")));
    System.out.println("octets of the image: " + full + ", without live modules " + lean);
    assertTrue(lean < full, () -> lean + " < " + full);
    assertTrue(run(folder, image, "protocols").fine().firstWords().contains("udp"));
    for (String[] words :
        new String[][] {{"interfaces"}, {"capture", "lo"}, {"send", capture(folder), "lo"}}) {
      Run live = run(folder, image, words);
      assertEquals(1, live.status(), live::toString);
      assertEquals(
          "jpacker: live packets: this program has no module that captures and sends\n",
          live.err());
    }
  }

  private static long size(Path image) throws IOException {
    try (Stream<Path> files = Files.walk(image)) {
      return files.filter(Files::isRegularFile).mapToLong(file -> file.toFile().length()).sum();
    }
  }

  private static String capture(Path folder) {
    Path capture = folder.resolve("two.pcap");
    Pcap.create(capture).close();
    return capture.toString();
  }

  private static Path link(Path folder, Set<String> roots) {
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
                "--compress=2",
                "--output",
                image.toString());
    assertEquals(0, status);
    return image;
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
