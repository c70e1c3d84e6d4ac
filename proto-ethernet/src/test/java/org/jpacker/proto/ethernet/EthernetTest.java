package org.jpacker.proto.ethernet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Link;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.junit.jupiter.api.Test;

class EthernetTest {
  private static final ProtocolRegistry REGISTRY = ProtocolRegistry.of(new EthernetProvider());

  private static Packet read(String hex) {
    return Packet.read(HexFormat.of().parseHex(hex.replace(" ", "")), Link.ETHERNET, REGISTRY);
  }

  @Test
  void frameOfTypeTwoIsRead() {
    Ethernet eth = read("0a0b0c0d0e0f 010203040506 9999 cafe").get(Ethernet.class);
    assertEquals("0a:0b:0c:0d:0e:0f", eth.dst().toString());
    assertEquals("01:02:03:04:05:06", eth.src().toString());
    assertEquals(0x9999, eth.type());
    assertTrue(Ethernet.TYPE.isPresent(eth));
    assertFalse(Ethernet.LEN.isPresent(eth));
    assertEquals(2, eth.payload().size());
  }

  @Test
  void numberUpTo1500IsTheLengthAndPaddingTheTrailer() {
    Ethernet eth = read("0a0b0c0d0e0f 010203040506 0003 aabbcc 000000").get(Ethernet.class);
    assertEquals(3, eth.len());
    assertEquals("", Ethernet.TYPE.text(eth));
    assertEquals(3, eth.payload().size());
    assertEquals(3, eth.packet().trailer().size());
  }

  @Test
  void lengthBeyondTheFrameIsTruncation() {
    Ethernet eth = read("0a0b0c0d0e0f 010203040506 0009 aabbcc").get(Ethernet.class);
    assertTrue(eth.isTruncated());
    assertEquals(3, eth.payload().size());
  }

  @Test
  void twoTagsAreTwoLayers() {
    Packet packet = read("0a0b0c0d0e0f 010203040506 88a8 6064 8100 1005 9999 cafe");
    ServiceTag outer = packet.get(ServiceTag.class);
    assertEquals(100, outer.id());
    assertEquals(3, outer.priority());
    Vlan inner = packet.get(Vlan.class);
    assertEquals(5, inner.id());
    assertTrue(inner.dei());
    assertEquals(0x9999, inner.type());
  }

  @Test
  void pushedTagTakesTheTypeAlong() {
    Packet packet = read("0a0b0c0d0e0f 010203040506 9999 cafe");
    packet.get(Ethernet.class).insert(new Vlan().id(7).priority(2));
    assertArrayEquals(
        read("0a0b0c0d0e0f 010203040506 8100 4007 9999 cafe").toBytes(), packet.toBytes());
  }

  @Test
  void changedPayloadOfLengthFrameChangesTheLength() {
    Packet packet = read("0a0b0c0d0e0f 010203040506 0003 aabbcc");
    packet.get(Ethernet.class).payload(new byte[] {1, 2, 3, 4, 5});
    assertArrayEquals(
        read("0a0b0c0d0e0f 010203040506 0005 0102030405").toBytes(), packet.toBytes());
  }

  /** RFC 826: the fields of a request, laid out by hand. */
  @Test
  void arpRequestIsRead() {
    Packet packet =
        read(
            "ffffffffffff 020000000001 0806 0001 0800 06 04 0001"
                + " 020000000001 0a000001 000000000000 0a000002");
    Arp arp = packet.get(Arp.class);
    assertEquals(Arp.REQUEST, arp.opcode());
    assertEquals("10.0.0.1", arp.srcProto().toString());
    assertEquals("10.0.0.2", arp.dstProto().toString());
    assertEquals("02:00:00:00:00:01", arp.srcHw().toString());
    assertEquals(
        packet,
        Packet.of(
            new Ethernet().dst(Address.Mac.BROADCAST).src("02:00:00:00:00:01"),
            Arp.request("02:00:00:00:00:01", "10.0.0.1", "10.0.0.2")));
  }

  @Test
  void arpOfOtherAddressesKeepsItsSizeAndHasNoNamedOnes() {
    Packet packet =
        read("ffffffffffff 020000000001 0806 0007 1234 01 02 0002 aa bbcc dd eeff 0000");
    Arp arp = packet.get(Arp.class);
    assertEquals(14, arp.headerSize());
    assertEquals(0, arp.payload().size());
    assertEquals(2, packet.get(Ethernet.class).trailer().size());
    for (var field : List.of(Arp.SRC_HW, Arp.SRC_PROTO, Arp.DST_HW, Arp.DST_PROTO)) {
      assertEquals("", field.text(arp), field.name());
    }
  }

