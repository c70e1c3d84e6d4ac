package org.jpacker.distribution;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/** The finished images and how to run them. */
final class Images {
  /** The image with all modules. */
  static final Path FULL = Path.of(System.getProperty("jpacker.image"));

  /** The image for capture files only. */
  static final Path LEAN = Path.of(System.getProperty("jpacker.lean"));

  private Images() {}

  /** Runs the command of an image in {@code folder}. */
  static Run run(Path folder, Path image, String... words)
      throws IOException, InterruptedException {
    return run(folder, Map.of(), image, words);
  }

  static Run run(Path folder, Map<String, String> environment, Path image, String... words)
      throws IOException, InterruptedException {
    String[] command = new String[words.length + 1];
    command[0] = image.resolve("bin/jpacker").toString();
    System.arraycopy(words, 0, command, 1, words.length);
    return Run.of(folder, environment, command);
  }
}
