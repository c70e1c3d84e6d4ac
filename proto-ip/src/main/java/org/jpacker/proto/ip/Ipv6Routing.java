package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Routing header of IPv6, <a href="https://www.rfc-editor.org/rfc/rfc8200#section-4.4">RFC 8200,
 * section 4.4</a>.
 *
 * <pre>
 * +---------------+---------------+---------------+---------------+
 * |      nxt      |      len      |     type      |    segleft    |
 * +---------------+---------------+---------------+---------------+
 * |                  contents, as the type says                   |
 * +---------------------------------------------------------------+
 * </pre>
 */
public final class Ipv6Routing extends Header {
  private static final int SOURCE_ROUTE = 0;
  private static final int MOBILE = 2;
  private static final int SEGMENT_ROUTING = 4;
  private static final int ADDRESS = 16;

  public static final UIntField NXT =
      UIntField.at(0, 8, "ipv6.routing.nxt").asDerived().selects(IP_PROTOCOL);

  /** Units of eight octets behind the first eight. */
  public static final UIntField LEN = UIntField.at(8, 8, "ipv6.routing.len").asDerived();

  public static final UIntField TYPE =
      UIntField.at(16, 8, "ipv6.routing.type")
          .valueNames(
              Map.of(0L, "source route", 2L, "mobile IPv6", 3L, "RPL", 4L, "segment routing"));
  public static final UIntField SEGLEFT = UIntField.at(24, 8, "ipv6.routing.segleft");
  public static final BytesField CONTENTS = BytesField.rest(32, "ipv6.routing.unknown_data");

  public static final Layout LAYOUT = Layout.of(NXT, LEN, TYPE, SEGLEFT, CONTENTS);

  public static final Protocol<Ipv6Routing> PROTOCOL =
      Protocol.of(
              "ipv6.routing",
              LAYOUT,
              Ipv6Routing.class,
              Ipv6Routing::new,
              Ipv6Routing::new,
              IP_PROTOCOL.key(43))
          .titled(
              "Routing Header for IPv6",
              "https://www.rfc-editor.org/rfc/rfc8200#section-4.4",
              "https://www.rfc-editor.org/rfc/rfc8754");

  /** A new header of eight octets without addresses. */
  public Ipv6Routing() {
    super(PROTOCOL);
    replaceHeader(new byte[8]);
  }

  Ipv6Routing(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize((LEN.get(this) + 1) * 8);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(IP_PROTOCOL, nxt()).read(window());
  }

  public int nxt() {
    return NXT.get(this);
  }

  public Ipv6Routing nxt(int number) {
    NXT.set(this, number);
    return this;
  }

  public int type() {
    return TYPE.get(this);
  }

  public Ipv6Routing type(int type) {
    TYPE.set(this, type);
    return this;
  }

  /** Listed nodes that are still to be visited. */
  public int segmentsLeft() {
    return SEGLEFT.get(this);
  }

  public Ipv6Routing segmentsLeft(int segments) {
    SEGLEFT.set(this, segments);
    return this;
  }

  /** What follows the first four octets. */
  public byte[] contents() {
    return CONTENTS.get(this);
  }

  /** Sets what follows the first four octets, padded with zeros to a multiple of eight. */
  public Ipv6Routing contents(byte[] contents) {
    CONTENTS.set(this, Arrays.copyOf(contents, (contents.length + 4 + 7 & ~7) - 4));
    return this;
  }

  /** The last node to be visited, where the type is one that lists addresses. */
  public Optional<Address.Ipv6> finalDestination() {
    byte[] contents = contents();
    int count = (contents.length - 4) / ADDRESS;
    if (count < 1) {
      return Optional.empty();
    }
    // segment lists are in reverse order: "Segment List[0] contains the last segment"
    int at =
        switch (type()) {
          case SOURCE_ROUTE, MOBILE -> 4 + (count - 1) * ADDRESS;
          case SEGMENT_ROUTING -> 4;
          default -> -1;
        };
    return at < 0
        ? Optional.empty()
        : Optional.of(Address.Ipv6.of(Arrays.copyOfRange(contents, at, at + ADDRESS)));
  }

  @Override
  protected void derive(Derivation d) {
    d.number(NXT, IP_PROTOCOL);
    d.length(LEN, headerSize() / 8 - 1);
  }
}
