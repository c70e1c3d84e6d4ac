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
 * <p>The header is everything before the body, or the part of it that the segment holds; the body
 * is the payload. Octets that do not begin with a request line or a status line, such as a segment
 * from the middle of a body, are data, not HTTP.
 */
public final class Http extends Header {
  private static final int MOST_CONTENT = 16 << 20;
  private static final String VERSION = "HTTP/1.1";
  private static final String CONTENT_LENGTH_LINE = "Content-Length";

  /** Present and true in requests. */
  public static final ComputedField REQUEST =
      ComputedField.of("http.request", Http.class, http -> http.isRequest() ? Boolean.TRUE : null);

  /** Method of a request. */
  public static final ComputedField METHOD = ofRequest("http.request.method", Http::method);

  /** Target of a request. */
  public static final ComputedField URI = ofRequest("http.request.uri", Http::uri);

  /** Version of a request, such as {@code HTTP/1.1}. */
  public static final ComputedField REQUEST_VERSION =
      ofRequest("http.request.version", Http::version);

  /** Present and true in responses. */
  public static final ComputedField RESPONSE =
      ComputedField.of("http.response", Http.class, http -> http.isRequest() ? null : Boolean.TRUE);

  /** Version of a response, such as {@code HTTP/1.1}. */
  public static final ComputedField RESPONSE_VERSION =
      ofResponse("http.response.version", Http::version);

  /** Status code of a response. */
  public static final ComputedField CODE = ofResponse("http.response.code", Http::status);

  /** Reason phrase of a response. */
  public static final ComputedField PHRASE = ofResponse("http.response.phrase", Http::reason);

  /** Values of the {@code Host} lines. */
  public static final ComputedField HOST = line("http.host", "Host");

  /** Values of the {@code User-Agent} lines. */
  public static final ComputedField USER_AGENT = line("http.user_agent", "User-Agent");

  /** Values of the {@code Accept} lines. */
  public static final ComputedField ACCEPT = line("http.accept", "Accept");

  /** Values of the {@code Referer} lines. */
  public static final ComputedField REFERER = line("http.referer", "Referer");

  /** Values of the {@code Cookie} lines. */
  public static final ComputedField COOKIE = line("http.cookie", "Cookie");

  /** Values of the {@code Set-Cookie} lines. */
  public static final ComputedField SET_COOKIE = line("http.set_cookie", "Set-Cookie");

  /** Values of the {@code Server} lines. */
  public static final ComputedField SERVER = line("http.server", "Server");

  /** Values of the {@code Location} lines. */
  public static final ComputedField LOCATION = line("http.location", "Location");

  /** Values of the {@code Content-Type} lines. */
  public static final ComputedField CONTENT_TYPE = line("http.content_type", "Content-Type");

  /** Octets of the body; derived in created messages unless it is pinned. */
  public static final ComputedField CONTENT_LENGTH =
      line("http.content_length_header", CONTENT_LENGTH_LINE).asDerived();

  /** Values of the {@code Content-Encoding} lines. */
  public static final ComputedField CONTENT_ENCODING =
      line("http.content_encoding", "Content-Encoding");

  /** Values of the {@code Transfer-Encoding} lines. */
  public static final ComputedField TRANSFER_ENCODING =
      line("http.transfer_encoding", "Transfer-Encoding");

  /** Values of the {@code Connection} lines. */
  public static final ComputedField CONNECTION = line("http.connection", "Connection");

  /** Values of the {@code Date} lines. */
  public static final ComputedField DATE = line("http.date", "Date");

  /** Values of the {@code Accept-Language} lines. */
  public static final ComputedField ACCEPT_LANGUAGE =
      line("http.accept_language", "Accept-Language");

  /** Values of the {@code Accept-Encoding} lines. */
  public static final ComputedField ACCEPT_ENCODING =
      line("http.accept_encoding", "Accept-Encoding");

  /** Values of the {@code Authorization} lines. */
  public static final ComputedField AUTHORIZATION = line("http.authorization", "Authorization");

  /** Values of the {@code Cache-Control} lines. */
  public static final ComputedField CACHE_CONTROL = line("http.cache_control", "Cache-Control");

  /** Values of the {@code Last-Modified} lines. */
  public static final ComputedField LAST_MODIFIED = line("http.last_modified", "Last-Modified");

  /** Values of the {@code Upgrade} lines. */
  public static final ComputedField UPGRADE = line("http.upgrade", "Upgrade");

  /** Values of the {@code X-Forwarded-For} lines. */
  public static final ComputedField FORWARDED_FOR = line("http.x_forwarded_for", "X-Forwarded-For");

  /** Values of the {@code WWW-Authenticate} lines. */
  public static final ComputedField WWW_AUTHENTICATE =
      line("http.www_authenticate", "WWW-Authenticate");

  /** Values of the {@code Proxy-Authenticate} lines. */
  public static final ComputedField PROXY_AUTHENTICATE =
      line("http.proxy_authenticate", "Proxy-Authenticate");

  /** Values of the {@code Proxy-Authorization} lines. */
  public static final ComputedField PROXY_AUTHORIZATION =
      line("http.proxy_authorization", "Proxy-Authorization");

  /** The target up to a question mark. */
  public static final ComputedField URI_PATH =
      ofRequest("http.request.uri.path", http -> part(http.uri(), true));

