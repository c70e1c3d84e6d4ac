package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Capture;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Packet;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.http.Http;
import org.jpacker.proto.tcpudp.Udp;

/** Reads with plug-ins from a folder, and with choices of one's own: FILE FOLDER. */
public final class ChooseProtocols {
  private ChooseProtocols() {}

  /** Prints each packet as its layers. */
  public static void main(String[] args) {
    ProtocolRegistry registry = ProtocolRegistry.from(Path.of(args[1])); // jars, or folders of them
    for (PluginProblem problem : registry.problems()) {
      System.err.println(problem); // jar, module and reason; everything else is there
    }
    ProtocolRegistry chosen =
        registry
            .with(DispatchTable.TCP_PORT.key(8888), Http.PROTOCOL) // decode as
            .without(Udp.PROTOCOL); // what it would read stays octets
    try (Capture capture = Pcap.open(Path.of(args[0]), chosen)) {
      for (Packet packet : capture) {
        System.out.println(packet);
      }
    }
  }
}
