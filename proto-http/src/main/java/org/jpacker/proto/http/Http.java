package org.jpacker.proto.http;

import static org.jpacker.api.DispatchTable.TCP_PORT;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.Window;

/**
 * Hypertext Transfer Protocol, version 1, <a href="https://www.rfc-editor.org/rfc/rfc9112">RFC
 * 9112</a>: requests and responses.
 *
 * <pre>
 * method SP target SP HTTP/1.1 CRLF      or      HTTP/1.1 SP status SP reason CRLF
 * name: value CRLF
 * ...
 * CRLF
 * body
 * </pre>
 *
 * <p>The header is all before the body, or as much of it as the segment holds; the body is the
 * payload. Octets that do not begin with a request line or a status line, such as those of a
 * segment in the middle of a body, are no HTTP but data.
 */
public final class Http extends Header {
  private static final int MOST_CONTENT = 16 << 20;
  private static final String VERSION = "HTTP/1.1";
  private static final String CONTENT_LENGTH_LINE = "Content-Length";

  public static final ComputedField REQUEST =
      ComputedField.of("http.request", Http.class, http -> http.isRequest() ? Boolean.TRUE : null);
  public static final ComputedField METHOD = ofRequest("http.request.method", Http::method);
  public static final ComputedField URI = ofRequest("http.request.uri", Http::uri);
  public static final ComputedField REQUEST_VERSION =
      ofRequest("http.request.version", Http::version);
  public static final ComputedField RESPONSE =
      ComputedField.of("http.response", Http.class, http -> http.isRequest() ? null : Boolean.TRUE);
  public static final ComputedField RESPONSE_VERSION =
      ofResponse("http.response.version", Http::version);
  public static final ComputedField CODE = ofResponse("http.response.code", Http::status);
  public static final ComputedField PHRASE = ofResponse("http.response.phrase", Http::reason);
  public static final ComputedField HOST = line("http.host", "Host");
  public static final ComputedField USER_AGENT = line("http.user_agent", "User-Agent");
  public static final ComputedField ACCEPT = line("http.accept", "Accept");
  public static final ComputedField REFERER = line("http.referer", "Referer");
  public static final ComputedField COOKIE = line("http.cookie", "Cookie");
  public static final ComputedField SET_COOKIE = line("http.set_cookie", "Set-Cookie");
  public static final ComputedField SERVER = line("http.server", "Server");
  public static final ComputedField LOCATION = line("http.location", "Location");
  public static final ComputedField CONTENT_TYPE = line("http.content_type", "Content-Type");

  /** Octets of the body; follows it in a message that is made, unless it is set by hand. */
  public static final ComputedField CONTENT_LENGTH =
      line("http.content_length_header", CONTENT_LENGTH_LINE).asDerived();

  public static final ComputedField CONTENT_ENCODING =
      line("http.content_encoding", "Content-Encoding");
  public static final ComputedField TRANSFER_ENCODING =
      line("http.transfer_encoding", "Transfer-Encoding");
  public static final ComputedField CONNECTION = line("http.connection", "Connection");
  public static final ComputedField DATE = line("http.date", "Date");

  public static final ComputedField ACCEPT_LANGUAGE =
      line("http.accept_language", "Accept-Language");
  public static final ComputedField ACCEPT_ENCODING =
      line("http.accept_encoding", "Accept-Encoding");
  public static final ComputedField AUTHORIZATION = line("http.authorization", "Authorization");
  public static final ComputedField CACHE_CONTROL = line("http.cache_control", "Cache-Control");
  public static final ComputedField LAST_MODIFIED = line("http.last_modified", "Last-Modified");
  public static final ComputedField UPGRADE = line("http.upgrade", "Upgrade");
  public static final ComputedField FORWARDED_FOR = line("http.x_forwarded_for", "X-Forwarded-For");
  public static final ComputedField WWW_AUTHENTICATE =
      line("http.www_authenticate", "WWW-Authenticate");
  public static final ComputedField PROXY_AUTHENTICATE =
      line("http.proxy_authenticate", "Proxy-Authenticate");
  public static final ComputedField PROXY_AUTHORIZATION =
      line("http.proxy_authorization", "Proxy-Authorization");

  /** The target up to a question mark. */
  public static final ComputedField URI_PATH =
      ofRequest("http.request.uri.path", http -> part(http.uri(), true));

  /** The target behind a question mark. */
  public static final ComputedField URI_QUERY =
      ofRequest("http.request.uri.query", http -> part(http.uri(), false));

