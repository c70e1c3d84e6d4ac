package org.jpacker.examples;

import java.util.HexFormat;
import org.jpacker.api.Packet;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.ip.Ipv4;

/** Stacks headers; what follows from them is filled in. */
public final class CraftPing {
  private CraftPing() {}

  /** Prints the octets of an ICMP echo request. */
  public static void main(String[] args) {
    Packet ping =
        Packet.of( // lengths, checksums, type numbers are filled in
            new Ethernet().dst("00:01:02:03:04:05"),
            new Ipv4().src("1.2.3.4").dst("5.6.7.8"),
            Icmpv4.echoRequest(123, 1, "foobar"));
    byte[] wire = ping.toBytes();
    System.out.println(HexFormat.of().formatHex(wire));
  }
}
