package org.jpacker.proto.icmp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Contents;

/**
 * Internet Control Message Protocol, <a href="https://www.rfc-editor.org/rfc/rfc792">RFC 792</a>.
 *
 * <pre>
 * +---------------+---------------+-------------------------------+
 * |     type      |     code      |           checksum            |
 * +---------------+---------------+-------------------------------+
 * |          four octets whose meaning depends on the type        |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * <p>Interfaces have the fields of further messages, one for each RFC: {@link RouterDiscovery},
 * {@link Traceroute}, {@link ExtendedEcho}. The packet that an error quotes is a packet of its own,
 * {@link #quoted}: a search for TCP does not find the TCP header of the quoted packet. A message of
 * fewer than eight octets has a header of four.
 */
public final class Icmpv4 extends Header implements RouterDiscovery, Traceroute, ExtendedEcho {

  /** {@link #type()} of an echo reply. */
  public static final int ECHO_REPLY = 0;

  /** {@link #type()} of an error: the packet was not delivered. */
  public static final int DESTINATION_UNREACHABLE = 3;

  /** {@link #type()} of a request to send more slowly, deprecated. */
  public static final int SOURCE_QUENCH = 4;

  /** {@link #type()} of a redirect to a better gateway. */
  public static final int REDIRECT = 5;

  /** {@link #type()} of an echo request. */
  public static final int ECHO_REQUEST = 8;

  /** {@link #type()} of an error: TTL or reassembly time exceeded. */
  public static final int TIME_EXCEEDED = 11;

  /** {@link #type()} of an error: a header field was refused. */
  public static final int PARAMETER_PROBLEM = 12;

  /** {@link #type()} of a router advertisement. */
  public static final int ROUTER_ADVERTISEMENT = 9;

  /** {@link #type()} of a request for router advertisements. */
  public static final int ROUTER_SOLICITATION = 10;

  /** {@link #type()} of a request for time stamps. */
  public static final int TIMESTAMP_REQUEST = 13;

  /** {@link #type()} of a reply with time stamps. */
  public static final int TIMESTAMP_REPLY = 14;

  /** {@link #type()} of a request for the subnet mask, deprecated. */
  public static final int ADDRESS_MASK_REQUEST = 17;

  /** {@link #type()} of a reply with the subnet mask, deprecated. */
  public static final int ADDRESS_MASK_REPLY = 18;

  /** {@link #type()} of a traceroute report, deprecated. */
  public static final int TRACEROUTE = 30;

  /** {@link #type()} of an error: the datagram could not be converted, deprecated. */
  public static final int CONVERSION_ERROR = 31;

  /** {@link #type()} of a security failure. */
  public static final int PHOTURIS = 40;

  /** {@link #type()} of a request for the state of an interface. */
  public static final int EXTENDED_ECHO_REQUEST = 42;

  /** {@link #type()} of a reply with the state of an interface. */
  public static final int EXTENDED_ECHO_REPLY = 43;

  private static final int SIZE = 8;
  private static final int TIMESTAMP_SIZE = 20;
  private static final int ADDRESS_MASK_SIZE = 12;
  private static final int TRACEROUTE_SIZE = 20;
  private static final int WORD = 4;
  private static final int LINK_IPV4 = 228;
  private static final int FRAGMENTATION_NEEDED = 4;

  /** Kind of message, one of the constants or another number. */
  public static final UIntField TYPE =
      UIntField.at(0, 8, "icmp.type")
          .valueNames(ValueNames.read(() -> Icmpv4.class.getResourceAsStream("icmp.type.tsv")));

  /** Subtype; its meaning depends on the type. */
  public static final UIntField CODE =
      UIntField.at(8, 8, "icmp.code")
          .valueNames(
              ValueNames.read(() -> Icmpv4.class.getResourceAsStream("icmp.code.tsv"))
                  .within(TYPE));

  /** Checksum of the whole message. */
  public static final UIntField CHECKSUM = UIntField.at(16, 16, "icmp.checksum").asChecksum().hex();

  /** Identifier of a query; 0 for other messages. */
  public static final UIntField IDENT =
      UIntField.at(32, 16, "icmp.ident").when("it is a query", h -> isQuery(h) || hasIdentifier(h));

