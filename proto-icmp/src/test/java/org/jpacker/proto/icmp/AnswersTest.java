package org.jpacker.proto.icmp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.Raw;
import org.jpacker.proto.ethernet.Arp;
import org.jpacker.proto.ethernet.Ethernet;
import org.jpacker.proto.ethernet.Vlan;
import org.jpacker.proto.ip.Ah;
import org.jpacker.proto.ip.EtherIp;
import org.jpacker.proto.ip.Gre;
import org.jpacker.proto.ip.Ipv4;
import org.jpacker.proto.ip.Ipv4Option;
import org.jpacker.proto.ip.Ipv6;
import org.jpacker.proto.ip.Ipv6DestinationOptions;
import org.jpacker.proto.ip.Ipv6Fragment;
import org.jpacker.proto.ip.Ipv6HopByHop;
import org.jpacker.proto.ip.Ipv6Option;
import org.jpacker.proto.ip.Ipv6Routing;
import org.jpacker.proto.tcpudp.Tcp;
import org.jpacker.proto.tcpudp.Udp;
import org.junit.jupiter.api.Test;

/** Which packet answers which, across the protocols of all modules that have a say in it. */
class AnswersTest {
  private static final String ME = "02:00:00:00:00:01";
  private static final String YOU = "02:00:00:00:00:02";

  private static Packet there(Layer... layers) {
    Layer[] all = new Layer[layers.length + 2];
    all[0] = new Ethernet().src(ME).dst(YOU);
    all[1] = new Ipv4().src("10.0.0.1").dst("10.0.0.2");
    System.arraycopy(layers, 0, all, 2, layers.length);
    return again(Packet.of(all));
  }

  private static Packet back(Layer... layers) {
    Packet packet = there(layers);
    packet.get(Ethernet.class).src(YOU).dst(ME);
    packet.get(Ipv4.class).src("10.0.0.2").dst("10.0.0.1");
    return again(packet);
  }

  /** As it is read from a wire. */
  private static Packet again(Packet packet) {
    return Packet.read(packet.toBytes(), packet.linkType());
  }

  private static Ethernet home() {
    return new Ethernet().src(YOU).dst(ME);
  }

  private static Ipv6 asked() {
    return new Ipv6().src("fe80::1").dst("ff02::1:ff00:2").hlim(255);
  }

  private static Ipv6 answer() {
    return new Ipv6().src("fe80::2").dst("fe80::1").hlim(255);
  }

  private static void check(boolean expected, Packet answer, Packet request) {
    assertEquals(
        expected, answer.answers(request), () -> answer.first() + " to " + request.first());
  }

  @Test
  void echoReplyAnswersItsOwnRequest() {
    Packet request = there(Icmpv4.echoRequest(7, 1, "x"));
    check(true, back(Icmpv4.echoReply(7, 1, new byte[1])), request);
    check(false, back(Icmpv4.echoReply(7, 2, new byte[1])), request);
    check(false, back(Icmpv4.echoReply(8, 1, new byte[1])), request);
    check(false, there(Icmpv4.echoReply(7, 1, new byte[1])), request);
    check(false, back(Icmpv4.echoRequest(7, 1, "x")), request);
    check(false, request, request);
    Packet other = back(Icmpv4.echoReply(7, 1, new byte[1]));
    other.get(Ipv4.class).src("10.0.0.3");
    check(false, other, request);
  }

  @Test
  void otherQueriesHaveAnswersToo() {
    check(
        true, back(Icmpv4.timestampReply(3, 4, 1, 2, 3)), there(Icmpv4.timestampRequest(3, 4, 1)));
    check(
        false, back(Icmpv4.timestampReply(3, 4, 1, 2, 3)), there(Icmpv4.addressMaskRequest(3, 4)));
  }

  @Test
  void broadcastIsAnsweredByAnyone() {
    Packet request = there(Icmpv4.echoRequest(7, 1, "x"));
    request.get(Ethernet.class).dst("ff:ff:ff:ff:ff:ff");
    request.get(Ipv4.class).dst("255.255.255.255");
    check(true, back(Icmpv4.echoReply(7, 1, new byte[1])), again(request));
    check(false, there(Icmpv4.echoReply(7, 1, new byte[1])), again(request));
  }

  @Test
  void errorAnswersThePacketThatItQuotes() {
    Udp udp = new Udp().srcPort(1000).dstPort(33434);
    udp.payload("hello, who is on the way?");
    Packet request = there(udp);
    Ipv4 lost = request.get(Ipv4.class);
    byte[] quote = java.util.Arrays.copyOf(lost.toBytes(), 28);
    Packet error = back(Icmpv4.timeExceeded(0, quote));
    error.get(Ipv4.class).src("192.0.2.9"); // a router on the way
    check(true, again(error), request);
    quote[21] ^= 1; // another port
    Packet other = back(Icmpv4.timeExceeded(0, quote));
    check(false, other, request);
    // an echo's error comes from the same protocol as the request
    Packet ping = there(Icmpv4.echoRequest(7, 1, "x"));
    byte[] echo = ping.get(Ipv4.class).toBytes();
    check(true, back(Icmpv4.destinationUnreachable(1, echo)), ping);
    check(false, back(Icmpv4.destinationUnreachable(1, echo)), request);
  }

