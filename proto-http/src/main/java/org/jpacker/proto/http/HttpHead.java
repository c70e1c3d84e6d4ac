package org.jpacker.proto.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Window;

/** The start line and the header lines of a message as text, one character per octet. */
final class HttpHead {
  /** Longer methods are data that happen to begin with letters. */
  private static final int LONGEST_METHOD = 32;

  /**
   * The preface of an HTTP/2 connection looks like a request but is not one, <a
   * href="https://www.rfc-editor.org/rfc/rfc9113#section-3.4">RFC 9113, section 3.4</a>.
   */
  private static final String PREFACE = "PRI * HTTP/2.0";

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
  private static final String LINE_END = "\r\n";

  private HttpHead() {}

  /**
   * Octets of the head at the beginning of {@code in}: up to the blank line, or all without one.
   */
  static int size(Window in) throws MalformedException {
    int from = emptyLines(in);
    for (int at = in.indexOf('\n', from); at >= 0; at = in.indexOf('\n', at + 1)) {
      if (at + 1 < in.size() && in.u8(at + 1) == '\n') {
        return at + 2;
      }
      if (at + 2 < in.size() && in.u8(at + 1) == '\r' && in.u8(at + 2) == '\n') {
        return at + 3;
      }
    }
    return in.size();
  }

  /**
   * Octets of empty lines before the start line: old clients send one after a body, <a
   * href="https://www.rfc-editor.org/rfc/rfc9112#section-2.2">RFC 9112, section 2.2</a>.
   */
  private static int emptyLines(Window in) throws MalformedException {
    int at = 0;
    while (at < in.size() && (in.u8(at) == '\n' || in.u8(at) == '\r')) {
      at++;
    }
    return at;
  }

  private static int emptyLines(String head) {
    int at = 0;
    while (at < head.length() && (head.charAt(at) == '\n' || head.charAt(at) == '\r')) {
      at++;
    }
    return at;
  }

  /** Whether {@code in} begins with a status line, or with a request line after empty lines. */
  static boolean begins(Window in) throws MalformedException {
    int from = emptyLines(in);
    int end = in.indexOf('\n', from);
    int length = (end < 0 ? in.size() : end) - from;
    String line = in.text(from, length, StandardCharsets.ISO_8859_1);
    if (line.endsWith("\r")) {
      line = line.substring(0, line.length() - 1);
    }
    if (HttpStartLine.isVersion(line, 0)) {
      return from == 0
          && line.length() >= 12
          && line.charAt(8) == ' '
          && Character.isDigit(line.charAt(9));
    }
    int space = line.indexOf(' ');
    if (space < 1 || space > LONGEST_METHOD || !isToken(line, space)) {
      return false;
    }
    if (end < 0) {
      // the segment may end before the version, so a common method must suffice
      return METHODS.contains(line.substring(0, space));
    }
    return line.lastIndexOf(' ') > space
        && HttpStartLine.endsWithVersion(line)
        && !line.equals(PREFACE);
  }

