package org.jpacker.proto.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jpacker.api.Discrepancy;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages that are made and changed. */
class HttpEditTest {
  private static Http parse(String message) {
    return Http.parse(message.getBytes(ISO_8859_1)).orElseThrow();
  }

  private static String text(Http http) {
    return new String(http.toBytes(), ISO_8859_1);
  }

  private static String refusal(Executable action) {
    return assertThrows(IllegalArgumentException.class, action).getMessage();
  }

  // --- start line ------------------------------------------------------------------------------

  @Test
  void versionCanBeChosen() {
    assertEquals("GET / HTTP/1.0\r\n\r\n", text(Http.request("GET", "/").version("HTTP/1.0")));
    assertEquals("HTTP/1.0 200 OK\r\n\r\n", text(Http.response(200, "OK").version("HTTP/1.0")));
    for (String wrong : List.of("1.0", "HTTP/1", "HTTP/1.0 ", "HTTP/1.0\r\nX: y", "HTTP/a.b")) {
      assertEquals(
          "http: the version has the form HTTP/1.1, not " + wrong.strip(),
          refusal(() -> new Http().version(wrong)));
    }
  }

  @Test
  void partsOfTheStartLineCanBeReplaced() {
    Http request = parse("\r\nGET /a b HTTP/1.0\nHost: x\n\nbody");
    request.method("PUT").uri("/c");
    assertEquals("\r\nPUT /c HTTP/1.0\r\nHost: x\n\nbody", text(request));
    Http response = parse("HTTP/1.1 200\r\nA: b\r\n\r\n").status(404).reason("Not Found");
    assertEquals("HTTP/1.1 404 Not Found\r\nA: b\r\n\r\n", text(response));
    assertThrows(IllegalStateException.class, () -> response.method("GET"));
    assertThrows(IllegalStateException.class, () -> response.uri("/"));
    assertThrows(IllegalStateException.class, () -> request.status(200));
    assertThrows(IllegalStateException.class, () -> request.reason("OK"));
  }

  /** RFC 9112, section 11.1: whoever can end a line can send a message of his own. */
  @Test
  void noPartOfTheHeadHoldsTheEndOfALine() {
    String end = ": an end of line would begin another line";
    for (String evil : List.of("\r\nInjected: 1", "\nInjected: 1", "\rInjected: 1")) {
      assertEquals("http.request.uri" + end, refusal(() -> Http.request("GET", "/x" + evil)));
      assertEquals("http.request.uri" + end, refusal(() -> new Http().uri("/x" + evil)));
      assertEquals("http.response.phrase" + end, refusal(() -> Http.response(200, "OK" + evil)));
      assertEquals(
          "http.response.phrase" + end, refusal(() -> Http.response(200, "").reason("OK" + evil)));
      assertEquals("http header line X" + end, refusal(() -> new Http().header("X", "a" + evil)));
      assertEquals(
          "http header line X" + end, refusal(() -> new Http().addHeader("X", "a" + evil)));
      HttpHeaderLine line = new HttpHeaderLine("X", "a" + evil);
      assertEquals("http header line X" + end, refusal(() -> new Http().headers(List.of(line))));
      assertEquals(
          "http header line X" + end, refusal(() -> new Http().chunked(new byte[1], 1, line)));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "GET /x", "G\r\nT", "G\u00c9T", "GET:", "\u65e5"})
  void whatIsNoTokenIsNoMethodAndNoName(String word) {
    assertEquals(
        "http.request.method: a method has only letters, digits and some marks, not '" + word + "'",
        refusal(() -> Http.request(word, "/")));
    assertEquals(
        "http: the name of a header line has only letters, digits and some marks, not '"
            + word
            + "'",
        refusal(() -> new Http().header(word, "x")));
  }

