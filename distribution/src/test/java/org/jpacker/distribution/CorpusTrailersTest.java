package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jpacker.api.Capture;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Raw;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.EthernetControlWord;
import org.jpacker.proto.ethernet.Lldp;
import org.jpacker.proto.ethernet.Mpls;
import org.jpacker.proto.ethernet.ServiceTag;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ppp.PppoeDiscovery;
import org.jpacker.proto.ppp.PppoeSession;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Octets after the payload of an Ethernet frame are those that tshark shows as trailer. */
class CorpusTrailersTest {
  private static final List<String> FIELDS =
      List.of(
          "eth.padding",
          "eth.trailer",
          "eth.fcs",
          "vlan.trailer",
          "frame.protocols",
          "_ws.unreassembled");

  /** Headers whose trailers belong to the link; those of others, such as OSPF digests, do not. */
  private static final Set<Class<?>> LINK =
      Set.of(Ethernet.class, Vlan.class, ServiceTag.class, Mpls.class, EthernetControlWord.class);

  @Test
  void trailersAreThoseOfTshark(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    List<Packet> packets = new ArrayList<>();
    List<String> origins = new ArrayList<>();
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable() && entry.expected() != null) {
        try (Capture capture = Pcap.open(entry.path())) {
          int number = 0;
          for (Packet packet : capture) {
            number++;
            if (packet.linkType() == Link.ETHERNET) {
              packets.add(packet);
              origins.add(entry + " packet " + number);
            }
          }
        }
      }
    }
    Path file = folder.resolve("all.pcap");
    try (PacketWriter writer = Pcap.create(file)) {
      packets.forEach(packet -> writer.write(Packet.read(packet.toBytes())));
    }
    List<String[]> rows = Tshark.fieldsOf(file, FIELDS, List.of());
    assertEquals(packets.size(), rows.size());
    Map<String, String> differences = new TreeMap<>();
    Explained explained = new Explained();
    int compared = 0;
    for (int i = 0; i < rows.size(); i++) {
      String theirs = theirs(rows.get(i));
      String ours = HexFormat.of().formatHex(trailers(packets.get(i)));
      compared += theirs.isEmpty() ? 0 : 1;
      if (theirs.equals(ours)) {
        continue;
      }
      String reason = reason(packets.get(i), theirs, rows.get(i));
      if (reason != null) {
        explained.add(reason, origins.get(i));
      } else {
        differences.put(
            origins.get(i),
            "%s: tshark %s %s, here %s".formatted(packets.get(i), rows.get(i)[4], theirs, ours));
      }
    }
    System.out.println(
        packets.size() + " packets, " + compared + " with a trailer; explained:" + explained);
    assertTrue(compared > 1000, compared + " trailers");
    assertEquals(Map.of(), differences);
  }

  /** Why tshark's trailer differs, or null if it should not. */
  private static String reason(Packet packet, String theirs, String[] row) {
    if (packet.layers().get(1) instanceof Raw) {
      return "without a reader a payload has no end";
    }
    if (theirs.isEmpty()
        && (packet.get(PppoeDiscovery.class) != null || packet.get(PppoeSession.class) != null)) {
      return "tshark has no field for octets after PPPoE";
    }
    if (theirs.endsWith("0000") && theirs.length() == 6 && packet.get(Lldp.class) != null) {
      return "tshark takes the last octets of some lists of LLDP, their end among them, too";
    }
    if (theirs.isEmpty() && !row[5].isEmpty()) {
      return "where a reader wants more than the segment has, tshark shows no trailer";
    }
    Layer last = packet.layers().get(packet.layers().size() - 1);
    long frames = packet.layers().stream().filter(Ethernet.class::isInstance).count();
    long theirFrames = Stream.of(row[4].split(":")).filter("eth"::equals).count();
    return last instanceof Raw && theirFrames > frames
        ? "tshark finds a frame in a payload that has no reader here"
        : null;
  }

  private static String theirs(String[] row) {
    return (row[0] + row[3] + row[1] + row[2].replaceFirst("^0x", "")).replace(":", "");
  }

  /** The trailers of link headers, innermost first, in packet order. */
  private static byte[] trailers(Packet packet) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    List<Layer> layers = packet.layers();
    for (int i = layers.size() - 1; i >= 0; i--) {
      if (layers.get(i) instanceof Header header && LINK.contains(header.getClass())) {
        out.writeBytes(header.trailer().toBytes());
      }
    }
    out.writeBytes(packet.trailer().toBytes());
    return out.toByteArray();
  }
}
