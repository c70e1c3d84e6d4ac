package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON lines as input and output of the commands. */
class JsonCommandsTest {
  private static final int PACKETS = 3;

  @TempDir Path folder;

  @BeforeEach
  void write() {
    try (CaptureWriter writer = Pcap.create(path("a.pcap"))) {
      for (int i = 0; i < PACKETS; i++) {
        writer.write(
            Packet.of(
                    new Ethernet(),
                    new Ipv4().src("192.0.2.1").dst("192.0.2.2"),
                    new Udp().srcPort(40000 + i).dstPort(9),
                    Raw.of("hi"))
                .timestamp(Instant.ofEpochSecond(i)));
      }
    }
  }

  private Path path(String name) {
    return folder.resolve(name);
  }

  private static Run run(Object... words) throws ReflectiveOperationException {
    String[] texts = new String[words.length];
    for (int i = 0; i < words.length; i++) {
      texts[i] = words[i].toString();
    }
    return Commands.run(texts);
  }

  @Test
  void conversionToJsonAndBackGivesTheSameFile() throws Exception {
    for (String end : List.of(".jsonl", ".jsonl.gz", ".jsonl.zst", ".jsonl.xz")) {
      run("convert", path("a.pcap"), path("b" + end)).fine();
      run("convert", path("b" + end), path("c.pcap")).fine();
      assertArrayEquals(
          Files.readAllBytes(path("a.pcap")), Files.readAllBytes(path("c.pcap")), end);
    }
  }

  @Test
  void linesThatReadWritesAreACapture() throws Exception {
    String lines = run("read", "--json", path("a.pcap")).fine().out();
    Files.writeString(path("a.jsonl"), lines);
    run("convert", path("a.pcap"), path("b.jsonl")).fine();
    assertEquals(lines, Files.readString(path("b.jsonl")));
    assertEquals(run("read", path("a.pcap")).out(), run("read", path("a.jsonl")).fine().out());
    String facts = run("info", path("a.jsonl")).fine().out();
    assertTrue(facts.contains("JSON lines"), facts);
    assertEquals(
        "40000\n40001\n40002\n", run("fields", path("a.jsonl"), "-e", "udp.srcport").fine().out());
  }

  @Test
  void sliceAndMergeTakeAndWriteLines() throws Exception {
    run("convert", path("a.pcap"), path("a.jsonl")).fine();
    run("slice", "-n", "2", path("a.jsonl"), path("two.jsonl")).fine();
    assertEquals(1, Files.readAllLines(path("two.jsonl")).size());
    run("merge", "-w", path("m.jsonl"), path("two.jsonl"), path("a.pcap")).fine();
    assertEquals(
        "40000\n40001\n40001\n40002\n",
        run("fields", path("m.jsonl"), "-e", "udp.srcport").fine().out());
    run("slice", "--flow", path("a.pcap"), path("f.jsonl")).fine();
    assertEquals(1, Files.readAllLines(path("f-00003.jsonl")).size());
  }

  @Test
  void differencesAreSaid() throws Exception {
    String lines = run("read", "--json", path("a.pcap")).fine().out();
    Files.writeString(path("a.jsonl"), lines.replace("\"ip.ttl\":64", "\"ip.ttl\":1"));
    Run read = run("convert", path("a.jsonl"), path("b.pcap"));
    assertEquals(0, read.status());
    assertEquals(
        "jpacker: note: "
            + path("a.jsonl")
            + ": line 1, layers[1].fields[\"ip.ttl\"]: 1 is given, 64 is in the octets, which"
            + " count",
        read.err().lines().findFirst().orElseThrow());
    assertEquals(PACKETS, read.err().lines().count());
  }

  @Test
  void packetsBeforeAMistakeAreKept() throws Exception {
    String lines = run("read", "--json", path("a.pcap")).fine().out();
    Files.writeString(path("a.jsonl"), lines.replace("\"number\":3", "\"nunber\":3"));
    Run convert = run("convert", path("a.jsonl"), path("b.pcap"));
    assertEquals(1, convert.status());
    assertTrue(
        convert.err().contains("line 3, frame: unknown member 'nunber'; did you mean number?"),
        convert.err());
    assertEquals(2, run("read", path("b.pcap")).fine().out().lines().count());
  }

  @Test
  void imageWithoutTheModuleNamesIt() throws Exception {
    Path lean = Path.of(System.getProperty("jpacker.lean"), "bin", "jpacker");
    Files.writeString(path("a.jsonl"), "{\"layers\":[]}\n");
    for (List<String> words :
        List.of(
            List.of("read", path("a.jsonl").toString()),
            List.of("convert", path("a.pcap").toString(), path("b.jsonl").toString()))) {
      String[] command = new String[words.size() + 1];
      command[0] = lean.toString();
      for (int i = 0; i < words.size(); i++) {
        command[i + 1] = words.get(i);
      }
      Run run = Run.of(folder, Map.of(), command);
      assertEquals(1, run.status(), run::toString);
      assertTrue(run.err().contains("add org.jpacker.io.json"), run::toString);
    }
    Run json =
        Run.of(folder, Map.of(), lean.toString(), "read", "--json", path("a.pcap").toString());
    assertEquals(PACKETS, json.fine().out().lines().count());
  }
}
