package org.example.consumer;

import java.nio.file.Path;
import java.util.HexFormat;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.FieldExtractor;
import org.jpacker.proto.ip.Ipv4;

/**
 * A program for the class path, or a module with the descriptor in modulepath: {@code Main
 * PACKET_IN_HEX FOLDER_OF_PLUGINS}.
 */
public final class Main {
  private Main() {}

  public static void main(String[] args) {
    byte[] octets = HexFormat.of().parseHex(args[0]);
    System.out.println(Packet.read(octets).get(Ipv4.class).dst());
    ProtocolRegistry registry = ProtocolRegistry.from(Path.of(args[1]));
    StringBuilder text = new StringBuilder();
    FieldExtractor.of(registry, java.util.List.of("frame.protocols", "beacon.station"))
        .append(text, new Frame(1, 0, Packet.read(octets, 1, registry)));
    System.out.println(text);
    System.out.println(registry.problems());
    System.out.println(Main.class.getModule().isNamed());
  }
}
