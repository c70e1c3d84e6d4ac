package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.tcpudp.Tcp;

/** Reads a capture file packet by packet, and asks each for one header. */
public final class ReadCapture {
  private ReadCapture() {}

  /** Prints time, length and ports of what goes to port 80: {@code ReadCapture FILE}. */
  public static void main(String[] args) {
    try (Capture capture = Pcap.open(Path.of(args[0]))) { // pcap or pcapng, plain or gzip
      for (Packet packet : capture) { // one after the other: the file is never loaded as a whole
        Tcp tcp = packet.get(Tcp.class); // the outermost one, or null
        if (tcp != null && tcp.dstPort() == 80) {
          System.out.println(packet.timestamp() + " " + packet.length() + " " + tcp.srcPort());
        }
      }
    }
  }
}
