package org.jpacker.flow;

import org.jpacker.api.Address;
import org.jpacker.api.AddressField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.MacField;
import org.jpacker.api.NumberField;
import org.jpacker.api.Packet;

/**
 * The headers of a packet that identify its sender and receiver, as their layouts declare.
 *
 * @param addresses the innermost header whose endpoints are addresses, or null
 * @param ports the innermost header within that one whose endpoints are numbers, or null
 */
public record Endpoints(Header addresses, Header ports) {

  /** The kind of addresses to look for. */
  public enum Kind {
    /** Addresses of any kind. */
    ANY,
    /** MAC addresses. */
    LINK,
    /** IPv4 and IPv6 addresses. */
    NETWORK
  }

  /**
   * The endpoints of {@code packet}, with addresses of this kind. Quoted packets, such as those in
   * ICMP errors, are not searched.
   */
  public static Endpoints of(Packet packet, Kind kind) {
    Header addresses = null;
    Header ports = null;
    for (Layer layer = packet.first(); layer instanceof Header h; layer = h.payload()) {
      Field source = h.protocol().layout().source();
      Field destination = h.protocol().layout().destination();
      if (source == null || destination == null || !isIn(h, source) || !isIn(h, destination)) {
        continue;
      }
      if (isAddress(source, kind)) {
        addresses = h;
        ports = null;
      } else if (isNumber(source)) {
        ports = h;
      }
    }
    return new Endpoints(addresses, ports);
  }

  /** The field with the source that the layout of {@code header} declares, or null. */
  public static Field source(Header header) {
    return header.protocol().layout().source();
  }

  /** The field with the destination that the layout of {@code header} declares, or null. */
  public static Field destination(Header header) {
    return header.protocol().layout().destination();
  }

  /**
   * The MAC, IPv4 or IPv6 address that {@code field} has in {@code header}.
   *
   * @throws ClassCastException if the field has no address
   */
  public static Address address(Field field, Header header) {
    return ((AddressField) field).get(header);
  }

  private static boolean isIn(Header header, Field field) {
    return field.bit() >= 0 && field.traits().when() == null || field.isPresent(header);
  }

  private static boolean isAddress(Field field, Kind kind) {
    return field instanceof MacField
        ? kind != Kind.NETWORK
        : field instanceof AddressField && kind != Kind.LINK;
  }

  private static boolean isNumber(Field field) {
    return field instanceof NumberField;
  }
}