  @Test
  void arpThatIsCutSaysWhatItNeeds() {
    Packet packet = read("ffffffffffff 020000000001 0806 0001 0800 06 04 0001 0200");
    Malformed malformed = packet.get(Malformed.class);
    assertNotNull(malformed);
    assertEquals(
        "arp: header with options needs 28 octets, found 10 (limited by captured length) at"
            + " offset 14",
        malformed.reason().toString());
  }

  @Test
  void tagsNestToTheBoundAndNoFurther() {
    StringBuilder hex = new StringBuilder("ffffffffffff020000000001");
    hex.append("81000001".repeat(400)).append("81000001");
    Packet packet = read(hex.toString());
    assertTrue(packet.layers().size() <= 131);
    assertTrue(packet.get(Malformed.class).reason().rule().startsWith("more than 128 layers"));
  }

  @Test
  void lengthThatIsSetIsTakenAndPinned() {
    Ethernet eth = new Ethernet().len(512);
    Vlan tag = new Vlan().len(512);
    ServiceTag outer = new ServiceTag().len(512);
    byte[] octets = Packet.of(eth, outer, tag, Raw.of("xy")).toBytes();
    assertEquals("0200", HexFormat.of().formatHex(octets, 12, 14));
    assertEquals("0200", HexFormat.of().formatHex(octets, 16, 18));
    assertEquals("0200", HexFormat.of().formatHex(octets, 20, 22));
    assertTrue(eth.isPinned(Ethernet.LEN));
    eth.unpin(Ethernet.LEN);
    assertEquals(10, eth.len());
    assertEquals(0, eth.type());
    // a frame with a type becomes one with a length, and the other way round
    assertEquals(1500, new Ethernet().type(0x0800).len(1500).len());
    assertEquals(0x0800, new Ethernet().len(1500).type(0x0800).type());
    assertEquals(512, new Ethernet().type(512).len());
    assertEquals(
        "eth.len is absent unless the number is 1 to 1500",
        assertThrows(IllegalStateException.class, () -> new Ethernet().len(1501)).getMessage());
    Packet read = read("0a0b0c0d0e0f 010203040506 0003 aabbcc");
    read.get(Ethernet.class).len(9);
    assertEquals("0a0b0c0d0e0f0102030405060009aabbcc", HexFormat.of().formatHex(read.toBytes()));
  }

  @Test
  void headerThatHasNoNumberForItsPayloadNamesTheOneThatDoes() {
    refused(
        "llc cannot carry stp: it has no number in ethertype, but in llc.dsap, llc.oui"
            + " (use Llc.between(0x42, 0x42), or set llc.type yourself to send it anyway)",
        Packet.of(new Ethernet(), new Llc(), new Stp()));
    refused(
        "llc cannot carry arp: it has no number in llc.dsap, but in ethertype"
            + " (use new Llc(), or set llc.dsap yourself to send it anyway)",
        Packet.of(new Ethernet(), Llc.between(0x42, 0x42), new Arp()));
    refused(
        "sll cannot carry llc: it has no number in ethertype, but in eth.len"
            + " (use new Sll().ltype(4), or set sll.etype yourself to send it anyway)",
        Packet.of(new Sll(), new Llc(), new Arp()));
    refused(
        "sll2 cannot carry llc: it has no number in ethertype, but in eth.len"
            + " (use new Sll2().ltype(4), or set sll.etype yourself to send it anyway)",
        Packet.of(new Sll2(), new Llc(), new Arp()));
    for (Packet right :
        List.of(
            Packet.of(new Ethernet(), Llc.between(0x42, 0x42), new Stp()),
            Packet.of(new Ethernet(), new Llc(), new Arp()),
            Packet.of(new Sll().ltype(4), new Llc(), new Arp()),
            Packet.of(new Sll2().ltype(4), new Llc(), new Arp()))) {
      Packet again = Packet.read(right.toBytes(), right.linkType());
      assertEquals(right.layers().toString(), again.layers().toString());
    }
  }

  private static void refused(String message, Packet packet) {
    assertEquals(message, assertThrows(IllegalStateException.class, packet::toBytes).getMessage());
  }

  @Test
  void newFrameIsAllZeros() {
    Header header = new Ethernet();
    assertArrayEquals(new byte[14], header.toBytes());
    assertArrayEquals(new byte[15], Packet.of(new Ethernet(), Raw.of(new byte[1])).toBytes());
  }
}
