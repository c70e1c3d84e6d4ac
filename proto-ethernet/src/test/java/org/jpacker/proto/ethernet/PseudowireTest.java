package org.jpacker.proto.ethernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.junit.jupiter.api.Test;

/** What lies under the last label of MPLS when it is no IP. */
class PseudowireTest {
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new EthernetProvider());
  private static final String OUTER = "020000000002 020000000001 8847 00013 0fe 00010 1ff";
  private static final String ARP =
      "0806 0001 0800 06 04 0001 00005e005301 c0000201 000000000000 c0000202";

  private static Packet read(String hex, ProtocolRegistry registry) {
    byte[] octets = HexFormat.of().parseHex((OUTER + hex).replace(" ", ""));
    return Packet.read(octets, Link.ETHERNET, registry);
  }

  private static String layers(Packet packet) {
    StringBuilder out = new StringBuilder();
    for (Layer layer : packet.layers()) {
      out.append(out.isEmpty() ? "" : ":");
      out.append(
          layer instanceof Header header
              ? header.protocol().name()
              : layer instanceof Malformed ? "malformed" : "data");
    }
    return out.toString();
  }

  private static String layers(String hex) {
    return layers(read(hex, REGISTRY));
  }

  @Test
  void controlWordOfEthernetIsRead() {
    Packet packet = read("0000 0100 ffffffffffff 00005e005301" + ARP, REGISTRY);
    assertEquals("eth:mpls:mpls:pwethcw:eth:arp", layers(packet));
    assertEquals(256, packet.get(EthernetControlWord.class).sequenceNumber());
    assertEquals(List.of(), packet.verify());
  }

  /** tshark 4.0.17 says the same, save that it knows a frame by the makers of its addresses. */
  @Test
  void zeroBitsBeginControlWordOrAddress() {
    assertEquals("eth:mpls:mpls:eth:arp", layers("00005e005302 00005e005301" + ARP));
    assertEquals("eth:mpls:mpls:eth:arp", layers("001b21005302 00005e005301" + ARP));
    assertEquals(
        "eth:mpls:mpls:pwethcw:eth:arp", layers("0000 0000 00005e005302 00005e005301" + ARP));
    assertEquals(
        "eth:mpls:mpls:pwethcw:eth:llc:data",
        layers("0000 0001 0180c2000001 00005e005301 0004 fefe03 83"));
    assertEquals(
        "eth:mpls:mpls:pwethcw:eth:data", layers("0000 0001 ffffffffffff 00005e005301 9999 01"));
    assertEquals("eth:mpls:mpls:data", layers("0000 0001 ffff"));
    assertEquals("eth:mpls:mpls:data", layers("0002 3456 ffffffffffff 00005e005301 9999 01"));
    assertEquals("eth:mpls:mpls:pwmcw:data", layers("0806 0001 aabb 0000"), "a length that fits");
    assertEquals("eth:mpls:mpls:data", layers("ffffffffffff 00005e005301" + ARP));
    assertEquals("eth:mpls:mpls:data", layers("10000007 2003"));
    assertEquals("eth:mpls:mpls", layers(""));
  }

  @Test
  void whoKnowsTheLabelChoosesTheControlWord() {
    String frame = "0010 0001 ffffffffffff 00005e005301 9999 01";
    ProtocolRegistry ethernet = REGISTRY.with(Mpls.LABELS.key(16), EthernetControlWord.PROTOCOL);
    assertEquals("eth:mpls:mpls:pwethcw:eth:data", layers(read(frame, ethernet)));
    ProtocolRegistry other = REGISTRY.with(Mpls.LABELS.key(16), ControlWord.PROTOCOL);
    assertEquals("eth:mpls:mpls:pwmcw:data", layers(read(frame, other)));
    assertEquals("eth:mpls:mpls:malformed", layers(read("10000021 45", ethernet)));
    Malformed refused = read("10000021 45", other).get(Malformed.class);
    assertEquals("first four bits 1 instead of 0", refused.reason().rule());
    assertEquals(Mpls.LABELS, REGISTRY.tables().get("mpls.label"));
  }

  @Test
  void lengthOfControlWordTellsDataFromPadding() {
    ProtocolRegistry told = REGISTRY.with(Mpls.LABELS.key(16), ControlWord.PROTOCOL);
    Packet packet = read("0806 0007 aabb 000000", told);
    ControlWord word = packet.get(ControlWord.class);
    assertEquals(0x20, word.flags());
    assertEquals(6, word.length());
    assertEquals(7, word.sequenceNumber());
    assertArrayEquals(new byte[] {(byte) 0xaa, (byte) 0xbb}, word.payload().toBytes());
    assertEquals(3, packet.last(Mpls.class).trailer().size());
    assertEquals(List.of(), packet.verify());
    assertEquals(true, read("0830 0007 aabb", told).get(ControlWord.class).isTruncated());
  }

  @Test
  void lengthOfControlWordIsGivenWhereEthernetPads() {
    int[][] lengths = {{0, 4}, {41, 45}, {42, 0}, {59, 0}, {60, 0}, {1500, 0}};
    for (int[] length : lengths) {
      ControlWord word = new ControlWord();
      word.payload(new byte[length[0]]);
      assertEquals(length[1], word.length(), length[0] + " octets of data");
    }
  }

  @Test
  void frameOverPseudowireIsMade() {
    Packet packet =
        Packet.of(
            new Ethernet().dst("02:00:00:00:00:02").src("02:00:00:00:00:01"),
            new Mpls().label(19).ttl(254),
            new Mpls().label(16).ttl(255),
            new EthernetControlWord().sequenceNumber(1),
            new Ethernet().dst("ff:ff:ff:ff:ff:ff").src("00:00:5e:00:53:01"),
            new Arp());
    byte[] octets = packet.toBytes();
    assertEquals("8847000130fe000101ff00000001", HexFormat.of().formatHex(octets, 12, 26));
    Packet again = Packet.read(octets, Link.ETHERNET, REGISTRY);
    assertEquals("eth:mpls:mpls:pwethcw:eth:arp", layers(again));
    again.get(EthernetControlWord.class).remove();
    assertEquals("eth:mpls:mpls:eth:arp", layers(again));
  }
}
