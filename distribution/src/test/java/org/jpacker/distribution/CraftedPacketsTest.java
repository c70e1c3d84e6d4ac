package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.proto.ip.Ipv4;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random packets are written to a file and read back by tshark. */
class CraftedPacketsTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int PACKETS = 1000;

  /** Field names that Wireshark does not have: options as octets, and quoted packets. */
  private static final Set<String> OWN_NAMES =
      Set.of(
          "dccp.option",
          "dccp.reset_data",
          "dccp.seq_octets",
          "dccp.seq_short",
          "erspan.type",
          "fr.ea.first",
          "fr.ea.second",
          "fr.third",
          "geneve.flags.reserved_bits",
          "geneve.opt_len",
          "geneve.option.record",
          "gtp.ext_hdr.octets",
          "gtp.ext_hdr.record",
          "icmp.conversion.pointer",
          "icmp.photuris.pointer",
          "icmp.quoted",
          "icmp.routers",
          "icmp.traceroute.mtu",
          "icmp.traceroute.outbound_hops",
          "icmp.traceroute.return_hops",
          "icmp.traceroute.speed",
          "icmpv6.ext",
          "icmpv6.mld.sources",
          "icmpv6.mldr.record",
          "icmpv6.mldr.records",
          "icmpv6.ni.data",
          "icmpv6.option",
          "icmpv6.quoted",
          "icmpv6.rpl.body",
          "icmpv6.rpl.option",
          "ieee8021ad.len",
          "igmp.record",
          "igmp.records",
          "igmp.sources",
          "ip.opt",
          "ip.options",
          "ipv6.dstopts.option",
          "ipv6.dstopts.options",
          "ipv6.hopopts.option",
          "ipv6.hopopts.options",
          "ipv6.routing.addresses",
          "ipv6.routing.rpl.cmpre",
          "ipv6.routing.rpl.cmpri",
          "lacp.actor.tlv",
          "lacp.collector.tlv",
          "lacp.partner.tlv",
          "llc.control.second",
          "lldp.tlv",
          "lldp.tlvs",
          "mip6.data",
          "mip6.option",
          "null.word",
          "ospf.auth.data",
          "ospf.last",
          "ppp.protocol.compressed",
          "pppoed.tag.record",
          "pweth.cw.reserved",
          "pweth.cw.zero",
          "pwmcw.zero",
          "sctp.chunk",
          "sctp.chunks",
          "sll.address",
          "sll.protocol",
          "tcp.option",
          "vrrp.addresses",
          "vrrp.timer",
          "wol.copies");

  /** Fields that tshark shows differently: options one by one, reserved bits as one. */
  private static final Set<String> SHOWN_OTHERWISE =
      Set.of("tcp.options", "tcp.flags.res", "icmpv6.opt", "ipv6.routing.unknown_data");

  private final CraftedPackets crafted = new CraftedPackets(new Random(SEED));

  @Test
  void fieldNamesAreThoseOfWireshark() throws Exception {
    Tshark.assumeInstalled();
    Set<String> unknown = new TreeSet<>();
    Set<String> known = Tshark.fieldNames();
    for (Protocol<?> protocol : ProtocolRegistry.installed().protocols()) {
      protocol.layout().fields().forEach(field -> unknown.add(field.name()));
    }
    assertTrue(unknown.size() > 100, unknown.toString());
    unknown.removeAll(known);
    assertEquals(new TreeSet<>(OWN_NAMES), unknown);
  }

  @Test
  void tsharkFindsNothingWrongAndReadsEachFieldBack(@TempDir Path folder) throws Exception {
    Tshark.assumeInstalled();
    Path file = folder.resolve("crafted.pcap");
    List<Packet> packets = new ArrayList<>();
    Set<String> names = new TreeSet<>();
    try (PacketWriter writer = Pcap.create(file)) {
      for (int i = 0; i < PACKETS; i++) {
        Packet packet = crafted.next();
        writer.write(packet);
        packets.add(packet);
        names.addAll(texts(packet).keySet());
      }
    }
    List<String> columns = new ArrayList<>(names);
    List<String> checks =
        List.of(
            "_ws.malformed",
            "_ws.short",
            "ip.checksum.status",
            "tcp.checksum.status",
            "udp.checksum.status",
            "icmp.checksum.status",
            "icmpv6.checksum.status");
    columns.addAll(checks);
    List<String[]> rows = Tshark.fieldsOf(file, columns, ENABLED);
    assertEquals(PACKETS, rows.size());
    List<String> differences = new ArrayList<>();
    for (int i = 0; i < PACKETS; i++) {
      String[] row = rows.get(i);
      Map<String, String> texts = texts(packets.get(i));
      for (int j = 0; j < columns.size() && differences.size() < 20; j++) {
        String name = columns.get(j);
        String found = j < row.length ? row[j] : "";
        boolean isCheck = checks.contains(name);
        String wanted = isCheck ? good(name) : texts.get(name);
        boolean isGood = isCheck ? found.isEmpty() || found.equals(wanted) : reads(wanted, found);
        if (!isGood) {
          differences.add(
              "seed %d, packet %d %s, %s: set '%s', tshark '%s'"
                  .formatted(SEED, i + 1, packets.get(i), name, wanted, found));
        }
      }
    }
    assertEquals(List.of(), differences);
  }

  /**
   * Whether tshark's text means the value that was set; padding of hexadecimal numbers may differ.
   */
  static boolean reads(String wanted, String found) {
    if (wanted == null) {
      return true;
    }
    Long number = number(wanted);
    return wanted.equals(found) || number != null && number.equals(number(found));
  }

  private static Long number(String text) {
    try {
      return Long.decode(text);
    } catch (NumberFormatException e) {
      return null;
    }
  }

  /** The verdict on a checksum if the field is one; empty for a field that reports damage. */
  private static String good(String name) {
    return name.endsWith(".status") ? "1" : "";
  }

  /** Protocols enabled in tshark; random payloads must not be taken for any other. */
  private static final List<String> ENABLED =
      List.of(
          "frame",
          "eth",
          "ethertype",
          "vlan",
          "ieee8021ad",
          "ip",
          "ipv6",
          "ipv6.hopopts",
          "ipv6.dstopts",
          "ipv6.routing",
          "tcp",
          "udp",
          "icmp",
          "icmpv6",
          "data");

  /** The first occurrence of each field, from the outermost header on, as text. */
  private static Map<String, String> texts(Packet packet) {
    Map<String, String> texts = new HashMap<>();
    for (Layer layer : packet.layers()) {
      if (layer instanceof Header header) {
        for (Field field : header.protocol().layout().fields()) {
          if (field.isPresent(header)
              && !OWN_NAMES.contains(field.name())
              && !SHOWN_OTHERWISE.contains(field.name())) {
            String text =
                field == Ipv4.DST
                    ? ((Ipv4) header).finalDestination().toString() // not that of the source route
                    : field.text(header);
            // a list of options, of which tshark prints the first
            boolean isList = field instanceof ComputedField && text.contains(",");
            texts.putIfAbsent(field.name(), isList ? text.substring(0, text.indexOf(',')) : text);
          }
        }
      }
    }
    return texts;
  }
}
