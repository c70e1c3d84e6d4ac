package org.jpacker.flow;

import java.util.Comparator;
import java.util.Optional;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.text.FieldText;

/**
 * The common properties of the packets of a flow, for maps and for sorting. Made from the innermost
 * endpoints that the layouts declare; quoted packets are ignored.
 *
 * @param protocol name of the protocol that the ports or, without ports, the addresses belong to
 * @param source address of the sender
 * @param sourcePort port of the sender, or -1
 * @param destination address of the receiver
 * @param destinationPort port of the receiver, or -1
 */
public record FlowKey(
    String protocol, Address source, long sourcePort, Address destination, long destinationPort)
    implements Comparable<FlowKey> {

  private static final Comparator<FlowKey> ORDER =
      Comparator.comparing(FlowKey::source, FlowKey::compare)
          .thenComparingLong(FlowKey::sourcePort)
          .thenComparing(FlowKey::destination, FlowKey::compare)
          .thenComparingLong(FlowKey::destinationPort)
          .thenComparing(FlowKey::protocol);

  /** The most specific key of {@code packet}: its innermost addresses and, if it has any, ports. */
  public static Optional<FlowKey> of(Packet packet) {
    return of(packet, Endpoints.Kind.ANY, true);
  }

  /** The innermost pair of MAC addresses in {@code packet}. */
  public static Optional<FlowKey> link(Packet packet) {
    return of(packet, Endpoints.Kind.LINK, false);
  }

  /** The innermost pair of IP addresses in {@code packet}, without ports. */
  public static Optional<FlowKey> network(Packet packet) {
    return of(packet, Endpoints.Kind.NETWORK, false);
  }

  /** The IP addresses and ports of {@code packet}; empty if it has no ports. */
  public static Optional<FlowKey> transport(Packet packet) {
    return of(packet, Endpoints.Kind.NETWORK, true).filter(FlowKey::hasPorts);
  }

  private static Optional<FlowKey> of(Packet packet, Endpoints.Kind kind, boolean withPorts) {
    Endpoints ends = Endpoints.of(packet, kind);
    Header addresses = ends.addresses();
    if (addresses == null) {
      return Optional.empty();
    }
    Header ports = withPorts ? ends.ports() : null;
    Address source = Endpoints.address(Endpoints.source(addresses), addresses);
    Address destination = Endpoints.address(Endpoints.destination(addresses), addresses);
    if (ports == null) {
      return Optional.of(new FlowKey(addresses.protocol().name(), source, -1, destination, -1));
    }
    return Optional.of(
        new FlowKey(
            ports.protocol().name(),
            source,
            FieldText.number(Endpoints.source(ports), ports),
            destination,
            FieldText.number(Endpoints.destination(ports), ports)));
  }

  /** Whether there are ports. */
  public boolean hasPorts() {
    return sourcePort >= 0;
  }

  /** The key of the other direction. */
  public FlowKey reversed() {
    return new FlowKey(protocol, destination, destinationPort, source, sourcePort);
  }

  /** One key for both directions: the lesser of this key and its {@link #reversed} one. */
  public FlowKey symmetric() {
    FlowKey other = reversed();
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(FlowKey other) {
    return ORDER.compare(this, other);
  }

  /** The form used in the one-line summary: {@code 1.2.3.4:80 > 5.6.7.8:1234 tcp}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(64);
    end(out, source, sourcePort);
    out.append(" > ");
    end(out, destination, destinationPort);
    return out.append(' ').append(protocol).toString();
  }

  /** Appends an address and, unless it is negative, a port. */
  public static void end(StringBuilder out, Address address, long port) {
    // without brackets, a port would look like the last part of an address with colons
    boolean brackets = port >= 0 && !(address instanceof Address.Ipv4);
    out.append(brackets ? "[" : "");
    FieldText.address(out, address);
    out.append(brackets ? "]" : "");
    if (port >= 0) {
      out.append(':').append(port);
    }
  }

  private static int compare(Address a, Address b) {
    if (a instanceof Address.Ipv4 left && b instanceof Address.Ipv4 right) {
      return left.compareTo(right);
    }
    if (a instanceof Address.Ipv6 left && b instanceof Address.Ipv6 right) {
      return left.compareTo(right);
    }
    if (a instanceof Address.Mac left && b instanceof Address.Mac right) {
      return left.compareTo(right);
    }
    return Integer.compare(rank(a), rank(b));
  }

  private static int rank(Address address) {
    return address instanceof Address.Mac ? 0 : address instanceof Address.Ipv4 ? 1 : 2;
  }
}
