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
 * <p>What messages of a kind have is told by interfaces, one for each RFC: {@link
 * NeighborDiscovery}, {@link ListenerDiscovery}, {@link NodeInformation}, {@link RplControl}. Their
 * header is the whole message, options and lists too. The packet that an error quotes is a packet
 * of its own, {@link #quoted}.
 */
public final class Icmpv6 extends Header
    implements NeighborDiscovery, ListenerDiscovery, NodeInformation, RplControl {
  public static final int DESTINATION_UNREACHABLE = 1;
  public static final int PACKET_TOO_BIG = 2;
  public static final int TIME_EXCEEDED = 3;
  public static final int PARAMETER_PROBLEM = 4;
  public static final int ECHO_REQUEST = 128;
  public static final int ECHO_REPLY = 129;
  public static final int LISTENER_QUERY = 130;
  public static final int LISTENER_REPORT = 131;
  public static final int LISTENER_DONE = 132;
  public static final int ROUTER_SOLICITATION = 133;
  public static final int ROUTER_ADVERTISEMENT = 134;
  public static final int NEIGHBOR_SOLICITATION = 135;
  public static final int NEIGHBOR_ADVERTISEMENT = 136;
  public static final int REDIRECT = 137;
  public static final int NODE_INFORMATION_QUERY = 139;
  public static final int NODE_INFORMATION_RESPONSE = 140;
  public static final int INVERSE_SOLICITATION = 141;
  public static final int INVERSE_ADVERTISEMENT = 142;
  public static final int LISTENER_REPORT_V2 = 143;
  public static final int CERTIFICATION_PATH_SOLICITATION = 148;
  public static final int CERTIFICATION_PATH_ADVERTISEMENT = 149;
  public static final int MULTICAST_ROUTER_ADVERTISEMENT = 151;
  public static final int RPL_CONTROL = 155;
  public static final int DUPLICATE_ADDRESS_REQUEST = 157;
  public static final int DUPLICATE_ADDRESS_CONFIRMATION = 158;
  public static final int EXTENDED_ECHO_REQUEST = 160;
  public static final int EXTENDED_ECHO_REPLY = 161;

  private static final int SIZE = 8;
  private static final int WORD = 8;
  private static final int NUMBER = 58;
  private static final int LINK_IPV6 = 229;

  public static final UIntField TYPE =
      UIntField.at(0, 8, "icmpv6.type")
          .valueNames(ValueNames.read(() -> Icmpv6.class.getResourceAsStream("icmpv6.type.tsv")));
  public static final UIntField CODE =
      UIntField.at(8, 8, "icmpv6.code")
          .valueNames(
              ValueNames.read(() -> Icmpv6.class.getResourceAsStream("icmpv6.code.tsv"))
                  .within(TYPE));

  /** Over pseudo header and the whole message. */
  public static final UIntField CHECKSUM =
      UIntField.at(16, 16, "icmpv6.checksum").asChecksum().hex();

  public static final UIntField IDENT =
      UIntField.at(32, 16, "icmpv6.echo.identifier")
          .hex()
          .when("it is an echo", h -> isEcho(h) || isProbe(h));
  public static final UIntField SEQ =
      UIntField.at(48, 16, "icmpv6.echo.sequence_number").when("it is an echo", Icmpv6::isEcho);
  public static final ULongField MTU =
      ULongField.at(32, 32, "icmpv6.mtu")
          .when("a packet was too big", Icmpv6Types.is(PACKET_TOO_BIG));
  public static final ULongField POINTER =
      ULongField.at(32, 32, "icmpv6.pointer")
          .when("it is a parameter problem", Icmpv6Types.is(PARAMETER_PROBLEM));

  /** Words of eight octets that the quoted packet takes, RFC 4884; 0 says nothing. */
  public static final UIntField LENGTH =
      UIntField.at(32, 8, "icmpv6.length")
          .when("it is an error that may be extended", Icmpv6::isLong);

  /** Number of a probe, <a href="https://www.rfc-editor.org/rfc/rfc8335#section-2">RFC 8335</a>. */
  public static final UIntField PROBE_SEQ =
      UIntField.at(48, 8, "icmpv6.ext.echo.seq").when("it is an extended echo", Icmpv6::isProbe);

  /** The interface is one of the node that is asked. */
  public static final FlagField LOCAL =
      FlagField.at(63, "icmpv6.ext.echo.req.local")
          .when("it is an extended echo request", Icmpv6Types.is(EXTENDED_ECHO_REQUEST));

  /** Of a neighbour's entry: 2 for reachable. */
  public static final UIntField STATE =
      UIntField.at(56, 3, "icmpv6.ext.echo.rsp.state")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));

  public static final FlagField ACTIVE =
      FlagField.at(61, "icmpv6.ext.echo.rsp.active")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));
  public static final FlagField HAS_IPV4 =
      FlagField.at(62, "icmpv6.ext.echo.rsp.ipv4")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));
  public static final FlagField HAS_IPV6 =
      FlagField.at(63, "icmpv6.ext.echo.rsp.ipv6")
          .when("it is an extended echo reply", Icmpv6Types.is(EXTENDED_ECHO_REPLY));

  public static final ComputedField EXTENSIONS =
      ComputedField.list("icmpv6.ext", Icmpv6.class, Icmpv6::extensions);
  public static final ComputedField QUOTED =
      ComputedField.of("icmpv6.quoted", Icmpv6.class, icmp -> icmp.quoted().orElse(null));

  public static final Layout LAYOUT =
      Layout.of(
          Stream.of(
                  Stream.of(
                      TYPE,
                      CODE,
                      CHECKSUM,
                      IDENT,
                      SEQ,
                      MTU,
                      POINTER,
                      LENGTH,
                      PROBE_SEQ,
                      LOCAL,
                      STATE,
                      ACTIVE,
                      HAS_IPV4,
                      HAS_IPV6,
                      QUOTED,
                      EXTENSIONS),
                  IcmpExtensionFields.of(Icmpv6.class, Icmpv6::extensions),
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
      // a message with options or lists is header to its end
      headerSize(fixed > 0 && in.size() >= fixed ? in.size() : SIZE);
    }
  }

  private Icmpv6 header(int type, int size) {
    byte[] octets = new byte[size];
    octets[0] = (byte) type;
    replaceHeader(octets);
    return this;
  }

  /** A new message of a type, zeros behind it: as many octets as all of the type have. */
  public static Icmpv6 of(int type) {
    return new Icmpv6().header(type, Math.max(SIZE, Icmpv6Types.fixed(type)));
  }

  /** Asks for an echo of text, sent in UTF-8. */
  public static Icmpv6 echoRequest(int ident, int seq, String data) {
    Icmpv6 message = new Icmpv6().ident(ident).seq(seq);
    message.payload(data);
    return message;
  }

  /** Asks for an echo. */
  public static Icmpv6 echoRequest(int ident, int seq, byte[] data) {
    Icmpv6 message = new Icmpv6().ident(ident).seq(seq);
    message.payload(data);
    return message;
  }

  /** Answers an echo request with its own identifier, number and data. */
  public static Icmpv6 echoReply(int ident, int seq, byte[] data) {
    return echoRequest(ident, seq, data).type(ECHO_REPLY);
  }

  /** Asks routers to advertise. */
  public static Icmpv6 routerSolicitation() {
    return NeighborDiscovery.routerSolicitation();
  }

  /**
   * Tells of a router.
   *
   * @param hopLimit that hosts should use, 0 for none in particular
   * @param lifetime seconds that it is a default router, 0 if it is none
   */
  public static Icmpv6 routerAdvertisement(int hopLimit, int lifetime) {
    return NeighborDiscovery.routerAdvertisement(hopLimit, lifetime);
  }

  /** Tells of a better first hop to {@code destination}. */
  public static Icmpv6 redirect(String target, String destination) {
    return NeighborDiscovery.redirect(target, destination);
  }

  /** Asks who has {@code target}. */
  public static Icmpv6 neighborSolicitation(String target) {
    return NeighborDiscovery.solicitation(target);
  }

  /** Tells who has {@code target}, when asked. */
  public static Icmpv6 neighborAdvertisement(String target) {
    return NeighborDiscovery.advertisement(target);
  }

  /** Asks who listens to {@code group}, or to any if it is {@code ::}; version 2. */
  public static Icmpv6 listenerQuery(String group, List<Address.Ipv6> sources) {
    return ListenerDiscovery.query(group, sources);
  }

  /** Tells what is listened to; version 2. */
  public static Icmpv6 listenerReport(List<GroupRecord> records) {
    return of(LISTENER_REPORT_V2).records(records);
  }

  /**
   * Tells that a packet was not delivered; {@code quoted} is as much of it as fits into 1280
   * octets.
   */
  public static Icmpv6 destinationUnreachable(int code, byte[] quoted) {
    return error(DESTINATION_UNREACHABLE, code, quoted);
  }

  /** Tells what the next hop takes. */
  public static Icmpv6 packetTooBig(long mtu, byte[] quoted) {
    Icmpv6 message = error(PACKET_TOO_BIG, 0, quoted);
    MTU.set(message, mtu);
    return message;
  }

  /** Tells that a packet was on the way for too long. */
  public static Icmpv6 timeExceeded(int code, byte[] quoted) {
    return error(TIME_EXCEEDED, code, quoted);
  }

  /** Tells which octet was refused. */
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

  /** Asks for the state of an interface, RFC 8335. */
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

  public int type() {
    return TYPE.get(this);
  }

  public Icmpv6 type(int type) {
    TYPE.set(this, type);
    return this;
  }

  public int code() {
    return CODE.get(this);
  }

  public Icmpv6 code(int code) {
    CODE.set(this, code);
    return this;
  }

  public int checksum() {
    return CHECKSUM.get(this);
  }

  public Icmpv6 checksum(int checksum) {
    CHECKSUM.set(this, checksum);
    return this;
  }

  /** Identifier of an echo; 0 for other messages. */
  public int ident() {
    return IDENT.get(this);
  }

  public Icmpv6 ident(int ident) {
    IDENT.set(this, ident);
    return this;
  }

  /** Number of an echo; 0 for other messages. */
  public int seq() {
    return SEQ.get(this);
  }

  public Icmpv6 seq(int seq) {
    SEQ.set(this, seq);
    return this;
  }

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

  /** What an error says beside the packet that it quotes, or a probe says; RFC 4884. */
  public List<IcmpExtension> extensions() {
    if (type() == EXTENDED_ECHO_REQUEST) {
      return IcmpExtensions.decode(payload().toBytes(), 0);
    }
    if (!isLong(this)) {
      return List.of();
    }
    byte[] body = payload().toBytes();
    return IcmpExtensions.decode(body, quoteSize(body));
  }

  /**
   * Sets what an error says beside the packet that it quotes, which is padded to 128 octets.
   *
   * @throws IllegalStateException if this is no error that may be extended
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

  /** RFC 4884, section 4: the errors that have room for a length. */
  private static boolean isLong(Header header) {
    return TYPE.get(header) == DESTINATION_UNREACHABLE || TYPE.get(header) == TIME_EXCEEDED;
  }

  /**
   * A reply has identifier and number of the query; an advertisement is about the neighbor that was
   * asked for; an error answers the packet that it quotes, whose IP header is then the request.
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
