package org.jpacker.proto.icmp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv6Field;
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
 * <p>The header of neighbour discovery holds the options too, that of listener discovery (<a
 * href="https://www.rfc-editor.org/rfc/rfc3810">RFC 3810</a>) the lists: it is the whole message.
 * The packet that an error quotes is a packet of its own, {@link #quoted}.
 */
public final class Icmpv6 extends Header {
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
  public static final int LISTENER_REPORT_V2 = 143;

  private static final int SIZE = 8;
  private static final int WORD = 8;

  /** Where the message of version 1 ends, and the number of sources of version 2. */
  private static final int SHORT_LISTENING = 24;

  private static final int LONG_QUERY = 28;
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
      UIntField.at(16, 16, "icmpv6.checksum").asDerived().hex();

  public static final UIntField IDENT =
      UIntField.at(32, 16, "icmpv6.echo.identifier").hex().when("it is an echo", Icmpv6::isEcho);
  public static final UIntField SEQ =
      UIntField.at(48, 16, "icmpv6.echo.sequence_number").when("it is an echo", Icmpv6::isEcho);
  public static final ULongField MTU =
      ULongField.at(32, 32, "icmpv6.mtu").when("a packet was too big", is(PACKET_TOO_BIG));
  public static final ULongField POINTER =
      ULongField.at(32, 32, "icmpv6.pointer")
          .when("it is a parameter problem", is(PARAMETER_PROBLEM));
  public static final UIntField HOP_LIMIT =
      UIntField.at(32, 8, "icmpv6.nd.ra.cur_hop_limit")
          .when("it is a router advertisement", is(ROUTER_ADVERTISEMENT));
  public static final FlagField MANAGED =
      FlagField.at(40, "icmpv6.nd.ra.flag.m")
          .when("it is a router advertisement", is(ROUTER_ADVERTISEMENT));
  public static final FlagField OTHER =
      FlagField.at(41, "icmpv6.nd.ra.flag.o")
          .when("it is a router advertisement", is(ROUTER_ADVERTISEMENT));
  public static final UIntField LIFETIME =
      UIntField.at(48, 16, "icmpv6.nd.ra.router_lifetime")
          .when("it is a router advertisement", is(ROUTER_ADVERTISEMENT));
  public static final ULongField REACHABLE =
      ULongField.at(64, 32, "icmpv6.nd.ra.reachable_time")
          .when("it is a router advertisement", is(ROUTER_ADVERTISEMENT));
  public static final ULongField RETRANSMISSION =
      ULongField.at(96, 32, "icmpv6.nd.ra.retrans_timer")
          .when("it is a router advertisement", is(ROUTER_ADVERTISEMENT));
  public static final Ipv6Field ASKED =
      Ipv6Field.at(64, "icmpv6.nd.ns.target_address")
          .when("it is a neighbor solicitation", is(NEIGHBOR_SOLICITATION));
  public static final FlagField ROUTER =
      FlagField.at(32, "icmpv6.nd.na.flag.r")
          .when("it is a neighbor advertisement", is(NEIGHBOR_ADVERTISEMENT));
  public static final FlagField SOLICITED =
      FlagField.at(33, "icmpv6.nd.na.flag.s")
          .when("it is a neighbor advertisement", is(NEIGHBOR_ADVERTISEMENT));
  public static final FlagField OVERRIDE =
      FlagField.at(34, "icmpv6.nd.na.flag.o")
          .when("it is a neighbor advertisement", is(NEIGHBOR_ADVERTISEMENT));
  public static final Ipv6Field ADVERTISED =
      Ipv6Field.at(64, "icmpv6.nd.na.target_address")
          .when("it is a neighbor advertisement", is(NEIGHBOR_ADVERTISEMENT));
  public static final Ipv6Field REDIRECT_TARGET =
      Ipv6Field.at(64, "icmpv6.nd.rd.target_address").when("it is a redirect", is(REDIRECT));
  public static final Ipv6Field REDIRECT_DESTINATION =
      Ipv6Field.at(192, "icmpv6.rd.na.destination_address").when("it is a redirect", is(REDIRECT));
  public static final BytesField OPTIONS =
      BytesField.rest(64, "icmpv6.opt")
          .when("it is neighbor discovery", Icmpv6::hasOptions)
          .at(h -> fixed(h) * 8);
  public static final UIntField MAXIMUM_RESPONSE_DELAY =
      UIntField.at(32, 16, "icmpv6.mld.maximum_response_delay")
          .when("it is about listeners, version 1", Icmpv6::isShortListening);
  public static final UIntField MAXIMUM_RESPONSE_CODE =
      UIntField.at(32, 16, "icmpv6.mld.maximum_response_code")
          .when("it is a listener query, version 2", Icmpv6::isLongQuery);
  public static final Ipv6Field MULTICAST_ADDRESS =
      Ipv6Field.at(64, "icmpv6.mld.multicast_address")
          .when("it is about listeners", h -> isShortListening(h) || isLongQuery(h));
  public static final FlagField SUPPRESS =
      FlagField.at(196, "icmpv6.mld.flag.s")
          .when("it is a listener query, version 2", Icmpv6::isLongQuery);
  public static final UIntField ROBUSTNESS =
      UIntField.at(197, 3, "icmpv6.mld.flag.qrv")
          .when("it is a listener query, version 2", Icmpv6::isLongQuery);
  public static final UIntField QUERY_INTERVAL =
      UIntField.at(200, 8, "icmpv6.mld.qqi")
          .when("it is a listener query, version 2", Icmpv6::isLongQuery);
  public static final UIntField SOURCE_COUNT =
      UIntField.at(208, 16, "icmpv6.mld.nb_sources")
          .when("it is a listener query, version 2", Icmpv6::isLongQuery);
  public static final BytesField SOURCES =
      BytesField.rest(224, "icmpv6.mld.sources")
          .when("it is a listener query, version 2", Icmpv6::isLongQuery);
  public static final UIntField RECORD_COUNT =
      UIntField.at(48, 16, "icmpv6.mldr.nb_mcast_records")
          .when("it is a listener report, version 2", is(LISTENER_REPORT_V2));
  public static final BytesField RECORDS =
      BytesField.rest(64, "icmpv6.mldr.records")
          .when("it is a listener report, version 2", is(LISTENER_REPORT_V2));

  /** Words of eight octets that the quoted packet takes, RFC 4884; 0 says nothing. */
  public static final UIntField LENGTH =
      UIntField.at(32, 8, "icmpv6.length")
          .when("it is an error that may be extended", Icmpv6::isLong);

  public static final ComputedField EXTENSIONS =
      ComputedField.list("icmpv6.ext", Icmpv6.class, Icmpv6::extensions);
  public static final ComputedField QUOTED =
      ComputedField.of("icmpv6.quoted", Icmpv6.class, icmp -> icmp.quoted().orElse(null));

  public static final ComputedField OPTION =
      ComputedField.list("icmpv6.option", Icmpv6.class, Icmpv6::options);
  public static final ComputedField OPTION_TYPE =
      ComputedField.list(
              "icmpv6.opt.type",
              Icmpv6.class,
              header -> header.options().stream().map(record -> record.type()).toList())
          .valueNames(
              ValueNames.read(() -> Icmpv6.class.getResourceAsStream("icmpv6.opt.type.tsv")));
  public static final ComputedField SOURCE_ADDRESS =
      ComputedField.list("icmpv6.mld.source_address", Icmpv6.class, Icmpv6::sources);
  public static final ComputedField RECORD =
      ComputedField.list("icmpv6.mldr.record", Icmpv6.class, Icmpv6::records);
  public static final ComputedField RECORD_TYPE =
      ComputedField.list(
              "icmpv6.mldr.mar.record_type",
              Icmpv6.class,
              header -> header.records().stream().map(record -> record.type()).toList())
          .valueNames(GroupRecord.TYPES);
  public static final ComputedField RECORD_ADDRESS =
      ComputedField.list(
          "icmpv6.mldr.mar.multicast_address",
          Icmpv6.class,
          header -> header.records().stream().map(record -> record.group()).toList());

  public static final Layout LAYOUT =
      Layout.of(
          TYPE,
          CODE,
          CHECKSUM,
          IDENT,
          SEQ,
          MTU,
          POINTER,
          HOP_LIMIT,
          MANAGED,
          OTHER,
          LIFETIME,
          REACHABLE,
          RETRANSMISSION,
          ASKED,
          ROUTER,
          SOLICITED,
          OVERRIDE,
          ADVERTISED,
          REDIRECT_TARGET,
          REDIRECT_DESTINATION,
          OPTIONS,
          MAXIMUM_RESPONSE_DELAY,
          MAXIMUM_RESPONSE_CODE,
          MULTICAST_ADDRESS,
          SUPPRESS,
          ROBUSTNESS,
          QUERY_INTERVAL,
          SOURCE_COUNT,
          SOURCES,
          RECORD_COUNT,
          RECORDS,
          LENGTH,
          QUOTED,
          EXTENSIONS,
          OPTION,
          OPTION_TYPE,
          SOURCE_ADDRESS,
          RECORD,
          RECORD_TYPE,
          RECORD_ADDRESS);

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
      // a message of discovery is header, and options or lists, to its end
      headerSize(isDiscovery() && in.size() >= fixed(this) ? in.size() : SIZE);
    }
  }

  private Icmpv6 header(int type, int size) {
    byte[] octets = new byte[size];
    octets[0] = (byte) type;
    replaceHeader(octets);
    return this;
  }

  /** Asks for an echo of text, sent in UTF-8. */
  public static Icmpv6 echoRequest(int ident, int seq, String data) {
    return echoRequest(ident, seq, data.getBytes(StandardCharsets.UTF_8));
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

  /** Asks who has {@code target}. */
  public static Icmpv6 neighborSolicitation(String target) {
    Icmpv6 message = new Icmpv6().header(NEIGHBOR_SOLICITATION, 24);
    ASKED.set(message, target);
    return message;
  }

  /** Tells who has {@code target}, when asked. */
  public static Icmpv6 neighborAdvertisement(String target) {
    Icmpv6 message = new Icmpv6().header(NEIGHBOR_ADVERTISEMENT, 24);
    ADVERTISED.set(message, target);
    SOLICITED.set(message, true);
    return message;
  }

  private static Predicate<Header> is(int type) {
    return header -> TYPE.get(header) == type;
  }

  private static boolean isEcho(Header header) {
    return TYPE.get(header) == ECHO_REQUEST || TYPE.get(header) == ECHO_REPLY;
  }

  private boolean isDiscovery() {
    return type() >= LISTENER_QUERY && type() <= REDIRECT || type() == LISTENER_REPORT_V2;
  }

  private static boolean hasOptions(Header header) {
    return TYPE.get(header) >= ROUTER_SOLICITATION && TYPE.get(header) <= REDIRECT;
  }

  private static boolean isLongQuery(Header header) {
    return TYPE.get(header) == LISTENER_QUERY && header.headerSize() >= LONG_QUERY;
  }

  private static boolean isShortListening(Header header) {
    int type = TYPE.get(header);
    return type >= LISTENER_QUERY && type <= LISTENER_DONE && !isLongQuery(header);
  }

  /** Octets before the options. */
  private static int fixed(Header header) {
    return switch (TYPE.get(header)) {
      case ROUTER_ADVERTISEMENT -> 16;
      case NEIGHBOR_SOLICITATION, NEIGHBOR_ADVERTISEMENT -> 24;
      case LISTENER_QUERY, LISTENER_REPORT, LISTENER_DONE -> SHORT_LISTENING;
      case REDIRECT -> 40;
      default -> SIZE;
    };
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

  /** The address that a neighbor solicitation or advertisement is about; {@code ::} for others. */
  public Address.Ipv6 target() {
    return ASKED.isPresent(this) ? ASKED.get(this) : ADVERTISED.get(this);
  }

  /**
   * The options of neighbor discovery, the last one {@link NdOption.Truncated} if it does not fit.
   */
  public List<NdOption> options() {
    return NdOptions.decode(OPTIONS.get(this));
  }

  /**
   * Sets the options of neighbor discovery, each padded to a multiple of eight octets.
   *
   * @throws IllegalStateException if this is another message
   */
  public Icmpv6 options(List<? extends NdOption> options) {
    OPTIONS.set(this, NdOptions.encode(options));
    return this;
  }

  /** The group of a message about listeners; {@code ::} for others. */
  public Address.Ipv6 multicastAddress() {
    return MULTICAST_ADDRESS.get(this);
  }

  public Icmpv6 multicastAddress(Address.Ipv6 group) {
    MULTICAST_ADDRESS.set(this, group);
    return this;
  }

  public Icmpv6 multicastAddress(String group) {
    MULTICAST_ADDRESS.set(this, group);
    return this;
  }

  /** The sources of a listener query of version 2: as many as are counted and there. */
  public List<Address.Ipv6> sources() {
    byte[] octets = SOURCES.get(this);
    List<Address.Ipv6> sources = new ArrayList<>();
    for (int at = 0;
        at + 16 <= octets.length && sources.size() < SOURCE_COUNT.get(this);
        at += 16) {
      sources.add(Address.Ipv6.of(Arrays.copyOfRange(octets, at, at + 16)));
    }
    return List.copyOf(sources);
  }

  /** The records of a listener report of version 2: as many as are counted and whole. */
  public List<GroupRecord> records() {
    return GroupRecord.decode(RECORDS.get(this), 16, RECORD_COUNT.get(this));
  }

  /** Sets the records of a listener report of version 2, and their number. */
  public Icmpv6 records(List<GroupRecord> records) {
    RECORDS.set(this, GroupRecord.encode(records));
    RECORD_COUNT.set(this, records.size());
    return this;
  }

  /** Asks who listens to {@code group}, or to any if it is {@code ::}; version 2. */
  public static Icmpv6 listenerQuery(String group, List<Address.Ipv6> sources) {
    Icmpv6 message = new Icmpv6().header(LISTENER_QUERY, LONG_QUERY).multicastAddress(group);
    SOURCES.set(message, GroupRecord.octets(sources));
    SOURCE_COUNT.set(message, sources.size());
    return message;
  }

  /** Tells what is listened to; version 2. */
  public static Icmpv6 listenerReport(List<GroupRecord> records) {
    return new Icmpv6().header(LISTENER_REPORT_V2, SIZE).records(records);
  }

  /** The packet that an error quotes, a copy; empty for other messages. */
  public Optional<Packet> quoted() {
    if (type() < DESTINATION_UNREACHABLE || type() > PARAMETER_PROBLEM || payload().size() == 0) {
      return Optional.empty();
    }
    return Optional.of(Quote.of(this, quoteSize(payload().toBytes()), LINK_IPV6));
  }

  /** What an error says beside the packet that it quotes, RFC 4884. */
  public List<IcmpExtension> extensions() {
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
