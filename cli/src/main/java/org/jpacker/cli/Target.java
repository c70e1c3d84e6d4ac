package org.jpacker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Consumer;
import org.jpacker.api.CaptureException;

/**
 * A file that a command writes. It is written beside its place and moved there when it is whole, so
 * that what was there is lost only to something that is better.
 */
final class Target {
  private Target() {}

  /** The work was refused: nothing of it is kept. */
  static final class Refused extends CaptureException {
    private static final long serialVersionUID = 1L;

    Refused(String source, String reason) {
      super(source, -1, reason, null);
    }
  }

  /**
   * Has {@code work} write a file. If its input turns out to be damaged, what was whole is kept.
   *
   * @throws CaptureException if that fails, or {@code in} is the same file
   */
  static void write(String in, String out, Consumer<Path> work) {
    Path file = refuseSame(in, out);
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      // pipes and devices have no place to move to
      work.accept(file);
      return;
    }
    Path part = file.resolveSibling(file.getFileName() + ".part");
    boolean isWhole = false;
    try {
      work.accept(part);
      isWhole = true;
    } catch (Refused e) {
      throw e;
    } catch (CaptureException e) {
      // damage of the input, not of what was made of it
      isWhole = !e.source().equals(part.toString());
      throw isWhole ? e : new CaptureException(out, e.offset(), e.reason(), e);
    } finally {
      settle(part, file, isWhole);
    }
  }

  /**
   * The path of {@code out}.
   *
   * @throws CaptureException if it has none, or {@code in} is the same file
   */
  static Path refuseSame(String in, String out) {
    try {
      Path file = FileNames.path(out);
      Path read = FileNames.path(in);
      if (Files.exists(file) && Files.exists(read) && Files.isSameFile(file, read)) {
        throw new CaptureException(out, -1, "is what is read; write another file", null);
      }
      return file;
    } catch (IOException e) {
      throw failed(out, e);
    }
  }

  private static void settle(Path part, Path file, boolean isWhole) {
    try {
      if (!isWhole) {
        Files.deleteIfExists(part);
      } else if (Files.exists(part)) {
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      }
    } catch (IOException e) {
      throw failed(file.toString(), e);
    }
  }

  private static CaptureException failed(String name, IOException e) {
    return new CaptureException(name, -1, "cannot be written: " + e, e);
  }
}
