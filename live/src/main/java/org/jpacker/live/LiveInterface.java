package org.jpacker.live;

import java.util.List;
import java.util.Set;
import org.jpacker.api.Address;

/**
 * An interface that can be captured on or sent to.
 *
 * @param name what to open it by, such as {@code eth0}
 * @param description what it is, in words; empty if nobody says
 * @param mac its MAC address, or null
 * @param addresses its network addresses
 * @param linkTypes link types that it can be captured with, the usual one first; empty where that
 *     cannot be told, such as without the privilege to open it
 * @param flags its states and kinds
 */
public record LiveInterface(
    String name,
    String description,
    Address.Mac mac,
    List<Assigned> addresses,
    List<Integer> linkTypes,
    Set<Flag> flags) {

  /** Keeps copies. */
  public LiveInterface {
    addresses = List.copyOf(addresses);
    linkTypes = List.copyOf(linkTypes);
    flags = Set.copyOf(flags);
  }

  /** Its first IPv4 address, or null. */
  public Address.Ipv4 ipv4() {
    for (Assigned assigned : addresses) {
      if (assigned.address() instanceof Address.Ipv4 address) {
        return address;
      }
    }
    return null;
  }

  /** A state or a kind of an interface. */
  public enum Flag {
    /** It was switched on. */
    UP,
    /** It has a carrier. */
    RUNNING,
    /** It leads back to this machine. */
    LOOPBACK
  }

  /**
   * A network address of an interface.
   *
   * @param address IPv4 or IPv6
   * @param prefix bits that the addresses of its network share, or -1 if nobody says
   */
  public record Assigned(Address address, int prefix) {
    @Override
    public String toString() {
      return prefix < 0 ? address.toString() : address + "/" + prefix;
    }
  }
}
