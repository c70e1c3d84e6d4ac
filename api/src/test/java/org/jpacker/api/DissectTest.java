package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.toy.ToyLink;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DissectTest {

  @Test
  void layersAreFoundFromTheOutsideIn() {
    Packet packet = Toys.captured("hello");
    assertEquals(
        List.of(ToyLink.class, ToyNet.class, ToyTransport.class, Raw.class),
        packet.layers().stream().map(Object::getClass).toList());
    assertSame(packet.first(), packet.get(ToyLink.class));
    assertNull(packet.get(ToyTag.class));
    assertTrue(packet.find(ToyTransport.class).isPresent());
    assertEquals(2000, packet.get(ToyTransport.class).dstPort());
    assertEquals(1000, packet.get(ToyTransport.class).value("toytransport.srcport"));
    assertNull(packet.get(ToyTransport.class).value("toynet.ttl"));
    assertEquals(20, packet.offsetOf(packet.get(ToyTransport.class)));
    assertSame(packet.get(ToyNet.class), packet.get(ToyTransport.class).carrier());
  }

  @Test
  void headerWithoutPayloadCarriesNothing() {
    Packet packet = Toys.captured("");
    Raw nothing = assertInstanceOf(Raw.class, packet.get(ToyTransport.class).payload());
    assertTrue(nothing.isEmpty());
    assertEquals(3, packet.layers().size());
  }

  @Test
  void windowWithinALargeBlockReadsNothingOutside() {
    byte[] octets = Toys.crafted("hello").toBytes();
    byte[] block = new byte[octets.length + 20];
    Arrays.fill(block, (byte) 0xa5);
    System.arraycopy(octets, 0, block, 7, octets.length);
    Link link = Link.of(Link.ETHERNET, 3, Toys.REGISTRY);
    Packet packet = new Packet(block, 7, octets.length, 99, 1_500_000_000L, link);
    assertArrayEquals(octets, packet.toBytes());
    assertEquals(List.of(), packet.verify());
    assertEquals(99, packet.originalLength());
    assertEquals(octets.length, packet.capturedLength());
    assertEquals(3, packet.interfaceId());
    assertEquals(Instant.ofEpochSecond(1, 500_000_000), packet.timestamp());
    assertEquals(20, packet.offsetOf(packet.get(ToyTransport.class)));
  }

  @Test
  void timeMayBeBefore1970() {
    Link link = Link.of(Link.ETHERNET, 0, Toys.REGISTRY);
    assertEquals(
        Instant.ofEpochSecond(-1, 999_999_999),
        new Packet(new byte[0], 0, 0, 0, -1, link).timestamp());
    assertNull(new Packet(new byte[0], 0, 0, 0, Packet.NO_TIME, link).timestamp());
  }

  @Test
  void everyTruncationOfPacketIsReportedAndKept() {
    byte[] whole = Toys.crafted("hello").toBytes();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      Packet packet = Toys.read(cut);
      assertArrayEquals(cut, packet.toBytes());
      Malformed malformed = packet.get(Malformed.class);
      boolean withinHeader = length > 0 && length < 28 && length != 4 && length != 20;
      assertEquals(withinHeader, malformed != null, "cut to " + length);
      if (malformed != null) {
        assertTrue(malformed.reason().offset() <= length);
      }
    }
  }

  @Test
  void refusalNamesTheNeedAndTheLimitingLength() {
    byte[] octets = Toys.crafted("hello").toBytes();
    Packet cut = Toys.read(Arrays.copyOf(octets, 25));
    assertEquals(
        "toytransport: header needs 8 octets, found 5 (limited by captured length) at offset 20",
        cut.get(Malformed.class).reason().toString());
    octets[7] = 16 + 5;
    Packet limited = Toys.read(octets);
    assertEquals(
        "toytransport: header needs 8 octets, found 5 (limited by toynet.len) at offset 20",
        limited.get(Malformed.class).reason().toString());
    assertEquals(8, limited.get(ToyLink.class).trailer().size());
  }

  @Test
  void nestingIsBounded() {
    byte[] octets = new byte[65_536];
    octets[2] = (byte) 0xbe;
    octets[3] = (byte) 0xef;
    for (int i = 0; i < octets.length; i += 4) {
      octets[i + 2] = (byte) 0xbe;
      octets[i + 3] = (byte) 0xef;
    }
    Packet packet = Toys.read(octets);
    List<Layer> layers = packet.layers();
    Malformed last = assertInstanceOf(Malformed.class, layers.get(layers.size() - 1));
    assertTrue(layers.size() <= 131, "layers: " + layers.size());
    assertTrue(last.reason().toString().startsWith("toylink: more than 128 layers at offset 5"));
    packet.refresh();
    assertArrayEquals(octets, packet.toBytes());
  }

  @Test
  void failureOfPlugInBecomesMalformedWithItsCause() {
    ProtocolRegistry registry =
        Toys.REGISTRY.with(
            DispatchTable.UDP_PORT.key(2000),
            Protocol.of(
                "bad",
                ToyTag.LAYOUT,
                ToyTag.class,
                ToyTag::new,
                in -> {
                  throw new IllegalStateException("oops");
                }));
    Packet packet = Packet.read(Toys.crafted("hello").toBytes(), Link.ETHERNET, registry);
    Malformed malformed = packet.get(Malformed.class);
    assertEquals("oops", malformed.reason().cause().getMessage());
    assertEquals(5, malformed.size());
  }

  /** A reader that throws {@code failure}, whatever it is. */
  private static Protocol<ToyTag> failing(Error failure, DispatchKey key) {
    return Protocol.of(
        "bad",
        ToyTag.LAYOUT,
        ToyTag.class,
        ToyTag::new,
        in -> {
          throw failure;
        },
        key);
  }

  /** As a jar throws that was compiled against something else, or that calls itself. */
  static List<Error> errorsOfPlugIns() {
    return List.of(
        new NoClassDefFoundError("gone/Part"),
        new IncompatibleClassChangeError("no interface"),
        new ExceptionInInitializerError("table"),
        new StackOverflowError());
  }

  @ParameterizedTest
  @MethodSource("errorsOfPlugIns")
  void errorOfPlugInBecomesMalformedWithItsCause(Error failure) {
    DispatchKey key = DispatchTable.UDP_PORT.key(2000);
    ProtocolRegistry registry = Toys.REGISTRY.with(key, failing(failure, key));
    byte[] octets = Toys.crafted("hello").toBytes();
    Packet packet = Packet.read(octets, Link.ETHERNET, registry);
    Malformed malformed = packet.get(Malformed.class);
    assertSame(failure, malformed.reason().cause());
    assertEquals(
        "toytransport: the reader of its payload failed at offset "
            + (octets.length - 5)
            + ": "
            + failure,
        malformed.reason().toString());
    assertArrayEquals(octets, packet.toBytes());
  }

  @ParameterizedTest
  @MethodSource("errorsOfPlugIns")
  void errorOfTheReaderOfTheFirstLayerBecomesMalformedToo(Error failure) {
    DispatchKey key = DispatchTable.LINK_TYPE.key(Link.ETHERNET);
    ProtocolRegistry registry = Toys.REGISTRY.with(key, failing(failure, key));
    Packet packet = Packet.read(new byte[20], Link.ETHERNET, registry);
    Malformed malformed = assertInstanceOf(Malformed.class, packet.first());
    assertSame(failure, malformed.reason().cause());
    assertEquals(
        "frame: the reader of the first layer failed at offset 0: " + failure,
        malformed.reason().toString());
  }

  /** A program that is out of memory must learn of it. */
  @Test
  void errorOfTheVirtualMachineIsNotCaught() {
    OutOfMemoryError failure = new OutOfMemoryError("made up");
    DispatchKey key = DispatchTable.UDP_PORT.key(2000);
    ProtocolRegistry registry = Toys.REGISTRY.with(key, failing(failure, key));
    Packet packet = Packet.read(Toys.crafted("hello").toBytes(), Link.ETHERNET, registry);
    assertSame(failure, assertThrows(OutOfMemoryError.class, packet::layers));
  }

  @Test
  void copySharesNoOctets() {
    byte[] octets = Toys.crafted("hello").toBytes();
    Packet packet = Toys.read(octets);
    Packet copy = packet.copy();
    octets[5] = 1;
    assertEquals(64, copy.get(ToyNet.class).ttl());
  }

  @Test
  void writeToRefusesWhatDoesNotFitBeforeWriting() {
    Packet packet = Toys.crafted("hello");
    byte[] small = new byte[10];
    org.junit.jupiter.api.Assertions.assertThrows(
        IndexOutOfBoundsException.class, () -> packet.writeTo(small, 0));
    assertArrayEquals(new byte[10], small);
    byte[] large = new byte[100];
    assertEquals(33, packet.writeTo(large, 50));
    assertArrayEquals(packet.toBytes(), Arrays.copyOfRange(large, 50, 83));
  }

  /** Changes itself while it is read, which is forbidden. */
  private static final class Restless extends Header {
    static final UIntField KIND = UIntField.at(0, 8, "restless.kind");
    static final Protocol<Restless> PROTOCOL =
        Protocol.of("restless", Layout.of(KIND), Restless.class, Restless::new, Restless::new);

    Restless() {
      super(PROTOCOL);
    }

    Restless(Window in) throws MalformedException {
      super(PROTOCOL, in);
      KIND.set(this, 1);
    }
  }

  @Test
  void headerThatChangesWhileItIsReadIsRefused() {
    ProtocolRegistry registry =
        ProtocolRegistry.of()
            .with(DispatchTable.LINK_TYPE.key(1), ToyLink.PROTOCOL)
            .with(DispatchTable.ETHERTYPE.key(7), Restless.PROTOCOL);
    Packet packet = Packet.read(new byte[] {1, 2, 0, 7, 5}, 1, registry);
    Malformed refused = packet.get(Malformed.class);
    assertTrue(refused.reason().toString().contains("while it is read"), refused.toString());
    assertArrayEquals(new byte[] {1, 2, 0, 7, 5}, packet.toBytes());
  }
}
