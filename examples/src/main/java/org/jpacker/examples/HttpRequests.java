package org.jpacker.examples;

import java.nio.file.Path;
import org.jpacker.api.Capture;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.http.Http;

/** Finds a protocol wherever it is in the stack. */
public final class HttpRequests {
  private HttpRequests() {}

  /** Prints method and target of each HTTP request: {@code HttpRequests FILE}. */
  public static void main(String[] args) {
    try (Capture capture = Pcap.open(Path.of(args[0]))) {
      for (Packet packet : capture) {
        packet
            .find(Http.class)
            .filter(Http::isRequest)
            .ifPresent(http -> System.out.println(http.method() + " " + http.uri()));
      }
    }
  }
}
