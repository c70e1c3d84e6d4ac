package org.jpacker.proto.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.jpacker.api.Raw;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HttpTest {
  private static Http parse(String message) {
    return Http.parse(message.getBytes(ISO_8859_1)).orElseThrow();
  }

  @Test
  void requestIsRead() {
    Http http = parse("POST /a?b=c HTTP/1.1\r\nHost: example\r\nX:  y \r\n\r\nbody");
    assertTrue(http.isRequest());
    assertEquals("POST", http.method());
    assertEquals("/a?b=c", http.uri());
    assertEquals("HTTP/1.1", http.version());
    assertEquals(0, http.status());
    assertEquals(
        List.of(new HttpHeaderLine("Host", "example"), new HttpHeaderLine("X", "y")),
        http.headers());
    assertEquals("body", new String(http.body(), ISO_8859_1));
    assertEquals("example", Http.HOST.text(http));
    assertEquals("", Http.CODE.text(http));
  }

  @Test
  void responseIsRead() {
    Http http = parse("HTTP/1.0 404 Not Found\nServer: x\n\n");
    assertTrue(http.isResponse());
    assertEquals(404, http.status());
    assertEquals("Not Found", http.reason());
    assertEquals("HTTP/1.0", http.version());
    assertEquals("", http.method());
    assertEquals("", http.uri());
    assertEquals("404", Http.CODE.text(http));
    assertEquals("", Http.METHOD.text(http));
    assertEquals(0, http.body().length);
  }

  @Test
  void headerNamesHaveNoCaseAndFoldedLinesAreJoined() {
    Http http = parse("GET / HTTP/1.1\r\nA: 1\r\n\t2\r\nb: 3\r\nno colon\r\n\r\n");
    assertEquals(Optional.of("1 2"), http.header("a"));
    assertEquals(Optional.of("3"), http.header("B"));
    assertEquals(2, http.headers().size());
  }

  @Test
  void headThatIsCutIsWhatIsThere() {
    Http http = parse("GET /long HTTP/1.1\r\nHost: exam");
    assertEquals(Optional.of("exam"), http.header("Host"));
    assertEquals(0, http.body().length);
    assertEquals("/very/lo", parse("GET /very/lo").uri());
    assertEquals("", parse("GET /very/lo").version());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\r\n\r\n",
        "hello world",
        "GET /\r\n",
        "GET / HTTP/x.1\r\n",
        "HTTP/1.1",
        "HTTP/1.1 x",
        "\0GET / HTTP/1.1\r\n",
        "two words HTTP/1.1 no\r\n",
        "NOMETHOD /cut"
      })
  void whatBeginsWithNeitherLineIsNoHttp(String data) {
    assertTrue(Http.parse(Raw.of(data)).isEmpty());
  }

  @Test
  void anyTokenIsMethod() {
    assertEquals("M-SEARCH", parse("M-SEARCH * HTTP/1.1\r\n\r\n").method());
  }

  @Test
  void craftedMessageIsRead() {
    Http http = Http.request("PUT", "/x").header("Host", "a").header("N", "1").body("data");
    assertEquals(
        "PUT /x HTTP/1.1\r\nHost: a\r\nN: 1\r\n\r\ndata", new String(http.toBytes(), ISO_8859_1));
    Http response = Http.response(200, "OK");
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", new String(response.toBytes(), ISO_8859_1));
    assertFalse(response.isRequest());
    assertArrayEquals(http.toBytes(), Http.parse(http.toBytes()).orElseThrow().toBytes());
  }

  @Test
  void headerLineCannotSmuggleAnother() {
    assertThrows(IllegalArgumentException.class, () -> new Http().header("A", "1\r\nEvil: yes"));
  }
}
