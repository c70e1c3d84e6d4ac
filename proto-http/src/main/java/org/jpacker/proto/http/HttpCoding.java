package org.jpacker.proto.http;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/**
 * Content codings, <a href="https://www.rfc-editor.org/rfc/rfc9110#section-8.4.1">RFC 9110, section
 * 8.4.1</a>: gzip and deflate. Data inflated before an error are kept.
 */
final class HttpCoding {
  private static final int STEP = 8192;
  private static final int ZLIB = 8;

  private byte[] data;
  private String reason = "";

  /** The octets {@code data}, without any coding removed. */
  HttpCoding(byte[] data) {
    this.data = data;
  }

  byte[] data() {
    return data;
  }

  /** Why {@link #data} is incomplete; empty if it is complete. */
  String reason() {
    return reason;
  }

  /**
   * Removes the codings, the last applied one first. An empty body was never coded: the header
   * lines of a message without a body describe the body that it stands for.
   *
   * @param most bound of the result in octets
   */
  void decode(String codings, int most) {
    String[] names = codings.toLowerCase(Locale.ROOT).split(",");
    for (int i = names.length - 1; i >= 0 && reason.isEmpty() && data.length > 0; i--) {
      switch (names[i].strip()) {
        case "", "identity", "chunked" -> {}
        case "gzip", "x-gzip" -> inflate(most, "gzip", HttpCoding::gzip);
        case "deflate" -> inflate(most, "deflate", HttpCoding::deflate);
        default -> reason = "the coding " + names[i].strip() + " is not known here";
      }
    }
  }

  private interface Opener {
    InputStream open(byte[] octets) throws IOException;
  }

  private static InputStream gzip(byte[] octets) throws IOException {
    return new GZIPInputStream(new ByteArrayInputStream(octets));
  }

  /** RFC 9110, section 8.4.1.2: some senders omit the zlib wrapper of deflate. */
  private static InputStream deflate(byte[] octets) {
    boolean isWrapped =
        octets.length > 1
            && (octets[0] & 0xf) == ZLIB
            && ((octets[0] & 0xff) << 8 | octets[1] & 0xff) % 31 == 0;
    return new InflaterInputStream(new ByteArrayInputStream(octets), new Inflater(!isWrapped)) {
      @Override
      public void close() throws IOException {
        super.close();
        inf.end(); // an Inflater passed to a stream is not closed by it, and holds memory outside
        // the heap
      }
    };
  }

  private void inflate(int most, String name, Opener opener) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = opener.open(data)) {
      byte[] step = new byte[STEP];
      int n = in.read(step);
      while (n > 0 && reason.isEmpty()) {
        int room = most - out.size();
        out.write(step, 0, Math.min(n, room));
        if (n > room) {
          reason = "more than " + most + " octets";
        } else {
          n = in.read(step);
        }
      }
    } catch (IOException e) {
      // an end within the first octets gives an exception without a message
      reason = name + ": " + (e.getMessage() == null ? "ends early" : e.getMessage());
    }
    data = out.toByteArray();
  }
}
