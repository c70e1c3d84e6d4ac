package org.jpacker.proto.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Window;

/** The start line and the header lines of a message, as text, one character an octet. */
final class HttpHead {
  /** Longer methods are data that happens to begin with letters. */
  private static final int LONGEST_METHOD = 32;

  private static final Set<String> METHODS =
      Set.of(
          "GET",
          "HEAD",
          "POST",
          "PUT",
          "DELETE",
          "CONNECT",
          "OPTIONS",
          "TRACE",
          "PATCH",
          "NOTIFY",
          "SUBSCRIBE",
          "UNSUBSCRIBE",
          "PROPFIND",
          "PROPPATCH",
          "MKCOL",
          "COPY",
          "MOVE",
          "LOCK",
          "UNLOCK",
          "REPORT",
          "SEARCH");

  private static final String TOKEN_MARKS = "!#$%&'*+-.^_`|~";

  private HttpHead() {}

  /** Octets of the head that {@code in} begins with: to the blank line, or all if there is none. */
  static int size(Window in) throws MalformedException {
    for (int at = in.indexOf('\n', 0); at >= 0; at = in.indexOf('\n', at + 1)) {
      if (at + 1 < in.size() && in.u8(at + 1) == '\n') {
        return at + 2;
      }
      if (at + 2 < in.size() && in.u8(at + 1) == '\r' && in.u8(at + 2) == '\n') {
        return at + 3;
      }
    }
    return in.size();
  }

  /** Whether {@code in} begins with a request line or a status line. */
  static boolean begins(Window in) throws MalformedException {
    int end = in.indexOf('\n', 0);
    int length = end < 0 ? in.size() : end;
    String line = in.text(0, length, StandardCharsets.ISO_8859_1);
    if (line.endsWith("\r")) {
      line = line.substring(0, line.length() - 1);
    }
    if (isVersion(line, 0)) {
      return line.length() >= 12 && line.charAt(8) == ' ' && Character.isDigit(line.charAt(9));
    }
    int space = line.indexOf(' ');
    if (space < 1 || space > LONGEST_METHOD || !isToken(line, space)) {
      return false;
    }
    if (end < 0) {
      // cut by the end of the segment, maybe before the version: a method that people use must do
      return METHODS.contains(line.substring(0, space));
    }
    int last = line.lastIndexOf(' ');
    return last > space && endsWithVersion(line);
  }

  /** Whether the version is the last word of {@code line}. */
  static boolean endsWithVersion(String line) {
    return line.length() > 9
        && line.charAt(line.length() - 9) == ' '
        && isVersion(line, line.length() - 8);
  }

  /** Whether {@code HTTP/d.d} stands at {@code at}. */
  private static boolean isVersion(String line, int at) {
    return line.startsWith("HTTP/", at)
        && line.length() >= at + 8
        && Character.isDigit(line.charAt(at + 5))
        && line.charAt(at + 6) == '.'
        && Character.isDigit(line.charAt(at + 7));
  }

  /** RFC 9110, section 5.6.2: letters, digits, and some marks. */
  private static boolean isToken(String line, int length) {
    for (int i = 0; i < length; i++) {
      char c = line.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!isLetter && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** The first line, without its end. */
  static String startLine(String head) {
    int end = head.indexOf('\n');
    String line = end < 0 ? head : head.substring(0, end);
    return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
  }

  /** The lines behind the first; what has no colon is left out. */
  static List<HttpHeaderLine> lines(String head) {
    List<HttpHeaderLine> lines = new ArrayList<>();
    int at = head.indexOf('\n') + 1;
    while (at > 0 && at < head.length()) {
      int end = head.indexOf('\n', at);
      String line = head.substring(at, end < 0 ? head.length() : end);
      at = end + 1;
      boolean isFolded = line.startsWith(" ") || line.startsWith("\t");
      int colon = line.indexOf(':');
      if (isFolded && !lines.isEmpty()) {
        HttpHeaderLine before = lines.remove(lines.size() - 1);
        lines.add(new HttpHeaderLine(before.name(), (before.value() + " " + line.strip()).strip()));
      } else if (colon > 0) {
        lines.add(new HttpHeaderLine(line.substring(0, colon), line.substring(colon + 1).strip()));
      }
    }
    return List.copyOf(lines);
  }
}