  public static final Layout LAYOUT =
      Layout.of(
              REQUEST,
              METHOD,
              URI,
              REQUEST_VERSION,
              RESPONSE,
              RESPONSE_VERSION,
              CODE,
              PHRASE,
              HOST,
              USER_AGENT,
              ACCEPT,
              REFERER,
              COOKIE,
              SET_COOKIE,
              SERVER,
              LOCATION,
              CONTENT_TYPE,
              CONTENT_LENGTH,
              CONTENT_ENCODING,
              TRANSFER_ENCODING,
              CONNECTION,
              DATE,
              ACCEPT_LANGUAGE,
              ACCEPT_ENCODING,
              AUTHORIZATION,
              CACHE_CONTROL,
              LAST_MODIFIED,
              UPGRADE,
              FORWARDED_FOR,
              WWW_AUTHENTICATE,
              PROXY_AUTHENTICATE,
              PROXY_AUTHORIZATION,
              URI_PATH,
              URI_QUERY)
          .summedUpBy(METHOD, URI, REQUEST_VERSION, RESPONSE_VERSION, CODE, PHRASE);

  public static final Protocol<Http> PROTOCOL =
      Protocol.of(
              "http",
              LAYOUT,
              Http.class,
              Http::new,
              Http::read,
              TCP_PORT.key(80),
              TCP_PORT.key(2869),
              TCP_PORT.key(3128),
              TCP_PORT.key(3132),
              TCP_PORT.key(5985),
              TCP_PORT.key(8080),
              TCP_PORT.key(8088),
              TCP_PORT.key(11371))
          .titled(
              "Hypertext Transfer Protocol",
              "https://www.rfc-editor.org/rfc/rfc9112",
              "https://www.rfc-editor.org/rfc/rfc9110");

  /** A request of {@code /} without header lines. */
  public Http() {
    super(PROTOCOL);
    HttpStartLine start = HttpStartLine.request("GET", "/", VERSION);
    head(HttpHead.of(start), false);
  }

  private Http(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(HttpHead.size(in));
  }

  private static Layer read(Window in) throws MalformedException {
    return HttpHead.begins(in) ? new Http(in) : in.raw();
  }

  /** The message that {@code payload} holds, whatever port it went to; empty if it holds none. */
  public static Optional<Http> parse(Layer payload) {
    return parse(Window.on(payload));
  }

  /** The message that {@code octets} hold; empty if they hold none. */
  public static Optional<Http> parse(byte[] octets) {
    return parse(Window.on(octets));
  }

  private static Optional<Http> parse(Window in) {
    try {
      return read(in) instanceof Http http ? Optional.of(http) : Optional.empty();
    } catch (MalformedException e) {
      return Optional.empty();
    }
  }

  /**
   * A request of HTTP/1.1 without header lines.
   *
   * @throws IllegalArgumentException if a part would be read as another, or holds a character that
   *     is no octet (ISO 8859-1): what else a target has is sent percent-encoded
   */
  public static Http request(String method, String uri) {
    return new Http().start(HttpStartLine.request(method, uri, VERSION));
  }

  /**
   * A response of HTTP/1.1 without header lines.
   *
   * @throws IllegalArgumentException as {@link #request}
   */
  public static Http response(int status, String reason) {
    return new Http().start(HttpStartLine.response(status, reason, VERSION));
  }

  /** Whether this is a request; it is a response otherwise. */
  public boolean isRequest() {
    return start().isRequest();
  }

  /** Whether this is a response. */
  public boolean isResponse() {
    return !isRequest();
  }

  /** The method of a request, such as {@code GET}; empty for a response. */
  public String method() {
    HttpStartLine start = start();
    return start.isRequest() ? start.method() : "";
  }

  /**
   * Sets the method of a request.
   *
   * @throws IllegalArgumentException as {@link #request}
   * @throws IllegalStateException if this is a response
   */
  public Http method(String method) {
    HttpStartLine start = start(true);
    return start(HttpStartLine.request(method, start.uri(), start.version()));
  }

  /**
   * The target of a request as it was sent, or as much as the segment holds; empty for a response.
   */
  public String uri() {
    return start().uri();
  }

  /**
   * Sets the target of a request.
   *
   * @throws IllegalArgumentException as {@link #request}
   * @throws IllegalStateException if this is a response
   */
  public Http uri(String uri) {
    HttpStartLine start = start(true);
    return start(HttpStartLine.request(start.method(), uri, start.version()));
  }

  /** The version, such as {@code HTTP/1.1}; empty where the segment ends before it. */
  public String version() {
    return start().version();
  }

  /**
   * Sets the version, such as {@code HTTP/1.0}.
   *
   * @throws IllegalArgumentException if it is none
   */
  public Http version(String version) {
    HttpStartLine now = start();
    return start(new HttpStartLine(version, now.method(), now.uri(), now.status(), now.reason()));
  }

