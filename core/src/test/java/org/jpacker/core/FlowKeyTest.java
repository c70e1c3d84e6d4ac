package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jpacker.api.Address;
import org.jpacker.api.Packet;
import org.jpacker.flow.FlowKey;
import org.junit.jupiter.api.Test;

class FlowKeyTest {

  @Test
  void mostSpecificKeyHasAddressesAndPorts() {
    FlowKey key = FlowKey.of(Samples.segment()).orElseThrow();
    assertEquals("1.2.3.4:80 > 5.6.7.8:1234 port", key.toString());
    assertEquals(Address.Ipv4.of("1.2.3.4"), key.source());
    assertEquals(1234, key.destinationPort());
    assertEquals(key, FlowKey.transport(Samples.segment()).orElseThrow());
  }

  @Test
  void innermostEndpointsCount() {
    Net inner = new Net().between("9.9.9.9", "8.8.8.8");
    Packet tunnel = Samples.read(Samples.wire(), Samples.net(), inner, new Port().between(1, 2));
    assertEquals("9.9.9.9:1 > 8.8.8.8:2 port", FlowKey.of(tunnel).orElseThrow().toString());
  }

  @Test
  void portsOutsideTheInnermostAddressesDontCount() {
    Packet tunnel = Samples.read(Samples.wire(), Samples.net());
    assertEquals("1.2.3.4 > 5.6.7.8 net", FlowKey.of(tunnel).orElseThrow().toString());
    assertFalse(FlowKey.transport(tunnel).isPresent());
  }

  @Test
  void coarserKeysIgnoreInnerHeaders() {
    Packet packet = Samples.segment();
    assertEquals(
        "06:07:08:09:0a:ff > 00:01:02:03:04:05 wire",
        FlowKey.link(packet).orElseThrow().toString());
    assertEquals("1.2.3.4 > 5.6.7.8 net", FlowKey.network(packet).orElseThrow().toString());
    assertFalse(FlowKey.network(Samples.read(Samples.wire())).isPresent());
  }

  @Test
  void octetsWithoutHeadersHaveNoKey() {
    assertFalse(FlowKey.of(Packet.read(new byte[9], 9999, Samples.REGISTRY)).isPresent());
  }

  @Test
  void quotedPacketsDontCount() {
    assertEquals(
        "1.2.3.4:7 > 5.6.7.8:40000 port",
        FlowKey.of(Samples.chat("quote")).orElseThrow().toString());
  }

  @Property(tries = 3000)
  void bothDirectionsHaveTheSameSymmetricKey(
      @ForAll int source, @ForAll int destination, @ForAll short one, @ForAll short other) {
    FlowKey key =
        new FlowKey(
            "p",
            new Address.Ipv4(source),
            one & 0xffff,
            new Address.Ipv4(destination),
            other & 0xffff);
    assertEquals(key.symmetric(), key.reversed().symmetric());
    assertEquals(key.symmetric().hashCode(), key.reversed().symmetric().hashCode());
    assertEquals(key, key.reversed().reversed());
    assertEquals(
        Integer.signum(key.compareTo(key.reversed())),
        -Integer.signum(key.reversed().compareTo(key)));
  }

  @Test
  void addressesOfDifferentKindsAreOrderedByKind() {
    FlowKey link = key(Address.Mac.BROADCAST);
    FlowKey four = key(Address.Ipv4.of("0.0.0.1"));
    FlowKey six = key(Address.Ipv6.of("::1"));
    assertTrue(link.compareTo(four) < 0 && four.compareTo(six) < 0 && link.compareTo(six) < 0);
    assertNotEquals(four, six);
  }

  @Test
  void addressWithColonsIsInBracketsBeforeAPort() {
    Address address = Address.Ipv6.of("2001:db8::1");
    assertEquals(
        "[2001:db8::1]:1 > [2001:db8::1]:2 p", new FlowKey("p", address, 1, address, 2).toString());
  }

  private static FlowKey key(Address address) {
    return new FlowKey("p", address, -1, address, -1);
  }
}
