package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FieldsCommandTest {
  @TempDir Path folder;
  private String file;

  @BeforeEach
  void write() throws IOException {
    file = PcapBytes.sample().in(folder);
  }

  @Test
  void valuesAreSeparatedByTabs() {
    Shell.Result result =
        Shell.run("fields", file, "-e", "frame.number", "-e", "ip.src", "-e", "udp.dstport");
    assertEquals(0, result.status());
    assertEquals("1\t1.2.3.4\t40001\n2\t1.2.3.4\t\n3\t\t\n", result.out());
  }

  @Test
  void namesMayFollowEachOtherBehindTheFile() {
    assertEquals(
        "1\t1.2.3.4\t5.6.7.8\n",
        Shell.run("fields", file, "-e", "frame.number", "ip.src", "-e", "ip.dst", "-c1").out());
  }

  @Test
  void fileMayComeLast() {
    assertEquals(
        "1\t47\n",
        Shell.run("fields", "-e", "frame.number", "-e", "frame.len", "-c", "1", file).out());
  }

  @Test
  void headerIsALineOfNames() {
    assertEquals(
        "ip.src\tframe.len\n1.2.3.4\t47\n",
        Shell.run("fields", file, "-e", "ip.src", "-e", "frame.len", "-E", "header=y", "-c", "1")
            .out());
  }

  @Test
  void separatorAndAggregatorAreCharacters() {
    String[] names = {"fields", file, "-e", "ip.src", "-e", "ip.dst", "-c1", "-E"};
    assertEquals("1.2.3.4,5.6.7.8\n", with(names, "separator=,"));
    assertEquals("1.2.3.4 5.6.7.8\n", with(names, "separator=/s"));
    assertEquals("1.2.3.4\t5.6.7.8\n", with(names, "separator=/t"));
    assertEquals("1.2.3.4\t5.6.7.8\n", with(names, "occurrence=a", "-E", "aggregator=;"));
    assertEquals("1.2.3.4\t5.6.7.8\n", with(names, "occurrence=l"));
    assertEquals("\"1.2.3.4\"\t\"5.6.7.8\"\n", with(names, "quote=d"));
    assertEquals("'1.2.3.4','5.6.7.8'\n", with(names, "quote=s", "-E", "separator=,"));
    assertEquals("1.2.3.4\t5.6.7.8\n", with(names, "quote=n"));
  }

  /** As tshark does where nothing is said. */
  @Test
  void allValuesOfAFieldAreShown() throws IOException {
    String tunnel =
        "4500 0030 0000 0000 4004 0000 c0000201 c0000202"
            + "4500 001c 0000 0000 4011 0000 c0000203 c0000204 0007 0008 0008 0000";
    byte[] packet = PcapBytes.hex("020000000002 020000000001 0800" + tunnel);
    String capture = PcapBytes.ethernet().packet(1, 0, packet).in(folder);
    String[] names = {"fields", capture, "-e", "ip.src", "-e", "udp.dstport", "-E"};
    assertEquals("192.0.2.1,192.0.2.3\t8\n", Shell.run(Arrays.copyOf(names, 6)).out());
    assertEquals("192.0.2.1\t8\n", with(names, "occurrence=f"));
    assertEquals("192.0.2.3\t8\n", with(names, "occurrence=l"));
    assertEquals("192.0.2.1 192.0.2.3\t8\n", with(names, "aggregator=/s"));
  }

  @Test
  void helpTellsWhatHoldsWhereNothingIsSaid() {
    String help = Shell.run("fields", "--help").out().replaceAll("\\s+", " ");
    for (String told :
        new String[] {"header=y|n", "occurrence=f|l|a", "separator=/t|/s|C", "quote=d|s|n"}) {
      assertTrue(help.contains(told), help);
    }
    for (String told : new String[] {"(default: a)", "(default: n)", "(default: /t)", "comma)"}) {
      assertTrue(help.contains(told), help);
    }
  }

  private static String with(String[] words, String... more) {
    String[] all = Arrays.copyOf(words, words.length + more.length);
    System.arraycopy(more, 0, all, words.length, more.length);
    return Shell.run(all).out();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "header=x",
        "occurrence=b",
        "separator=",
        "separator=ab",
        "color=y",
        "header",
        "quote=x"
      })
  void wrongStyleIsWrongUsage(String style) {
    Shell.Result result = Shell.run("fields", file, "-e", "ip.src", "-E", style);
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void unknownFieldIsWrongUsageWithSuggestions() {
    Shell.Result result = Shell.run("fields", file, "-e", "ip.scr");
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertTrue(
        result.err().startsWith("jpacker: unknown field 'ip.scr'; did you mean ip.src"),
        result.err());
  }

  @Test
  void noFieldAtAllIsWrongUsage() {
    assertEquals(2, Shell.run("fields", file).status());
    assertEquals(2, Shell.run("fields", file, "-e").status());
  }

  @Test
  void standardInputIsCalledDash() {
    assertEquals(
        "47\n",
        Shell.runOn(PcapBytes.sample().toBytes(), "fields", "-", "-e", "frame.len", "-c1").out());
  }

  @Test
  void cutFileGivesAllThatIsWholeAndTheReason() throws IOException {
    String cut = PcapBytes.sample().cutIn(folder, 1);
    Shell.Result result = Shell.run("fields", cut, "-e", "frame.number");
    assertEquals(1, result.status());
    assertEquals("1\n2\n", result.out());
    assertTrue(result.err().startsWith("jpacker: " + cut + ": offset "), result.err());
  }

  @Test
  void statusOfChecksumsIsThatOfTshark() {
    String[] names = {"-e", "ip.checksum.status", "-e", "tcp.checksum.status"};
    String[] udp = {"-e", "udp.checksum.status"};
    assertEquals("2\t\t2\n2\t2\t\n", run("-c2", names, udp));
    assertEquals("0\t\t3\n0\t0\t\n\t\t\n", run("--checksums", names, udp));
  }

  private String run(String option, String[]... names) {
    List<String> words = new ArrayList<>(List.of("fields", file, option));
    for (String[] those : names) {
      words.addAll(List.of(those));
    }
    return Shell.run(words.toArray(String[]::new)).out();
  }
}
