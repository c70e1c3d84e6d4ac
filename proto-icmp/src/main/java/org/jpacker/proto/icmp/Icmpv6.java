package org.jpacker.proto.icmp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;

/**
 * Internet Control Message Protocol for IPv6, <a href="https://www.rfc-editor.org/rfc/rfc4443">RFC
 * 4443</a>, with neighbour discovery, <a href="https://www.rfc-editor.org/rfc/rfc4861">RFC
 * 4861</a>.
 *
 * <pre>
 * +---------------+---------------+-------------------------------+
 * |     type      |     code      |           checksum            |
 * +---------------+---------------+-------------------------------+
 * |            four octets and more, as the type says             |
 * +---------------------------------------------------------------+
 * </pre>
 *
 * <p>Interfaces have the fields of further messages, one for each RFC: {@link NeighborDiscovery},
 * {@link ListenerDiscovery}, {@link NodeInformation}, {@link RplControl}. The header of these
 * messages is the whole message, including options and lists. The packet that an error quotes is a
 * packet of its own, {@link #quoted}.
 */
public final class Icmpv6 extends Header
    implements NeighborDiscovery, ListenerDiscovery, NodeInformation, RplControl {
  /** {@link #type()} of an error: the packet was not delivered. */
  public static final int DESTINATION_UNREACHABLE = 1;

  /** {@link #type()} of an error: the packet exceeds the MTU of a link. */
  public static final int PACKET_TOO_BIG = 2;

  /** {@link #type()} of an error: hop limit or reassembly time exceeded. */
  public static final int TIME_EXCEEDED = 3;

  /** {@link #type()} of an error: a header field was refused. */
  public static final int PARAMETER_PROBLEM = 4;

  /** {@link #type()} of an echo request. */
  public static final int ECHO_REQUEST = 128;

  /** {@link #type()} of an echo reply. */
  public static final int ECHO_REPLY = 129;

  /** {@link #type()} of a query for multicast listeners. */
  public static final int LISTENER_QUERY = 130;

  /** {@link #type()} of a listener report, version 1. */
  public static final int LISTENER_REPORT = 131;

  /** {@link #type()} of a message that a listener leaves, version 1. */
  public static final int LISTENER_DONE = 132;

  /** {@link #type()} of a request for router advertisements. */
  public static final int ROUTER_SOLICITATION = 133;

  /** {@link #type()} of a router advertisement. */
  public static final int ROUTER_ADVERTISEMENT = 134;

  /** {@link #type()} of a request for a link-layer address. */
  public static final int NEIGHBOR_SOLICITATION = 135;

  /** {@link #type()} of a message with a link-layer address. */
  public static final int NEIGHBOR_ADVERTISEMENT = 136;

  /** {@link #type()} of a redirect to a better first hop. */
  public static final int REDIRECT = 137;

  /** {@link #type()} of a query for names or addresses of a node. */
  public static final int NODE_INFORMATION_QUERY = 139;

  /** {@link #type()} of a response with names or addresses of a node. */
  public static final int NODE_INFORMATION_RESPONSE = 140;

  /** {@link #type()} of a request for the IPv6 addresses of a link-layer address. */
  public static final int INVERSE_SOLICITATION = 141;

  /** {@link #type()} of a message with the IPv6 addresses of a link-layer address. */
  public static final int INVERSE_ADVERTISEMENT = 142;

  /** {@link #type()} of a listener report, version 2. */
  public static final int LISTENER_REPORT_V2 = 143;

  /** {@link #type()} of a request for certificates of routers. */
  public static final int CERTIFICATION_PATH_SOLICITATION = 148;

  /** {@link #type()} of a message with certificates of routers. */
  public static final int CERTIFICATION_PATH_ADVERTISEMENT = 149;

  /** {@link #type()} of an advertisement of a multicast router. */
  public static final int MULTICAST_ROUTER_ADVERTISEMENT = 151;

  /** {@link #type()} of RPL messages; the code selects one. */
  public static final int RPL_CONTROL = 155;

  /** {@link #type()} of a request for duplicate address detection in low-power networks. */
  public static final int DUPLICATE_ADDRESS_REQUEST = 157;

  /** {@link #type()} of the answer to that request. */
  public static final int DUPLICATE_ADDRESS_CONFIRMATION = 158;

  /** {@link #type()} of a request for the state of an interface. */
  public static final int EXTENDED_ECHO_REQUEST = 160;

  /** {@link #type()} of a reply with the state of an interface. */
  public static final int EXTENDED_ECHO_REPLY = 161;

  private static final int SIZE = 8;
  private static final int WORD = 8;
  private static final int NUMBER = 58;
  private static final int LINK_IPV6 = 229;

  /** Kind of message, one of the constants or another number. */
  public static final UIntField TYPE =
      UIntField.at(0, 8, "icmpv6.type")
          .valueNames(ValueNames.read(() -> Icmpv6.class.getResourceAsStream("icmpv6.type.tsv")));

  /** Subtype; its meaning depends on the type. */
  public static final UIntField CODE =
      UIntField.at(8, 8, "icmpv6.code")
          .valueNames(
              ValueNames.read(() -> Icmpv6.class.getResourceAsStream("icmpv6.code.tsv"))
                  .within(TYPE));

  /** Checksum of pseudo header and message. */
  public static final UIntField CHECKSUM =
      UIntField.at(16, 16, "icmpv6.checksum").asChecksum().hex();

  /** Identifier of an echo; 0 for other messages. */
  public static final UIntField IDENT =
      UIntField.at(32, 16, "icmpv6.echo.identifier")
          .hex()
          .when("it is an echo", h -> isEcho(h) || isProbe(h));

  /** Number of an echo; 0 for other messages. */
  public static final UIntField SEQ =
      UIntField.at(48, 16, "icmpv6.echo.sequence_number").when("it is an echo", Icmpv6::isEcho);

  /** Largest packet of the next link, in octets. */
  public static final ULongField MTU =
      ULongField.at(32, 32, "icmpv6.mtu")
          .when("a packet was too big", Icmpv6Types.is(PACKET_TOO_BIG));

  /** Index of the refused octet. */
  public static final ULongField POINTER =
      ULongField.at(32, 32, "icmpv6.pointer")
          .when("it is a parameter problem", Icmpv6Types.is(PARAMETER_PROBLEM));

  /** Length of the quoted packet in units of eight octets, RFC 4884; 0 if not stated. */
  public static final UIntField LENGTH =
      UIntField.at(32, 8, "icmpv6.length")
          .when("it is an error that may be extended", Icmpv6::isLong);

  /**
   * Sequence number of a probe, <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2">RFC
   * 8335</a>.
   */
  public static final UIntField PROBE_SEQ =
      UIntField.at(48, 8, "icmpv6.ext.echo.seq").when("it is an extended echo", Icmpv6::isProbe);

  /** The probed interface is on the node that receives the request. */
  public static final FlagField LOCAL =
      FlagField.at(63, "icmpv6.ext.echo.req.local")
          .when("it is an extended echo request", Icmpv6Types.is(EXTENDED_ECHO_REQUEST));

  /** State of a neighbour table entry: 2 for reachable. */
  public static final UIntField STATE =
      UIntField.at(56, 3, "icmpv6.ext.echo.rsp.state")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));

  /** The probed interface is active. */
  public static final FlagField ACTIVE =
      FlagField.at(61, "icmpv6.ext.echo.rsp.active")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));

  /** IPv4 runs on the probed interface. */
  public static final FlagField HAS_IPV4 =
      FlagField.at(62, "icmpv6.ext.echo.rsp.ipv4")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));

  /** IPv6 runs on the probed interface. */
  public static final FlagField HAS_IPV6 =
      FlagField.at(63, "icmpv6.ext.echo.rsp.ipv6")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));

  /** The types of options of neighbour discovery, to which other modules may add some. */
  public static final Choice<NdOption> OPTION_TYPES = NdOptions.ALL.choice();

  private static final Contents<Icmpv6, IcmpExtension> RECORDS =
      Contents.view("icmpv6.ext", Icmpv6.class, Icmpv6::extensionOctets, IcmpExtensions.ALL);

  /** The packet that an error or a redirect quotes. */
  public static final ComputedField QUOTED =
      ComputedField.of("icmpv6.quoted", Icmpv6.class, icmp -> icmp.quoted().orElse(null));

  public static final Layout LAYOUT =
      Layout.of(
          Stream.of(
                  Stream.of(
                      TYPE, CODE, CHECKSUM, IDENT, SEQ, MTU, POINTER, LENGTH, PROBE_SEQ, LOCAL,
                      STATE, ACTIVE, HAS_IPV4, HAS_IPV6, QUOTED),
                  RECORDS.fields().stream(),
                  NeighborDiscovery.fields(),
                  ListenerDiscovery.fields(),
                  NodeInformation.fields(),
                  RplControl.fields())
              .flatMap(fields -> fields)
              .toArray(Field[]::new));

  public static final Protocol<Icmpv6> PROTOCOL =
      Protocol.of("icmpv6", LAYOUT, Icmpv6.class, Icmpv6::new, Icmpv6::new, IP_PROTOCOL.key(NUMBER))
          .titled(
              "Internet Control Message Protocol v6",
              "https://www.rfc-editor.org/rfc/rfc4443",
              "https://www.rfc-editor.org/rfc/rfc4861",
              "https://www.rfc-editor.org/rfc/rfc3810",
              "https://www.rfc-editor.org/rfc/rfc4884",
              "https://www.iana.org/assignments/icmpv6-parameters");

  /** A new echo request with identifier and number 0. */
  public Icmpv6() {
    super(PROTOCOL);
    header(ECHO_REQUEST, SIZE);
  }

  Icmpv6(Window in) throws MalformedException {
    super(PROTOCOL, in);
    if (in.size() >= SIZE) {
      int fixed = Icmpv6Types.fixed(type());
      // the header of a message with options or lists is the whole message
      headerSize(fixed > 0 && in.size() >= fixed ? in.size() : SIZE);
    }
  }

  private Icmpv6 header(int type, int size) {
    byte[] octets = new byte[size];
    octets[0] = (byte) type;
    replaceHeader(octets);
    return this;
  }

  /** A new message of a type, with zeros in the fixed part after the checksum. */
  public static Icmpv6 of(int type) {
    return new Icmpv6().header(type, Math.max(SIZE, Icmpv6Types.fixed(type)));
  }

  /** An echo request with text, sent in UTF-8. */
  public static Icmpv6 echoRequest(int ident, int seq, String data) {
    Icmpv6 message = new Icmpv6().ident(ident).seq(seq);
    message.payload(data);
    return message;
  }

  /** An echo request. */
  public static Icmpv6 echoRequest(int ident, int seq, byte[] data) {
    Icmpv6 message = new Icmpv6().ident(ident).seq(seq);
    message.payload(data);
    return message;
  }

  /** An echo reply; it repeats identifier, number and data of the request. */
  public static Icmpv6 echoReply(int ident, int seq, byte[] data) {
    return echoRequest(ident, seq, data).type(ECHO_REPLY);
  }

  /** A router solicitation. */
  public static Icmpv6 routerSolicitation() {
    return NeighborDiscovery.routerSolicitation();
  }

  /**
   * A router advertisement.
   *
   * @param hopLimit hop limit for hosts, 0 if unspecified
   * @param lifetime seconds as a default router, 0 if it is not one
   */
  public static Icmpv6 routerAdvertisement(int hopLimit, int lifetime) {
    return NeighborDiscovery.routerAdvertisement(hopLimit, lifetime);
  }

  /** A redirect to a better first hop for {@code destination}. */
  public static Icmpv6 redirect(String target, String destination) {
    return NeighborDiscovery.redirect(target, destination);
  }

  /** A neighbor solicitation for the link-layer address of {@code target}. */
  public static Icmpv6 neighborSolicitation(String target) {
    return NeighborDiscovery.solicitation(target);
  }

  /** A solicited neighbor advertisement for {@code target}. */
  public static Icmpv6 neighborAdvertisement(String target) {
    return NeighborDiscovery.advertisement(target);
  }

  /** A query for listeners of {@code group}, or of any group for {@code ::}; version 2. */
  public static Icmpv6 listenerQuery(String group, List<Address.Ipv6> sources) {
    return ListenerDiscovery.query(group, sources);
  }

  /** A listener report, version 2. */
  public static Icmpv6 listenerReport(List<GroupRecord> records) {
    return of(LISTENER_REPORT_V2).records(records);
  }

  /**
   * An error: the packet was not delivered. {@code quoted} is the part of it that fits into 1280
   * octets.
   */
  public static Icmpv6 destinationUnreachable(int code, byte[] quoted) {
    return error(DESTINATION_UNREACHABLE, code, quoted);
  }

  /** An error: the packet exceeds the MTU of the next link. */
  public static Icmpv6 packetTooBig(long mtu, byte[] quoted) {
    Icmpv6 message = error(PACKET_TOO_BIG, 0, quoted);
    MTU.set(message, mtu);
    return message;
  }

  /** An error: hop limit or reassembly time exceeded. */
  public static Icmpv6 timeExceeded(int code, byte[] quoted) {
    return error(TIME_EXCEEDED, code, quoted);
  }

  /** An error: the octet at index {@code pointer} was refused. */
  public static Icmpv6 parameterProblem(int code, long pointer, byte[] quoted) {
    Icmpv6 message = error(PARAMETER_PROBLEM, code, quoted);
    POINTER.set(message, pointer);
    return message;
  }

  private static Icmpv6 error(int type, int code, byte[] quoted) {
    Icmpv6 message = of(type).code(code);
    message.payload(quoted);
    return message;
  }

  /** A request for the state of an interface, RFC 8335. */
  public static Icmpv6 extendedEchoRequest(int ident, int seq, IcmpExtension target) {
    Icmpv6 message = of(EXTENDED_ECHO_REQUEST).ident(ident);
    PROBE_SEQ.set(message, seq);
    return message.extensions(List.of(target));
  }

  private static boolean isEcho(Header header) {
    return TYPE.get(header) == ECHO_REQUEST || TYPE.get(header) == ECHO_REPLY;
  }

  private static boolean isProbe(Header header) {
    return TYPE.get(header) == EXTENDED_ECHO_REQUEST || TYPE.get(header) == EXTENDED_ECHO_REPLY;
  }

  // --- accessors: generated from the fields above ---
  // without: MTU, POINTER, LENGTH, PROBE_SEQ, LOCAL, STATE, ACTIVE, HAS_IPV4, HAS_IPV6

  /** Kind of message, one of the constants or another number. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code icmpv6.type}, 8 bits. */
  public Icmpv6 type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Subtype; its meaning depends on the type. */
  public int code() {
    return CODE.get(this);
  }

  /** Sets {@code icmpv6.code}, 8 bits. */
  public Icmpv6 code(int value) {
    CODE.set(this, value);
    return this;
  }

  /** Checksum of pseudo header and message. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code icmpv6.checksum}, 16 bits, and pins it. */
  public Icmpv6 checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Identifier of an echo; 0 for other messages. */
  public int ident() {
    return IDENT.get(this);
  }

  /** Sets {@code icmpv6.echo.identifier}, 16 bits. */
  public Icmpv6 ident(int value) {
    IDENT.set(this, value);
    return this;
  }

  /** Number of an echo; 0 for other messages. */
  public int seq() {
    return SEQ.get(this);
  }

  /** Sets {@code icmpv6.echo.sequence_number}, 16 bits. */
  public Icmpv6 seq(int value) {
    SEQ.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The packet that an error or a redirect quotes, a copy; empty for other messages. */
  public Optional<Packet> quoted() {
    if (type() == REDIRECT) {
      return options().stream()
          .filter(NdOption.RedirectedHeader.class::isInstance)
          .map(option -> ((NdOption.RedirectedHeader) option).packet().octets())
          .map(octets -> Quote.of(this, octets, LINK_IPV6))
          .findFirst();
    }
    if (type() < DESTINATION_UNREACHABLE || type() > PARAMETER_PROBLEM || payload().size() == 0) {
      return Optional.empty();
    }
    byte[] body = payload().toBytes();
    return Optional.of(Quote.of(this, Arrays.copyOf(body, quoteSize(body)), LINK_IPV6));
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
  public Icmpv6 extensions(List<? extends IcmpExtension> extensions) {
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

  /** RFC 4884, section 4: the errors with a length field. */
  private static boolean isLong(Header header) {
    return TYPE.get(header) == DESTINATION_UNREACHABLE || TYPE.get(header) == TIME_EXCEEDED;
  }

  /**
   * A reply has the identifier and number of the query. An advertisement answers a solicitation for
   * the same neighbor. An error answers the packet that it quotes, whose IP header is then the
   * request.
   */
  @Override
  public boolean answers(Header request) {
    if (request instanceof Icmpv6 sent) {
      return switch (sent.type()) {
        case ECHO_REQUEST -> type() == ECHO_REPLY && ident() == sent.ident() && seq() == sent.seq();
        case ROUTER_SOLICITATION -> type() == ROUTER_ADVERTISEMENT;
        case NEIGHBOR_SOLICITATION ->
            type() == NEIGHBOR_ADVERTISEMENT && target().equals(sent.target());
        default -> false;
      };
    }
    return quoted().filter(packet -> quotes(packet, request)).isPresent();
  }

  @Override
  protected void derive(Derivation d) {
    d.transportChecksum(CHECKSUM, NUMBER);
  }
}
