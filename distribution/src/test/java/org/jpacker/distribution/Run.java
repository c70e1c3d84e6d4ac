package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A program that has ended, with its output. */
record Run(List<String> command, int status, String out, String err) {
  static Run of(Path folder, Map<String, String> environment, String... command)
      throws IOException, InterruptedException {
    Path out = Files.createTempFile("jpacker", ".out");
    Path err = Files.createTempFile("jpacker", ".err");
    try {
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectOutput(out.toFile())
              .redirectError(err.toFile());
      // settings of the environment for other programs must not affect the test
      builder
          .environment()
          .keySet()
          .removeAll(
              List.of("JPACKER_OPTS", "JPACKER_PLUGINS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
      builder.environment().putAll(environment);
      Process process = builder.start();
      process.getOutputStream().close();
      boolean ended = process.waitFor(5, TimeUnit.MINUTES);
      process.destroyForcibly();
      assertTrue(ended, () -> "still running: " + List.of(command));
      return new Run(
          List.of(command), process.exitValue(), Files.readString(out), Files.readString(err));
    } finally {
      Files.delete(out);
      Files.delete(err);
    }
  }

  /** Asserts that the program succeeded and printed nothing on standard error. */
  Run fine() {
    assertEquals(0, status, this::toString);
    assertEquals("", err, this::toString);
    return this;
  }

  /** The first word of each line. */
  List<String> firstWords() {
    return out.lines().map(line -> line.strip().split("\\s+")[0]).sorted().toList();
  }
}
