package org.jpacker.proto.icmp;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.UIntField;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;

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
  public record Router(Address.Ipv4 address, int preference) implements Shaped {
    /** Octets of an entry on the wire. */
    public static final int SIZE = 8;

    @Override
    public Router parts(Parts in) {
      return new Router(
          in.ipv4("icmp.router_address", address),
          (int) in.signed("icmp.pref_level", 32, preference));
    }
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

  /** The fields in the order of the message. */
  static Stream<Field> fields() {
    // the list itself is no field
    return Stream.concat(
        Stream.of(NUM_ADDRS, ADDR_ENTRY_SIZE, LIFETIME, ROUTERS),
        Routers.OF_ICMPV4.fields().stream().skip(1));
  }

  private static Predicate<Header> is() {
    return header ->
        Icmpv4.TYPE.get(header) == Icmpv4.ROUTER_ADVERTISEMENT && header.headerSize() >= 8;
  }

  /** The routers of an advertisement: as many as are counted and present, if entries are of 2. */
  default List<Router> routers() {
    return Routers.OF_ICMPV4.get((Icmpv4) this);
  }

  /**
   * Sets the routers of an advertisement.
   *
   * @param lifetime seconds
   * @param routers the routers
   */
  default Icmpv4 routers(int lifetime, List<Router> routers) {
    Icmpv4 icmp = (Icmpv4) this;
    ADDR_ENTRY_SIZE.set(icmp, Router.SIZE / 4);
    LIFETIME.set(icmp, lifetime);
    return Routers.OF_ICMPV4.set(icmp, routers);
  }
}