  /**
   * Whether the first {@code length} characters are letters, digits, and some marks, <a
   * href="https://www.rfc-editor.org/rfc/rfc9110#section-5.6.2">RFC 9110, section 5.6.2</a>.
   */
  static boolean isToken(String text, int length) {
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      boolean isLetter = c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
      if (!isLetter && TOKEN_MARKS.indexOf(c) < 0) {
        return false;
      }
    }
    return length > 0;
  }

  /** The first line, without its end. */
  static String startLine(String head) {
    int from = emptyLines(head);
    int end = head.indexOf('\n', from);
    return withoutEnd(head.substring(from, end < 0 ? head.length() : end));
  }

  private static String withoutEnd(String line) {
    int end = line.length();
    while (end > 0 && (line.charAt(end - 1) == '\n' || line.charAt(end - 1) == '\r')) {
      end--;
    }
    return line.substring(0, end);
  }

  /** The lines after the first, except those without a colon. */
  static List<HttpHeaderLine> lines(String head) {
    List<HttpHeaderLine> lines = new ArrayList<>();
    List<String> parts = parts(head);
    for (String part : parts.subList(1, parts.size())) {
      int colon = nameEnd(part);
      if (colon > 0) {
        StringBuilder value = new StringBuilder();
        for (String line : part.substring(colon + 1).split("\n")) {
          value.append(' ').append(line.strip());
        }
        lines.add(new HttpHeaderLine(part.substring(0, colon), value.toString().strip()));
      }
    }
    return List.copyOf(lines);
  }

  /** Position of the colon after the name of a header line, or -1. */
  private static int nameEnd(String part) {
    int colon = part.indexOf(':');
    int end = part.indexOf('\n');
    return end >= 0 && end < colon ? -1 : colon;
  }

  /**
   * The start line and each header line with its end, including empty lines before them and folded
   * lines after them; then the blank line, unless the segment ends before it.
   */
  private static List<String> parts(String head) {
    List<String> parts = new ArrayList<>();
    int from = 0;
    int at = head.indexOf('\n', emptyLines(head)) + 1;
    while (at > 0 && at < head.length()) {
      char next = head.charAt(at);
      if (parts.isEmpty() || next != ' ' && next != '\t') {
        parts.add(head.substring(from, at));
        from = at;
      }
      at = head.indexOf('\n', at) + 1;
    }
    parts.add(head.substring(from));
    return parts;
  }

  /** A head with only this start line. */
  static String of(HttpStartLine start) {
    return start.text() + LINE_END + LINE_END;
  }

  /** {@code head} with another start line. */
  static String with(String head, HttpStartLine start) {
    int from = emptyLines(head);
    int end = head.indexOf('\n', from);
    return head.substring(0, from)
        + start.text()
        + LINE_END
        + (end < 0 ? "" : head.substring(end + 1));
  }

  /** {@code head} with these header lines in place of all. */
  static String with(String head, List<HttpHeaderLine> lines) {
    StringBuilder out = new StringBuilder(ended(parts(head).get(0)));
    lines.forEach(line -> out.append(text(line)));
    return out.append(LINE_END).toString();
  }

  /**
   * {@code head} with {@code lines} in place of those of a name, at the position of the first of
   * them, or else after all others. The other lines are unchanged.
   */
  static String with(String head, String name, List<HttpHeaderLine> lines) {
    StringBuilder text = new StringBuilder();
    lines.forEach(line -> text.append(text(line)));
    StringBuilder out = new StringBuilder();
    List<String> parts = parts(head);
    boolean isPlaced = false;
    for (int i = 0; i < parts.size(); i++) {
      String part = parts.get(i);
      boolean isEnd = i > 0 && withoutEnd(part).isEmpty();
      int colon = i > 0 ? nameEnd(part) : -1;
      boolean isNamed = colon > 0 && part.substring(0, colon).equalsIgnoreCase(name);
      if (!isPlaced && (isEnd || isNamed)) {
        out.append(text);
        isPlaced = true;
      }
      if (!isEnd && !isNamed) {
        out.append(ended(part));
      }
    }
    return out.append(isPlaced ? "" : text).append(LINE_END).toString();
  }

  /** {@code head} with one more header line, after all others. */
  static String plus(String head, HttpHeaderLine line) {
    return with(head, "", List.of(line));
  }

  private static String ended(String part) {
    return part.endsWith("\n") ? part : part + LINE_END;
  }

  /**
   * The line with its end.
   *
   * @throws IllegalArgumentException if it would be read as another, or as two
   */
  static String text(HttpHeaderLine line) {
    if (!isToken(line.name(), line.name().length())) {
      throw new IllegalArgumentException(
          "http: the name of a header line has only letters, digits and some marks, not '"
              + line.name().strip()
              + "'");
    }
    return line.name() + ": " + checked("http header line " + line.name(), line.value()) + LINE_END;
  }

  /**
   * {@code text}, which is sent unchanged.
   *
   * @throws IllegalArgumentException if it would end the line, or has a character beyond ISO 8859-1
   */
  static String checked(String field, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\r' || c == '\n') {
        throw new IllegalArgumentException(field + ": an end of line would begin another line");
      }
      if (c > 0xff) {
        throw new IllegalArgumentException(
            String.format(
                Locale.ROOT,
                "%s: U+%04X is not in ISO 8859-1; encode it first",
                field,
                text.codePointAt(i)));
      }
    }
    return text;
  }
}