  /** The target after a question mark. */
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

  /** The message in {@code payload}, regardless of the port; empty if there is none. */
  public static Optional<Http> parse(Layer payload) {
    return parse(Window.on(payload));
  }

  /** The message in {@code octets}; empty if there is none. */
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
   * @throws IllegalArgumentException if a part would be read as another part, or holds a character
   *     beyond ISO 8859-1: other characters of a target must be percent-encoded
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
   * The target of a request as it was sent, or the part that the segment holds; empty for a
   * response.
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

  /** The version, such as {@code HTTP/1.1}; empty if the segment ends before it. */
  public String version() {
    return start().version();
  }

  /**
   * Sets the version, such as {@code HTTP/1.0}.
   *
   * @throws IllegalArgumentException if it is not a version
   */
  public Http version(String version) {
    HttpStartLine now = start();
    return start(new HttpStartLine(version, now.method(), now.uri(), now.status(), now.reason()));
  }

  /** The status code of a response; 0 for a request, or if it is not three digits. */
  public int status() {
    String status = start().status();
    return status.isEmpty() ? 0 : Integer.parseInt(status);
  }

  /**
   * Sets the status code of a response; the reason phrase stays.
   *
   * @throws IllegalArgumentException as {@link #request}
   * @throws IllegalStateException if this is a request
   */
  public Http status(int status) {
    HttpStartLine start = start(false);
    return start(HttpStartLine.response(status, start.reason(), start.version()));
  }

  /** The reason phrase after the status code; empty for a request. */
  public String reason() {
    return start().reason();
  }

  /**
   * Sets the reason phrase after the status code.
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

  /** The value of the first header line of this name, ignoring case. */
  public Optional<String> header(String name) {
    return values(name).stream().findFirst();
  }

  /**
   * Sets the header line of this name: in place of the existing ones, or else after all others. For
   * names with several lines, such as {@code Set-Cookie}, {@link #addHeader} adds more; list
   * elements, such as those of {@code Accept}, may also be in one value, separated by commas. A
   * {@code Content-Length} set in this way is pinned: it stays, whatever the body.
   *
   * @throws IllegalArgumentException if name or value would be read as something else, or hold a
   *     character beyond ISO 8859-1
   */
  public Http header(String name, String value) {
    HttpHeaderLine line = new HttpHeaderLine(name, value);
    return head(HttpHead.with(head(), name, List.of(line)), isLength(name));
  }

  /**
   * Adds a header line after the others, even if one has this name.
   *
   * @throws IllegalArgumentException as {@link #header(String, String)}
   */
  public Http addHeader(String name, String value) {
    return head(HttpHead.plus(head(), new HttpHeaderLine(name, value)), isLength(name));
  }

  /**
   * Removes all header lines of this name. A removed {@code Content-Length} is pinned, so nothing
   * then indicates the length of the body.
   */
  public Http removeHeader(String name) {
    return head(HttpHead.with(head(), name, List.of()), isLength(name));
  }

  /**
   * A copy of the body as it was sent, or of the part that the segment holds. Octets after it, such
   * as another message, are not included.
   */
  public byte[] body() {
    byte[] octets = payload().toBytes();
    int end = HttpFraming.of(this, octets).end();
    return end < 0 ? octets : Arrays.copyOf(octets, end);
  }

  /** The decoded body, up to 16 MiB of it. */
  public HttpContent content() {
    return content(MOST_CONTENT);
  }

  /**
   * The decoded body: chunks joined, gzip and deflate inflated. If the segment holds only a part of
   * the body, that part is decoded.
   *
   * @param most bound of the result in octets: a small body may inflate to a large one
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

  /** The next message in the same payload, after the body of this one, if any. */
  public Optional<Http> next() {
    byte[] octets = payload().toBytes();
    int end = HttpFraming.of(this, octets).end();
    return end < 0 ? Optional.empty() : parse(Arrays.copyOfRange(octets, end, octets.length));
  }

  /** This message and all later ones in the same payload (pipelining). */
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
   * line indicates the end of the body.
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
   * Sets the body, in chunks, with a header line for it in place of a {@code Content-Length}.
   *
   * @param size octets of each chunk except the last
   * @param trailers header lines after the body
   * @throws IllegalArgumentException as {@link #header(String, String)}
   */
  public Http chunked(byte[] body, int size, HttpHeaderLine... trailers) {
    if (size < 1) {
      throw new IllegalArgumentException("http: a chunk has at least one octet, not " + size);
    }
    byte[] chunks = HttpFraming.chunked(body, size, List.of(trailers));
    // RFC 9112, section 6.2: no length with a transfer coding
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
   * RFC 9110, section 8.6: the length of the body, unless there can be no body or another line
   * indicates its end. In a message that was read it follows the body only if the body was
   * complete: other segments may hold more of it, and octets after it may be another message.
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

  /** Whether {@code in} ends with the body, according to a length. */
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

  /** Path or query; null without a question mark, since the whole target is the path then. */
  private static String part(String uri, boolean isPath) {
    int mark = uri.indexOf('?');
    return mark < 0 ? null : isPath ? uri.substring(0, mark) : uri.substring(mark + 1);
  }

  /** The values of all lines of this name: even a line that should be unique may be repeated. */
  private static ComputedField line(String name, String header) {
    return ComputedField.list(name, Http.class, http -> http.values(header));
  }
}
