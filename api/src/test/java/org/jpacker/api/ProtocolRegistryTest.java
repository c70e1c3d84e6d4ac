package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;

class ProtocolRegistryTest {

  private record Provider(List<Protocol<?>> protocols, List<Selector> selectors)
      implements ProtocolProvider {
    @Override
    public String module() {
      return "other";
    }
  }

  private static Protocol<ToyTag> tag(String name, DispatchKey... keys) {
    return Protocol.of(
        name, ToyTag.LAYOUT, ToyTag.class, ToyTag::new, ToyTag.PROTOCOL.reader(), keys);
  }

  @Test
  void numberClaimedTwiceNamesBothSides() {
    Provider other =
        new Provider(List.of(tag("other", DispatchTable.IP_PROTOCOL.key(17))), List.of());
    assertEquals(
        "ip.proto==17 is claimed by other (org.jpacker.api.toy.ToyTag)"
            + " and by toytransport (org.jpacker.api.toy.ToyTransport)"
            + "; leave one out, or put one first: ProtocolRegistry.of(...).with(provider)",
        assertThrows(IllegalArgumentException.class, () -> ProtocolRegistry.of(new Toys(), other))
            .getMessage());
  }

  @Test
  void nameClaimedTwiceNamesBothSides() {
    Provider other = new Provider(List.of(tag("toynet")), List.of());
    assertEquals(
        "the name toynet is claimed by toynet (org.jpacker.api.toy.ToyTag)"
            + " and by toynet (org.jpacker.api.toy.ToyNet)"
            + "; leave one out, or put one first: ProtocolRegistry.of(...).with(provider)",
        assertThrows(IllegalArgumentException.class, () -> ProtocolRegistry.of(new Toys(), other))
            .getMessage());
  }

  @Test
  void orderOfProvidersDecidesNothing() {
    Provider other =
        new Provider(List.of(tag("other", DispatchTable.IP_PROTOCOL.key(17))), List.of());
    String oneWay = refusal(new Toys(), other);
    assertEquals(oneWay, refusal(other, new Toys()));
  }

  private static String refusal(ProtocolProvider... providers) {
    return assertThrows(IllegalArgumentException.class, () -> ProtocolRegistry.of(providers))
        .getMessage();
  }

  @Test
  void providerPutFirstWinsItsClaims() {
    DispatchKey claimed = DispatchTable.IP_PROTOCOL.key(17);
    Protocol<ToyTag> other = tag("other", claimed);
    Protocol<ToyTag> namesake = tag("toynet");
    ProtocolRegistry registry =
        Toys.REGISTRY.with(new Provider(List.of(other, namesake), List.of()));
    assertSame(other.reader(), registry.find(claimed.table(), claimed.value()));
    assertEquals(List.of(), registry.keysOf(ToyTransport.PROTOCOL));
    assertEquals(namesake, registry.protocol("toynet").orElseThrow());
    assertSame(Reader.NOBODY, registry.find(DispatchTable.ETHERTYPE, 0x0800));
    assertEquals(List.of(), registry.problems());
    Protocol<ToyTag> last = tag("last", claimed);
    ProtocolRegistry again = registry.with(new Provider(List.of(last), List.of()));
    assertEquals(List.of(claimed), again.keysOf(last));
    assertEquals(List.of(claimed), again.without(last).keysOf(other));
  }

  @Test
  void providerWithConflictingClaimsIsRefused() {
    DispatchKey key = DispatchTable.UDP_PORT.key(7);
    Provider provider = new Provider(List.of(tag("one", key), tag("two", key)), List.of());
    assertEquals(
        "udp.port==7 is claimed by one (org.jpacker.api.toy.ToyTag)"
            + " and by two (org.jpacker.api.toy.ToyTag)"
            + "; leave one out, or put one first: ProtocolRegistry.of(...).with(provider)",
        assertThrows(IllegalArgumentException.class, () -> Toys.REGISTRY.with(provider))
            .getMessage());
  }

