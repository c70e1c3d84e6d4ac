package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.PseudoHeader;
import org.jpacker.api.Raw;
import org.jpacker.fuzz.ExamplePackets;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.Llc;
import org.jpacker.proto.ethernet.Mpls;
import org.jpacker.proto.ethernet.ServiceTag;
import org.jpacker.proto.ethernet.Sll;
import org.jpacker.proto.ethernet.Sll2;
import org.jpacker.proto.ethernet.Stp;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.icmp.Icmpv4;
import org.jpacker.proto.icmp.Icmpv6;
import org.jpacker.proto.ip.Ah;
import org.jpacker.proto.ip.EtherIp;
import org.jpacker.proto.ip.Gre;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.ip.Ipv6DestinationOptions;
import org.jpacker.proto.ip.Ipv6Fragment;
import org.jpacker.proto.ip.Ipv6HopByHop;
import org.jpacker.proto.ppp.Ppp;
import org.jpacker.proto.ppp.PppoeSession;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.jpacker.proto.tunnel.Vxlan;
import org.junit.jupiter.api.Test;

/**
 * Properties of stacks of arbitrary headers; the message of a failure has the seed of the round.
 */
class StackPropertiesTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_260_101L);
  private static final int ROUNDS = 2000;
  private static final int MOST_NAMED = 6;

  private final List<Packet> examples = List.copyOf(ExamplePackets.all().values());

  private Packet any(Random random) {
    Packet packet =
        random.nextBoolean()
            ? examples.get(random.nextInt(examples.size())).copy()
            : new CraftedPackets(random).next();
    return random.nextBoolean() ? packet : Packet.read(packet.toBytes(), packet.linkType());
  }

  private static Header anyHeader(Packet packet, Random random) {
    List<Header> headers = packet.all(Header.class);
    return headers.get(random.nextInt(headers.size()));
  }

  private static List<String> names(Packet packet) {
    List<String> names = new ArrayList<>();
    for (Layer layer : packet.layers()) {
      names.add(layer instanceof Header header ? header.protocol().name() : layer.toString());
    }
    return names;
  }

  @Test
  void stackHasTheHeadersThatWereNamedAndLeavesTheirPacketsAlone() {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed);
      String where = "-Djpacker.seed=" + seed;
      List<Packet> sources = List.of(any(random), any(random), any(random));
      List<byte[]> octets = sources.stream().map(Packet::toBytes).toList();
      List<List<String>> layers = sources.stream().map(StackPropertiesTest::names).toList();
      List<Layer> named = new ArrayList<>();
      List<String> expected = new ArrayList<>();
      for (int i = 1 + random.nextInt(MOST_NAMED); i > 0; i--) {
        Header header = anyHeader(sources.get(random.nextInt(sources.size())), random);
        named.add(header);
        expected.add(header.protocol().name());
      }
      named.add(Raw.of("abc"));
      expected.add("Raw[3 octets]");
      Packet made = Packet.of(named.toArray(Layer[]::new));
      assertEquals(expected, names(made), where);
      Header first = made.get(Header.class);
      for (int i = 0; i + 1 < named.size(); i++) {
        assertSameFields((Header) named.get(i), first, where);
        first = first.payload() instanceof Header next ? next : first;
      }
      // inserted into one of them, possibly into the packet it came from
      Packet into = any(random);
      Header place = anyHeader(into, random);
      List<String> longer = names(into);
      Packet from = random.nextInt(4) == 0 ? into : sources.get(0);
      Header pushed = anyHeader(from, random);
      longer.add(into.layers().indexOf(place) + 1, pushed.protocol().name());
      place.insert(pushed);
      assertEquals(longer, names(into), where + ": " + pushed + " after " + place);
      for (int i = 0; i < sources.size(); i++) {
        assertArrayEquals(octets.get(i), sources.get(i).toBytes(), where);
        assertEquals(layers.get(i), names(sources.get(i)), where);
      }
    }
  }

  /** Asserts that fields that are not derived from the rest of the packet are unchanged. */
  private static void assertSameFields(Header one, Header other, String where) {
    assertEquals(one.headerSize(), other.headerSize(), where);
    for (Field field : one.protocol().layout().fields()) {
      if (!field.traits().derived() && field.width() > 0 && field.isPresent(one)) {
        assertEquals(field.text(one), field.text(other), () -> where + ": " + field.name());
      }
    }
  }

  /** A field's presence may depend on its own value; then setting it has an effect. */
  @Test
  void fieldThatDecidesItselfWhetherItIsPresentCanBeSet() {
    Set<String> found = new TreeSet<>();
    List<Packet> packets = new ArrayList<>(examples);
    packets.add(Packet.of(new Ethernet().len(9), new ServiceTag().len(9), new Vlan().len(9)));
    packets.add(Packet.of(new Sll().ltype(4), Llc.between(0x42, 0x42), new Stp()));
    packets.add(Packet.of(new Sll2().ltype(4), Llc.between(0x42, 0x42), new Stp()));
    for (Packet packet : packets) {
      for (Header header : packet.all(Header.class)) {
        for (Field field : header.protocol().layout().fields()) {
          if (field.traits().when() != null && field.isPresent(header) && field.bit() >= 0) {
            setBack(header, field, found);
          }
        }
      }
    }
    assertTrue(
        found.containsAll(Set.of("eth.len", "ieee8021ad.len", "vlan.len", "sll.ltype")),
        found.toString());
  }

  private static void setBack(Header header, Field field, Set<String> found) {
    byte[] octets = Arrays.copyOf(header.toBytes(), header.headerSize());
    byte[] without = octets.clone();
    for (int bit = field.bit(); bit < field.bit() + field.width(); bit++) {
      without[bit >> 3] &= (byte) ~(0x80 >> (bit & 7));
    }
    Header made;
    try {
      made = header.protocol().header(without);
    } catch (IllegalArgumentException e) {
      return; // headers do not have zeros there
    }
    if (made.headerSize() == octets.length && !field.isPresent(made)) {
      found.add(field.name());
      field.assign(made, field.value(header));
      assertArrayEquals(octets, made.toBytes(), field.name());
    }
  }

  /** Constructors for a header with octets of its own keep what the layout states. */
  @Test
  void newHeaderHasTheInitialValuesOfItsLayout() {
    int checked = 0;
    for (Protocol<?> protocol : ProtocolRegistry.installed().protocols()) {
      Header made = protocol.maker().get();
      for (Field field : protocol.layout().fields()) {
        boolean isInitial = field.traits().initial() != 0 && field.isPresent(made);
        if (isInitial && (!field.traits().derived() || field.traits().selects() != null)) {
          checked++;
          Object set = field.value(made);
          long value = set instanceof Boolean flag ? (flag ? 1 : 0) : ((Number) set).longValue();
          assertEquals(field.traits().initial() * field.traits().times(), value, field.name());
        }
      }
    }
    assertTrue(checked > 20, checked + " fields");
  }

  // --- requests and responses ------------------------------------------------------------------

  private static final String ME = "02:00:00:00:00:01";
  private static final String YOU = "02:00:00:00:00:02";

  /** A request, a response, and whether the response answers the request. */
  private record Pair(Layer ipThere, Layer asked, Layer ipBack, Layer told, boolean isAnswer) {}

  private static List<Pair> pairs() {
    List<Pair> pairs = new ArrayList<>();
    for (int number = 1; number <= 2; number++) {
      boolean same = number == 1;
      Ipv4 there = new Ipv4().src("192.0.2.1").dst("192.0.2.2");
      Ipv4 back = new Ipv4().src("192.0.2.2").dst("192.0.2.1");
      Ipv6 there6 = new Ipv6().src("2001:db8::1").dst("2001:db8::2");
      Ipv6 back6 = new Ipv6().src("2001:db8::2").dst("2001:db8::1");
      Udp udp = new Udp().srcPort(1000).dstPort(9);
      Udp backUdp = new Udp().srcPort(9).dstPort(999 + number);
      Tcp syn = new Tcp().srcPort(1000).dstPort(80).syn(true).seq(5);
      Tcp both = new Tcp().srcPort(80).dstPort(1000).syn(true).ack(true).ackNumber(5 + number);
      Icmpv4 echo = Icmpv4.echoRequest(7, 1, "x");
      Icmpv6 echo6 = Icmpv6.echoRequest(7, 1, "x");
      pairs.add(new Pair(there, echo, back, Icmpv4.echoReply(7, number, new byte[1]), same));
      pairs.add(new Pair(there6, echo6, back6, Icmpv6.echoReply(7, number, new byte[1]), same));
      pairs.add(new Pair(there, udp, back, backUdp, same));
      pairs.add(new Pair(there6, udp, back6, backUdp, same));
      pairs.add(new Pair(there, syn, back, both, same));
      pairs.add(new Pair(there6, syn, back6, both, same));
      pairs.add(new Pair(there, udp, there, udp, false));
      pairs.add(
          new Pair(
              there6,
              Icmpv6.neighborSolicitation("2001:db8::2"),
              back6,
              Icmpv6.neighborAdvertisement("2001:db8::" + (1 + number)),
              same));
      // a router reports errors about packets sent, not about packets received
      Packet sent = same ? Packet.of(there, udp) : Packet.of(back, backUdp);
      Ipv4 router = new Ipv4().src("198.51.100.9").dst("192.0.2.1");
      pairs.add(new Pair(there, udp, router, Icmpv4.timeExceeded(0, sent.toBytes()), same));
      byte[] sent6 = (same ? Packet.of(there6, udp) : Packet.of(back6, backUdp)).toBytes();
      Icmpv6 error = Icmpv6.echoReply(0, 0, sent6).type(Icmpv6.TIME_EXCEEDED);
      Ipv6 router6 = new Ipv6().src("2001:db8::9").dst("2001:db8::1");
      pairs.add(new Pair(there6, udp, router6, error, same));
    }
    return pairs;
  }

  @Test
  void tagsExtensionHeadersAndTunnelsOfEitherSideHideNoAnswerAndMakeNone() {
    for (long seed = SEED; seed < SEED + ROUNDS; seed++) {
      Random random = new Random(seed);
      List<Pair> pairs = pairs();
      Pair pair = pairs.get(random.nextInt(pairs.size()));
      Packet asked = Packet.of(new Ethernet().src(ME).dst(YOU), pair.ipThere, pair.asked);
      Packet told = Packet.of(new Ethernet().src(YOU).dst(ME), pair.ipBack, pair.told);
      String where = "-Djpacker.seed=" + seed;
      assertEquals(pair.isAnswer, told.answers(asked), where + " bare");
      Packet request = dressed(asked, random);
      Packet answer = dressed(told, random);
      assertEquals(
          pair.isAnswer, answer.answers(request), where + ": " + answer + " to " + request);
    }
  }

  /**
   * The same packet with further headers around it (tags, tunnels, extension headers), as read from
   * the wire.
   */
  private static Packet dressed(Packet bare, Random random) {
    List<Layer> layers = new ArrayList<>(bare.layers());
    for (int i = random.nextInt(3); i > 0; i--) {
      boolean isSix = layers.get(1) instanceof Ipv6;
      layers.add(2, isSix ? extension(random) : new Ah());
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      tunnel(layers, random);
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      layers.add(1, random.nextBoolean() ? new Vlan().id(i) : new ServiceTag().id(i));
    }
    Packet packet = Packet.of(layers.toArray(Layer[]::new));
    return Packet.read(packet.toBytes(), packet.linkType());
  }

  private static Header extension(Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> new Ipv6HopByHop();
      case 1 -> new Ipv6DestinationOptions();
      case 2 -> new Ipv6Fragment().ident(random.nextInt(100));
      default -> new Ah();
    };
  }

  /** Puts the headers of a tunnel before those of the packet. */
  private static void tunnel(List<Layer> layers, Random random) {
    Header ip =
        random.nextBoolean()
            ? new Ipv4().src("203.0.113.1").dst("203.0.113.2")
            : new Ipv6().src("2001:db8:1::1").dst("2001:db8:1::2");
    // some carry only IP, or do not indicate what else they carry
    switch (random.nextInt(layers.get(1) instanceof PseudoHeader ? 6 : 2)) {
      case 0 -> layers.addAll(0, List.of(new Ethernet(), ip, new EtherIp()));
      case 1 ->
          layers.addAll(
              0, List.of(new Ethernet(), ip, new Udp().srcPort(50_000).dstPort(4789), new Vxlan()));
      case 2 -> layers.add(1, ip);
      case 3 -> layers.addAll(1, List.of(ip, new Gre()));
      case 4 -> layers.add(1, new Mpls().label(100));
      default -> layers.addAll(1, List.of(new PppoeSession(), new Ppp()));
    }
  }
}
