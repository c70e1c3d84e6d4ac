package org.jpacker.proto.http;

/**
 * The first line of a message, <a href="https://www.rfc-editor.org/rfc/rfc9112#section-3">RFC 9112,
 * sections 3</a> and 4.
 *
 * @param version such as {@code HTTP/1.1}; empty if the segment ends before it
 * @param method of a request, or null for a response
 * @param uri target of a request. It must not contain a blank, but some senders leave one in, and
 *     it is part of the target: section 3.2
 * @param status status digits of a response, or the text in their place
 * @param reason reason phrase after the status
 */
record HttpStartLine(String version, String method, String uri, String status, String reason) {
  private static final int VERSION = 8;
  private static final int STATUS = 3;

  static HttpStartLine request(String method, String uri, String version) {
    return new HttpStartLine(version, method, uri, "", "");
  }

  static HttpStartLine response(int status, String reason, String version) {
    return new HttpStartLine(version, null, "", String.valueOf(status), reason);
  }

  /** The parts of a line, or of its available beginning. */
  static HttpStartLine parse(String line) {
    if (line.startsWith("HTTP/")) {
      String behind = from(line, VERSION + 1);
      boolean isStatus =
          isStatus(behind) && (behind.length() == STATUS || behind.charAt(STATUS) == ' ');
      return new HttpStartLine(
          line.substring(0, Math.min(VERSION, line.length())),
          null,
          "",
          isStatus ? behind.substring(0, STATUS) : "",
          from(behind, STATUS + 1));
    }
    boolean isWhole = endsWithVersion(line);
    String before = isWhole ? line.substring(0, line.length() - VERSION - 1) : line;
    int blank = Math.max(0, before.indexOf(' '));
    return request(
        before.substring(0, blank),
        before.substring(blank).strip(),
        isWhole ? line.substring(line.length() - VERSION) : "");
  }

  /** Whether {@code text} begins with three digits. */
  private static boolean isStatus(String text) {
    return text.length() >= STATUS
        && isDigit(text.charAt(0))
        && isDigit(text.charAt(1))
        && isDigit(text.charAt(2));
  }

  private static String from(String text, int at) {
    return text.length() > at ? text.substring(at) : "";
  }

  boolean isRequest() {
    return method != null;
  }

  /**
   * The line, without its end.
   *
   * @throws IllegalArgumentException if a part would be read as another part
   */
  String text() {
    if (!isVersion(version, 0) || version.length() != VERSION) {
      throw new IllegalArgumentException(
          "http: the version has the form HTTP/1.1, not " + version.strip());
    }
    if (!isRequest()) {
      if (!isStatus(status) || status.length() > STATUS) {
        throw new IllegalArgumentException(
            "http.response.code: a status has three digits, not " + status);
      }
      return version + " " + status + " " + HttpHead.checked("http.response.phrase", reason);
    }
    if (!HttpHead.isToken(method, method.length())) {
      throw new IllegalArgumentException(
          "http.request.method: a method has only letters, digits and some marks, not '"
              + method.strip()
              + "'");
    }
    return method + " " + HttpHead.checked("http.request.uri", uri) + " " + version;
  }

  /** Whether a version is the last word of {@code line}. */
  static boolean endsWithVersion(String line) {
    int at = line.length() - VERSION;
    return at > 1 && line.charAt(at - 1) == ' ' && isVersion(line, at);
  }

  /** Whether {@code HTTP/d.d} stands at {@code at}. */
  static boolean isVersion(String line, int at) {
    return line.startsWith("HTTP/", at)
        && line.length() >= at + VERSION
        && isDigit(line.charAt(at + 5))
        && line.charAt(at + 6) == '.'
        && isDigit(line.charAt(at + 7));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
