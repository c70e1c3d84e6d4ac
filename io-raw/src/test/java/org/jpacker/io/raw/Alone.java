package org.jpacker.io.raw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jpacker.api.CaptureException;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.live.LiveOptions;

/**
 * Opens something in a process of its own, which may lack privileges or libraries, and prints the
 * outcome.
 */
final class Alone {
  private Alone() {}

  /** Usage: {@code capture IF FILTER}, {@code send IF}, {@code ip}, {@code tun NAME}. */
  public static void main(String[] words) {
    try {
      switch (words[0]) {
        case "capture" -> {
          String filter = words.length > 2 ? words[2] : "";
          RawSockets.open(words[1], LiveOptions.DEFAULTS.filter(filter)).close();
        }
        case "send" -> RawSockets.sender(words[1]).close();
        case "ip" -> RawSockets.ipSender().close();
        default -> TunTap.tun(words[1], ProtocolRegistry.installed()).close();
      }
      System.out.println("fine");
    } catch (CaptureException e) {
      System.out.println(e.getMessage());
    }
  }

  /**
   * Starts the process through a command and returns its output.
   *
   * @param through such as {@code setpriv ...}; the Java command line is appended
   */
  static String says(List<String> through, String... words)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(through);
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Alone.class.getName()));
    command.addAll(List.of(words));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String out = new String(process.getInputStream().readAllBytes()).strip();
    process.waitFor(30, TimeUnit.SECONDS);
    return out;
  }
}
