package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jpacker.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Reads files crafted to do harm with the command. It shows the intact part and reports the rest in
 * one line, whatever the files contain. {@code -Djpacker.hostile=all} starts the image for each
 * file; by default a sample is tested, with the seed {@code jpacker.seed} if set.
 */
class HostileCorpusTest {
  /**
   * Files with a different number of packets than the table's strict reader returns, with reasons.
   */
  private static final Map<String, Integer> OTHER_PACKETS =
      Map.of(
          // its second section, with the packets in it, has an undefined version
          "gopacket/test901.pcapng", 1,
          // undefined versions, in which the meaning of numbers is unknown
          "libpcap/pcap-invalid-version-1.pcap", 0,
          "libpcap/pcapng-invalid-vers-1.pcapng", 0,
          // the two lengths of the section header differ, so the position of the packet is unknown
          "libpcap/shb-option-too-long.pcapng", 0);

  private static final String MEMORY = "-Xmx256m";

  private static final boolean ALL = "all".equals(System.getProperty("jpacker.hostile"));

  /** Number of files to read with the image, whose start takes longer than the reading. */
  private static final int SAMPLE = 30;

  /** CPU seconds after which the system ends a command that hangs. */
  private static final int LIMIT = 60;

  /** User and system time, as the shell reports them for its children. */
  private static final Pattern TIMES =
      Pattern.compile("(\\d+)m([0-9.]+)s (\\d+)m([0-9.]+)s\\s*\\z");

  @TempDir Path folder;
  private final List<String> wrong = new ArrayList<>();

  /** The outcome of a command. */
  private record Outcome(int status, String out, String err) {}

  @Test
  void theImageShowsEachFileInLittleMemory() throws Exception {
    double most = 0;
    double sum = 0;
    List<Corpus.Entry> entries = Corpus.hostile();
    assertTrue(entries.size() >= 176, entries.size() + " files");
    if (!ALL) {
      long seed = Long.getLong("jpacker.seed", System.nanoTime());
      System.out.println("hostile files with -Djpacker.seed=" + seed);
      Collections.shuffle(entries, new Random(seed));
      entries = entries.subList(0, SAMPLE);
    }
    for (Corpus.Entry entry : entries) {
      Run run =
          Run.of(
              folder,
              Map.of("JPACKER_OPTS", MEMORY),
              "sh",
              "-c",
              "ulimit -t " + LIMIT + "; \"$@\"; status=$?; times >&2; exit $status",
              "sh",
              Images.FULL.resolve("bin/jpacker").toString(),
              "read",
              "-v",
              "-x",
              entry.path().toString());
      MatchResult times = times(run.err());
      String said = run.err().substring(0, run.err().lastIndexOf('\n', times.start() - 2) + 1);
      double seconds = seconds(times, 1) + seconds(times, 3);
      most = Math.max(most, seconds);
      sum += seconds;
      check("read -v -x", entry, new Outcome(run.status(), run.out(), said));
      packets(
          "read -v -x", entry, run.out().lines().filter(l -> l.matches("Frame \\d+: .*")).count());
    }
    System.out.printf(
        "%d hostile files through the image with %s: %.1f s of CPU, at most %.2f s for one%n",
        entries.size(), MEMORY, sum, most);
    assertEquals(List.of(), wrong);
  }

  private static MatchResult times(String err) {
    var matcher = TIMES.matcher(err);
    assertTrue(matcher.find(), err);
    return matcher.toMatchResult();
  }

  private static double seconds(MatchResult times, int group) {
    return 60 * Integer.parseInt(times.group(group)) + Double.parseDouble(times.group(group + 1));
  }

  @Test
  void allOtherWaysToShowAFileEndWellToo() throws Exception {
    long runs = 0;
    List<List<String>> commands =
        List.of(
            List.of("read"),
            List.of("read", "-v"),
            List.of("read", "--json"),
            List.of("read", "--java"),
            List.of("info"),
            List.of("info", "--json"),
            List.of("stats"),
            List.of("fields", "-e", "frame.number", "-e", "_ws.malformed", "-e", "ip.src"));
    for (Corpus.Entry entry : Corpus.hostile()) {
      for (List<String> command : commands) {
        List<String> words = new ArrayList<>(command);
        words.add(1, entry.path().toString());
        Outcome outcome = run(words);
        check(String.join(" ", command), entry, outcome);
        if (List.of("read", "fields").contains(command.get(0)) && !command.contains("-v")) {
          long lines = outcome.out.lines().count();
          packets(command.toString(), entry, command.contains("--java") ? -1 : lines);
        }
        runs++;
      }
    }
    System.out.println(runs + " commands on hostile files");
    assertEquals(List.of(), wrong);
    assertTrue(runs >= 8 * 176, runs + " runs");
  }

  /** Calls the entry point of the command that does not end the process. */
  private static Outcome run(List<String> words) throws ReflectiveOperationException {
    Method run =
        Main.class.getDeclaredMethod(
            "run", InputStream.class, OutputStream.class, OutputStream.class, String[].class);
    run.setAccessible(true);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        (int)
            run.invoke(
                null,
                new ByteArrayInputStream(new byte[0]),
                out,
                err,
                words.toArray(String[]::new));
    return new Outcome(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  private void check(String command, Corpus.Entry entry, Outcome outcome) {
    if (outcome.status > 1) {
      wrong.add(command + " " + entry + ": status " + outcome.status);
    }
    // damage takes one line, and so does the note about omitted items
    boolean isSaid = outcome.status == 0 || outcome.err.contains(entry.path().toString());
    if (!isSaid
        || outcome.err.contains("internal error")
        || outcome.err.contains("\tat ")
        || outcome.err.contains("Exception")) {
      wrong.add(command + " " + entry + " says " + outcome.err);
    }
    for (String shown : List.of(outcome.out, outcome.err)) {
      if (shown.chars().anyMatch(c -> c != '\n' && c != '\t' && Character.isISOControl(c))) {
        wrong.add(command + " " + entry + " shows a control character");
      }
    }
  }

  private void packets(String command, Corpus.Entry entry, long found) {
    int wanted = OTHER_PACKETS.getOrDefault(entry.file(), entry.packets());
    if (found >= 0 && found != wanted) {
      wrong.add(command + " " + entry + ": " + wanted + " packets are whole, shown " + found);
    }
  }
}
