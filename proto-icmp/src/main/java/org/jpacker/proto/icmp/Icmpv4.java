package org.jpacker.proto.icmp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.jpacker.api.Address;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

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
 * <p>The packet that an error quotes is a packet of its own, {@link #quoted}: whoever looks for TCP
 * in a packet does not find that of another one. A message of less than eight octets has a header
 * of four.
 */
public final class Icmpv4 extends Header {
  public static final int ECHO_REPLY = 0;
  public static final int DESTINATION_UNREACHABLE = 3;
  public static final int SOURCE_QUENCH = 4;
  public static final int REDIRECT = 5;
  public static final int ECHO_REQUEST = 8;
  public static final int TIME_EXCEEDED = 11;
  public static final int PARAMETER_PROBLEM = 12;

  private static final int SIZE = 8;
  private static final int LINK_IPV4 = 228;
  private static final int FRAGMENTATION_NEEDED = 4;

  public static final UIntField TYPE =
      UIntField.at(0, 8, "icmp.type")
          .valueNames(
              Map.of(
                  0L, "echo reply",
                  3L, "destination unreachable",
                  5L, "redirect",
                  8L, "echo request",
                  9L, "router advertisement",
                  10L, "router solicitation",
                  11L, "time exceeded",
                  12L, "parameter problem",
                  13L, "timestamp request",
                  14L, "timestamp reply"));
  public static final UIntField CODE = UIntField.at(8, 8, "icmp.code");

  /** Over the whole message. */
  public static final UIntField CHECKSUM = UIntField.at(16, 16, "icmp.checksum").asDerived().hex();

  public static final UIntField IDENT =
      UIntField.at(32, 16, "icmp.ident").when("it is a query", Icmpv4::isQuery);
  public static final UIntField SEQ =
      UIntField.at(48, 16, "icmp.seq").when("it is a query", Icmpv4::isQuery);
  public static final Ipv4Field GATEWAY =
      Ipv4Field.at(32, "icmp.redir_gw").when("it is a redirect", h -> TYPE.get(h) == REDIRECT);

  /**
   * Octets that the next hop takes, <a href="https://www.rfc-editor.org/rfc/rfc1191">RFC 1191</a>.
   */
  public static final UIntField MTU =
      UIntField.at(48, 16, "icmp.mtu")
          .when(
              "fragmentation was needed",
              h -> TYPE.get(h) == DESTINATION_UNREACHABLE && CODE.get(h) == FRAGMENTATION_NEEDED);

  /** Index of the octet that was refused. */
  public static final UIntField POINTER =
      UIntField.at(32, 8, "icmp.pointer")
          .when("it is a parameter problem", h -> TYPE.get(h) == PARAMETER_PROBLEM);

  public static final ComputedField QUOTED =
      ComputedField.of("icmp.quoted", Icmpv4.class, icmp -> icmp.quoted().orElse(null));

  public static final Layout LAYOUT =
      Layout.of(TYPE, CODE, CHECKSUM, IDENT, SEQ, GATEWAY, MTU, POINTER, QUOTED);

  public static final Protocol<Icmpv4> PROTOCOL =
      Protocol.of("icmp", LAYOUT, Icmpv4.class, Icmpv4::new, Icmpv4::new, IP_PROTOCOL.key(1))
          .titled("Internet Control Message Protocol", "https://www.rfc-editor.org/rfc/rfc792");

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
      headerSize(SIZE);
    }
  }

  /** Asks for an echo of text, sent in UTF-8. */
  public static Icmpv4 echoRequest(int ident, int seq, String data) {
    return echoRequest(ident, seq, data.getBytes(StandardCharsets.UTF_8));
  }

  /** Asks for an echo. */
  public static Icmpv4 echoRequest(int ident, int seq, byte[] data) {
    return message(ECHO_REQUEST, 0, data).ident(ident).seq(seq);
  }

  /** Answers an echo request with its own identifier, number and data. */
  public static Icmpv4 echoReply(int ident, int seq, byte[] data) {
    return message(ECHO_REPLY, 0, data).ident(ident).seq(seq);
  }

  /**
   * Tells that a packet was not delivered; {@code quoted} is its IP header and eight octets or
   * more.
   */
  public static Icmpv4 destinationUnreachable(int code, byte[] quoted) {
    return message(DESTINATION_UNREACHABLE, code, quoted);
  }

  /** Tells that a packet was on the way for too long. */
  public static Icmpv4 timeExceeded(int code, byte[] quoted) {
    return message(TIME_EXCEEDED, code, quoted);
  }

  /** Tells of a better gateway. */
  public static Icmpv4 redirect(int code, String gateway, byte[] quoted) {
    Icmpv4 message = message(REDIRECT, code, quoted);
    GATEWAY.set(message, gateway);
    return message;
  }

  private static Icmpv4 message(int type, int code, byte[] data) {
    Icmpv4 message = new Icmpv4().type(type).code(code);
    message.payload(data);
    return message;
  }

  /** Echo, time stamp, information and address mask: what has an identifier and a number. */
  private static boolean isQuery(Header header) {
    return switch (TYPE.get(header)) {
      case 0, 8, 13, 14, 15, 16, 17, 18 -> true;
      default -> false;
    };
  }

  private boolean isError() {
    return switch (type()) {
      case DESTINATION_UNREACHABLE, SOURCE_QUENCH, REDIRECT, TIME_EXCEEDED, PARAMETER_PROBLEM ->
          true;
      default -> false;
    };
  }

  public int type() {
    return TYPE.get(this);
  }

  public Icmpv4 type(int type) {
    TYPE.set(this, type);
    return this;
  }

  public int code() {
    return CODE.get(this);
  }

  public Icmpv4 code(int code) {
    CODE.set(this, code);
    return this;
  }

  public int checksum() {
    return CHECKSUM.get(this);
  }

  public Icmpv4 checksum(int checksum) {
    CHECKSUM.set(this, checksum);
    return this;
  }

  /** Identifier of a query; 0 for other messages. */
  public int ident() {
    return IDENT.get(this);
  }

  public Icmpv4 ident(int ident) {
    IDENT.set(this, ident);
    return this;
  }

  /** Number of a query; 0 for other messages. */
  public int seq() {
    return SEQ.get(this);
  }

  public Icmpv4 seq(int seq) {
    SEQ.set(this, seq);
    return this;
  }

  /** The better gateway that a redirect tells of. */
  public Address.Ipv4 gateway() {
    return GATEWAY.get(this);
  }

  /** Octets that the next hop takes, where fragmentation was needed. */
  public int mtu() {
    return MTU.get(this);
  }

  public Icmpv4 mtu(int octets) {
    MTU.set(this, octets);
    return this;
  }

  /** The packet that an error quotes, a copy; empty for other messages. */
  public Optional<Packet> quoted() {
    if (!isError() || payload().size() == 0) {
      return Optional.empty();
    }
    return Optional.of(Quote.of(this, LINK_IPV4));
  }

  @Override
  protected void derive(Derivation d) {
    d.messageChecksum(CHECKSUM);
  }
}