  /** Number of a query; 0 for other messages. */
  public static final UIntField SEQ =
      UIntField.at(48, 16, "icmp.seq").when("it is a query", Icmpv4::isQuery);

  /** The better gateway that a redirect names. */
  public static final Ipv4Field GATEWAY =
      Ipv4Field.at(32, "icmp.redir_gw").when("it is a redirect", h -> TYPE.get(h) == REDIRECT);

  /**
   * MTU of the next hop in octets, <a href="https://www.rfc-editor.org/rfc/rfc1191">RFC 1191</a>.
   */
  public static final UIntField MTU =
      UIntField.at(48, 16, "icmp.mtu")
          .when(
              "fragmentation was needed",
              h -> TYPE.get(h) == DESTINATION_UNREACHABLE && CODE.get(h) == FRAGMENTATION_NEEDED);

  /** Index of the refused octet. */
  public static final UIntField POINTER =
      UIntField.at(32, 8, "icmp.pointer")
          .when("it is a parameter problem", h -> TYPE.get(h) == PARAMETER_PROBLEM);

  /** Length of the quoted packet in units of four octets, RFC 4884; 0 if not stated. */
  public static final UIntField LENGTH =
      UIntField.at(40, 8, "icmp.length")
          .when("it is an error that may be extended", Icmpv4::isLong);

  /** Time at which the request was sent, in milliseconds since midnight UT. */
  public static final ULongField ORIGINATE =
      ULongField.at(64, 32, "icmp.originate_timestamp")
          .when("it is about time stamps", Icmpv4::hasTimestamps);

  /** Time at which the request was received, in milliseconds since midnight UT. */
  public static final ULongField RECEIVE =
      ULongField.at(96, 32, "icmp.receive_timestamp")
          .when("it is about time stamps", Icmpv4::hasTimestamps);

  /** Time at which the reply was sent, in milliseconds since midnight UT. */
  public static final ULongField TRANSMIT =
      ULongField.at(128, 32, "icmp.transmit_timestamp")
          .when("it is about time stamps", Icmpv4::hasTimestamps);

  /** Subnet mask, <a href="https://www.rfc-editor.org/rfc/rfc950#appendix-I">RFC 950</a>. */
  public static final Ipv4Field ADDRESS_MASK =
      Ipv4Field.at(64, "icmp.address_mask")
          .when(
              "it is about the address mask",
              h ->
                  is(ADDRESS_MASK_REQUEST, ADDRESS_MASK_SIZE).test(h)
                      || is(ADDRESS_MASK_REPLY, ADDRESS_MASK_SIZE).test(h));

  /**
   * Index of the octet that could not be converted, <a
   * href="https://www.rfc-editor.org/rfc/rfc1475#section-5.1">RFC 1475</a>.
   */
  public static final ULongField CONVERSION_POINTER =
      ULongField.at(32, 32, "icmp.conversion.pointer")
          .when("it is a conversion error", is(CONVERSION_ERROR, SIZE));

  /**
   * Index of the refused octet of a security parameter, <a
   * href="https://www.rfc-editor.org/rfc/rfc2521#section-2">RFC 2521</a>.
   */
  public static final UIntField PHOTURIS_POINTER =
      UIntField.at(48, 16, "icmp.photuris.pointer")
          .when("it is a security failure", is(PHOTURIS, SIZE));

  /** The packet that an error quotes. */
  public static final ComputedField QUOTED =
      ComputedField.of("icmp.quoted", Icmpv4.class, icmp -> icmp.quoted().orElse(null));

  private static final Contents<Icmpv4, IcmpExtension> RECORDS =
      Contents.view("icmp.ext", Icmpv4.class, Icmpv4::extensionOctets, IcmpExtensions.ALL);

