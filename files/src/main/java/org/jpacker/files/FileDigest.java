package org.jpacker.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.LongConsumer;
import org.jpacker.api.CaptureException;

/**
 * Size and hashes of a file as it is stored, compressed or not.
 *
 * @param size in octets
 * @param sha256 in hexadecimal, 64 digits
 * @param sha1 in hexadecimal, 40 digits
 */
public record FileDigest(long size, String sha256, String sha1) {
  private static final int PIECE = 1 << 16;

  /**
   * Reads a file to its end.
   *
   * @param progress gets the number of octets read so far
   * @throws CaptureException if the file cannot be read
   */
  public static FileDigest of(Path file, LongConsumer progress) {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
      byte[] piece = new byte[PIECE];
      long size = 0;
      for (int n = in.read(piece); n >= 0; n = in.read(piece)) {
        sha256.update(piece, 0, n);
        sha1.update(piece, 0, n);
        size += n;
        progress.accept(size);
      }
      HexFormat hex = HexFormat.of();
      return new FileDigest(size, hex.formatHex(sha256.digest()), hex.formatHex(sha1.digest()));
    } catch (IOException e) {
      throw new CaptureException(file.toString(), -1, "cannot be read: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has both
    }
  }
}
