package org.jpacker.live;

import java.util.List;
import java.util.Set;
import org.jpacker.api.Address;

/**
 * An interface to capture on or to send through.
 *
 * @param name the name to open it by, such as {@code eth0}
 * @param description a description in words; empty if there is none
 * @param mac its MAC address, or null
 * @param addresses its network addresses
 * @param linkTypes link types that it can be captured with, the default first; empty if unknown,
 *     for example without the privilege to open it
 * @param flags its states and kinds
 */
public record LiveInterface(
    String name,
    String description,
    Address.Mac mac,
    List<Assigned> addresses,
    List<Integer> linkTypes,
    Set<Flag> flags) {

  /** Copies the collections. */
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

  /** A state or kind of an interface. */
  public enum Flag {
    /** It is switched on. */
    UP,
    /** It has a carrier. */
    RUNNING,
    /** It leads back to this machine. */
    LOOPBACK
  }

  /**
   * A network address of an interface.
   *
   * @param address an IPv4 or IPv6 address
   * @param prefix length of the network prefix in bits, or -1 if unknown
   */
  public record Assigned(Address address, int prefix) {
    @Override
    public String toString() {
      return prefix < 0 ? address.toString() : address + "/" + prefix;
    }
  }
}