  /** The status code of a response; 0 for a request, or where it is not three digits. */
  public int status() {
    String status = start().status();
    return status.isEmpty() ? 0 : Integer.parseInt(status);
  }

  /**
   * Sets the status code of a response; the words behind it stay.
   *
   * @throws IllegalArgumentException as {@link #request}
   * @throws IllegalStateException if this is a request
   */
  public Http status(int status) {
    HttpStartLine start = start(false);
    return start(HttpStartLine.response(status, start.reason(), start.version()));
  }

  /** The words behind the status code; empty for a request. */
  public String reason() {
    return start().reason();
  }

  /**
   * Sets the words behind the status code.
   *
   * @throws IllegalArgumentException as {@link #request}
   * @throws IllegalStateException if this is a request
   */
  public Http reason(String reason) {
    HttpStartLine start = start(false);
    return start(new HttpStartLine(start.version(), null, "", start.status(), reason));
  }

  /** The header lines, in the order in which they were sent. */
  public List<HttpHeaderLine> headers() {
    return HttpHead.lines(head());
  }

  /**
   * Sets all header lines.
   *
   * @throws IllegalArgumentException as {@link #header(String, String)}
   */
  public Http headers(List<HttpHeaderLine> lines) {
    boolean hasLength = lines.stream().anyMatch(line -> isLength(line.name()));
    return head(HttpHead.with(head(), lines), hasLength);
  }

  /** The value of the first header line of this name, upper and lower case being the same. */
  public Optional<String> header(String name) {
    return values(name).stream().findFirst();
  }

  /**
   * Sets the header line of this name: in place of those that have it, or else behind the others. A
   * name that stands in several lines, such as {@code Set-Cookie}, gets the further ones by {@link
   * #addHeader}; the elements of a list, such as {@code Accept}, may as well stand in one value,
   * separated by commas. A {@code Content-Length} that is set so is pinned: it stays, whatever the
   * body.
   *
   * @throws IllegalArgumentException if name or value would be read as something else, or hold a
   *     character that is no octet (ISO 8859-1)
   */
  public Http header(String name, String value) {
    HttpHeaderLine line = new HttpHeaderLine(name, value);
    return head(HttpHead.with(head(), name, List.of(line)), isLength(name));
  }

  /**
   * Adds a header line behind the others, even if one has this name.
   *
   * @throws IllegalArgumentException as {@link #header(String, String)}
   */
  public Http addHeader(String name, String value) {
    return head(HttpHead.plus(head(), new HttpHeaderLine(name, value)), isLength(name));
  }

  /**
   * Removes all header lines of this name. Without {@code Content-Length}, which is pinned then,
   * nothing tells the length of a body.
   */
  public Http removeHeader(String name) {
    return head(HttpHead.with(head(), name, List.of()), isLength(name));
  }

  /**
   * A copy of the body as it was sent, or of what the segment holds of it: what follows it, another
   * message maybe, is not part of it.
   */
  public byte[] body() {
    byte[] octets = payload().toBytes();
    int end = HttpFraming.of(this, octets).end();
    return end < 0 ? octets : Arrays.copyOf(octets, end);
  }

  /** What the body means, up to 16 MiB of it. */
  public HttpContent content() {
    return content(MOST_CONTENT);
  }

  /**
   * What the body means: chunks put together, gzip and deflate inflated. Of a body that the segment
   * holds a part of, it is what that part gives.
   *
   * @param most octets of the result: a small body may say that it is a large one
   */
  public HttpContent content(int most) {
    HttpFraming framing = HttpFraming.of(this, payload().toBytes());
    HttpCoding coding = new HttpCoding(framing.data());
    coding.decode(all("Transfer-Encoding"), most);
    coding.decode(all("Content-Encoding"), most);
    byte[] octets = coding.data();
    String reason = framing.reason().isEmpty() ? coding.reason() : framing.reason();
    if (octets.length > most) {
      octets = Arrays.copyOf(octets, most);
      reason = "more than " + most + " octets";
    }
    return new HttpContent(octets, reason.isEmpty(), reason, framing.trailers());
  }

  /** The message that follows the body of this one in the same payload, if one does. */
  public Optional<Http> next() {
    byte[] octets = payload().toBytes();
    int end = HttpFraming.of(this, octets).end();
    return end < 0 ? Optional.empty() : parse(Arrays.copyOfRange(octets, end, octets.length));
  }

  /** This message and all that follow it in the same payload, as pipelined ones do. */
  public List<Http> messages() {
    List<Http> messages = new ArrayList<>();
    for (Optional<Http> next = Optional.of(this); next.isPresent(); next = next.get().next()) {
      messages.add(next.get());
    }
    return List.copyOf(messages);
  }

  private List<String> values(String name) {
    return headers().stream()
        .filter(line -> line.name().equalsIgnoreCase(name))
        .map(HttpHeaderLine::value)
        .toList();
  }

