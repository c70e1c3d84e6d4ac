package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/** Wireshark's command, an oracle for what packets mean. */
final class Tshark {
  private Tshark() {}

  /** The test that asks is skipped where tshark is missing. */
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
   * The first occurrence of each of these fields, a row for each frame; checksums are verified, and
   * nothing is put together from several frames.
   */
  static List<String[]> fields(Path capture, List<String> names)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of("tshark", "-n", "-r", capture.toString()));
    for (String option :
        List.of(
            "ip.check_checksum:TRUE",
            "tcp.check_checksum:TRUE",
            "udp.check_checksum:TRUE",
            "ip.defragment:FALSE",
            "ipv6.defragment:FALSE",
            "tcp.desegment_tcp_streams:FALSE",
            "tcp.relative_sequence_numbers:FALSE")) {
      command.addAll(List.of("-o", option));
    }
    command.addAll(List.of("-T", "fields", "-E", "occurrence=f"));
    names.forEach(name -> command.addAll(List.of("-e", name)));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), command::toString);
    return new ArrayList<>(out.lines().map(line -> line.split("\t", -1)).toList());
  }
}
