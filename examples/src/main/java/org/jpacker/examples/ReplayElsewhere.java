package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.live.Pace;
import org.jpacker.live.PacketSender;
import org.jpacker.live.Replay;
import org.jpacker.live.spi.LiveProvider;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ip.Ipv4;

/** Sends captured packets to another host, with the time between them that the capture has. */
public final class ReplayElsewhere {
  private ReplayElsewhere() {}

  /** Sends the IPv4 packets of a file to a host: {@code ReplayElsewhere FILE IF MAC ADDRESS}. */
  public static void main(String[] args) {
    try (Capture capture = Pcap.open(Path.of(args[0]));
        PacketSender sender = LiveProvider.usable().sender(args[1])) {
      Replay replay = new Replay(sender, Pace.asCaptured(1));
      for (Packet packet : capture) {
        if (packet.first() instanceof Ethernet ethernet && ethernet.payload() instanceof Ipv4 ip) {
          ethernet.dst(args[2]);
          ip.dst(args[3]); // checksums follow
          replay.send(packet);
        }
      }
    }
  }
}