  public static final Layout LAYOUT =
      Layout.of(
          Stream.of(
                  Stream.of(
                      TYPE,
                      CODE,
                      CHECKSUM,
                      IDENT,
                      SEQ,
                      GATEWAY,
                      MTU,
                      POINTER,
                      LENGTH,
                      ORIGINATE,
                      RECEIVE,
                      TRANSMIT,
                      ADDRESS_MASK,
                      CONVERSION_POINTER,
                      PHOTURIS_POINTER,
                      QUOTED),
                  RECORDS.fields().stream(),
                  RouterDiscovery.fields(),
                  Traceroute.fields(),
                  ExtendedEcho.fields())
              .flatMap(fields -> fields)
              .toArray(Field[]::new));

  public static final Protocol<Icmpv4> PROTOCOL =
      Protocol.of("icmp", LAYOUT, Icmpv4.class, Icmpv4::new, Icmpv4::new, IP_PROTOCOL.key(1))
          .titled(
              "Internet Control Message Protocol",
              "https://www.rfc-editor.org/rfc/rfc792",
              "https://www.rfc-editor.org/rfc/rfc1256",
              "https://www.rfc-editor.org/rfc/rfc4884",
              "https://www.iana.org/assignments/icmp-parameters");

  /** A new echo request with identifier and number 0. */
  public Icmpv4() {
    super(PROTOCOL);
    byte[] octets = new byte[SIZE];
    octets[0] = ECHO_REQUEST;
    replaceHeader(octets);
  }

  Icmpv4(Window in) throws MalformedException {
    super(PROTOCOL, in);
    if (in.size() >= SIZE) {
      int size = fixed(in.size());
      headerSize(in.size() >= size ? size : SIZE);
    }
  }

  /** An echo request with text, sent in UTF-8. */
  public static Icmpv4 echoRequest(int ident, int seq, String data) {
    Icmpv4 message = new Icmpv4().ident(ident).seq(seq);
    message.payload(data);
    return message;
  }

  /** An echo request. */
  public static Icmpv4 echoRequest(int ident, int seq, byte[] data) {
    return message(ECHO_REQUEST, 0, data).ident(ident).seq(seq);
  }

  /** An echo reply; it repeats identifier, number and data of the request. */
  public static Icmpv4 echoReply(int ident, int seq, byte[] data) {
    return message(ECHO_REPLY, 0, data).ident(ident).seq(seq);
  }

  /**
   * An error: the packet was not delivered. {@code quoted} is its IP header and at least eight
   * octets.
   */
  public static Icmpv4 destinationUnreachable(int code, byte[] quoted) {
    return message(DESTINATION_UNREACHABLE, code, quoted);
  }

  /** An error: TTL or reassembly time exceeded. */
  public static Icmpv4 timeExceeded(int code, byte[] quoted) {
    return message(TIME_EXCEEDED, code, quoted);
  }

  /** A redirect to a better gateway. */
  public static Icmpv4 redirect(int code, String gateway, byte[] quoted) {
    Icmpv4 message = message(REDIRECT, code, quoted);
    GATEWAY.set(message, gateway);
    return message;
  }

  private static Icmpv4 message(int type, int code, byte[] data) {
    Icmpv4 message = message(type, code, SIZE);
    message.payload(data);
    return message;
  }

  /** A request for time stamps, in milliseconds since midnight UT. */
  public static Icmpv4 timestampRequest(int ident, int seq, long originate) {
    Icmpv4 message = message(TIMESTAMP_REQUEST, 0, TIMESTAMP_SIZE).ident(ident).seq(seq);
    ORIGINATE.set(message, originate);
    return message;
  }

  /** A reply with time stamps, in milliseconds since midnight UT. */
  public static Icmpv4 timestampReply(
      int ident, int seq, long originate, long receive, long transmit) {
    Icmpv4 message = timestampRequest(ident, seq, originate).type(TIMESTAMP_REPLY);
    RECEIVE.set(message, receive);
    TRANSMIT.set(message, transmit);
    return message;
  }

  /** A request for the subnet mask. */
  public static Icmpv4 addressMaskRequest(int ident, int seq) {
    return message(ADDRESS_MASK_REQUEST, 0, ADDRESS_MASK_SIZE).ident(ident).seq(seq);
  }

  /** A router advertisement; {@code lifetime} is in seconds. */
  public static Icmpv4 routerAdvertisement(int lifetime, List<Router> routers) {
    return message(ROUTER_ADVERTISEMENT, 0, SIZE).routers(lifetime, routers);
  }

