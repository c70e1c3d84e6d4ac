package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTail;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Impossible requests are refused with a message that gives the reason. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    refused(IllegalArgumentException.class, message, work);
  }

  private static void refused(
      Class<? extends RuntimeException> type, String message, Executable work) {
    assertEquals(message, assertThrows(type, work).getMessage());
  }

  @Test
  void addressesOfOtherSizes() {
    refused("a MAC address has 6 octets, not 5", () -> Address.Mac.of(new byte[5]));
    refused("a MAC address has 48 bits: -1", () -> new Address.Mac(-1));
    refused("an IPv4 address has 4 octets, not 3", () -> Address.Ipv4.of(new byte[3]));
    refused("an IPv6 address has 16 octets, not 4", () -> Address.Ipv6.of(new byte[4]));
  }

  @Test
  void fieldsAndKeysThatNumbersDoNotFit() {
    refused("toy.wide: 1 to 31 bits, not 32", () -> UIntField.at(0, 32, "toy.wide"));
    refused("toy.wide: 1 to 64 bits, not 65", () -> ULongField.at(0, 65, "toy.wide"));
    refused("ethertype: a key is not negative: -1", () -> DispatchTable.ETHERTYPE.key(-1));
  }

  @Test
  void emptyPacketsAndForeignLayers() {
    refused("a packet has at least one layer", () -> Packet.of());
    Packet packet = Packet.of(Raw.of(new byte[3]));
    Layer other = Packet.of(Raw.of(new byte[2])).first();
    refused(other + " is no part of this packet", () -> packet.offsetOf(other));
    Raw raw = (Raw) packet.first();
    assertEquals(
        "octet 3 of 3 unclaimed octets",
        assertThrows(IndexOutOfBoundsException.class, () -> raw.u8(3)).getMessage());
    assertEquals(
        "Range [1, 1 + 4) out of bounds for length 4",
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> new Packet(new byte[4], 1, 4, 4, Packet.NO_TIME, null))
            .getMessage());
  }

  @Test
  void headersFromOtherOctets() {
    refused(
        "toynet: header needs 16 octets, found 1 (limited by captured length) at offset 0",
        () -> ToyNet.PROTOCOL.header(new byte[] {0x10}));
  }

  @Test
  void valuesTooLargeForTheirField() {
    ToyTag tag = new ToyTag();
    refused(
        "toy.octets: 3 octets do not fit into 2",
        () -> BytesField.at(0, 2, "toy.octets").set(tag, new byte[3]));
    refused(
        "toy.text: 1 octets do not fit into 2", () -> TextField.at(0, 2, "toy.text").set(tag, "a"));
    refused("toy.id: not a number: seven", () -> UIntField.at(0, 8, "toy.id").assign(tag, "seven"));
    ComputedField computed = ComputedField.of("toy.computed", ToyTag.class, ToyTag::id);
    refused(
        IllegalStateException.class,
        "toy.computed follows from other fields and cannot be set",
        () -> computed.assign(tag, 1));
  }

  @Test
  void headersInImpossiblePlaces() {
    ToyTag outer = new ToyTag();
    refused(
        IllegalStateException.class,
        "toytag is the outermost header: for a packet without it, Packet.of(toytag.payload())",
        outer::remove);
    refused("toytag cannot carry itself", () -> outer.payload(outer));
    ToyTag inner = new ToyTag();
    outer.payload(inner);
    refused("toytag cannot carry itself", () -> inner.payload(outer));
    Protocol<ToyTag> other =
        Protocol.of("other", ToyTag.LAYOUT, ToyTag.class, ToyTag::new, Window::raw);
    refused(
        "other: these octets are not such a header, but Raw[4 octets]",
        () -> other.header(new byte[] {1, 2, 3, 4}));
  }

  @Test
  void tailsWithoutRoom() {
    assertEquals(2, ToyTail.PROTOCOL.header(new byte[3]).headerSize());
    refused(
        "toytail: tail needs 3 octets, found 2 (limited by captured length) at offset 0",
        () -> ToyTail.PROTOCOL.header(new byte[2]));
  }

  @Test
  void filesOfNamesThatCannotBeRead() {
    ValueNames broken =
        ValueNames.read(
            () ->
                new InputStream() {
                  @Override
                  public int read() throws IOException {
                    throw new IOException("bad sector");
                  }
                });
    assertEquals(
        "java.io.IOException: bad sector",
        assertThrows(UncheckedIOException.class, () -> broken.nameOf(1)).getMessage());
  }

  @Test
  void fieldsThatAreNotDerivedCannotBeUnpinned() {
    ToyTag tag = new ToyTag();
    Field first = tag.protocol().layout().fields().get(0);
    refused(
        first.name() + " is no derived field of " + tag.protocol().name(), () -> tag.unpin(first));
  }

  @Test
  void iteratorsAfterTheEnd() {
    Capture empty =
        new Capture() {
          @Override
          public Packet next() {
            return null;
          }

          @Override
          public void close() {
            // nothing is open
          }
        };
    Iterator<Packet> packets = empty.iterator();
    assertEquals(
        "the capture is at its end",
        assertThrows(NoSuchElementException.class, packets::next).getMessage());
  }
}