  /** What a set of 256 characters lacks would be sent as a question mark. */
  @Test
  void charactersThatAreNoOctetsAreRefused() {
    String reason = ": U+65E5 is not in ISO 8859-1; encode it first";
    assertEquals("http.request.uri" + reason, refusal(() -> Http.request("GET", "/\u65e5\u672c")));
    assertEquals("http.response.phrase" + reason, refusal(() -> Http.response(200, "\u65e5")));
    assertEquals("http header line X" + reason, refusal(() -> new Http().header("X", "\u65e5")));
    assertEquals(
        "http header line X: U+1F600 is not in ISO 8859-1; encode it first",
        refusal(() -> new Http().header("X", "\ud83d\ude00")));
    assertEquals("caf\u00e9", parse(text(new Http().header("X", "caf\u00e9"))).header("X").get());
  }

  @Test
  void statusHasThreeDigits() {
    for (int wrong : new int[] {0, 99, 1000, -100}) {
      assertEquals(
          "http.response.code: a status has three digits, not " + wrong,
          refusal(() -> Http.response(wrong, "x")));
    }
  }

  // --- header lines ----------------------------------------------------------------------------

  @Test
  void headerLineIsReplacedWhereItStands() {
    Http http = parse("GET / HTTP/1.1\r\nhost: a\r\nFold: 1\r\n 2\r\nHOST: b\r\nno colon\r\n\r\n");
    http.header("Host", "c");
    assertEquals("GET / HTTP/1.1\r\nHost: c\r\nFold: 1\r\n 2\r\nno colon\r\n\r\n", text(http));
    http.header("Fold", "3");
    assertEquals("GET / HTTP/1.1\r\nHost: c\r\nFold: 3\r\nno colon\r\n\r\n", text(http));
    http.header("New", "4");
    assertEquals("GET / HTTP/1.1\r\nHost: c\r\nFold: 3\r\nno colon\r\nNew: 4\r\n\r\n", text(http));
  }

  @Test
  void headerLinesAreAddedAndRemoved() {
    Http http = Http.response(200, "OK").header("Set-Cookie", "a=1").addHeader("Set-Cookie", "b=2");
    assertEquals("HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nSet-Cookie: b=2\r\n\r\n", text(http));
    http.removeHeader("set-cookie").removeHeader("none");
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", text(http));
    http.headers(List.of(new HttpHeaderLine("A", "1"), new HttpHeaderLine("a", "2")));
    assertEquals("HTTP/1.1 200 OK\r\nA: 1\r\na: 2\r\n\r\n", text(http));
    assertEquals(2, http.headers().size());
  }

  @Test
  void headThatIsCutOrHasBareLineFeedsTakesLinesToo() {
    assertEquals(
        "GET / HTTP/1.1\r\nHost: exam\r\nA: b\r\n\r\n",
        text(parse("GET / HTTP/1.1\r\nHost: exam").addHeader("A", "b")));
    assertEquals(
        "GET / HTTP/1.1\nHost: x\nA: b\r\n\r\nbody",
        text(parse("GET / HTTP/1.1\nHost: x\n\nbody").header("A", "b")));
    assertEquals("GET /cu\r\nA: b\r\n\r\n", text(parse("GET /cu").header("A", "b")));
  }

  // --- Content-Length --------------------------------------------------------------------------

  private static List<String> verify(Http http) {
    return Packet.of(http).verify().stream().map(Discrepancy::toString).toList();
  }

  /** RFC 9110, section 8.6. */
  @Test
  void lengthFollowsTheBodyOfAMessageThatIsMade() {
    Http http = Http.request("POST", "/").body("data");
    assertEquals("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\ndata", text(http));
    http.body("more data").header("Host", "x");
    assertEquals("POST / HTTP/1.1\r\nContent-Length: 9\r\nHost: x\r\n\r\nmore data", text(http));
    http.payload("");
    assertEquals("0", http.header("Content-Length").orElseThrow());
    assertEquals("GET / HTTP/1.1\r\n\r\n", text(new Http()));
    assertEquals(List.of(), verify(http));
  }