  /** An error: the octet at index {@code pointer} was refused. */
  public static Icmpv4 parameterProblem(int code, int pointer, byte[] quoted) {
    return message(PARAMETER_PROBLEM, code, quoted).pointer(pointer);
  }

  /** A request for the state of an interface, RFC 8335. */
  public static Icmpv4 extendedEchoRequest(int ident, int seq, IcmpExtension target) {
    Icmpv4 message = message(EXTENDED_ECHO_REQUEST, 0, SIZE).ident(ident);
    PROBE_SEQ.set(message, seq);
    return message.extensions(List.of(target));
  }

  private static Icmpv4 message(int type, int code, int size) {
    Icmpv4 message = new Icmpv4();
    byte[] octets = new byte[size];
    octets[0] = (byte) type;
    octets[1] = (byte) code;
    message.replaceHeader(octets);
    return message;
  }

  /** Octets of the header for this type in a message of {@code size} octets. */
  private int fixed(int size) {
    return switch (type()) {
      case ROUTER_ADVERTISEMENT -> size;
      case TIMESTAMP_REQUEST, TIMESTAMP_REPLY -> TIMESTAMP_SIZE;
      case ADDRESS_MASK_REQUEST, ADDRESS_MASK_REPLY -> ADDRESS_MASK_SIZE;
      case TRACEROUTE -> TRACEROUTE_SIZE;
      default -> SIZE;
    };
  }

  private static Predicate<Header> is(int type, int size) {
    return header -> TYPE.get(header) == type && header.headerSize() >= size;
  }

  private static boolean hasTimestamps(Header header) {
    return is(TIMESTAMP_REQUEST, TIMESTAMP_SIZE).test(header)
        || is(TIMESTAMP_REPLY, TIMESTAMP_SIZE).test(header);
  }

  /** RFC 4884, section 4: the errors with a length field. */
  private static boolean isLong(Header header) {
    return switch (TYPE.get(header)) {
      case DESTINATION_UNREACHABLE, TIME_EXCEEDED, PARAMETER_PROBLEM -> true;
      default -> false;
    };
  }

  /** Queries with identifier and number: echo, time stamp, information, address mask, name. */
  private static boolean isQuery(Header header) {
    return switch (TYPE.get(header)) {
      case 0, 8, 13, 14, 15, 16, 17, 18, 37, 38 -> true;
      default -> false;
    };
  }

  /** Messages with an identifier and no number of 16 bits. */
  private static boolean hasIdentifier(Header header) {
    return ExtendedEcho.isProbe(header) || TYPE.get(header) == TRACEROUTE;
  }

  private boolean isError() {
    return switch (type()) {
      case DESTINATION_UNREACHABLE,
          SOURCE_QUENCH,
          REDIRECT,
          TIME_EXCEEDED,
          PARAMETER_PROBLEM,
          CONVERSION_ERROR,
          PHOTURIS ->
          true;
      default -> false;
    };
  }

  // --- accessors: generated from the fields above ---
  // without: LENGTH, ORIGINATE, RECEIVE, TRANSMIT, ADDRESS_MASK, CONVERSION_POINTER,
  // PHOTURIS_POINTER

  /** Kind of message, one of the constants or another number. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code icmp.type}, 8 bits. */
  public Icmpv4 type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Subtype; its meaning depends on the type. */
  public int code() {
    return CODE.get(this);
  }

  /** Sets {@code icmp.code}, 8 bits. */
  public Icmpv4 code(int value) {
    CODE.set(this, value);
    return this;
  }

  /** Checksum of the whole message. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code icmp.checksum}, 16 bits, and pins it. */
  public Icmpv4 checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Identifier of a query; 0 for other messages. */
  public int ident() {
    return IDENT.get(this);
  }

  /** Sets {@code icmp.ident}, 16 bits. */
  public Icmpv4 ident(int value) {
    IDENT.set(this, value);
    return this;
  }

  /** Number of a query; 0 for other messages. */
  public int seq() {
    return SEQ.get(this);
  }

