package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jpacker.api.Capture;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.fuzz.ExamplePackets;
import org.jpacker.io.pcap.Pcap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each field that both have a name for is that of tshark, in the corpus and in the examples. */
class FieldOracleTest {

  /** The packets of one link type, their times left out, and where they are from. */
  private static final class Batch {
    final List<Packet> packets = new ArrayList<>();
    final List<String> origins = new ArrayList<>();
  }

  /** Fields that tshark shows in another way, and why. */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("dccp.options", "a heading to tshark"),
          Map.entry("icmp.ext", "a heading to tshark"),
          Map.entry("icmp.length", "tshark shows no length that says nothing"),
          Map.entry("icmpv6.length", "tshark shows no length that says nothing"),
          Map.entry("icmpv6.opt", "a heading to tshark"),
          Map.entry("pppoed.tags", "a heading to tshark"),
          Map.entry("fr.control", "with an EtherType, tshark takes it for part of the address"),
          Map.entry("gtp.ext_hdr.next", "shown where another optional field makes room for it"),
          Map.entry("gtp.npdu_number", "shown where another optional field makes room for it"),
          Map.entry("http.cookie", "how octets beyond ASCII are shown"),
          Map.entry("http.date", "tshark keeps the white space behind a value"),
          Map.entry("http.request", "a flag, of a request that is cut off or of HTTP/2"),
          Map.entry("http.request.method", "HTTP/2 begins with what looks like a request"),
          Map.entry("http.request.uri", "with a space in it, or of HTTP/2"),
          Map.entry("http.request.version", "with a space before it, or of HTTP/2"),
          Map.entry("http.content_type", "tshark stops at a line that is none"),
          Map.entry("http.server", "tshark stops at a line that is none"),
          Map.entry("http.transfer_encoding", "tshark stops at a line that is none"),
          Map.entry("igmp.checksum", "PIM of version 1 is a type of IGMP"),
          Map.entry("igmp.maddr", "PIM of version 1 is a type of IGMP"),
          Map.entry("igmp.type", "PIM of version 1 is a type of IGMP"),
          Map.entry("igmp.max_resp", "tshark shows what exponent and mantissa mean"),
          Map.entry("igmp.num_src", "tshark names that of a record so too"),
          Map.entry("ip.dst", "with a source route, tshark shows the last address as ip.dst"),
          Map.entry("ip.len", "tshark shows the length it takes where the header's is 0"),
          Map.entry("ip.version", "tshark names the version of IPv6 so too"),
          Map.entry("llc.control", "tshark reads two octets backwards"),
          Map.entry("llc.pid", "tshark has a name for each organisation"),
          Map.entry("null.family", "tshark guesses that a family unknown is an EtherType"),
          Map.entry("ppp.address", "tshark takes any first octet of ones for an address"),
          Map.entry("ppp.control", "tshark takes any first octet of ones for an address"),
          Map.entry("ppp.protocol", "tshark takes any first octet of ones for an address"),
          Map.entry("sll.unused", "tshark names the padding of the address so too"),
          Map.entry("stp.forward", "tshark shows seconds, here are 1/256"),
          Map.entry("stp.hello", "tshark shows seconds, here are 1/256"),
          Map.entry("stp.max_age", "tshark shows seconds, here are 1/256"),
          Map.entry("stp.msg_age", "tshark shows seconds, here are 1/256"),
          Map.entry("tcp.flags.ae", "once both sides agree on AccECN, three bits are a number"),
          Map.entry("tcp.flags.cwr", "once both sides agree on AccECN, three bits are a number"),
          Map.entry("tcp.flags.ece", "once both sides agree on AccECN, three bits are a number"),
          Map.entry("wol.sync", "octets to tshark, here an address"),
          Map.entry("tcp.flags.res", "tshark shows whether, not which bits"),
          Map.entry("tcp.option_kind", "of options that do not fit tshark shows none"));

  private final Map<String, Integer> explained = new TreeMap<>();
  private final Map<String, String> differences = new TreeMap<>();
  private int packets;
  private int fields;

  @Test
  void fieldsOfTheCorpusAreThoseOfTshark(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    compare(folder, batches());
    System.out.println(packets + " packets, " + fields + " fields compared");
    System.out.println("explained: " + explained);
    assertTrue(packets > 20_000, packets + " packets");
    assertEquals(Map.of(), differences);
  }

  @Test
  void fieldsOfTheExamplesAreThoseOfTshark(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    Map<Integer, Batch> examples = new TreeMap<>();
    ExamplePackets.all()
        .forEach(
            (name, packet) -> {
              Batch batch = examples.computeIfAbsent(packet.linkType(), type -> new Batch());
              batch.packets.add(Packet.read(packet.toBytes(), packet.linkType()));
              batch.origins.add(name);
            });
    compare(folder, examples);
    assertEquals(Map.of(), differences);
    assertTrue(fields > 1000, fields + " fields");
  }

  private void compare(Path folder, Map<Integer, Batch> batches) throws Exception {
    Set<String> names = new TreeSet<>();
    List<String> enabled = new ArrayList<>(List.of("frame", "ethertype", "raw", "data"));
    for (Protocol<?> protocol : ProtocolRegistry.installed().protocols()) {
      enabled.add(protocol.name());
      protocol.layout().fields().forEach(field -> names.add(field.name()));
    }
    names.retainAll(Tshark.fieldNames());
    List<String> columns = List.copyOf(names);
    for (Map.Entry<Integer, Batch> batch : batches.entrySet()) {
      Path file = folder.resolve(batch.getKey() + ".pcap");
      try (PacketWriter writer = Pcap.create(file)) {
        for (Packet packet : batch.getValue().packets) {
          writer.write(packet);
        }
      }
      compare(batch.getValue(), columns, Tshark.fieldsOf(file, columns, enabled));
    }
  }

  private static Map<Integer, Batch> batches() throws Exception {
    Map<Integer, Batch> batches = new TreeMap<>();
    for (Corpus.Entry entry : Corpus.captures()) {
      if (entry.isReadable() && entry.expected() != null) {
        try (Capture capture = Pcap.open(entry.path())) {
          int number = 0;
          for (Packet packet : capture) {
            Batch batch = batches.computeIfAbsent(packet.linkType(), type -> new Batch());
            batch.packets.add(Packet.read(packet.toBytes(), packet.linkType()));
            batch.origins.add(entry + " packet " + ++number);
          }
        }
      }
    }
    return batches;
  }

  private void compare(Batch batch, List<String> columns, List<String[]> rows) {
    assertEquals(batch.packets.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      packets++;
      Packet packet = batch.packets.get(i);
      Map<String, String> ours = texts(packet);
      Set<String> layers = layers(packet);
      for (int j = 0; j < columns.size(); j++) {
        String column = columns.get(j);
        String their = j < rows.get(i).length ? rows.get(i)[j] : "";
        String our = ours.getOrDefault(column, "");
        if (their.isEmpty() && our.isEmpty()) {
          continue;
        }
        fields++;
        // of a list, tshark prints the first
        if (CraftedPacketsTest.reads(our, their)
            || !their.isEmpty() && our.startsWith(their + ",")) {
          continue;
        }
        String reason = reason(column, our, layers);
        if (reason != null) {
          explained.merge(reason, 1, Integer::sum);
        } else {
          differences.putIfAbsent(
              column,
              "%s, %s: tshark '%s', here '%s'".formatted(batch.origins.get(i), packet, their, our));
        }
      }
    }
  }

  /** Why tshark says something else, or null if it should not. */
  private static String reason(String column, String our, Set<String> layers) {
    if (our.isEmpty() && !layers.contains(column.substring(0, column.indexOf('.')))) {
      return "there is no such layer here; the test of layers says why";
    }
    if (our.isEmpty() && column.startsWith("icmp")) {
      return "of the ICMP message that an error quotes";
    }
    return OTHERWISE.get(column);
  }

  private static Set<String> layers(Packet packet) {
    Set<String> layers = new TreeSet<>();
    for (Layer layer : packet.layers()) {
      if (layer instanceof Header header) {
        layers.add(header.protocol().name());
      }
    }
    return layers;
  }

  /** The outermost occurrence of each field, as text. */
  private static Map<String, String> texts(Packet packet) {
    Map<String, String> texts = new TreeMap<>();
    for (Layer layer : packet.layers()) {
      if (layer instanceof Header header) {
        for (Field field : header.protocol().layout().fields()) {
          if (field.isPresent(header)) {
            texts.putIfAbsent(field.name(), field.text(header));
          }
        }
      }
    }
    return texts;
  }
}
