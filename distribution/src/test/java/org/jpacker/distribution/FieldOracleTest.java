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
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.fuzz.ExamplePackets;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.http.Http;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.icmp.Icmpv6;
import org.jpacker.proto.tcpudp.Tcp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each field that has a name in both programs has tshark's value, for the corpus and the examples.
 */
class FieldOracleTest {

  /** Packets of one link type, without times, and where they are from. */
  private static final class Batch {
    final List<Packet> packets = new ArrayList<>();
    final List<String> origins = new ArrayList<>();
  }

  /** Fields that tshark shows differently, with reasons. */
  private static final Map<String, String> OTHERWISE =
      Map.ofEntries(
          Map.entry("dccp.options", "a heading to tshark"),
          Map.entry("icmp.ext", "a heading to tshark"),
          Map.entry("icmp.length", "tshark shows no length that says nothing"),
          Map.entry("icmpv6.length", "tshark shows no length that says nothing"),
          Map.entry("icmpv6.opt", "a heading to tshark"),
          Map.entry("pppoed.tags", "a heading to tshark"),
          Map.entry("icmp.ext.class", "tshark shows one of an object that does not fit"),
          Map.entry("icmp.ext.ctype", "tshark shows one of an object that does not fit"),
          Map.entry("icmp.int_info.name", "tshark shows no name of 63 octets"),
          Map.entry("mip6.mobility_opt", "tshark shows the type of some options only"),
          Map.entry("gtp.ext_hdr.next", "shown where another optional field makes room for it"),
          Map.entry("gtp.npdu_number", "shown where another optional field makes room for it"),
          Map.entry("gtp.seq_number", "shown where another optional field makes room for it"),
          Map.entry("http.cookie", "how octets beyond ASCII are shown"),
          Map.entry("http.date", "tshark stops at a line that is none, and keeps white space"),
          Map.entry("http.request", "a flag, of a request that is cut off"),
          Map.entry("http.request.method", "a method that tshark does not know"),
          Map.entry("http.request.uri", "with a space in it, where tshark ends it"),
          Map.entry("http.request.version", "with a space before it"),
          Map.entry("http.content_type", "tshark stops at a line that is none"),
          Map.entry("http.server", "tshark stops at a line that is none"),
          Map.entry("http.transfer_encoding", "tshark stops at a line that is none"),
          Map.entry("igmp.checksum", "PIM of version 1 is a type of IGMP"),
          Map.entry("igmp.maddr", "PIM of version 1 is a type of IGMP; a record has that name too"),
          Map.entry("igmp.type", "PIM of version 1 is a type of IGMP"),
          Map.entry("igmp.max_resp", "tshark shows the decoded time, and none in a report"),
          Map.entry("igmp.num_src", "tshark names that of a record so too"),
          Map.entry("ip.dst", "with a source route, tshark shows the last address as ip.dst"),
          Map.entry("ip.len", "tshark shows the length it takes where the header's is 0"),
          Map.entry("ip.version", "tshark names the version of IPv6 so too"),
          Map.entry("llc.control", "tshark reads two octets backwards"),
          Map.entry("llc.pid", "tshark has a name for each organisation"),
          Map.entry(
              "null.family",
              "tshark guesses that a family unknown is an EtherType, or has 32 bits"),
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

  /** Fields that tshark shows more or less often, with reasons. */
  private static final Map<String, String> SEVERAL =
      Map.of(
          "gtp.ext_hdr.next", "tshark also gives this name to the end of an extension header",
          "tcp.option_kind", "tshark shows each octet of padding as an end",
          "pim.res_bytes", "tshark names octets of the message so too",
          "wol.mac", "tshark shows each copy");

  private final Explained explained = new Explained();
  private final Map<String, String> differences = new TreeMap<>();
  private int packets;
  private int fields;

  @Test
  void fieldsOfTheCorpusAreThoseOfTshark(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    compare(folder, batches());
    System.out.println(packets + " packets, " + fields + " fields compared");
    System.out.println("explained:" + explained);
    assertTrue(packets > 77_000, packets + " packets");
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
    List<String> enabled = new ArrayList<>(List.of("frame", "ethertype", "raw", "data", "mptcp"));
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
      compare(batch.getValue(), columns, Tshark.allOf(file, columns, enabled));
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
            batch.packets.add(Corpus.timeless(packet));
            batch.origins.add(entry + " packet " + ++number);
          }
        }
      }
    }
    return batches;
  }

  private void compare(Batch batch, List<String> columns, List<List<List<String>>> rows) {
    assertEquals(batch.packets.size(), rows.size());
    for (int i = 0; i < rows.size(); i++) {
      packets++;
      Packet packet = batch.packets.get(i);
      Map<String, List<String>> ours = texts(packet, false);
      Map<String, List<String>> quoted = quotes(packet) ? texts(packet, true) : Map.of();
      Set<String> layers = layers(packet);
      for (int j = 0; j < columns.size(); j++) {
        String column = columns.get(j);
        List<String> their = rows.get(i).get(j);
        List<String> our = ours.getOrDefault(column, List.of());
        if (their.isEmpty() && our.isEmpty()) {
          continue;
        }
        fields += Math.max(their.size(), our.size());
        if (read(our, their) || read(quoted.getOrDefault(column, our), their)) {
          continue;
        }
        String reason = column.startsWith("http.") ? reasonOfHttp(packet, our, their) : null;
        if (reason == null) {
          reason = reason(column, our, their, layers);
        }
        if (reason == null && column.equals("tcp.len") && hasSegmentLongerThanItsFrame(packet)) {
          reason = CorpusChecksumTest.SHORT;
        }
        if (reason != null) {
          explained.add(column + ": " + reason, batch.origins.get(i));
        } else {
          differences.putIfAbsent(
              column,
              "%s, %s: tshark %s, here %s".formatted(batch.origins.get(i), packet, their, our));
        }
      }
    }
  }

  private static boolean hasSegmentLongerThanItsFrame(Packet packet) {
    return packet.layers().stream()
        .filter(Tcp.class::isInstance)
        .anyMatch(tcp -> CorpusChecksumTest.isLongerThanItsFrame(packet, (Tcp) tcp));
  }

  private static String reasonOfHttp(Packet packet, List<String> our, List<String> their) {
    Http http = packet.get(Http.class);
    if (http == null) {
      return null;
    }
    boolean isEndless =
        http.header("Content-Length").filter(Long.toUnsignedString(-1)::equals).isPresent();
    if (their.size() > our.size() && (isEndless || http.next().isPresent())) {
      return isEndless
          ? "tshark reads a body of 2^64 - 1 octets as the next request"
          : "a packet has the first message of a segment; Http.next() reads the others";
    }
    return CorpusLayersTest.isQuery(packet) ? CorpusLayersTest.QUERY : null;
  }

  /** Whether both show the same values equally often. */
  private static boolean read(List<String> ours, List<String> theirs) {
    if (ours.size() != theirs.size()) {
      return false;
    }
    for (int i = 0; i < ours.size(); i++) {
      if (!CraftedPacketsTest.reads(ours.get(i), theirs.get(i))) {
        return false;
      }
    }
    return true;
  }

  /** Why tshark's value differs, or null if it should not. */
  private static String reason(
      String column, List<String> our, List<String> their, Set<String> layers) {
    boolean isFirst =
        !our.isEmpty() && !their.isEmpty() && CraftedPacketsTest.reads(our.get(0), their.get(0));
    if (isFirst && SEVERAL.containsKey(column)) {
      return SEVERAL.get(column);
    }
    if (isFirst && column.startsWith("ip.") && layers.contains("gre")) {
      return "the redirect header of WCCP is not here yet";
    }
    if (isFirst && layers.contains("ipcomp")) {
      return "tshark inflates what IPComp has compressed";
    }
    if (layers.contains("mpls") && isBeginning(their, our)) {
      return "whether a label carries Ethernet, tshark decides by the makers of the addresses";
    }
    if (our.isEmpty() && !layers.contains(column.substring(0, column.indexOf('.')))) {
      return "there is no such layer here; the test of layers says why";
    }
    return holds(column, our, their) ? OTHERWISE.get(column) : null;
  }

  private static boolean isBeginning(List<String> their, List<String> our) {
    return their.size() < our.size() && read(our.subList(0, their.size()), their);
  }

  /** Whether different values differ in the way given by the reason, if that can be decided. */
  private static boolean holds(String column, List<String> our, List<String> their) {
    String here = our.isEmpty() ? "" : our.get(0);
    return switch (column) {
      case "stp.forward", "stp.hello", "stp.max_age", "stp.msg_age" ->
          !their.isEmpty() && Double.parseDouble(their.get(0)) * 256 == Integer.parseInt(here);
      case "ip.len" -> our.contains("0");
      case "icmp.length", "icmpv6.length" -> their.isEmpty() && here.equals("0");
      case "gtp.ext_hdr.next", "gtp.npdu_number", "gtp.seq_number" ->
          their.isEmpty() && here.matches("0x(00)+");
      case "tcp.flags.res" -> !here.equals("0") && their.equals(List.of("1"));
      case "mip6.mobility_opt" -> our.containsAll(their);
      case "null.family" -> their.isEmpty() || Long.parseLong(their.get(0)) > 0xff;
      case "ip.version" -> their.containsAll(our);
      case "sll.unused", "igmp.num_src" -> our.isEmpty();
      case "llc.pid", "http.server", "http.content_type" -> their.isEmpty();
      default -> true;
    };
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

  private static boolean quotes(Packet packet) {
    Header last = packet.last(Header.class);
    return last != null && quotedBy(last) != null;
  }

  private static Packet quotedBy(Header header) {
    return header instanceof Icmpv4 icmp
        ? icmp.quoted().orElse(null)
        : header instanceof Icmpv6 icmp ? icmp.quoted().orElse(null) : null;
  }

  /**
   * All occurrences of each field as text, outermost first.
   *
   * @param withQuotes whether to include the fields of a packet quoted by an ICMP error
   */
  private static Map<String, List<String>> texts(Packet packet, boolean withQuotes) {
    Map<String, List<String>> texts = new TreeMap<>();
    for (Layer layer : packet.layers()) {
      if (layer instanceof Header header) {
        for (Field field : header.protocol().layout().fields()) {
          add(texts.computeIfAbsent(field.name(), name -> new ArrayList<>()), field, header);
        }
        Packet quoted = withQuotes ? quotedBy(header) : null;
        if (quoted != null) {
          texts(quoted, true)
              .forEach(
                  (name, values) ->
                      texts.computeIfAbsent(name, n -> new ArrayList<>()).addAll(values));
        }
      }
    }
    return texts;
  }

  /** Adds a text unless it is empty: tshark does not indicate the number of empty texts. */
  private static void add(List<String> texts, Field field, Header header) {
    if (field instanceof ComputedField computed && field.value(header) instanceof List<?> values) {
      values.forEach(value -> texts.add(computed.textOf(value).replace("\n", "\\n")));
    } else if (field.isPresent(header)) {
      texts.add(field.text(header));
    }
    texts.removeIf(String::isEmpty);
  }
}
