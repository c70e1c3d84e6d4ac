package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.toy.ToyLink;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;

/** The three rules, and the cases that could be read in two ways. */
class ThreeRulesTest {
  // ToyLink 4 octets, ToyNet 16, ToyTransport 8
  private static final int NET = 4;
  private static final int TRANSPORT = 20;
  private static final int DATA = 28;

  @Test
  void untouchedOctetsAreWrittenBackUnchanged() {
    byte[] wrong = Toys.damaged("hello", NET + 6, 0x66);
    Packet packet = Toys.read(wrong);
    packet.layers();
    assertArrayEquals(wrong, packet.toBytes());
    assertEquals(1, packet.verify().size(), "and still verify() tells");
  }

  @Test
  void ttlRefreshesHeaderChecksumAndNothingElse() {
    byte[] wrong = Toys.damaged("hello", TRANSPORT + 6, 0x66);
    Packet packet = Toys.read(wrong);
    packet.get(ToyNet.class).ttl(3);
    byte[] changed = packet.toBytes();
    assertEquals(3, changed[NET + 1]);
    assertArrayEquals(
        Arrays.copyOfRange(wrong, TRANSPORT, wrong.length),
        Arrays.copyOfRange(changed, TRANSPORT, changed.length));
    assertEquals(
        List.of(ToyTransport.CHECKSUM),
        Toys.read(changed).verify().stream().map(Discrepancy::field).toList());
  }

  @Test
  void addressRefreshesTransportChecksumToo() {
    Packet packet = Toys.captured("hello");
    packet.get(ToyNet.class).dst("9.9.9.9");
    Packet again = Toys.read(packet.toBytes());
    assertEquals(List.of(), again.verify());
    assertEquals("9.9.9.9", ToyNet.DST.get(again.get(ToyNet.class)).toString());
  }

  @Test
  void payloadRefreshesLengthsNumbersAndChecksums() {
    Packet packet = Toys.captured("hello");
    packet.get(ToyTransport.class).payload("a longer text");
    Packet again = Toys.read(packet.toBytes());
    assertEquals(List.of(), again.verify());
    assertEquals(16 + 8 + 13, again.get(ToyNet.class).len());
    assertEquals(8 + 13, again.get(ToyTransport.class).length());
  }

  @Test
  void derivedFieldThatWasSetStaysUntilUnpin() {
    Packet packet = Toys.crafted("x");
    ToyTransport transport = packet.get(ToyTransport.class);
    int right = transport.checksum();
    transport.checksum(0xbad);
    transport.payload("y");
    assertEquals(0xbad, transport.checksum());
    assertTrue(transport.isPinned(ToyTransport.CHECKSUM));
    transport.payload("x");
    transport.unpin(ToyTransport.CHECKSUM);
    assertEquals(right, transport.checksum());
  }

  @Test
  void settingTheSameValuePins() {
    ToyTransport transport = Toys.crafted("x").get(ToyTransport.class);
    int checksum = transport.checksum();
    transport.checksum(checksum);
    transport.payload("something else");
    assertEquals(checksum, transport.checksum());
  }

  @Test
  void unpinDerivesAFieldThatWasNeverPinned() {
    Packet packet = Toys.read(Toys.damaged("hello", NET + 6, 0x66));
    packet.get(ToyNet.class).unpin(ToyNet.CHECKSUM);
    assertEquals(List.of(), Toys.read(packet.toBytes()).verify());
  }

  @Test
  void refreshRepairsEveryDerivedFieldThatIsNotPinned() {
    byte[] wrong = Toys.damaged("hello", NET + 6, 0x66);
    wrong[TRANSPORT + 6] ^= 0x55;
    Packet packet = Toys.read(wrong);
    packet.get(ToyTransport.class).checksum(0x1234);
    packet.refresh();
    assertEquals(0x1234, packet.get(ToyTransport.class).checksum());
    assertEquals(
        List.of(ToyTransport.CHECKSUM),
        Toys.read(packet.toBytes()).verify().stream().map(Discrepancy::field).toList());
  }

  @Test
  void settingNumberNeverDissectsAgain() {
    Packet packet = Toys.captured("hello");
    packet.get(ToyLink.class).type(0x1234);
    assertInstanceOf(ToyNet.class, packet.get(ToyLink.class).payload());
    assertEquals(0x1234, Toys.read(packet.toBytes()).get(ToyLink.class).type());
  }

