package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.spi.ProtocolProvider;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;

/** The reader of the payload between two ports that both have one: 1000 and 2000. */
class PortsTest {
  private static final DispatchKey LOW = DispatchTable.UDP_PORT.key(1000);
  private static final DispatchKey HIGH = DispatchTable.UDP_PORT.key(2000);

  private final List<String> asked = new ArrayList<>();

  private Protocol<ToyTag> protocol(String name, Reader reader, DispatchKey... keys) {
    return Protocol.of(
        name,
        ToyTag.LAYOUT,
        ToyTag.class,
        ToyTag::new,
        in -> {
          asked.add(name);
          return reader.read(in);
        },
        keys);
  }

  private Protocol<ToyTag> taking(String name, DispatchKey... keys) {
    return protocol(name, ToyTag.PROTOCOL.reader(), keys);
  }

  private static Layer refuse(Window in) throws MalformedException {
    throw in.refusal("toytag", "refused");
  }

  private static Layer fail(Window in) {
    throw new IllegalStateException("oops");
  }

  private static ProtocolRegistry knowing(Protocol<?>... protocols) {
    return Toys.REGISTRY.with(
        new ProtocolProvider() {
          @Override
          public String module() {
            return "ports";
          }

          @Override
          public List<Protocol<?>> protocols() {
            return List.of(protocols);
          }
        });
  }

  private Layer between(int source, int destination, ProtocolRegistry registry) {
    asked.clear();
    Packet packet = Toys.crafted("hello");
    packet.get(ToyTransport.class).srcPort(source).dstPort(destination);
    Packet read = Packet.read(packet.toBytes(), Link.ETHERNET, registry);
    return read.get(ToyTransport.class).payload();
  }

  private Layer read(ProtocolRegistry registry) {
    Layer there = between(1000, 2000, registry);
    List<String> order = List.copyOf(asked);
    assertEquals(there, between(2000, 1000, registry));
    assertEquals(order, asked);
    return there;
  }

  @Test
  void lowerPortIsTriedFirstAndTheOtherOneIfItDeclines() {
    assertInstanceOf(ToyTag.class, read(knowing(taking("low", LOW), taking("high", HIGH))));
    assertEquals(List.of("low"), asked);
    for (Reader reader : List.<Reader>of(Window::raw, PortsTest::refuse, PortsTest::fail)) {
      Protocol<ToyTag> low = protocol("low", reader, LOW);
      assertInstanceOf(ToyTag.class, read(knowing(low, taking("high", HIGH))));
      assertEquals(List.of("low", "high"), asked);
    }
  }

  @Test
  void resultOfTheFirstStandsIfBothDecline() {
    Reader refuse = PortsTest::refuse;
    Reader decline = Window::raw;
    ProtocolRegistry refusedFirst =
        knowing(protocol("low", refuse, LOW), protocol("high", decline, HIGH));
    assertEquals("refused", assertInstanceOf(Malformed.class, read(refusedFirst)).reason().rule());
    ProtocolRegistry declinedFirst =
        knowing(protocol("low", decline, LOW), protocol("high", refuse, HIGH));
    assertInstanceOf(Raw.class, read(declinedFirst));
    assertEquals(List.of("low", "high"), asked);
  }

  @Test
  void failureOfTheFirstIsShownIfBothDecline() {
    ProtocolRegistry registry =
        knowing(protocol("low", PortsTest::fail, LOW), protocol("high", Window::raw, HIGH));
    Malformed malformed = assertInstanceOf(Malformed.class, read(registry));
    assertEquals("oops", malformed.reason().cause().getMessage());
  }

  /** RFC 7348, section 5: the source port of a tunnel is a hash that spreads flows. */
  @Test
  void destinationIdentifiesTheTunnel() {
    Protocol<ToyTag> tunnel = taking("tunnel", HIGH).byDestination();
    ProtocolRegistry registry = knowing(taking("low", LOW), tunnel);
    between(1000, 2000, registry);
    assertEquals(List.of("tunnel"), asked);
    between(2000, 1000, registry);
    assertEquals(List.of("low"), asked);
    between(2000, 5000, registry);
    assertEquals(List.of("tunnel"), asked);
  }

  @Test
  void chosenProtocolIsTriedFirst() {
    ProtocolRegistry registry = knowing(taking("low", LOW), taking("high", HIGH).byDestination());
    Protocol<ToyTag> chosen = protocol("chosen", Window::raw);
    read(registry.with(HIGH, chosen));
    assertEquals(List.of("chosen", "low"), asked);
    between(1000, 2000, registry.with(LOW, chosen));
    assertEquals(List.of("chosen", "high"), asked);
  }

  @Test
  void heuristicsComeAfterBothPorts() {
    Protocol<ToyTag> guess = taking("guess").recognisedIn("toytransport", in -> true);
    Reader decline = Window::raw;
    Protocol<ToyTag> low = protocol("low", decline, LOW);
    ProtocolRegistry registry = knowing(low, protocol("high", PortsTest::refuse, HIGH), guess);
    assertInstanceOf(Raw.class, read(registry));
    assertInstanceOf(ToyTag.class, read(registry.withHeuristics(guess)));
    assertEquals(List.of("low", "high", "guess"), asked);
    between(1000, 9, registry.withHeuristics(guess));
    assertEquals(List.of("low", "guess"), asked);
    between(9, 1000, registry.withHeuristics(guess));
    assertEquals(List.of("low", "guess"), asked);
  }

  @Test
  void singleReaderIsReturnedItself() {
    Protocol<ToyTag> low = taking("low", LOW, DispatchTable.UDP_PORT.key(1001));
    ProtocolRegistry registry = knowing(low);
    assertSame(low.reader(), registry.find(DispatchTable.UDP_PORT, 1000, 5));
    assertSame(low.reader(), registry.find(DispatchTable.UDP_PORT, 5, 1000));
    assertSame(low.reader(), registry.find(DispatchTable.UDP_PORT, 1001, 1000));
    assertSame(Reader.NOBODY, registry.find(DispatchTable.UDP_PORT, 5, 6));
  }
}
