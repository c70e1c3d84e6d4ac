package org.jpacker.examples;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ip.Ipv4;

/**
 * Gives each IPv4 host of a capture an address of 10.0.0.0/8. Checksums that cover an address
 * follow; one that was wrong in a fragment stays as wrong as it was.
 */
public final class RewriteAddresses {
  private static final int NETWORK = 10 << 24;

  private final Map<Address.Ipv4, Address.Ipv4> given = new HashMap<>();

  private RewriteAddresses() {}

  /** Copies a capture with other addresses: {@code RewriteAddresses IN OUT}. */
  public static void main(String[] args) {
    RewriteAddresses hosts = new RewriteAddresses();
    try (Capture in = Pcap.open(Path.of(args[0]));
        PacketWriter out = Pcap.create(Path.of(args[1]))) {
      for (Packet packet : in) {
        for (Ipv4 ip : packet.all(Ipv4.class)) {
          ip.src(hosts.of(ip.src())).dst(hosts.of(ip.dst()));
        }
        out.write(packet);
      }
    }
  }

  private Address.Ipv4 of(Address.Ipv4 address) {
    return given.computeIfAbsent(address, a -> new Address.Ipv4(NETWORK + given.size() + 1));
  }
}
