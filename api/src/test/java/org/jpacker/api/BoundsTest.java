package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.toy.ToyLink;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;

/** The last octet that is there and the first that is not, in packets that begin anywhere. */
class BoundsTest {
  private static final int BEFORE = 700;

  /** The packet between other octets of an array, as in the block of a file. */
  private static Packet within(byte[] octets) {
    byte[] block = new byte[BEFORE + octets.length + 50];
    Arrays.fill(block, (byte) 0xa5);
    System.arraycopy(octets, 0, block, BEFORE, octets.length);
    Link link = Link.of(Link.ETHERNET, 0, Toys.REGISTRY);
    return new Packet(block, BEFORE, octets.length, octets.length, Packet.NO_TIME, link);
  }

  private interface Read {
    Object from(Window window, int at) throws MalformedException;
  }

  private static void readsUpToTheEnd(int size, String first, String last, Read read)
      throws MalformedException {
    byte[] octets = {0x66, 1, 2, 3, 4, 5, 6, 7, 8, 9, 0x66};
    Window window = Window.on(octets).slice(1, 9);
    assertEquals(Long.parseLong(first, 16), ((Number) read.from(window, 0)).longValue());
    assertEquals(Long.parseLong(last, 16), ((Number) read.from(window, 9 - size)).longValue());
    refused(size, () -> read.from(window, 10 - size));
    refused(size, () -> read.from(window, -1));
    refused(size, () -> read.from(window, Integer.MAX_VALUE));
  }

  private static void refused(int size, org.junit.jupiter.api.function.Executable read) {
    Malformed.Reason reason = assertThrows(MalformedException.class, read).reason();
    assertEquals("reading", reason.rule(), () -> size + " octets");
    assertEquals(9, reason.found());
    assertEquals(1, reason.offset());
  }

  @Test
  void windowsEndWhereTheyEnd() throws MalformedException {
    readsUpToTheEnd(1, "1", "9", Window::u8);
    readsUpToTheEnd(2, "102", "809", Window::u16);
    readsUpToTheEnd(3, "10203", "70809", Window::u24);
    readsUpToTheEnd(4, "1020304", "6070809", Window::u32);
    readsUpToTheEnd(8, "102030405060708", "203040506070809", Window::u64);
    readsUpToTheEnd(2, "201", "908", Window::u16le);
    readsUpToTheEnd(3, "30201", "90807", Window::u24le);
    readsUpToTheEnd(4, "4030201", "9080706", Window::u32le);
    readsUpToTheEnd(8, "807060504030201", "908070605040302", Window::u64le);
    Window window = Window.on(new byte[] {0x66, 1, 2, 3}).slice(1, 3);
    assertArrayEquals(new byte[] {2, 3}, window.bytes(1, 2));
    assertEquals(0, window.slice(3, 0).size());
    assertEquals(2, window.indexOf(3, 0));
    assertEquals(2, window.indexOf(3, 2));
    assertEquals(-1, window.indexOf(0x66, -1));
    assertEquals(
        "reading needs 3 octets, found 3 (limited by captured length) at offset 1",
        assertThrows(MalformedException.class, () -> window.bytes(3, -1)).getMessage());
    assertEquals(
        "reading needs 2147483647 octets, found 3 (limited by captured length) at offset 1",
        assertThrows(MalformedException.class, () -> window.bytes(2, Integer.MAX_VALUE))
            .getMessage());
    Raw raw = window.raw();
    assertEquals(1, raw.u8(0));
    assertEquals(3, raw.u8(2));
    assertThrows(IndexOutOfBoundsException.class, () -> raw.u8(3));
    assertThrows(IndexOutOfBoundsException.class, () -> raw.u8(-1));
  }

  /** A length of the header and more up to what is there, and one beyond. */
  @Test
  void lengthsUpToTheAvailableOctets() {
    int length = 20 + 4;
    for (int claim = 0; claim <= 16; claim++) {
      byte[] octets = Toys.damaged("hello", length + 1, claim);
      ToyTransport transport = within(octets).get(ToyTransport.class);
      assertEquals(claim > 13, transport.isTruncated(), "length " + claim);
      assertEquals(claim < 8 || claim > 13 ? 13 : claim, transport.size(), "length " + claim);
      if (claim < 8) {
        assertEquals(
            "toytransport: length needs 8 octets, found "
                + claim
                + " (limited by toytransport.length) at offset 28",
            assertInstanceOf(Malformed.class, transport.payload()).reason().toString());
      } else {
        assertEquals(Math.min(claim, 13) - 8, transport.payload().size());
      }
    }
  }

  @Test
  void headersUpToTheAvailableOctets() {
    ToyNet net = new ToyNet().options(new byte[8]);
    byte[] octets = Packet.of(new ToyLink(), net).toBytes();
    assertEquals(24, within(octets).get(ToyNet.class).headerSize());
    byte[] cut = Arrays.copyOf(octets, octets.length - 1);
    assertEquals(
        "toynet: header with options needs 24 octets, found 23 (limited by captured length)"
            + " at offset 4",
        within(cut).get(Malformed.class).reason().toString());
    byte[] small = octets.clone();
    small[4] = 3 << 1;
    assertEquals(
        "toynet: header length needs 16 octets, found 12 (limited by toynet header length)"
            + " at offset 4",
        within(small).get(Malformed.class).reason().toString());
  }