  @Test
  void pinnedWrongLengthMovesNothing() {
    Packet packet = Toys.captured("hello");
    packet.get(ToyNet.class).len(17);
    assertEquals(DATA + 5, packet.length());
    assertEquals(DATA + 5, packet.toBytes().length);
    assertEquals(29, packet.get(ToyNet.class).size());
  }

  @Test
  void changedPortDoesNotRepairWrongCapturedLength() {
    byte[] wrong = Toys.damaged("hello", TRANSPORT + 5, 9);
    Packet packet = Toys.read(wrong);
    packet.get(ToyTransport.class).srcPort(7);
    assertEquals(9, packet.toBytes()[TRANSPORT + 5]);
  }

  @Test
  void innerTtlChangesTheOuterChecksumOfATunnelButNoLength() {
    ToyTransport outer = new ToyTransport().srcPort(1).dstPort(2);
    ToyNet inner = new ToyNet().src("10.0.0.1").dst("10.0.0.2");
    inner.payload("deep");
    outer.payload(inner);
    byte[] octets =
        Packet.of(new ToyLink(), new ToyNet().src("1.1.1.1").dst("2.2.2.2"), outer).toBytes();
    octets[TRANSPORT + 5]--; // the outer length ends one octet early
    octets[TRANSPORT + 6] ^= 0x55; // and the checksum is wrong
    ProtocolRegistry registry = Toys.REGISTRY.with(DispatchTable.UDP_PORT.key(2), ToyNet.PROTOCOL);
    Packet packet = Packet.read(octets, Link.ETHERNET, registry);
    packet.last(ToyNet.class).ttl(1);
    byte[] changed = packet.toBytes();
    assertEquals(octets[TRANSPORT + 5], changed[TRANSPORT + 5]);
    assertTrue(
        Packet.read(changed, Link.ETHERNET, registry).verify().stream()
            .noneMatch(d -> d.field() == ToyTransport.CHECKSUM));
  }

  @Test
  void zeroChecksumReadFromTheWireStaysNoneUntilUnpin() {
    byte[] octets = Toys.damaged("hello", TRANSPORT + 6, 0);
    octets[TRANSPORT + 7] = 0;
    Packet packet = Toys.read(octets);
    ToyTransport transport = packet.get(ToyTransport.class);
    transport.payload("other");
    assertEquals(0, transport.checksum());
    transport.unpin(ToyTransport.CHECKSUM);
    assertFalse(transport.checksum() == 0);
    assertEquals(List.of(), Toys.read(packet.toBytes()).verify());
  }

  @Test
  void checksumOfSnappedPacketFollowsByDifference() {
    Packet whole = Toys.captured("hello world");
    byte[] snapped = Arrays.copyOf(whole.toBytes(), DATA + 4);
    Packet packet = Toys.read(snapped);
    assertTrue(packet.get(ToyTransport.class).isTruncated());
    packet.get(ToyTransport.class).dstPort(4711);
    packet.get(ToyNet.class).dst("200.1.2.3");
    whole.get(ToyTransport.class).dstPort(4711);
    whole.get(ToyNet.class).dst("200.1.2.3");
    assertArrayEquals(Arrays.copyOf(whole.toBytes(), DATA + 4), packet.toBytes());
    assertEquals(
        List.of(false), Toys.read(snapped).verify().stream().map(Discrepancy::checkable).toList());
  }

  @Test
  void lengthOfSnappedPacketKeepsCountingMissingOctets() {
    byte[] snapped = Arrays.copyOf(Toys.captured("hello world").toBytes(), DATA + 4);
    Packet packet = Toys.read(snapped);
    packet.get(ToyNet.class).options(new byte[4]);
    assertEquals(16 + 4 + 8 + 11, packet.get(ToyNet.class).len());
    assertTrue(packet.get(ToyNet.class).isTruncated());
  }

