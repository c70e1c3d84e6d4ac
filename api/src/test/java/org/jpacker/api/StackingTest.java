package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.toy.ToyLink;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTail;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;

/** Layers that come from another packet, and what they keep. */
class StackingTest {

  private static String names(Packet packet) {
    List<String> names = new ArrayList<>();
    for (Layer layer : packet.layers()) {
      names.add(layer instanceof Header header ? header.protocol().name() : layer.toString());
    }
    return String.join(" ", names);
  }

  @Test
  void headersServeOnePacketAfterTheOther() {
    ToyLink link = new ToyLink();
    ToyNet net = new ToyNet().src("1.2.3.4").dst("5.6.7.8");
    List<Packet> packets = new ArrayList<>();
    for (int port = 1; port <= 3; port++) {
      packets.add(Packet.of(link, net, new ToyTransport().dstPort(port), Raw.of("x")));
    }
    for (int i = 0; i < 3; i++) {
      assertEquals("toylink toynet toytransport Raw[1 octets]", names(packets.get(i)));
      assertEquals(i + 1, packets.get(i).get(ToyTransport.class).dstPort());
      assertEquals(List.of(), Toys.read(packets.get(i).toBytes()).verify());
    }
    assertSame(net, packets.get(0).get(ToyNet.class));
  }

  @Test
  void insertedHeaderOfAnotherPacketLosesItsPayload() {
    Packet from = Packet.of(new ToyLink(), new ToyTag().id(5), new ToyNet(), new ToyTransport());
    byte[] before = from.toBytes();
    Packet into = Toys.captured("hello");
    into.get(ToyLink.class).insert(from.get(ToyTag.class));
    assertEquals("toylink toytag toynet toytransport Raw[5 octets]", names(into));
    assertEquals(5, into.get(ToyTag.class).id());
    assertEquals(List.of(), Toys.read(into.toBytes()).verify());
    assertEquals("toylink toytag toynet toytransport", names(from));
    assertArrayEquals(before, from.toBytes());
  }

  @Test
  void insertedFreeHeaderGivesUpItsPayload() {
    ToyTag outer = new ToyTag().id(1);
    ToyTag inner = new ToyTag().id(2);
    outer.payload(inner);
    Packet packet = Toys.captured("hello");
    packet.get(ToyLink.class).insert(outer);
    assertEquals("toylink toytag toynet toytransport Raw[5 octets]", names(packet));
    assertSame(outer, packet.get(ToyTag.class));
    assertNull(inner.carrier());
  }

  @Test
  void lastLayerKeepsItsPayload() {
    Packet packet = Toys.captured("hello");
    Packet without = Packet.of(packet.get(ToyLink.class).payload());
    assertEquals("toynet toytransport Raw[5 octets]", names(without));
    assertEquals(
        "toytag toynet toytransport Raw[5 octets]",
        names(Packet.of(new ToyTag(), packet.get(ToyNet.class))));
    assertEquals("toylink toynet toytransport Raw[5 octets]", names(packet));
  }

  @Test
  void oneHeaderMayAppearSeveralTimes() {
    ToyTag tag = new ToyTag().id(5);
    Packet packet = Packet.of(tag, tag, tag, Raw.of("x"));
    assertEquals("toytag toytag toytag Raw[1 octets]", names(packet));
    packet.get(ToyTag.class).id(6);
    assertEquals(5, packet.last(ToyTag.class).id());
    ToyTag free = new ToyTag();
    assertEquals(
        "toytag cannot carry itself",
        assertThrows(IllegalArgumentException.class, () -> free.insert(free)).getMessage());
  }

  @Test
  void trailerStaysWithItsPacket() {
    Packet packet = Toys.captured("hello");
    packet.get(ToyLink.class).trailer(new byte[] {1, 2});
    assertEquals(7, Packet.of(packet.get(ToyLink.class), Raw.of("abc")).length());
    assertEquals(packet, Packet.of(packet.first()));
  }

  @Test
  void refusedStackLeavesItsLayersFree() {
    ToyLink link = new ToyLink();
    assertThrows(
        IllegalArgumentException.class,
        () -> Packet.of(link, new ToyNet(), Raw.of("x"), new ToyNet()));
    assertNull(link.packet());
    assertSame(link, Packet.of(link, new ToyNet()).first());
  }