  @Test
  void datagramIsAnsweredBetweenTheSamePorts() {
    Packet request = there(new Udp().srcPort(1000).dstPort(9));
    check(true, back(new Udp().srcPort(9).dstPort(1000)), request);
    check(false, back(new Udp().srcPort(9).dstPort(1001)), request);
    check(false, back(new Udp().srcPort(1000).dstPort(9)), request);
    check(false, back(new Tcp().srcPort(9).dstPort(1000)), request);
  }

  @Test
  void handshakeAcknowledgesTheSyn() {
    Packet syn = there(new Tcp().srcPort(1000).dstPort(80).syn(true).seq(0xffff_ffffL));
    Tcp both = new Tcp().srcPort(80).dstPort(1000).syn(true).ack(true).seq(5);
    check(true, back(both.ackNumber(0)), syn);
    check(false, back(both.ackNumber(0xffff_ffffL)), syn);
    check(false, back(both.ackNumber(1)), syn);
    check(true, back(new Tcp().srcPort(80).dstPort(1000).reset(true).ack(true)), syn);
    check(false, back(new Tcp().srcPort(80).dstPort(1000).reset(true)), syn);
    check(false, back(new Tcp().srcPort(81).dstPort(1000).reset(true).ack(true)), syn);
  }

  @Test
  void segmentIsAnsweredByWhatAcknowledgesItsData() {
    Tcp data = new Tcp().srcPort(1000).dstPort(80).ack(true).seq(100).ackNumber(500);
    data.payload("hello");
    Packet request = there(data);
    Tcp reply = new Tcp().srcPort(80).dstPort(1000).ack(true).seq(500);
    check(true, back(reply.ackNumber(105)), request);
    check(true, back(reply.ackNumber(101)), request);
    check(false, back(reply.ackNumber(100)), request);
    check(false, back(reply.ackNumber(106)), request);
    check(true, back(new Tcp().srcPort(80).dstPort(1000).reset(true).seq(500)), request);
    check(false, back(new Tcp().srcPort(80).dstPort(1000).reset(true).seq(501)), request);
  }

  @Test
  void arpReplyTellsOfTheAddressThatWasAskedFor() {
    Packet request =
        again(
            Packet.of(
                new Ethernet().src(ME).dst("ff:ff:ff:ff:ff:ff"),
                Arp.request(ME, "10.0.0.1", "10.0.0.2")));
    check(true, again(Packet.of(home(), Arp.reply(YOU, "10.0.0.2", ME, "10.0.0.1"))), request);
    check(false, again(Packet.of(home(), Arp.reply(YOU, "10.0.0.3", ME, "10.0.0.1"))), request);
    check(false, again(Packet.of(home(), Arp.request(YOU, "10.0.0.2", "10.0.0.1"))), request);
    Arp reverse = new Arp().opcode(3).srcHw(ME).dstHw(ME);
    Arp found = new Arp().opcode(4).srcHw(YOU).dstHw(ME).dstProto("10.0.0.1");
    check(
        true,
        again(Packet.of(home(), found)),
        again(Packet.of(new Ethernet().src(ME).dst("ff:ff:ff:ff:ff:ff"), reverse)));
  }

  @Test
  void neighborAnswersToItsGroup() {
    Packet request =
        again(
            Packet.of(
                new Ethernet().src(ME).dst("33:33:ff:00:00:02"),
                asked(),
                Icmpv6.neighborSolicitation("fe80::2")));
    check(
        true, again(Packet.of(home(), answer(), Icmpv6.neighborAdvertisement("fe80::2"))), request);
    check(
        false,
        again(Packet.of(home(), answer(), Icmpv6.neighborAdvertisement("fe80::3"))),
        request);
    Packet ping = again(Packet.of(new Ethernet().src(ME), asked(), Icmpv6.echoRequest(1, 2, "x")));
    check(true, again(Packet.of(home(), answer(), Icmpv6.echoReply(1, 2, new byte[1]))), ping);
    byte[] quote = ping.get(Ipv6.class).toBytes();
    Icmpv6 error = Icmpv6.echoReply(0, 0, quote).type(Icmpv6.TIME_EXCEEDED);
    check(true, again(Packet.of(home(), answer(), error)), ping);
  }

  @Test
  void tagsAreNoAnswerByThemselves() {
    Packet request = there(Icmpv4.echoRequest(7, 1, "x"));
    Packet answer = back(Icmpv4.echoReply(7, 1, new byte[1]));
    for (Packet packet : new Packet[] {request, answer}) {
      ((Header) packet.first()).insert(new Vlan().id(5));
    }
    check(true, again(answer), again(request));
    check(false, again(request), again(request));
    check(true, again(answer), there(Icmpv4.echoRequest(7, 1, "x")));
    check(true, back(Icmpv4.echoReply(7, 1, new byte[1])), again(request));
    check(false, again(answer), there(Icmpv4.echoRequest(7, 2, "x")));
  }

