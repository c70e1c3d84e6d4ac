package org.jpacker.proto.icmp;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.UIntField;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/**
 * Fields of {@link Icmpv4} for router discovery, <a
 * href="https://www.rfc-editor.org/rfc/rfc1256#section-3">RFC 1256</a>.
 */
public sealed interface RouterDiscovery permits Icmpv4 {

  /**
   * A router in an advertisement.
   *
   * @param address its address
   * @param preference higher values are preferred
   */
  public record Router(Address.Ipv4 address, int preference) {
    /** Octets of an entry on the wire. */
    public static final int SIZE = 8;
  }

  /**
   * Number of advertised routers, <a href="https://www.rfc-editor.org/rfc/rfc1256">RFC 1256</a>.
   */
  UIntField NUM_ADDRS =
      UIntField.at(32, 8, "icmp.num_addrs").when("it is a router advertisement", is());

  /** Size of an entry (address and preference) in units of four octets: 2. */
  UIntField ADDR_ENTRY_SIZE =
      UIntField.at(40, 8, "icmp.addr_entry_size").when("it is a router advertisement", is());

  /** Lifetime of the entries in seconds. */
  UIntField LIFETIME =
      UIntField.at(48, 16, "icmp.lifetime").when("it is a router advertisement", is());

  /** The routers as octets; {@link #routers()} has them as records. */
  BytesField ROUTERS =
      BytesField.rest(64, "icmp.routers").when("it is a router advertisement", is());

  /** Addresses of the routers. */
  ComputedField ROUTER_ADDRESS =
      ComputedField.list(
          "icmp.router_address",
          Icmpv4.class,
          icmp -> icmp.routers().stream().map(Router::address).toList());

  /** Preferences of the routers. */
  ComputedField PREFERENCE_LEVEL =
      ComputedField.list(
          "icmp.pref_level",
          Icmpv4.class,
          icmp -> icmp.routers().stream().map(Router::preference).toList());

  /** The fields in the order of the message. */
  static Stream<Field> fields() {
    return Stream.of(
        NUM_ADDRS, ADDR_ENTRY_SIZE, LIFETIME, ROUTERS, ROUTER_ADDRESS, PREFERENCE_LEVEL);
  }

  private static Predicate<Header> is() {
    return header ->
        Icmpv4.TYPE.get(header) == Icmpv4.ROUTER_ADVERTISEMENT && header.headerSize() >= 8;
  }

  /** The routers of an advertisement: as many as are counted and present. */
  default List<Router> routers() {
    Icmpv4 icmp = (Icmpv4) this;
    List<Router> routers = new ArrayList<>();
    OctetReader in = new OctetReader(ROUTERS.get(icmp));
    int step = ADDR_ENTRY_SIZE.get(icmp) * 4;
    while (step >= Router.SIZE && in.left() >= step && routers.size() < NUM_ADDRS.get(icmp)) {
      OctetReader entry = in.slice(step);
      routers.add(new Router(entry.ipv4(), (int) entry.u32()));
    }
    return List.copyOf(routers);
  }

  /**
   * Sets the routers of an advertisement.
   *
   * @param lifetime seconds
   * @param routers the routers
   */
  default Icmpv4 routers(int lifetime, List<Router> routers) {
    Icmpv4 icmp = (Icmpv4) this;
    NUM_ADDRS.set(icmp, routers.size());
    ADDR_ENTRY_SIZE.set(icmp, Router.SIZE / 4);
    LIFETIME.set(icmp, lifetime);
    OctetWriter out = new OctetWriter(ROUTERS.name());
    routers.forEach(r -> out.address(r.address()).u32(r.preference() & 0xffffffffL));
    ROUTERS.set(icmp, out.octets());
    return icmp;
  }
}