  @Test
  void missingOctetsDisappearWithTheirPayload() {
    byte[] snapped = Arrays.copyOf(Toys.captured("hello world").toBytes(), DATA + 4);
    Link link = Link.of(Link.ETHERNET, 0, Toys.REGISTRY);
    Packet packet = new Packet(snapped, 0, snapped.length, DATA + 11, Packet.NO_TIME, link);
    packet.get(ToyTransport.class).payload("new");
    assertEquals(8 + 3, packet.get(ToyTransport.class).length());
    assertFalse(packet.get(ToyTransport.class).isTruncated());
    assertFalse(packet.get(ToyNet.class).isTruncated());
    assertArrayEquals(Toys.captured("new").toBytes(), packet.toBytes());
    assertEquals(List.of(), Toys.read(packet.toBytes()).verify());
    CaptureRecord record = new CaptureRecord();
    record.set(packet);
    assertEquals(DATA + 3, record.originalLength());
  }

  @Test
  void numberThatAlreadySelectsThePayloadStays() {
    Packet packet = Toys.captured("hello");
    ToyNet net = packet.get(ToyNet.class);
    net.payload(new ToyTransport());
    assertEquals(17, net.proto());
    packet.get(ToyLink.class).payload(new ToyLink());
    assertEquals(0xbeef, packet.get(ToyLink.class).type());
  }

  @Test
  void rawPayloadLeavesTheNumber() {
    Packet packet = Toys.captured("hello");
    packet.get(ToyNet.class).payload("raw");
    assertEquals(17, packet.get(ToyNet.class).proto());
  }

  @Test
  void payloadWithoutNumberIsRefusedWhenWritten() {
    Packet packet = Packet.of(new ToyNet(), new ToyTag());
    IllegalStateException e = assertThrows(IllegalStateException.class, packet::toBytes);
    assertEquals(
        "toynet cannot carry toytag: it has no number in ip.proto, but in ethertype"
            + " (set toynet.proto yourself to send it anyway)",
        e.getMessage());
    packet.get(ToyNet.class).proto(200);
    assertEquals(20, packet.toBytes().length);
  }

  @Test
  void lengthThatDoesNotFitIsRefusedWhenWritten() {
    Packet packet = Packet.of(new ToyNet(), Raw.of(new byte[65_530]));
    IllegalStateException e = assertThrows(IllegalStateException.class, packet::toBytes);
    assertEquals("toynet.len: 65546 does not fit into 16 bits (0 to 65535)", e.getMessage());
  }

  @Test
  void limitBelowTheHeaderKeepsTheHeader() {
    Packet packet = Toys.read(Toys.damaged("hello", NET + 3, 3));
    ToyNet net = packet.get(ToyNet.class);
    assertEquals(3, net.len());
    Malformed malformed = assertInstanceOf(Malformed.class, net.payload());
    assertEquals(
        "toynet: length needs 16 octets, found 3 (limited by toynet.len) at offset 20",
        malformed.reason().toString());
    assertFalse(net.isTruncated());
  }

  @Test
  void limitBeyondTheOctetsClamps() {
    Packet packet = Toys.read(Toys.damaged("hello", NET + 3, 200));
    ToyNet net = packet.get(ToyNet.class);
    assertTrue(net.isTruncated());
    assertEquals(29, net.size());
    assertInstanceOf(ToyTransport.class, net.payload());
  }

  @Test
  void freeHeaderIsAdoptedAndTheReferenceStaysLive() {
    ToyNet net = new ToyNet();
    Packet packet = Packet.of(new ToyLink(), net);
    net.ttl(9);
    assertSame(net, packet.get(ToyNet.class));
    assertEquals(9, packet.toBytes()[NET + 1]);
  }

  @Test
  void headerThatHasCarrierIsCopiedPinsIncluded() {
    Packet one = Toys.captured("hello");
    ToyTransport transport = one.get(ToyTransport.class).checksum(0xbad);
    Packet two = Packet.of(new ToyNet(), transport);
    assertNotSame(transport, two.get(ToyTransport.class));
    two.get(ToyTransport.class).payload("z");
    assertEquals(0xbad, two.get(ToyTransport.class).checksum());
    assertEquals("hello", text(one.get(ToyTransport.class).payload()));
  }

  @Test
  void replacingThePayloadKeepsTheTrailer() {
    byte[] octets = Arrays.copyOf(Toys.crafted("hello").toBytes(), DATA + 5 + 3);
    octets[DATA + 7] = 0x77;
    Packet packet = Toys.read(octets);
    assertEquals(3, packet.get(ToyLink.class).trailer().size());
    packet.get(ToyNet.class).payload("new");
    byte[] changed = packet.toBytes();
    assertEquals(4 + 16 + 3 + 3, changed.length);
    assertEquals(0x77, changed[changed.length - 1]);
  }

