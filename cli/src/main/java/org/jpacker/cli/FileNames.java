package org.jpacker.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jpacker.api.CaptureException;

/** Names of files as they were typed. */
final class FileNames {
  private FileNames() {}

  /**
   * The path of a name.
   *
   * @throws CaptureException if it has none; the reason says what to do
   */
  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CaptureException(name, -1, "not the name of a file: " + reason(e), e);
    }
  }

  /** Why a name has no path. Java reads names as the locale has it, and that may be ASCII only. */
  static String reason(InvalidPathException e) {
    boolean isPlain = e.getInput().chars().allMatch(c -> c > 0 && c < 0x80);
    String encoding = System.getProperty("sun.jnu.encoding", "");
    return isPlain || e.getInput().indexOf('\0') >= 0 || encoding.equals("UTF-8")
        ? e.getReason()
        : e.getReason() + " (" + encoding + "); LC_ALL=C.UTF-8 lets Java read names as UTF-8";
  }
}
