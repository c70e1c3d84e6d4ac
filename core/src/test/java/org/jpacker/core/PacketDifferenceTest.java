package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jpacker.api.Packet;
import org.junit.jupiter.api.Test;

class PacketDifferenceTest {

  @Test
  void equalPacketsHaveNoDifferences() {
    assertEquals("", differences(Samples.segment(), Samples.segment()));
  }

  @Test
  void changedFieldsAreNamedWithTheirOffset() {
    Packet changed = Samples.segment();
    Net.TTL.set(changed.get(Net.class), 63);
    Port.ACK.set(changed.get(Port.class), false);
    changed.get(Port.class).payload("help!\n");
    assertEquals(
        """
        net.ttl at 18: 64 > 63
        port.flags.ack at 58: 1 > 0
        raw at 69: 3 octets: 6c 6f 0a 'lo.' > 3 octets: 70 21 0a 'p!.'""",
        differences(Samples.segment(), changed));
  }

  @Test
  void insertedLayerIsOneDifference() {
    Port port = new Port().between(1, 2);
    assertEquals(
        """
        net.len at 16: 52 > 92
        net.proto at 20: 6 > 4
        layer at 54: (none) > net""",
        differences(
            Samples.read(Samples.wire(), Samples.net(), port),
            Samples.read(Samples.wire(), Samples.net(), Samples.net(), port)));
  }

  @Test
  void fieldOfOnlyOnePacketIsNamed() {
    Net longer = Samples.net();
    Net.OPTIONS.set(longer, new byte[] {1, 2, 3, 4});
    assertEquals(
        """
        net.hdr_len at 14: 40 > 44
        net.len at 16: 40 > 44
        net.options at 54: (none) > 01020304""",
        differences(
            Samples.read(Samples.wire(), Samples.net()), Samples.read(Samples.wire(), longer)));
  }

  @Test
  void trailersAndLinkTypesAreCompared() {
    byte[] octets = Samples.segment().toBytes();
    Packet padded = Samples.read(Samples.withOctets(octets, 1));
    assertEquals(
        "trailer of wire at 72: (none) > 1 octet: 00 '.'", differences(Samples.segment(), padded));
    Packet other = Packet.read(new byte[0], 9999, Samples.REGISTRY);
    Packet none = Samples.read(new byte[0]);
    assertEquals("link type: 9999 > 147", differences(other, none));
  }

  @Property
  void anyChangedOctetIsFound(@ForAll @IntRange(max = 71) int at, @ForAll byte value) {
    byte[] octets = Samples.segment().toBytes();
    byte[] changed = Arrays.copyOf(octets, octets.length);
    changed[at] = value;
    boolean found =
        !PacketDifference.between(Samples.read(octets), Samples.read(changed)).isEmpty();
    assertEquals(value != octets[at], found);
  }

  private static String differences(Packet left, Packet right) {
    return PacketDifference.between(left, right).stream()
        .map(PacketDifference.Difference::toString)
        .collect(Collectors.joining("\n"));
  }
}
