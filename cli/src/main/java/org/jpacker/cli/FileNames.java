package org.jpacker.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.jpacker.api.CaptureException;

/** Paths of file names from the command line. */
final class FileNames {
  private FileNames() {}

  /**
   * The path of a name.
   *
   * @throws CaptureException if it has none; the reason names the way out
   */
  static Path path(String name) {
    try {
      return Path.of(name);
    } catch (InvalidPathException e) {
      throw new CaptureException(name, -1, "not the name of a file: " + reason(e), e);
    }
  }

  /**
   * The reason why a name has no path. Java decodes names by the locale, which may be ASCII only.
   */
  static String reason(InvalidPathException e) {
    boolean isPlain = e.getInput().chars().allMatch(c -> c > 0 && c < 0x80);
    String encoding = System.getProperty("sun.jnu.encoding", "");
    return isPlain || e.getInput().indexOf('\0') >= 0 || encoding.equals("UTF-8")
        ? e.getReason()
        : e.getReason() + " (" + encoding + "); LC_ALL=C.UTF-8 lets Java read names as UTF-8";
  }
}
