package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Capture;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.scan.Scan;

/** Reads a few numbers from very many packets, without an object for any of them. */
public final class CountPorts {
  private CountPorts() {}

  /** Prints to which TCP ports how many packets with SYN go: {@code CountPorts FILE}. */
  public static void main(String[] args) {
    long[] opened = new long[65_536];
    Scan scan = Scan.of(Tcp.DST_PORT, Tcp.SYN);
    try (Capture capture = Pcap.open(Path.of(args[0]))) {
      scan.forEach(
          capture,
          row -> {
            if (row.value(1) == 1) { // 0 where there is no TCP header
              opened[(int) row.value(0)]++;
            }
          });
    }
    for (int port = 0; port < opened.length; port++) {
      if (opened[port] > 0) {
        System.out.println(port + " " + opened[port]);
      }
    }
  }
}