  @Test
  void numberMovesToTheInsertedHeader() {
    Packet packet = Toys.captured("hello");
    ToyNet net = packet.get(ToyNet.class);
    packet.get(ToyLink.class).insert(new ToyTag().id(5));
    assertEquals(0x8100, packet.get(ToyLink.class).type());
    assertEquals(0x0800, packet.get(ToyTag.class).type());
    assertSame(net, packet.get(ToyNet.class));
    assertEquals(List.of(), Toys.read(packet.toBytes()).verify());
    packet.get(ToyTag.class).remove();
    assertEquals(Toys.captured("hello"), Toys.read(packet.toBytes()));
  }

  @Test
  void numberOfAnUnknownPayloadMovesToTheInsertedHeader() {
    Packet packet = Toys.read("0102 1234 cafe");
    packet.get(ToyLink.class).insert(new ToyTag().id(5));
    assertArrayEquals(Toys.read("0102 8100 0005 1234 cafe").toBytes(), packet.toBytes());
    packet.get(ToyTag.class).remove();
    assertArrayEquals(Toys.read("0102 1234 cafe").toBytes(), packet.toBytes());
  }

  @Test
  void changingNeverWritesIntoTheOctetsThatWereRead() {
    byte[] octets = Toys.crafted("hello").toBytes();
    byte[] before = octets.clone();
    Packet packet = Toys.read(octets);
    packet.get(ToyNet.class).ttl(1).src("7.7.7.7").options(new byte[8]);
    packet.refresh();
    packet.toBytes();
    assertArrayEquals(before, octets);
  }

  @Test
  void optionsOfAnotherSizeChangeLengths() {
    Packet packet = Toys.captured("hello");
    packet.get(ToyNet.class).options(new byte[] {1, 2, 3, 4});
    Packet again = Toys.read(packet.toBytes());
    assertEquals(20, again.get(ToyNet.class).headerSize());
    assertEquals(List.of(), again.verify());
    assertEquals("hello", text(again.get(ToyTransport.class).payload()));
  }

  @Test
  void valueThatDoesNotFitNamesFieldWidthAndValue() {
    ToyNet net = new ToyNet();
    assertEquals(
        "toynet.ttl: 256 does not fit into 8 bits (0 to 255)",
        assertThrows(IllegalArgumentException.class, () -> net.ttl(256)).getMessage());
    assertEquals(64, net.ttl());
  }

  @Test
  void twoHeadersThatCannotStackAreRefused() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Packet.of(Raw.of("x"), new ToyNet()));
    assertTrue(e.getMessage().startsWith("Raw[1 octets] carries nothing"), e.getMessage());
  }

  @Test
  void replySwapsBothEndpointsOfEachHeader() {
    Packet packet = Toys.captured("hello");
    ToyLink.SRC.set(packet.get(ToyLink.class), 7);
    Packet reply = packet.reply();
    assertEquals(7, ToyLink.DST.get(reply.get(ToyLink.class)));
    assertEquals("5.6.7.8", ToyNet.SRC.get(reply.get(ToyNet.class)).toString());
    assertEquals(1000, reply.get(ToyTransport.class).dstPort());
    assertEquals(List.of(), Toys.read(reply.toBytes()).verify());
    assertEquals(packet, reply.reply());
  }

  @Test
  void packetsAreEqualByLinkTypeAndOctets() {
    assertEquals(Toys.crafted("a"), Toys.captured("a"));
    assertEquals(Toys.crafted("a").hashCode(), Toys.captured("a").hashCode());
    assertFalse(Toys.crafted("a").equals(Toys.captured("b")));
    assertEquals(Toys.crafted("a").get(ToyNet.class), Toys.captured("a").get(ToyNet.class));
  }

  private static String text(Layer layer) {
    return new String(layer.toBytes(), java.nio.charset.StandardCharsets.UTF_8);
  }

  @Test
  void packetOfOctetsAlone() {
    Packet packet = Packet.of(147, Raw.of("abc"));
    assertEquals(147, packet.linkType());
    assertEquals(3, packet.length());
    assertArrayEquals("abc".getBytes(StandardCharsets.UTF_8), packet.toBytes());
    assertEquals(List.of(packet.first()), packet.layers());
  }
}