  /** Where a packet lies in its array plays no part in how deep it may be. */
  @Test
  void layersUpToTheBoundAnywhere() {
    byte[] tags = HexFormat.of().parseHex("00008100".repeat(400));
    Packet packet = within(tags);
    List<Layer> layers = packet.layers();
    assertEquals(Toys.read(tags).layers().size(), layers.size());
    Malformed last = assertInstanceOf(Malformed.class, layers.get(layers.size() - 1));
    assertEquals(packet.offsetOf(last), last.reason().offset());
    assertEquals(BEFORE, packet.offset());
  }

  @Test
  void packetsUpToTheEndOfTheArray() {
    Link link = Link.of(Link.ETHERNET, 0, Toys.REGISTRY);
    assertEquals(3, new Packet(new byte[5], 2, 3, 3, Packet.NO_TIME, link).length());
    for (int[] bad : new int[][] {{3, 3}, {-1, 3}, {0, 6}, {0, -1}}) {
      assertThrows(
          IndexOutOfBoundsException.class,
          () -> new Packet(new byte[5], bad[0], bad[1], 3, Packet.NO_TIME, link));
    }
  }

  /** The array may end directly after the packet. */
  @Test
  void changedPacketsAreWrittenWhereTheyFit() {
    byte[] octets = Arrays.copyOf(Toys.crafted("hello").toBytes(), 40);
    Packet packet = within(octets);
    packet.get(ToyNet.class).ttl(3);
    byte[] changed = packet.toBytes();
    assertEquals(40, packet.length());
    assertEquals(40, packet.capturedLength());
    byte[] out = new byte[42];
    assertEquals(40, packet.writeTo(out, 2));
    assertArrayEquals(changed, Arrays.copyOfRange(out, 2, 42));
    for (int at : new int[] {-1, 3}) {
      assertEquals(
          "40 octets do not fit into 42 at " + at,
          assertThrows(IndexOutOfBoundsException.class, () -> packet.writeTo(out, at))
              .getMessage());
    }
    assertEquals(40, packet.copy().originalLength());
  }

  /** The octets after replaced ones move as a whole. */
  @Test
  void octetsAfterReplacedOnesAreKept() {
    ToyNet net = new ToyNet().src("1.2.3.4").options(new byte[] {1, 2, 3, 4});
    BytesField ports = BytesField.at(64, 4, "toynet.src_octets");
    Header header = net;
    header.replace(8, 4, new byte[] {9, 9, 9, 9, 9, 9, 9, 9}, null);
    assertEquals(24, net.headerSize());
    assertArrayEquals(new byte[] {9, 9, 9, 9}, ports.get(net));
    assertArrayEquals(
        new byte[] {9, 9, 9, 9, 0, 0, 0, 0, 1, 2, 3, 4}, Arrays.copyOfRange(net.toBytes(), 12, 24));
    net.options(new byte[0]);
    assertEquals(16, net.headerSize());
    assertEquals(16, ToyNet.HDR_LEN.get(net));
  }

  @Test
  void fieldsUpToTheEndOfTheirHeader() {
    ToyTag tag = new ToyTag();
    UIntField last = UIntField.at(0, 16, "toy.last").at(header -> 16);
    UIntField beyond = UIntField.at(0, 16, "toy.beyond").at(header -> 17);
    assertEquals(16, last.traits().place(tag, last));
    assertEquals(-1, beyond.traits().place(tag, beyond));
    assertEquals(
        "toy.beyond is not in this header",
        assertThrows(IllegalStateException.class, () -> beyond.set(tag, 1)).getMessage());
  }

  @Test
  void onlyFieldsThatWereSetArePinned() {
    ToyTransport transport = new ToyTransport().checksum(7);
    assertTrue(transport.isPinned(ToyTransport.CHECKSUM));
    assertFalse(transport.isPinned(ToyTransport.LENGTH));
    assertFalse(transport.isPinned(ToyTransport.SRC_PORT));
    transport.length(9);
    transport.unpin(ToyTransport.CHECKSUM);
    assertFalse(transport.isPinned(ToyTransport.CHECKSUM));
    assertTrue(transport.isPinned(ToyTransport.LENGTH));
    assertFalse(new ToyTransport().isPinned(ToyTransport.LENGTH));
  }

  /** The old payload is free again, and stays as it is when the header changes. */
  @Test
  void replacedPayloadStandsFree() {
    Packet packet = Toys.captured("hello");
    ToyNet net = packet.get(ToyNet.class);
    ToyTransport old = packet.get(ToyTransport.class);
    net.payload(Raw.of("x"));
    assertSame(null, old.carrier());
    assertSame(null, old.packet());
    Packet other = Packet.of(new ToyLink(), old);
    assertSame(old, other.get(ToyTransport.class));
  }

  /** Octets in pieces of any sizes sum up as one piece does. */
  @Test
  void sumOfPiecesThatBeginAnywhere() {
    byte[] octets = new byte[41];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (0xf1 * i + 0x8d);
    }
    int whole = new InternetChecksum().add(octets, 0, octets.length).sum();
    for (int first = 0; first <= octets.length; first++) {
      for (int second = first; second <= octets.length; second++) {
        assertEquals(
            whole,
            new InternetChecksum()
                .add(octets, 0, first)
                .add(octets, first, second)
                .add(octets, second, octets.length)
                .sum(),
            first + ", " + second);
      }
    }
  }
}
