package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Checksum.Status;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;

class ChecksumTest {
  private static List<Status> statuses(Packet packet) {
    return packet.checksums().stream().map(Checksum::status).toList();
  }

  /** The packet with these two octets as the checksum of its transport. */
  private static Packet with(byte[] octets, int checksum) {
    byte[] changed = octets.clone();
    Packet packet = Toys.read(octets);
    int at = packet.offsetOf(packet.get(ToyTransport.class)) + ToyTransport.CHECKSUM.bit() / 8;
    changed[at] = (byte) (checksum >> 8);
    changed[at + 1] = (byte) checksum;
    return Toys.read(changed);
  }

  @Test
  void rightChecksumsAreGoodOutermostFirst() {
    List<Checksum> checksums = Toys.captured("hello").checksums();
    assertEquals(
        List.of(ToyNet.CHECKSUM, ToyTransport.CHECKSUM),
        checksums.stream().map(Checksum::field).toList());
    assertEquals(List.of(Status.GOOD, Status.GOOD), statuses(Toys.captured("hello")));
    assertEquals(checksums.get(0).expected(), checksums.get(0).found());
  }

  @Test
  void wrongChecksumIsBadAndTheExpectedOneIsReported() {
    Packet right = Toys.captured("hello");
    Packet wrong = with(right.toBytes(), 0xbad);
    assertEquals(List.of(Status.GOOD, Status.BAD), statuses(wrong));
    Checksum checksum = wrong.checksums().get(1);
    assertEquals(0xbad, checksum.found());
    assertEquals(right.get(ToyTransport.class).checksum(), checksum.expected());
    wrong.refresh();
    assertEquals(List.of(Status.GOOD, Status.GOOD), statuses(wrong));
  }

  @Test
  void zeroIsNotPresentIfItMeansNoChecksum() {
    assertEquals(
        List.of(Status.GOOD, Status.NOT_PRESENT),
        statuses(with(Toys.captured("hello").toBytes(), 0)));
  }

  @Test
  void incompletePacketIsUnverified() {
    byte[] whole = Toys.captured("hello world").toBytes();
    Packet cut = Toys.read(Arrays.copyOf(whole, whole.length - 3));
    assertEquals(List.of(Status.GOOD, Status.UNVERIFIED), statuses(cut));
    assertEquals(-1, cut.checksums().get(1).expected());
    Packet fragment = Toys.captured("hello world");
    ToyNet.FRAGMENT.set(fragment.get(ToyNet.class), true);
    assertEquals(List.of(Status.GOOD, Status.UNVERIFIED), statuses(Toys.read(fragment.toBytes())));
  }

  @Test
  void sumOfPseudoHeaderAloneIsLeftToTheInterface() {
    byte[] octets = Toys.captured("hello").toBytes();
    int addresses = 0x0102 + 0x0304 + 0x0506 + 0x0708 + 17;
    Packet packet = with(octets, addresses + 8 + 5);
    assertEquals(List.of(Status.GOOD, Status.UNVERIFIED), statuses(packet));
    Checksum checksum = packet.checksums().get(1);
    assertEquals(Toys.captured("hello").get(ToyTransport.class).checksum(), checksum.expected());
    assertEquals(1, packet.verify().size(), "and is not what it would be");
    assertEquals(Status.UNVERIFIED, statuses(with(octets, addresses)).get(1), "without length");
    assertEquals(Status.BAD, statuses(with(octets, addresses + 1)).get(1));
  }
}
