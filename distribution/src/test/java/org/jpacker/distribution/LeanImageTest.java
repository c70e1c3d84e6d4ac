package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images with fewer modules: our own, and those that the documentation shows how to link. */
class LeanImageTest {
  private static final Path DOCUMENT =
      Path.of(System.getProperty("jpacker.root"), "docs/images.md");

  private static Set<String> modules(Path folder, Path image) throws Exception {
    return Run.of(folder, Map.of(), image.resolve("bin/java").toString(), "--list-modules")
        .fine()
        .out()
        .lines()
        .map(line -> line.replaceFirst("@.*", ""))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void requireNothingLive(Set<String> modules) {
    for (String module : modules) {
      assertTrue(
          !module.matches(
              "java\\.(desktop|sql)|com\\.sun\\.jna.*|org\\.pcap4j.*|org\\.jpacker\\.io\\.(libpcap|raw)"),
          () -> module + " in " + modules);
    }
  }

  @Test
  void leanImageHasAllProtocolsAndNoNativeCode(@TempDir Path folder) throws Exception {
    Set<String> modules = modules(folder, Images.LEAN);
    requireNothingLive(modules);
    assertTrue(!modules.contains("org.jpacker.io.compress"), modules::toString);
    assertTrue(modules.containsAll(Modules.protocols().keySet()), modules::toString);
    assertEquals(
        Images.run(folder, Images.FULL, "protocols").fine().out(),
        Images.run(folder, Images.LEAN, "protocols").fine().out());
  }

  /** Not counting the files of the Java runtime. */
  @Test
  void leanImageIsSmallerThanTheFullOne() throws Exception {
    assertTrue(Folders.size(Images.LEAN) < Folders.size(Images.FULL));
  }

  @Test
  void documentedCommandsLinkWhatTheySay(@TempDir Path temporary) throws Exception {
    Path folder = temporary.toRealPath();
    Path capture = folder.resolve("one.pcap");
    try (PacketWriter writer = Pcap.create(capture)) {
      writer.write(Packet.of(new Ethernet(), new Ipv4(), new Udp().dstPort(9)));
    }
    List<Run> runs = new ArrayList<>();
    Matcher block =
        Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(DOCUMENT));
    while (block.find()) {
      runs.add(
          Run.of(
              folder,
              Map.of(
                  "PATH",
                  Path.of(System.getProperty("java.home"), "bin") + ":" + System.getenv("PATH"),
                  "MODULES",
                  Modules.folder().toString(),
                  "PLUGIN",
                  OutsideProject.beacon().toString(),
                  "CAPTURE",
                  capture.toString()),
              "sh",
              "-euc",
              block.group(1)));
    }
    assertEquals(3, runs.size());
    runs.forEach(run -> assertEquals(0, run.status(), run::toString));

    Set<String> small = modules(folder, folder.resolve("small"));
    assertTrue(small.contains("org.jpacker.proto.ip"), small::toString);
    assertTrue(!small.contains("org.jpacker.proto.tcpudp"), small::toString);
    assertTrue(runs.get(0).firstWords().containsAll(List.of("eth", "ip", "ipv6")));
    assertTrue(!runs.get(0).firstWords().contains("udp"));

    Set<String> files = modules(folder, folder.resolve("files"));
    requireNothingLive(files);
    assertTrue(files.contains("org.jpacker.io.compress"), files::toString);
    assertTrue(files.containsAll(Modules.protocols().keySet()), files::toString);
    assertTrue(runs.get(1).out().contains("UDP") || runs.get(1).out().contains("udp"));

    Set<String> own = modules(folder, folder.resolve("own"));
    assertTrue(own.contains("org.example.beacon"), own::toString);
    assertTrue(runs.get(2).out().startsWith("Station Beacon (beacon)\n"), runs.get(2)::toString);
    assertTrue(
        Images.run(folder, folder.resolve("own"), "plugins").fine().out().contains(" image "));
  }
}
