package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assumptions;

/** Wireshark's command-line program, used as an oracle for the meaning of packets. */
final class Tshark {
  /** Separates occurrences; no field's text contains it. */
  private static final String SEPARATOR = "\u001f";

  private Tshark() {}

  /** Skips the test if tshark is not installed. */
  static void assumeInstalled() {
    boolean installed;
    try {
      Process process = new ProcessBuilder("tshark", "--version").redirectErrorStream(true).start();
      process.getInputStream().readAllBytes();
      installed = process.waitFor() == 0;
    } catch (IOException e) {
      installed = false;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    Assumptions.assumeTrue(installed, "tshark is not installed");
  }

  /**
   * Whether a time is tshark's reading of a record whose fraction exceeds a second, which other
   * programs read the same way: the nanoseconds of the fraction overflow 32 bits, and the sign is
   * shown before the seconds.
   *
   * @param nanos time since 1970 in nanoseconds, as in the file
   */
  static boolean overflows(String time, long nanos) {
    int point = time.indexOf('.');
    long seconds = Math.abs(Long.parseLong(time.substring(0, point)));
    int fraction = Integer.parseInt(time.substring(point + 1));
    long written = nanos - seconds * 1_000_000_000L;
    return written >= 1_000_000_000L
        && (int) written == (time.startsWith("-") ? -fraction : fraction);
  }

  /**
   * The first occurrence of each of these fields, one row for each frame. Checksums are verified,
   * and nothing is reassembled from several frames.
   */
  static List<String[]> fields(Path capture, List<String> names)
      throws IOException, InterruptedException {
    return fieldsOf(capture, names, List.of());
  }

  /** The same, with only the {@code enabled} protocols unless that list is empty. */
  static List<String[]> fieldsOf(Path capture, List<String> names, List<String> enabled)
      throws IOException, InterruptedException {
    return fieldsOf(capture, names, enabled, "occurrence=f");
  }

  /** The same, with all occurrences of each field. */
  static List<List<List<String>>> allOf(Path capture, List<String> names, List<String> enabled)
      throws IOException, InterruptedException {
    List<List<List<String>>> rows = new ArrayList<>();
    for (String[] row : fieldsOf(capture, names, enabled, "aggregator=" + SEPARATOR)) {
      List<List<String>> values = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        String value = i < row.length ? row[i] : "";
        values.add(
            value.isEmpty() // the usual case
                ? List.of()
                : Arrays.stream(value.split(SEPARATOR, -1))
                    .filter(text -> !text.isEmpty())
                    .toList());
      }
      rows.add(values);
    }
    return rows;
  }

  private static List<String[]> fieldsOf(
      Path capture, List<String> names, List<String> enabled, String occurrences)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>(List.of("-n", "-r", capture.toString()));
    for (String option :
        List.of(
            "ip.check_checksum:TRUE",
            "tcp.check_checksum:TRUE",
            "udp.check_checksum:TRUE",
            "sctp.checksum:crc-32c",
            "ip.defragment:FALSE",
            "ipv6.defragment:FALSE",
            "tcp.desegment_tcp_streams:FALSE",
            "tcp.relative_sequence_numbers:FALSE",
            "tcp.analyze_sequence_numbers:FALSE",
            "tcp.no_subdissector_on_error:FALSE",
            "http.desegment_headers:FALSE",
            "http.desegment_body:FALSE")) {
      arguments.addAll(List.of("-o", option));
    }
    arguments.addAll(List.of("-T", "fields", "-E", occurrences));
    names.forEach(name -> arguments.addAll(List.of("-e", name)));
    Path settings = Files.createTempDirectory("jpacker-tshark");
    Path disabled = settings.resolve("disabled_protos");
    try {
      if (!enabled.isEmpty()) {
        List<String> others = column(2, run(settings, List.of("-G", "protocols")));
        others.removeAll(enabled);
        Files.write(disabled, others);
      }
      String out = run(settings, arguments);
      return new ArrayList<>(out.lines().map(line -> line.split("\t", -1)).toList());
    } finally {
      Files.deleteIfExists(disabled);
      Files.delete(settings);
    }
  }

  /** The names of all fields known to tshark. */
  static Set<String> fieldNames() throws IOException, InterruptedException {
    String out = run(Path.of("."), List.of("-G", "fields"));
    String fields =
        out.lines().filter(line -> line.startsWith("F\t")).collect(Collectors.joining("\n"));
    return Set.copyOf(column(2, fields));
  }

  private static List<String> column(int column, String table) {
    return new ArrayList<>(
        table.lines().map(line -> line.split("\t", -1)[column]).distinct().toList());
  }

  /** Runs tshark with its own settings folder and returns its output. */
  private static String run(Path settings, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark"));
    command.addAll(arguments);
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
    builder.environment().put("WIRESHARK_CONFIG_DIR", settings.toString());
    Process process = builder.start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command::toString);
    return out;
  }
}
