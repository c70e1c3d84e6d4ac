package org.jpacker.io.pcap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jpacker.api.CaptureException;

/** Opens files to read them, and says why one cannot be opened. */
final class FileAccess {
  private FileAccess() {}

  /**
   * A file, a named pipe or the like.
   *
   * @throws CaptureException if it cannot be opened
   */
  static FileChannel toRead(Path file) {
    String name = file.toString();
    if (Files.isDirectory(file)) {
      throw new CaptureException(name, -1, "is a directory", null);
    }
    try {
      return FileChannel.open(file, StandardOpenOption.READ);
    } catch (NoSuchFileException e) {
      throw new CaptureException(name, -1, "no such file", e);
    } catch (AccessDeniedException e) {
      throw new CaptureException(name, -1, "permission denied", e);
    } catch (IOException e) {
      throw unreadable(name, e);
    }
  }

  static CaptureException unreadable(String name, IOException e) {
    return new CaptureException(name, -1, "cannot be read: " + e, e);
  }

  /** Closes what was opened for a use that failed; returns why it failed. */
  static CaptureException closing(AutoCloseable opened, CaptureException failure) {
    try {
      opened.close();
    } catch (Exception e) {
      failure.addSuppressed(e);
    }
    return failure;
  }
}