  @Test
  void extensionHeadersHideNoAnswer() {
    List<Layer[]> chains =
        List.of(
            new Layer[] {},
            new Layer[] {new Ipv6DestinationOptions()},
            new Layer[] {new Ipv6HopByHop()},
            new Layer[] {new Ipv6Fragment().ident(1)},
            new Layer[] {new Ipv6HopByHop(), new Ipv6DestinationOptions(), new Ah()});
    Ipv6 there = new Ipv6().src("2001:db8::1").dst("2001:db8::2");
    Ipv6 back = new Ipv6().src("2001:db8::2").dst("2001:db8::1");
    for (Layer[] asked : chains) {
      Packet request = stack(there, asked, Icmpv6.echoRequest(7, 1, "x"));
      byte[] quote = request.get(Ipv6.class).toBytes();
      for (Layer[] told : chains) {
        check(true, stack(back, told, Icmpv6.echoReply(7, 1, new byte[1])), request);
        check(false, stack(back, told, Icmpv6.echoReply(7, 2, new byte[1])), request);
        Icmpv6 error = Icmpv6.echoReply(0, 0, quote).type(Icmpv6.TIME_EXCEEDED);
        Ipv6 router = new Ipv6().src("2001:db8::9").dst("2001:db8::1");
        check(true, stack(router, told, error), request);
        check(false, stack(router, told, error), stack(back, asked, Raw.of("other")));
      }
    }
  }

  private static Packet stack(Header first, Layer[] between, Layer last) {
    List<Layer> layers = new ArrayList<>(List.of(between));
    layers.add(0, first);
    layers.add(last);
    return again(Packet.of(layers.toArray(Layer[]::new)));
  }

  /** The two ends count: RFC 791, section 3.1, RFC 8200, section 4.4, RFC 6275, section 6.3. */
  @Test
  void routesAndHomeAddressesHideNoAnswer() {
    Layer ping = Icmpv6.echoRequest(7, 1, "x");
    Layer pong = Icmpv6.echoReply(7, 1, new byte[1]);
    Ipv6 me = new Ipv6().src("2001:db8::1");
    Address.Ipv6 last = Address.Ipv6.of("2001:db8::2");
    Address.Ipv6 hop = Address.Ipv6.of("2001:db8::77");
    Layer[] route = {Ipv6Routing.of(Ipv6Routing.SEGMENT_ROUTING, List.of(last, hop))};
    Packet routed = stack(me.dst(hop), route, ping);
    Layer[] home = {
      new Ipv6DestinationOptions()
          .options(List.of(new Ipv6Option.HomeAddress(Address.Ipv6.of("2001:db8::1"))))
    };
    Packet away = stack(new Ipv6().src("2001:db8:9::1").dst(last), home, ping);
    Layer[] none = {};
    for (Packet request : List.of(routed, away)) {
      Ipv6 back = new Ipv6().src(last).dst("2001:db8::1");
      check(true, stack(back, none, pong), request);
      check(false, stack(back.src("2001:db8::3"), none, pong), request);
    }
    List<Address.Ipv4> hops = List.of(Address.Ipv4.of("10.0.0.2"));
    Packet loose = there(Icmpv4.echoRequest(7, 1, "x"));
    loose
        .get(Ipv4.class)
        .dst("10.0.0.77")
        .options(List.of(new Ipv4Option.Route(Ipv4Option.Route.LOOSE, 4, hops)));
    check(true, back(Icmpv4.echoReply(7, 1, new byte[1])), again(loose));
    check(false, back(Icmpv4.echoReply(7, 2, new byte[1])), again(loose));
  }

  @Test
  void tunnelsHideNoAnswer() {
    Layer[] plain = {new Ipv4().src("10.0.0.1").dst("10.0.0.2"), Icmpv4.echoRequest(7, 1, "x")};
    Packet request = Packet.of(new Ethernet().src(ME).dst(YOU), plain[0], plain[1]);
    Packet answer = back(Icmpv4.echoReply(7, 1, new byte[1]));
    Packet other = back(Icmpv4.echoReply(7, 2, new byte[1]));
    Ipv4 tunnel = new Ipv4().src("192.0.2.1").dst("192.0.2.2");
    Packet inIp = Packet.of(new Ethernet().src(ME).dst(YOU), tunnel, plain[0], plain[1]);
    Packet inGre = Packet.of(new Ethernet(), tunnel, new Gre(), plain[0], plain[1]);
    Packet inEtherIp = Packet.of(new Ethernet(), tunnel, new EtherIp(), request.first());
    for (Packet tunnelled : List.of(inIp, inGre, inEtherIp)) {
      check(true, answer, again(tunnelled));
      check(false, other, again(tunnelled));
      check(false, again(tunnelled), request);
    }
  }
}
