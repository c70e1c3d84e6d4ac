package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code jpacker slice} and {@code jpacker merge}. */
class SliceCommandTest {
  @TempDir Path folder;

  private Path in;

  @BeforeEach
  void write() throws IOException {
    PcapBytes capture = PcapBytes.ethernet();
    for (int second = 1; second <= 9; second++) {
      capture.packet(second, 0, PcapBytes.udp("packet " + second));
    }
    in = Files.write(folder.resolve("in.pcap"), capture.toBytes());
  }

  /** The seconds of the packets in a file. */
  private String seconds(Path file) {
    Shell.Result result =
        Shell.run("fields", file.toString(), "-e", "frame.time_epoch", "-E", "separator=/s");
    assertEquals(0, result.status(), result::err);
    return String.join(" ", result.lines().stream().map(l -> l.substring(0, 1)).toList());
  }

  private String sliced(String... options) {
    Path out = folder.resolve("out.pcapng");
    String[] words = Arrays.copyOf(new String[] {"slice"}, options.length + 3);
    System.arraycopy(options, 0, words, 1, options.length);
    words[options.length + 1] = in.toString();
    words[options.length + 2] = out.toString();
    Shell.Result result = Shell.run(words);
    assertEquals("", result.err());
    assertEquals(0, result.status());
    return seconds(out);
  }

  @Test
  void packetsAreTakenByNumberAndTime() {
    assertEquals("1 2 3 4 5 6 7 8 9", sliced());
    assertEquals("2 3 4 7 9", sliced("-n", "7,2-3,3-4,9-"));
    assertEquals("1 5 6 8", sliced("--not", "-n", "7,2-4,9"));
    assertEquals("3 4", sliced("-A", "3", "-B", "1970-01-01T00:00:05Z"));
    assertEquals("2 5 8", sliced("-n", "2-", "--every", "3"));
  }

  @Test
  void longPacketsAreCutAndKeepTheirOriginalLength() {
    sliced("-s", "20");
    Shell.Result result =
        Shell.run(
            "fields",
            folder.resolve("out.pcapng").toString(),
            "-c",
            "1",
            "-e",
            "frame.cap_len",
            "-e",
            "frame.len");
    assertEquals("20\t50\n", result.out());
  }

  private List<String> parts(String... options) throws IOException {
    String[] words = Arrays.copyOf(new String[] {"slice"}, options.length + 3);
    System.arraycopy(options, 0, words, 1, options.length);
    words[options.length + 1] = in.toString();
    words[options.length + 2] = folder.resolve("part.pcap").toString();
    Shell.Result result = Shell.run(words);
    assertEquals("", result.err());
    try (var files = Files.list(folder)) {
      List<Path> parts =
          files.filter(f -> f.getFileName().toString().startsWith("part-")).sorted().toList();
      List<String> seconds = parts.stream().map(this::seconds).toList();
      for (Path part : parts) {
        Files.delete(part);
      }
      return seconds;
    }
  }

  @Test
  void filesAreDividedByCountSizeTimeAndFlow() throws IOException {
    assertEquals(List.of("1 2 3 4", "5 6 7 8", "9"), parts("-c", "4"));
    assertEquals(List.of("1 2 3 4 5", "6 7 8 9"), parts("--size", "250"));
    assertEquals(List.of("1 2 3", "4 5 6", "7 8 9"), parts("-i", "3"));
    assertEquals(List.of("1 2 3 4 5 6 7 8 9"), parts("--flow"));
  }

  @Test
  void whatIsReadIsNeverOverwritten() throws IOException {
    byte[] before = Files.readAllBytes(in);
    for (String[] words :
        new String[][] {
          {"slice", in.toString(), in.toString()}, {"merge", "-w", in.toString(), in.toString()}
        }) {
      Shell.Result result = Shell.run(words);
      assertEquals(1, result.status());
      assertEquals(
          "jpacker: " + in + ": is the file that is read; write another one\n", result.err());
    }
    assertArrayEquals(before, Files.readAllBytes(in));
  }

  @Test
  void wrongUsageSaysWhatIsWanted() {
    for (String[] options :
        new String[][] {
          {"-n", "3-1"},
          {"-n", ""},
          {"-n", "0"},
          {"-A", "yesterday"},
          {"-c", "0"},
          {"-i", "0"},
          {"-c", "1", "--flow"},
          {"--every", "0"},
          {"-s", "0"}
        }) {
      String[] words = Arrays.copyOf(options, options.length + 3);
      words[options.length] = in.toString();
      words[options.length + 1] = folder.resolve("no.pcap").toString();
      words[options.length + 2] = "--debug";
      String[] all = new String[words.length + 1];
      all[0] = "slice";
      System.arraycopy(words, 0, all, 1, words.length);
      Shell.Result result = Shell.run(all);
      assertEquals(2, result.status(), () -> String.join(" ", options) + result.err());
      assertTrue(result.err().endsWith("'jpacker slice --help' shows how\n"), result::err);
      assertFalse(Files.exists(folder.resolve("no.pcap")));
    }
  }

  @Test
  void damagedInputGivesWhatWasWhole() throws IOException {
    byte[] octets = Files.readAllBytes(in);
    Path cut = Files.write(folder.resolve("cut.pcap"), Arrays.copyOf(octets, octets.length - 1));
    Path out = folder.resolve("merged.pcapng");
    Shell.Result result = Shell.run("merge", "-w", out.toString(), cut.toString(), in.toString());
    assertEquals(1, result.status());
    assertTrue(result.err().startsWith("jpacker: " + cut + ": offset "), result::err);
    assertEquals("1 1 2 2 3 3 4 4 5 5 6 6 7 7 8 8 9", seconds(out));
    Shell.Result ids = Shell.run("fields", out.toString(), "-c", "2", "-e", "frame.interface_id");
    assertEquals("0\n1\n", ids.out());
  }
}