  @Test
  void providerIsAskedOnce() {
    int[] asked = new int[1];
    ProtocolProvider provider =
        new ProtocolProvider() {
          @Override
          public String module() {
            return "counting";
          }

          @Override
          public List<Protocol<?>> protocols() {
            asked[0]++;
            return List.of(tag("counted", DispatchTable.UDP_PORT.key(7)));
          }
        };
    ProtocolRegistry registry = ProtocolRegistry.of(provider);
    Protocol<?> counted = registry.protocol("counted").orElseThrow();
    registry = registry.with(DispatchTable.UDP_PORT.key(8), counted);
    assertSame(provider, registry.providerOf(counted).orElseThrow());
    assertEquals(List.of(provider), registry.providers());
    assertEquals(1, asked[0]);
  }

  @Test
  void tablesAreThoseWithClaimsOrSelectingFields() {
    assertEquals(
        List.of("ethertype", "ip.proto", "link_type", "udp.port"),
        List.copyOf(Toys.REGISTRY.tables().keySet()));
  }

  @Test
  void numberInATableThatNobodyLooksUpIsAProblem() {
    DispatchTable misspelt = DispatchTable.named("udp.prot");
    DispatchTable foreign = DispatchTable.named("nowhere.kind");
    Provider provider =
        new Provider(
            List.of(
                tag("lost", misspelt.key(7), misspelt.key(8), DispatchTable.UDP_PORT.key(9)),
                tag("absent", foreign.key(1))),
            List.of(new Selector(misspelt.key(9), in -> null)));
    assertEquals(
        List.of(
            "module other: lost has numbers in the table udp.prot, which no protocol looks up"
                + "; did you mean udp.port?",
            "module other: absent has numbers in the table nowhere.kind, which no protocol looks up"
                + ": add the protocol that does; its layout says so with selects or looksUp",
            "module other: a selector has numbers in the table udp.prot, which no protocol looks up"
                + "; did you mean udp.port?",
            "toynet has numbers in the table nowhere.kind, which no protocol looks up"
                + ": add the protocol that does; its layout says so with selects or looksUp"),
        ProtocolRegistry.of(new Toys(), provider)
            .with(foreign.key(2), ToyNet.PROTOCOL)
            .problems()
            .stream()
            .map(PluginProblem::toString)
            .toList());
  }

  @Test
  void tablesOfTheApiNeedNoProtocolThatLooksThemUp() {
    Provider alone =
        new Provider(
            List.of(
                tag(
                    "alone",
                    DispatchTable.ETHERTYPE.key(1),
                    DispatchTable.PPP_PROTOCOL.key(1),
                    DispatchTable.NULL_FAMILY.key(1))),
            List.of());
    assertEquals(List.of(), ProtocolRegistry.of(alone).problems());
  }

  @Test
  void layoutSaysInWhichTablesAHeaderLooksUpWhatItCarries() {
    DispatchTable composed = DispatchTable.named("composed.kind");
    Protocol<ToyTag> owner =
        Protocol.of(
            "owner",
            ToyTag.LAYOUT.looksUp(composed),
            ToyTag.class,
            ToyTag::new,
            ToyTag.PROTOCOL.reader());
    Protocol<ToyTag> carried = tag("carried", composed.key(1L << 39));
    Provider one = new Provider(List.of(owner), List.of());
    Provider other = new Provider(List.of(carried), List.of());
    ProtocolRegistry registry = ProtocolRegistry.of(one, other);
    assertEquals(List.of(), registry.problems());
    assertSame(composed, registry.tables().get("composed.kind"));
    assertSame(composed, ProtocolRegistry.of(one).tables().get("composed.kind"));
    assertEquals(List.of(), registry.without(owner).problems());
    assertEquals(1, ProtocolRegistry.of(other).problems().size());
    assertEquals(
        List.of(),
        ProtocolRegistry.of(other).with(DispatchTable.UDP_PORT.key(7), owner).problems());
  }

