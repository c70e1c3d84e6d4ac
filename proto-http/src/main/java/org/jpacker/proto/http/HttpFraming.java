package org.jpacker.proto.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The end of a body, <a href="https://www.rfc-editor.org/rfc/rfc9112#section-6.3">RFC 9112, section
 * 6.3</a>, and the contents of its chunks, section 7.1.
 */
final class HttpFraming {
  private static final int LONGEST_CHUNK_DIGITS = 15;

  /** The available octets of the body. */
  private final byte[] octets;

  /** The octets between the framing. */
  private byte[] data;

  /** End of the body, or -1 if it is beyond the available octets. */
  private int end = -1;

  private List<HttpHeaderLine> trailers = List.of();
  private String reason = "";

  private HttpFraming(byte[] octets) {
    this.octets = octets;
    this.data = octets;
  }

  /**
   * Reads the body of {@code message}.
   *
   * @param octets the octets after the header, which may be fewer or more than the body
   */
  static HttpFraming of(Http message, byte[] octets) {
    HttpFraming framing = new HttpFraming(octets);
    List<String> codings = codings(message);
    if (hasNone(message)) {
      framing.take(0);
    } else if (!codings.isEmpty() && codings.get(codings.size() - 1).equals("chunked")) {
      framing.chunks();
    } else if (codings.isEmpty() && message.header("Content-Length").isPresent()) {
      framing.length(length(message));
    } else if (message.isRequest() && (octets.length == 0 || Http.parse(octets).isPresent())) {
      framing.take(0);
    } else if (message.isRequest()) {
      framing.reason = "nothing says how long the body is";
    } else {
      framing.reason = "the body ends where the connection does";
    }
    return framing;
  }

  /** End of the body, or -1 if it is beyond the available octets or unknown. */
  int end() {
    return end;
  }

  byte[] data() {
    return data;
  }

  List<HttpHeaderLine> trailers() {
    return trailers;
  }

  /** Why the end is not known; empty if it is. */
  String reason() {
    return reason;
  }

  /** Whether the status of a message excludes a body, whatever its header lines say. */
  static boolean hasNone(Http message) {
    int status = message.status();
    return status / 100 == 1 || status == 204 || status == 304;
  }

  /**
   * The transfer codings of all header lines. RFC 9112, section 6.3: chunks delimit the body if
   * "chunked" is the last one; otherwise no length applies. The "identity" of older versions is not
   * a coding.
   */
  private static List<String> codings(Http message) {
    return elements(message.all("Transfer-Encoding").toLowerCase(Locale.ROOT))
        .filter(coding -> !coding.equals("identity"))
        .toList();
  }

  private void take(int size) {
    end = size;
    data = Arrays.copyOf(octets, size);
  }

  /** RFC 9112, section 6.3: a length may be repeated as long as it stays the same. */
  private static String length(Http message) {
    return elements(message.all("Content-Length")).distinct().collect(Collectors.joining(","));
  }

  /** RFC 9110, section 5.6.1: elements of a list, without empty ones. */
  private static Stream<String> elements(String list) {
    return Stream.of(list.split(",")).map(String::strip).filter(element -> !element.isEmpty());
  }

  /** The number of octets in a header line, or -1 if it is not a number. */
  static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
  }

  private void length(String text) {
    long length = number(text);
    if (length < 0) {
      reason = "Content-Length is not a number: " + text;
    } else if (length > octets.length) {
      reason = "the body has " + length + " octets, " + octets.length + " are here";
    } else {
      take((int) length);
    }
  }

  private void chunks() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int at = 0;
    while (true) {
      int line = endOfLine(at);
      long size = line < 0 ? -1 : size(at, line);
      if (size < 0) {
        reason = (line < 0 ? "the chunks end early" : "no size of a chunk") + " at octet " + at;
        break;
      }
      if (size == 0) {
        trailers(line);
        break;
      }
      int there = (int) Math.min(size, octets.length - line);
      out.write(octets, line, there);
      if (there < size) {
        reason = "a chunk has " + size + " octets, " + there + " are here";
        break;
      }
      at = line + there;
      int next = endOfLine(at);
      if (next < 0 || next - at > 2) {
        reason = next < 0 ? "the chunks end early" : "no end of a chunk at octet " + at;
        break;
      }
      at = next;
    }
    data = out.toByteArray();
  }

  /** Header lines up to a blank one, which ends the body. */
  private void trailers(int from) {
    int at = from;
    for (int next = endOfLine(at); next >= 0; next = endOfLine(at)) {
      boolean isBlank = next - at == 1 || next - at == 2 && octets[at] == '\r';
      if (isBlank) {
        String lines = new String(octets, from, at - from, StandardCharsets.ISO_8859_1);
        trailers = HttpHead.lines("0\n" + lines);
        end = next;
        return;
      }
      at = next;
    }
    reason = "the trailers end early";
  }

  /** The number of hexadecimal digits before an extension or the end of the line, or -1. */
  private long size(int from, int to) {
    String line = new String(octets, from, to - from, StandardCharsets.ISO_8859_1);
    int extension = line.indexOf(';');
    String digits = (extension < 0 ? line : line.substring(0, extension)).strip();
    boolean isNumber = digits.length() <= LONGEST_CHUNK_DIGITS && digits.matches("[0-9a-fA-F]+");
    return isNumber ? Long.parseLong(digits, 16) : -1;
  }

  /** Offset after the next line feed, or -1. */
  private int endOfLine(int from) {
    for (int i = from; i < octets.length; i++) {
      if (octets[i] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  /** A body in chunks. */
  static byte[] chunked(byte[] body, int size, List<HttpHeaderLine> trailers) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int at = 0; at < body.length; at += size) {
      int n = Math.min(size, body.length - at);
      out.writeBytes((Integer.toHexString(n) + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write(body, at, n);
      out.writeBytes(new byte[] {'\r', '\n'});
    }
    StringBuilder end = new StringBuilder("0\r\n");
    trailers.forEach(line -> end.append(HttpHead.text(line)));
    out.writeBytes(end.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    return out.toByteArray();
  }
}
