package org.jpacker.flow;

import java.util.Comparator;
import java.util.Optional;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Packet;
import org.jpacker.api.text.FieldText;

/**
 * Who talks to whom: what packets of the same flow have in common, for maps and for sorting. Made
 * from the innermost endpoints that the layouts declare; what a packet quotes does not count.
 *
 * @param protocol name of the protocol that the ports belong to, or else the addresses
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

  /** The finest key of {@code packet}: its innermost addresses, and ports where there are any. */
  public static Optional<FlowKey> of(Packet packet) {
    return of(packet, Endpoints.Kind.ANY, true);
  }

  /** The MAC addresses of {@code packet}, the innermost pair. */
  public static Optional<FlowKey> link(Packet packet) {
    return of(packet, Endpoints.Kind.LINK, false);
  }

  /** The IP addresses of {@code packet}, the innermost pair, without ports. */
  public static Optional<FlowKey> network(Packet packet) {
    return of(packet, Endpoints.Kind.NETWORK, false);
  }

  /** The IP addresses and ports of {@code packet}; empty where it has no ports. */
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

  /** The same key for both directions: the lesser of this and {@link #reversed}. */
  public FlowKey symmetric() {
    FlowKey other = reversed();
    return compareTo(other) <= 0 ? this : other;
  }

  @Override
  public int compareTo(FlowKey other) {
    return ORDER.compare(this, other);
  }

  /** As the one-line summary shows it: {@code 1.2.3.4:80 > 5.6.7.8:1234 tcp}. */
  @Override
  public String toString() {
    StringBuilder out = new StringBuilder(64);
    end(out, source, sourcePort);
    out.append(" > ");
    end(out, destination, destinationPort);
    return out.append(' ').append(protocol).toString();
  }

  /** Appends an address, and the port where it is not negative. */
  public static void end(StringBuilder out, Address address, long port) {
    // only in brackets can a port be told from the last part of an address with colons
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