  @Test
  void withGoesBeforeTheLowerPort() {
    DispatchTable ports = DispatchTable.UDP_PORT;
    Protocol<ToyTag> low = tag("low", ports.key(1000));
    Protocol<ToyTag> high = tag("high", ports.key(2000));
    ProtocolRegistry registry =
        ProtocolRegistry.of(new Toys(), new Provider(List.of(low, high), List.of()));
    assertSame(low.reader(), registry.find(ports, 2000, 1000));
    ProtocolRegistry chosen = registry.with(ports.key(2000), ToyNet.PROTOCOL);
    assertSame(ToyNet.PROTOCOL.reader(), chosen.find(ports, 7, 2000));
    assertEquals(List.of(), chosen.keysOf(high));
    assertSame(Reader.NOBODY, registry.find(ports, 5, 6));
  }

  @Test
  void withoutLeavesTheOctetsUnclaimed() {
    ProtocolRegistry registry = Toys.REGISTRY.without(ToyTransport.PROTOCOL);
    Packet packet = Packet.read(Toys.crafted("hello").toBytes(), Link.ETHERNET, registry);
    assertEquals(13, packet.get(Raw.class).size());
    assertNull(packet.get(ToyTransport.class));
    assertTrue(registry.protocol("toytransport").isEmpty());
    assertTrue(registry.field("toytransport.length").isEmpty());
  }

  @Test
  void selectorLooksAtTheOctets() {
    Selector selector =
        new Selector(
            DispatchTable.LINK_TYPE.key(101),
            in -> {
              try {
                return in.u8(0) == 0x22 ? DispatchTable.ETHERTYPE.key(0x0800) : null;
              } catch (MalformedException e) {
                return null;
              }
            });
    ProtocolRegistry registry =
        ProtocolRegistry.of(new Toys(), new Provider(List.of(), List.of(selector)));
    byte[] net = new ToyNet().toBytes();
    net[0] = 0x22;
    assertEquals("toynet", name(Packet.read(new byte[80], 101, registry).first(), net, registry));
    assertEquals(80, Packet.read(new byte[80], 101, registry).get(Raw.class).size());
  }

  private static String name(Layer nobody, byte[] net, ProtocolRegistry registry) {
    byte[] octets = java.util.Arrays.copyOf(net, 80);
    assertTrue(nobody instanceof Raw);
    return ((Header) Packet.read(octets, 101, registry).first()).protocol().name();
  }

  @Test
  void protocolsFieldsAndProvidersAreFoundByName() {
    assertEquals(4, Toys.REGISTRY.protocols().size());
    assertSame(ToyNet.TTL, Toys.REGISTRY.field("toynet.ttl").orElseThrow());
    assertEquals("toys", Toys.REGISTRY.providerOf(ToyNet.PROTOCOL).orElseThrow().module());
    assertEquals("ethertype==0x0800", Toys.REGISTRY.keysOf(ToyNet.PROTOCOL).get(0).toString());
  }

  @Test
  void manyNumbersAreAllFound() {
    Protocol<ToyTag> protocol = tag("many");
    ProtocolRegistry registry = Toys.REGISTRY;
    DispatchTable table = DispatchTable.named("test.many");
    for (long key = 0; key < 300; key++) {
      registry = registry.with(table.key(key * key * 7919), protocol);
    }
    for (long key = 0; key < 300; key++) {
      assertSame(protocol.reader(), registry.find(table, key * key * 7919));
      assertSame(Reader.NOBODY, registry.find(table, key * key * 7919 + 1));
    }
  }

  @Test
  void installedIsOneRegistry() {
    assertSame(ProtocolRegistry.installed(), ProtocolRegistry.installed());
    assertEquals(List.of(), ProtocolRegistry.installed().problems());
  }
}
