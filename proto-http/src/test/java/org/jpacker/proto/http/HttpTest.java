package org.jpacker.proto.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
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
        "PUT /x HTTP/1.1\r\nHost: a\r\nN: 1\r\nContent-Length: 4\r\n\r\ndata",
        new String(http.toBytes(), ISO_8859_1));
    Http response = Http.response(200, "OK");
    assertEquals("HTTP/1.1 200 OK\r\n\r\n", new String(response.toBytes(), ISO_8859_1));
    assertFalse(response.isRequest());
    assertArrayEquals(http.toBytes(), Http.parse(http.toBytes()).orElseThrow().toBytes());
  }

  /** RFC 9112, section 2.2: old clients send an empty line behind a body. */
  @Test
  void emptyLinesBeforeRequestAreNoPartOfIt() {
    String head = "\r\nGET /a HTTP/1.1\r\nHost: x\r\n\r\n";
    Http http = parse(head + "body");
    assertEquals("GET", http.method());
    assertEquals("/a", http.uri());
    assertEquals(List.of(new HttpHeaderLine("Host", "x")), http.headers());
    assertEquals(head.length(), http.headerSize());
    assertEquals("/a", parse("\r\n\n\r\nGET /a HTTP/1.1\r\n\r\n").uri());
    assertEquals("/cu", parse("\r\nGET /cu").uri());
    Http first =
        of("POST /a HTTP/1.1\r\nContent-Length: 1\r\n\r\n", octets("x\r\nGET /b HTTP/1.1\r\n\r\n"));
    assertEquals(List.of("/a", "/b"), first.messages().stream().map(Http::uri).toList());
  }

  /** The same section speaks of requests only. */
  @Test
  void emptyLinesBeforeStatusLineAreData() {
    assertTrue(Http.parse(octets("\r\nHTTP/1.1 200 OK\r\n\r\n")).isEmpty());
  }

  /** RFC 9112, section 3.2: some senders leave blanks in a target, and mean them. */
  @Test
  void blanksArePartOfTheTarget() {
    Http http = parse("GET /a b c HTTP/1.1\r\n\r\n");
    assertEquals("/a b c", http.uri());
    assertEquals("HTTP/1.1", http.version());
  }

  /** RFC 9113, section 3.4: what a connection of HTTP/2 begins with. */
  @Test
  void prefaceOfVersion2IsNoRequest() {
    assertTrue(Http.parse(octets("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n")).isEmpty());
    assertEquals("PRI", parse("PRI * HTTP/1.1\r\n\r\n").method());
  }

  @Test
  void statusStandsBeforeWhateverReason() {
    Http http = parse("HTTP/1.1 200 caf\u00c3\u0085\r\n\r\n");
    assertEquals(200, http.status());
    assertEquals("caf\u00c3\u0085", http.reason());
    assertEquals(0, parse("HTTP/1.1 2000 x\r\n\r\n").status());
    assertEquals(404, parse("HTTP/1.1 404\r\n\r\n").status());
    assertEquals("", parse("HTTP/1.1 404\r\n\r\n").reason());
  }

  private static Http of(String head, byte[] rest) {
    byte[] octets = head.getBytes(StandardCharsets.ISO_8859_1);
    byte[] all = Arrays.copyOf(octets, octets.length + rest.length);
    System.arraycopy(rest, 0, all, octets.length, rest.length);
    return Http.parse(all).orElseThrow();
  }

  private static byte[] octets(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String text(HttpContent content) {
    return new String(content.octets(), StandardCharsets.ISO_8859_1);
  }

  /** RFC 9112, section 7.1, with an unknown extension, which is passed over, and trailers. */
  @Test
  void chunksArePutTogether() {
    Http http =
        of(
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            octets(
                "4\r\nWiki\r\n6;name=\"v\"\r\npedia \r\nE\r\nin \r\n\r\nchunks.\r\n0\r\nDate: now\r\n\r\nrest"));
    HttpContent content = http.content();
    assertEquals("Wikipedia in \r\n\r\nchunks.", text(content));
    assertTrue(content.isComplete(), content.reason());
    assertEquals(List.of(new HttpHeaderLine("Date", "now")), content.trailers());
    assertTrue(new String(http.body(), StandardCharsets.ISO_8859_1).endsWith("now\r\n\r\n"));
  }

  @Test
  void chunksThatAreCutGiveWhatIsThere() {
    String head = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n";
    String body = "4\r\nWiki\r\n5\r\npedia\r\n0\r\n\r\n";
    for (int i = 0; i < body.length(); i++) {
      HttpContent content = of(head, octets(body.substring(0, i))).content();
      assertFalse(content.isComplete());
      assertTrue("Wikipedia".startsWith(text(content)), text(content));
    }
    assertEquals(
        "a chunk has 5 octets, 2 are here", of(head, octets("5\r\npe")).content().reason());
    assertEquals(
        "no size of a chunk at octet 0",
        of(head, octets("ffffffffffffffffff\r\nx")).content().reason());
    assertEquals(
        "no end of a chunk at octet 4", of(head, octets("1\r\nabc\r\n")).content().reason());
  }

  @Test
  void contentIsInflatedAndBounded() throws IOException {
    byte[] zeros = new byte[1 << 20];
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(zeros);
    }
    byte[] packed = out.toByteArray();
    Http http =
        of(
            "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: "
                + packed.length
                + "\r\n\r\n",
            packed);
    assertTrue(http.content().isComplete());
    assertArrayEquals(zeros, http.content().octets());
    HttpContent bounded = http.content(1000);
    assertEquals("more than 1000 octets", bounded.reason());
    assertEquals(1000, bounded.octets().length);
    Http cut = of("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n", Arrays.copyOf(packed, 500));
    assertFalse(cut.content().isComplete());
    assertTrue(cut.content().octets().length > 1000);
    Http brotli =
        of("HTTP/1.1 200 OK\r\nContent-Encoding: br\r\nContent-Length: 1\r\n\r\n", new byte[1]);
    assertEquals("the coding br is not known here", brotli.content().reason());
    assertEquals(1, brotli.content().octets().length);
  }

  /** RFC 9112, section 6.3: header lines of such a message are about the body it stands for. */
  @ParameterizedTest
  @ValueSource(strings = {"gzip", "deflate", "x-gzip, deflate", "br"})
  void bodyOfNothingIsComplete(String coding) {
    for (Http http :
        List.of(
            Http.response(304, "Not Modified").header("Content-Length", "9"),
            Http.response(204, "No Content"),
            Http.response(100, "Continue"),
            Http.response(200, "OK").header("Content-Length", "0"),
            Http.response(200, "OK").chunked(new byte[0], 1),
            Http.request("GET", "/"))) {
      HttpContent content = http.header("Content-Encoding", coding).content();
      assertEquals("", content.reason());
      assertTrue(content.isComplete());
      assertEquals(0, content.octets().length);
    }
  }

  @Test
  void codedBodyThatIsCutSaysSo() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nContent-Encoding: gzip\r\n\r\n";
    assertEquals("the body has 9 octets, 0 are here", parse(head).content().reason());
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(octets("hello"));
    }
    Http cut = Http.response(200, "OK").header("Content-Encoding", "gzip");
    cut.body(Arrays.copyOf(out.toByteArray(), 5));
    assertEquals("gzip: ends early", cut.content().reason());
  }

  @Test
  void deflateComesWithAndWithoutWrapper() throws IOException {
    for (boolean bare : new boolean[] {false, true}) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      Deflater deflater = new Deflater(9, bare);
      try (DeflaterOutputStream stream = new DeflaterOutputStream(out, deflater)) {
        stream.write(octets("hello hello hello"));
      }
      deflater.end();
      Http http = Http.response(200, "OK").header("Content-Encoding", "deflate");
      http.header("Content-Length", String.valueOf(out.size())).body(out.toByteArray());
      assertEquals("hello hello hello", text(http.content()));
      assertTrue(http.content().isComplete(), http.content().reason());
    }
  }

  @Test
  void pipelinedMessagesFollowEachOther() {
    Http first =
        of(
            "POST /a HTTP/1.1\r\nContent-Length: 3\r\n\r\n",
            octets("abcGET /b HTTP/1.1\r\nHost: x\r\n\r\nGET /c HTTP/1.1\r\n\r\n"));
    assertEquals(List.of("/a", "/b", "/c"), first.messages().stream().map(Http::uri).toList());
    assertEquals("abc", new String(first.body(), StandardCharsets.ISO_8859_1));
    Http last = Http.response(304, "Not Modified").header("Content-Length", "5");
    last.body("HTTP/1.1 200 OK\r\n\r\n");
    assertEquals(List.of(304, 200), last.messages().stream().map(Http::status).toList());
    assertEquals(1, of("HTTP/1.1 200 OK\r\n\r\n", octets("HTTP/1.1 404 no\r\n")).messages().size());
  }

  @Test
  void chunkedBodyIsReadAsItWasWritten() {
    Http http =
        Http.response(200, "OK").chunked(octets("hello world"), 4, new HttpHeaderLine("A", "b"));
    Http read = Http.parse(http.toBytes()).orElseThrow();
    assertEquals("hello world", text(read.content()));
    assertEquals(List.of(new HttpHeaderLine("A", "b")), read.content().trailers());
  }

  /** RFC 9112, section 6.3: a length that is repeated counts once, two lengths are none. */
  @Test
  void repeatedLengthIsOneLength() {
    for (String head : List.of("Content-Length: 2\r\nContent-Length: 2", "Content-Length: 2, 2,")) {
      HttpContent content = of("POST / HTTP/1.1\r\n" + head + "\r\n\r\n", octets("abc")).content();
      assertEquals("ab", text(content));
      assertTrue(content.isComplete(), content.reason());
    }
    assertEquals(
        "Content-Length is not a number: 2,3",
        of("POST / HTTP/1.1\r\nContent-Length: 2, 3\r\n\r\n", octets("abc")).content().reason());
  }

  /** The same: a coding overrides the length; it is in chunks if the last one is "chunked". */
  @Test
  void lastCodingSaysWhetherThereAreChunks() {
    String ok = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n";
    byte[] chunks = octets("1\r\na\r\n0\r\n\r\nrest");
    Http lines =
        of(ok + "Transfer-Encoding: identity\r\nTransfer-Encoding: Chunked\r\n\r\n", chunks);
    assertEquals("a", text(lines.content()));
    assertEquals(11, lines.body().length);
    for (String coding : List.of("gzip", "chunked, gzip", "xchunked")) {
      Http other = of(ok + "Transfer-Encoding: " + coding + "\r\n\r\n", chunks);
      assertEquals("the body ends where the connection does", other.content().reason());
      assertEquals(chunks.length, other.body().length);
    }
    assertEquals(1, of(ok + "Transfer-Encoding: identity\r\n\r\n", chunks).body().length);
  }

  @Test
  void bodyThatIsLongerThanTheSegmentSaysSo() {
    Http http = of("POST / HTTP/1.1\r\nContent-Length: 10\r\n\r\n", octets("abc"));
    assertEquals("the body has 10 octets, 3 are here", http.content().reason());
    assertEquals("abc", text(http.content()));
    assertEquals(
        "Content-Length is not a number: -1",
        of("POST / HTTP/1.1\r\nContent-Length: -1\r\n\r\n", octets("abc")).content().reason());
  }
}