  /** The values of all header lines of this name, separated by commas. */
  String all(String name) {
    return String.join(",", values(name));
  }

  /**
   * Sets the body. The {@code Content-Length} follows it, unless it is pinned or another header
   * line tells where the body ends.
   */
  public Http body(byte[] body) {
    payload(body);
    return this;
  }

  /** Sets the body to text, in UTF-8; see {@link #body(byte[])}. */
  public Http body(String body) {
    payload(body);
    return this;
  }

  /**
   * Sets the body, in chunks, and says so in a header line, in place of a {@code Content-Length}.
   *
   * @param size octets of each chunk but the last
   * @param trailers header lines behind the body
   * @throws IllegalArgumentException as {@link #header(String, String)}
   */
  public Http chunked(byte[] body, int size, HttpHeaderLine... trailers) {
    if (size < 1) {
      throw new IllegalArgumentException("http: a chunk has one octet or more, not " + size);
    }
    byte[] chunks = HttpFraming.chunked(body, size, List.of(trailers));
    // RFC 9112, section 6.2: no length where there is a transfer coding
    String head = HttpHead.with(head(), CONTENT_LENGTH_LINE, List.of());
    return head(head, false).header("Transfer-Encoding", "chunked").body(chunks);
  }

  private HttpStartLine start() {
    return HttpStartLine.parse(HttpHead.startLine(head()));
  }

  private HttpStartLine start(boolean isRequest) {
    HttpStartLine start = start();
    if (start.isRequest() != isRequest) {
      throw new IllegalStateException(
          isRequest
              ? "http: a response has no method and no target"
              : "http: a request has no status");
    }
    return start;
  }

  private Http start(HttpStartLine start) {
    return head(HttpHead.with(head(), start), false);
  }

  private String head() {
    try {
      Window head = headerWindow();
      return head.text(0, head.size(), StandardCharsets.ISO_8859_1);
    } catch (MalformedException e) {
      throw new AssertionError("a header lies in its own window", e);
    }
  }

  private Http head(String head, boolean isLengthSet) {
    byte[] octets = head.getBytes(StandardCharsets.ISO_8859_1);
    if (isLengthSet) {
      replaceHeader(octets, CONTENT_LENGTH);
    } else {
      replaceHeader(octets);
    }
    return this;
  }

  private static boolean isLength(String name) {
    return name.equalsIgnoreCase(CONTENT_LENGTH_LINE);
  }

  /**
   * RFC 9110, section 8.6: the length of the body, unless there can be none or it is told
   * otherwise. Of a message that was read it follows if all of the body was there: other segments
   * may hold more of it, and what follows in this one may be another message.
   */
  @Override
  protected void derive(Derivation d) {
    int size = payload().size();
    Optional<String> length = header(CONTENT_LENGTH_LINE);
    boolean isTold = !HttpFraming.hasNone(this) && header("Transfer-Encoding").isEmpty();
    boolean isWhole =
        d.isMade() ? size > 0 || length.isPresent() : d.asRead().filter(Http::isWhole).isPresent();
    if (isTold && isWhole) {
      d.text(
          CONTENT_LENGTH,
          length.map(HttpFraming::number).orElse(-1L),
          size,
          value ->
              head(
                  HttpHead.with(
                      head(),
                      CONTENT_LENGTH_LINE,
                      List.of(new HttpHeaderLine(CONTENT_LENGTH_LINE, String.valueOf(value)))),
                  false));
    }
  }

  /** Whether a length tells that {@code in} ends with the body. */
  private static boolean isWhole(Window in) {
    Optional<Http> message = parse(in);
    return message.isPresent()
        && message.get().header(CONTENT_LENGTH_LINE).isPresent()
        && HttpFraming.of(message.get(), message.get().payload().toBytes()).end()
            == message.get().payload().size();
  }

  private static ComputedField ofRequest(String name, Function<Http, ?> value) {
    return ComputedField.of(name, Http.class, http -> http.isRequest() ? value.apply(http) : null);
  }

  private static ComputedField ofResponse(String name, Function<Http, ?> value) {
    return ComputedField.of(name, Http.class, http -> http.isRequest() ? null : value.apply(http));
  }

  /** Path or query; null where there is no question mark, as the whole is the path then. */
  private static String part(String uri, boolean isPath) {
    int mark = uri.indexOf('?');
    return mark < 0 ? null : isPath ? uri.substring(0, mark) : uri.substring(mark + 1);
  }

  /** The values of all lines of this name: even one that should stand alone may be repeated. */
  private static ComputedField line(String name, String header) {
    return ComputedField.list(name, Http.class, http -> http.values(header));
  }
}