  @Test
  void sizesCountTheLineThatFollows() {
    Http http = Http.request("POST", "/").body("data");
    assertEquals("POST / HTTP/1.1\r\nContent-Length: 4\r\n\r\ndata".length(), http.size());
    Packet packet = Packet.of(Http.request("POST", "/").body("data"));
    assertEquals(packet.toBytes().length, packet.length());
    Http other = Http.response(200, "OK").body("data");
    assertEquals("4", Http.CONTENT_LENGTH.text(other));
    assertEquals(List.of(new HttpHeaderLine("Content-Length", "4")), other.headers());
  }

  @Test
  void lengthThatIsSetStaysAndIsTold() {
    Http http = Http.request("POST", "/").header("content-length", "99").body("data");
    assertEquals("POST / HTTP/1.1\r\ncontent-length: 99\r\n\r\ndata", text(http));
    assertTrue(http.isPinned(Http.CONTENT_LENGTH));
    assertEquals(List.of("http.content_length_header is 99, expected 4"), verify(http));
    http.unpin(Http.CONTENT_LENGTH);
    assertEquals("4", http.header("Content-Length").orElseThrow());
    assertEquals(List.of(), verify(http));
    Http none = Http.request("POST", "/").removeHeader("Content-Length").body("data");
    assertEquals("POST / HTTP/1.1\r\n\r\ndata", text(none));
  }

  /** RFC 9112, sections 6.1 to 6.3: chunks tell their own length; some messages have no body. */
  @Test
  void noLengthIsAddedWhereNoneBelongs() {
    Http chunked = Http.response(200, "OK").body("old").chunked(new byte[] {'a'}, 1);
    assertEquals(
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n0\r\n\r\n", text(chunked));
    assertEquals(Optional.empty(), Http.response(204, "").body("x").header("Content-Length"));
    assertEquals(Optional.empty(), Http.response(100, "").body("x").header("Content-Length"));
    assertEquals(List.of(), verify(chunked));
  }

  @Test
  void lengthOfAMessageThatWasReadFollowsIfAllOfItWasThere() {
    String head = "POST / HTTP/1.1\r\nContent-Length: ";
    Http whole = read(head + "4\r\n\r\ndata").get(Http.class).body("more data");
    assertEquals(head + "9\r\n\r\nmore data", text(whole));
    whole.body("x").body("yz");
    assertEquals(head + "2\r\n\r\nyz", text(whole));
    Http cut = read(head + "9\r\n\r\ndata").get(Http.class).body("x");
    assertEquals(head + "9\r\n\r\nx", text(cut));
    Http two = read(head + "1\r\n\r\ndGET / HTTP/1.1\r\n\r\n").get(Http.class).body("xy");
    assertEquals(head + "1\r\n\r\nxy", text(two));
    Http untold = read("HTTP/1.1 200 OK\r\n\r\ndata").get(Http.class).body("x");
    assertEquals("HTTP/1.1 200 OK\r\n\r\nx", text(untold));
  }

  @Test
  void refreshLeavesTheLengthOfASegmentAlone() {
    Packet cut = read("POST / HTTP/1.1\r\nContent-Length: 9\r\n\r\ndata");
    assertEquals(List.of(), cut.verify());
    byte[] octets = cut.toBytes();
    cut.refresh();
    assertEquals(HexFormat.of().formatHex(octets), HexFormat.of().formatHex(cut.toBytes()));
    assertFalse(cut.get(Http.class).isPinned(Http.CONTENT_LENGTH));
  }

  private static Packet read(String message) {
    int linkType = 147;
    return Packet.read(
        message.getBytes(ISO_8859_1),
        linkType,
        ProtocolRegistry.of(new HttpProvider())
            .with(DispatchTable.LINK_TYPE.key(linkType), Http.PROTOCOL));
  }
}
