package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What cannot be is refused, with a message that says what and why. */
class RefusalTest {
  private static void refused(String message, Executable work) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, work).getMessage());
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
  void optionsOfLiveCapturesOutOfRange() {
    LiveOptions usual = LiveOptions.DEFAULTS;
    refused("snaplen is from 1 to 262144, not 0", () -> usual.snaplen(0));
    refused("bufferSize is from 4096 to 1073741824, not 1", () -> usual.bufferSize(1));
  }

  @Test
  void packetsOfNothingAndLayersOfOthers() {
    refused("a packet has at least one layer", () -> Packet.of());
    Packet packet = Packet.of(Raw.of(new byte[3]));
    Layer other = Packet.of(Raw.of(new byte[2])).first();
    refused(other + " is no part of this packet", () -> packet.offsetOf(other));
    Raw raw = (Raw) packet.first();
    assertEquals(
        "octet 3 of 3 unclaimed octets",
        assertThrows(IndexOutOfBoundsException.class, () -> raw.u8(3)).getMessage());
    assertEquals(
        "4 octets at 1 of 4",
        assertThrows(
                IndexOutOfBoundsException.class,
                () -> new Packet(new byte[4], 1, 4, 4, Packet.NO_TIME, null))
            .getMessage());
  }

  @Test
  void headersFromOctetsThatAreNone() {
    refused(
        "toynet: header needs 16 octets, found 1 (limited by captured length) at offset 0",
        () -> ToyNet.PROTOCOL.header(new byte[] {0x10}));
  }

  @Test
  void whatIsNotDerivedCannotBeUnpinned() {
    ToyTag tag = new ToyTag();
    Field first = tag.protocol().layout().fields().get(0);
    refused(
        first.name() + " is no derived field of " + tag.protocol().name(), () -> tag.unpin(first));
  }

  @Test
  void iteratorsBehindTheEnd() {
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
