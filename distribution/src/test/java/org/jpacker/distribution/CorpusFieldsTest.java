package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.Capture;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.FieldExtractor;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.tcpudp.Tcp;
import org.junit.jupiter.api.Test;

/** Compares fields of each packet of the corpus with tshark's. */
class CorpusFieldsTest {

  /** The columns of the tables whose protocols are supported. */
  private static final List<String> COLUMNS =
      List.of(
          "frame.number",
          "frame.time_epoch",
          "frame.len",
          "frame.cap_len",
          "eth.src",
          "eth.dst",
          "eth.type",
          "vlan.id",
          "arp.opcode",
          "ip.src",
          "ip.dst",
          "ip.ttl",
          "ip.proto",
          "ip.id",
          "ip.len",
          "ip.frag_offset",
          "ipv6.src",
          "ipv6.dst",
          "ipv6.hlim",
          "ipv6.nxt",
          "tcp.srcport",
          "tcp.dstport",
          "tcp.seq_raw",
          "tcp.ack_raw",
          "tcp.flags",
          "tcp.window_size_value",
          "tcp.len",
          "udp.srcport",
          "udp.dstport",
          "udp.length",
          "icmp.type",
          "icmp.code",
          "icmpv6.type",
          "http.request.method",
          "http.request.uri",
          "http.response.code");

  private final Explained explained = new Explained();
  private final Set<String> differing = new TreeSet<>();

  /** One entry for each file and column. */
  private final List<String> differences = new ArrayList<>();

  private int packets;

  @Test
  void fieldsAreThoseOfTshark() throws IOException {
    int files = 0;
    for (Corpus.Entry entry : Corpus.captures()) {
      Corpus.Table table = entry.expected();
      if (entry.isReadable() && table != null) {
        files++;
        compare(entry, table);
      }
    }
    System.out.println(files + " files, " + packets + " packets compared; explained:" + explained);
    assertEquals(List.of(), differences);
    assertTrue(files >= 715 && packets > 77_000, files + " files, " + packets + " packets");
  }

  private void compare(Corpus.Entry entry, Corpus.Table table) throws IOException {
    FieldExtractor extractor =
        FieldExtractor.of(ProtocolRegistry.installed(), COLUMNS)
            .occurrence(FieldExtractor.Occurrence.FIRST);
    try (Capture capture = Pcap.open(entry.path())) {
      int number = 0;
      for (Packet packet : capture) {
        StringBuilder line = new StringBuilder();
        extractor.append(line, new Frame(number + 1, packet.timestampNanos(), packet));
        String[] found = line.toString().split("\t", -1);
        compare(entry, number + 1, table.rows().get(number), found, packet);
        number++;
      }
      assertEquals(table.rows().size(), number, entry.file());
      packets += number;
    }
  }

  private void compare(
      Corpus.Entry entry, int number, Map<String, String> expected, String[] found, Packet packet) {
    String protocols = expected.get("frame.protocols");
    for (int i = 0; i < COLUMNS.size(); i++) {
      String column = COLUMNS.get(i);
      String wanted = expected.get(column);
      if (wanted == null || wanted.equals(found[i])) {
        continue;
      }
      String reason =
          column.equals("frame.time_epoch")
              ? CorpusCapturesTest.reason(wanted, packet.timestampNanos())
              : reason(column, wanted, found[i], protocols, packet);
      Malformed cut = packet.get(Malformed.class);
      if (reason == null && cut != null && column.startsWith(cut.reason().protocol() + ".")) {
        reason = "tshark shows the fields before the end of a header that is cut off";
      }
      if (reason != null) {
        explained.add(reason, entry + " packet " + number);
      } else if (differing.add(entry + column)) {
        differences.add(
            entry
                + " packet "
                + number
                + " "
                + column
                + ": tshark '"
                + wanted
                + "', here '"
                + found[i]
                + "' ("
                + protocols
                + ")");
      }
    }
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

  /** Why tshark's value differs, or null if it should not. */
  private static String reason(
      String column, String wanted, String found, String protocols, Packet packet) {
    String protocol = column.substring(0, column.indexOf('.'));
    if (column.equals("ip.dst") && !found.isEmpty()) {
      return "with a source route, tshark shows the last address of the option as ip.dst";
    }
    if (column.equals("ip.len") && found.equals("0")) {
      return "tshark shows the length it takes where the header's is 0";
    }
    if (column.equals("http.request.uri") && found.startsWith(wanted + " ")) {
      return "RFC 9112, section 3.2: blanks belong to the target; tshark ends it there";
    }
    if (column.equals("tcp.len")
        && !found.isEmpty()
        && CorpusChecksumTest.isLongerThanItsFrame(packet, packet.get(Tcp.class))) {
      return CorpusChecksumTest.SHORT;
    }
    if (protocol.equals("http") && wanted.isEmpty() && CorpusLayersTest.isQuery(packet)) {
      return CorpusLayersTest.QUERY;
    }
    if (!found.isEmpty() || layers(packet).contains(protocol)) {
      return null;
    }
    if (protocols.contains(":icmp") || protocols.contains(":icmpv6")) {
      return "tshark shows fields of the packet that an ICMP error quotes";
    }
    if (protocol.equals("http") && protocols.contains(":ssdp")) {
      return "tshark gives SSDP the names of HTTP";
    }
    return "there is no such layer here; the test of layers says why";
  }
}