  @Test
  void copyKeepsTheTailThatIsTheHeadersOwn() {
    byte[] octets = {1, 2, 3, 4, 9};
    ToyTail read = ToyTail.PROTOCOL.header(octets);
    assertArrayEquals(octets, read.toBytes());
    Packet packet = Packet.of(new ToyTag(), read);
    assertArrayEquals(octets, Packet.of(new ToyTag(), read).last(ToyTail.class).toBytes());
    Packet other = Packet.of(packet.get(ToyTail.class), Raw.of(new byte[] {7}));
    assertArrayEquals(new byte[] {1, 2, 7, 9}, other.toBytes());
  }

  @Test
  void chainMayEndWithAPayload() {
    Packet packet =
        Packet.of(
            new ToyLink(),
            new ToyNet().src("1.2.3.4").dst("5.6.7.8"),
            new ToyTransport().srcPort(1000).dstPort(2000).carrying("hello"));
    assertEquals(Toys.crafted("hello"), packet);
    assertEquals(packet, Packet.of(packet.first()));
    Header octets = new ToyTag().carrying(new byte[] {1, 2});
    assertEquals(6, octets.size());
    assertEquals(20, new ToyTag().carrying(new ToyNet()).size());
  }

  @Test
  void copyKeepsAnUnknownNumber() {
    Packet packet = Packet.of(new ToyLink(), new ToyNet(), new ToyTag());
    assertThrows(IllegalStateException.class, packet::toBytes);
    Packet copy = Packet.of(new ToyTag(), packet.get(ToyNet.class));
    assertThrows(IllegalStateException.class, copy::toBytes);
  }

  @Test
  void packetIsGivenATime() {
    Instant time = Instant.parse("2026-11-24T06:39:54.123456789Z");
    Packet packet = Toys.crafted("hello").timestamp(time);
    assertEquals(time, packet.timestamp());
    assertEquals(time, packet.copy().timestamp());
    assertNull(packet.timestamp(null).timestamp());
    Instant before = Instant.parse("1969-12-31T23:59:59.5Z");
    assertEquals(-500_000_000, packet.timestamp(before).timestampNanos());
    assertEquals(
        Long.MAX_VALUE,
        packet.timestamp(Instant.parse("2262-04-11T23:47:16.854775807Z")).timestampNanos());
    packet.timestamp(before);
    Instant late = Instant.parse("2263-01-01T00:00:00Z");
    assertEquals(
        "time stamps are from 1677-09-21 to 2262-04-11, not 2263-01-01T00:00:00Z",
        assertThrows(IllegalArgumentException.class, () -> packet.timestamp(late)).getMessage());
    assertEquals(before, packet.timestamp());
  }

  /** One number, which is a length below 8 and a type from 8 on. */
  private static final class Either extends Header {
    private static final UIntField NUMBER = UIntField.at(0, 16, "either.number");
    static final UIntField TYPE =
        UIntField.at(0, 16, "either.type").when("it is 8 or more", h -> NUMBER.get(h) >= 8);
    static final UIntField LEN =
        UIntField.at(0, 16, "either.len")
            .asDerived()
            .when("it is 1 to 7", h -> NUMBER.get(h) > 0 && NUMBER.get(h) < 8);
    static final Layout LAYOUT = Layout.of(TYPE, LEN).atLeast(2);
    static final Protocol<Either> PROTOCOL =
        Protocol.of("either", LAYOUT, Either.class, Either::new, Either::new);

    Either() {
      super(PROTOCOL);
    }

    Either(Window in) throws MalformedException {
      super(PROTOCOL, in);
    }
  }

  @Test
  void valueThatMakesItsFieldPresentIsAccepted() {
    Either header = new Either();
    Either.TYPE.set(header, 8);
    assertEquals(8, Either.TYPE.get(header));
    Either.LEN.set(header, 7);
    assertEquals(7, Either.LEN.get(header));
    assertEquals(true, header.isPinned(Either.LEN));
    assertEquals(
        "either.type is absent unless it is 8 or more",
        assertThrows(IllegalStateException.class, () -> Either.TYPE.set(header, 3)).getMessage());
    assertArrayEquals(new byte[] {0, 7}, header.toBytes());
  }
}