  /** Sets {@code icmp.seq}, 16 bits. */
  public Icmpv4 seq(int value) {
    SEQ.set(this, value);
    return this;
  }

  /** The better gateway that a redirect names. */
  public Address.Ipv4 gateway() {
    return GATEWAY.get(this);
  }

  /** Sets {@code icmp.redir_gw}. */
  public Icmpv4 gateway(Address.Ipv4 address) {
    GATEWAY.set(this, address);
    return this;
  }

  /** Sets {@code icmp.redir_gw} from text such as {@code 192.0.2.1}. */
  public Icmpv4 gateway(String address) {
    GATEWAY.set(this, address);
    return this;
  }

  /** Sets {@code icmp.redir_gw} from its 4 octets. */
  public Icmpv4 gateway(byte[] octets) {
    GATEWAY.set(this, octets);
    return this;
  }

  /**
   * MTU of the next hop in octets, <a href="https://www.rfc-editor.org/rfc/rfc1191">RFC 1191</a>.
   */
  public int mtu() {
    return MTU.get(this);
  }

  /** Sets {@code icmp.mtu}, 16 bits. */
  public Icmpv4 mtu(int value) {
    MTU.set(this, value);
    return this;
  }

  /** Index of the refused octet. */
  public int pointer() {
    return POINTER.get(this);
  }

  /** Sets {@code icmp.pointer}, 8 bits. */
  public Icmpv4 pointer(int value) {
    POINTER.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** A copy of the packet that an error quotes; empty for other messages. */
  public Optional<Packet> quoted() {
    if (!isError() || payload().size() == 0) {
      return Optional.empty();
    }
    byte[] body = payload().toBytes();
    return Optional.of(Quote.of(this, Arrays.copyOf(body, quoteSize(body)), LINK_IPV4));
  }

  /** The extension objects of an error or a probe, RFC 4884. */
  public List<IcmpExtension> extensions() {
    return RECORDS.get(this);
  }

  private byte[] extensionOctets() {
    if (type() == EXTENDED_ECHO_REQUEST) {
      return IcmpExtensions.objects(payload().toBytes(), 0);
    }
    if (!isLong(this)) {
      return new byte[0];
    }
    byte[] body = payload().toBytes();
    return IcmpExtensions.objects(body, quoteSize(body));
  }

  /**
   * Sets the extension objects of an error; its quoted packet is padded to 128 octets.
   *
   * @throws IllegalStateException if this is not an error with room for extensions
   */
  public Icmpv4 extensions(List<? extends IcmpExtension> extensions) {
    if (type() == EXTENDED_ECHO_REQUEST) {
      payload(IcmpExtensions.encode(new byte[0], 0, extensions));
      return this;
    }
    byte[] body = payload().toBytes();
    byte[] quoted = Arrays.copyOf(body, isLong(this) ? quoteSize(body) : 0);
    byte[] extended = IcmpExtensions.encode(quoted, WORD, extensions);
    LENGTH.set(this, Math.max(IcmpExtensions.LEAST_QUOTE, quoted.length + WORD - 1) / WORD);
    payload(extended);
    return this;
  }

  private int quoteSize(byte[] body) {
    return IcmpExtensions.quoteSize(body, isLong(this) ? LENGTH.get(this) * WORD : 0);
  }

  /**
   * A reply has the identifier and number of the query. An advertisement answers a solicitation. An
   * error answers the packet that it quotes, whose IP header is then the request.
   */
  @Override
  public boolean answers(Header request) {
    if (request instanceof Icmpv4 sent) {
      return type() == replyTo(sent.type()) && ident() == sent.ident() && seq() == sent.seq();
    }
    return quoted().filter(packet -> quotes(packet, request)).isPresent();
  }

  private static int replyTo(int type) {
    return switch (type) {
      case ECHO_REQUEST -> ECHO_REPLY;
      case ROUTER_SOLICITATION -> ROUTER_ADVERTISEMENT;
      case TIMESTAMP_REQUEST, 15, ADDRESS_MASK_REQUEST -> type + 1;
      default -> -1;
    };
  }

  @Override
  protected void derive(Derivation d) {
    d.messageChecksum(CHECKSUM);
  }
}
