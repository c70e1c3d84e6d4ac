package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jpacker.api.Capture;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.http.Http;
import org.junit.jupiter.api.Test;

/** The layers of each packet of the corpus equal tshark's, up to the first unsupported protocol. */
class CorpusLayersTest {

  /** Names in tshark's list that are not layers of their own. */
  private static final Set<String> SUBLAYERS =
      Set.of("ethertype", "frame", "pwethheuristic", "raw");

  /** Protocols that tshark lists once for a stack of several, or twice for one. */
  private static final Set<String> STACKED = Set.of("mpls", "igmp");

  /** Protocols with a different name in tshark. */
  private static final Map<String, String> NAMES = Map.of("sll2", "sll");

  /** After these, tshark continues with the quoted packet. */
  private static final Set<String> LAST = Set.of("icmp", "icmpv6");

  static final String QUERY = "tshark 4.0 does not know the method QUERY";

  private final Set<String> known =
      ProtocolRegistry.installed().protocols().stream()
          .map(Protocol::name)
          .collect(Collectors.toSet());
  private final Explained explained = new Explained();
  private final Map<String, Integer> unknown = new TreeMap<>();
  private final List<String> differences = new ArrayList<>();
  private final Set<String> differing = new TreeSet<>();

  @Test
  void layersAreThoseOfTshark() throws IOException {
    int packets = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      Corpus.Table table = entry.expected();
      if (!entry.isReadable() || table == null) {
        continue;
      }
      try (Capture capture = Pcap.open(entry.path())) {
        int number = 0;
        for (Packet packet : capture) {
          String protocols = table.rows().get(number).get("frame.protocols");
          number++;
          packets++;
          String where = entry + " packet " + number;
          String reason = compare(theirs(protocols), ours(packet), packet, where);
          if (reason != null && differing.add(entry + reason)) {
            differences.add(where + ": " + reason + "\n    " + packet + "\n    " + protocols);
          }
        }
      }
    }
    System.out.println(packets + " packets, layers compared; explained:" + explained);
    System.out.println("the first layer that is not here: " + unknown);
    assertTrue(differences.isEmpty(), () -> String.join("\n", differences));
    assertTrue(packets > 77_000, packets + " packets");
  }

  private static List<String> theirs(String protocols) {
    List<String> names = new ArrayList<>();
    for (String name : protocols.split(":")) {
      if (!SUBLAYERS.contains(name)) {
        add(names, name);
        if (LAST.contains(name)) {
          break;
        }
      }
    }
    return names;
  }

  private static List<String> ours(Packet packet) {
    List<String> names = new ArrayList<>();
    for (Layer layer : packet.layers()) {
      if (layer instanceof Header header) {
        String name = header.protocol().name();
        add(names, NAMES.getOrDefault(name, name));
      }
    }
    return names;
  }

  private static void add(List<String> names, String name) {
    boolean isAgain = !names.isEmpty() && names.get(names.size() - 1).equals(name);
    if (!isAgain || !STACKED.contains(name)) {
      names.add(name);
    }
  }

  /** The unexpected difference, or null if there is none. */
  private String compare(List<String> theirs, List<String> ours, Packet packet, String where) {
    for (int i = 0; ; i++) {
      String their = i < theirs.size() ? theirs.get(i) : "";
      String our = i < ours.size() ? ours.get(i) : "";
      if (their.equals(our)) {
        if (their.isEmpty()) {
          return null;
        }
        continue;
      }
      if (our.isEmpty() && !known.contains(their)) {
        unknown.merge(their, 1, Integer::sum);
        return null;
      }
      String reason = null;
      if (our.isEmpty()) {
        String next = i + 1 < theirs.size() ? theirs.get(i + 1) : "";
        reason = reason(their, i > 0 ? ours.get(i - 1) : "", next, packet);
      } else if (their.isEmpty() && isQuery(packet)) {
        reason = QUERY;
      }
      if (reason == null) {
        return "layer " + (i + 1) + " is " + our + ", tshark has " + their;
      }
      explained.add(reason, where);
      return null;
    }
  }

  /** Whether the packet begins with a request that needs a body and changes nothing. */
  static boolean isQuery(Packet packet) {
    Http http = packet.get(Http.class);
    return http != null && "QUERY".equals(http.method());
  }

  /** Why there is no layer for {@code their}, or null if there should be one. */
  private static String reason(String their, String last, String next, Packet packet) {
    Malformed cut = packet.get(Malformed.class);
    if (cut != null
        && NAMES.getOrDefault(cut.reason().protocol(), cut.reason().protocol()).equals(their)) {
      return "tshark names a layer whose header is cut off";
    }
    Layer end = packet.layers().get(packet.layers().size() - 1);
    if (end instanceof Header header && header.payload().size() == 0) {
      return "tshark names a layer of no octets";
    }
    if (their.equals("gtp") && next.equals("gtpv2")) {
      return "version 2 of GTP is a protocol of its own, which tshark finds through the other";
    }
    if (their.equals("http") && last.equals("tcp")) {
      return "tshark takes the continuation of another segment for HTTP by its port";
    }
    if (their.equals("pim") && last.equals("igmp")) {
      return "PIM of version 1 is a type of IGMP";
    }
    if (their.equals("ip") && last.equals("null")) {
      return "tshark guesses that an address family unknown is an EtherType";
    }
    if (their.equals("ip") && last.equals("gre")) {
      return "the redirect header of WCCP is not here yet";
    }
    return null;
  }
}
