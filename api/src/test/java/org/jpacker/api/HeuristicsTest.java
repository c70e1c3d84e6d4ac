package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.jpacker.api.toy.ToyTransport;
import org.jpacker.api.toy.Toys;
import org.junit.jupiter.api.Test;

class HeuristicsTest {
  private static final List<String> TRIED = new ArrayList<>();

  private static Protocol<ToyTag> guess(String name, Heuristic.Test test) {
    return Protocol.of(name, ToyTag.LAYOUT, ToyTag.class, ToyTag::new, ToyTag.PROTOCOL.reader())
        .recognisedIn("toytransport", test);
  }

  private static Heuristic.Test beginsWith(char c) {
    return in -> {
      TRIED.add(String.valueOf(c));
      return in.u8(0) == c;
    };
  }

  private static final Protocol<ToyTag> H = guess("h", beginsWith('h'));
  private static final Protocol<ToyTag> ANY = guess("any", in -> TRIED.add("any"));

  private static Layer payload(ProtocolRegistry registry, String text) {
    TRIED.clear();
    Packet packet = Packet.read(Toys.crafted(text).toBytes(), Link.ETHERNET, registry);
    return packet.get(ToyTransport.class).payload();
  }

  private static ProtocolRegistry knowing(Protocol<?>... protocols) {
    return Toys.REGISTRY.with(
        new org.jpacker.api.spi.ProtocolProvider() {
          @Override
          public String module() {
            return "guesses";
          }

          @Override
          public List<Protocol<?>> protocols() {
            return List.of(protocols);
          }
        });
  }

  @Test
  void nothingIsGuessedUnlessEnabled() {
    assertInstanceOf(Raw.class, payload(knowing(H), "hello"));
    assertEquals(List.of(), TRIED);
  }

  @Test
  void enabledProtocolReadsTheOctetsItRecognises() {
    ProtocolRegistry registry = knowing(H).withHeuristics(H);
    assertInstanceOf(ToyTag.class, payload(registry, "hello"));
    assertInstanceOf(Raw.class, payload(registry, "jello"));
    assertEquals(List.of("h"), TRIED);
  }

  @Test
  void octetsReadByPortAreNotGuessed() {
    ProtocolRegistry registry =
        knowing(H).withHeuristics(H).with(DispatchTable.UDP_PORT.key(2000), ToyTag.PROTOCOL);
    assertInstanceOf(ToyTag.class, payload(registry, "hello"));
    assertEquals(List.of(), TRIED);
  }

  @Test
  void firstNamedIsTriedFirst() {
    assertInstanceOf(ToyTag.class, payload(knowing(H, ANY).withHeuristics(ANY, H), "hello"));
    assertEquals(List.of("any"), TRIED);
    payload(knowing(H, ANY).withHeuristics(H).withHeuristics(ANY, H), "jello");
    assertEquals(List.of("h", "any"), TRIED);
  }

  /** A guess that is refused, or reads beyond the end, leaves the octets to the next one. */
  @Test
  void wrongGuessIsNotAnError() {
    Protocol<ToyTag> refusing =
        Protocol.of(
                "refusing",
                ToyTag.LAYOUT,
                ToyTag.class,
                ToyTag::new,
                in -> {
                  throw in.refusal("refusing", "anything");
                })
            .recognisedIn("toytransport", in -> true);
    Protocol<ToyTag> greedy = guess("greedy", in -> in.u64(100) == 0);
    ProtocolRegistry registry = knowing(refusing, greedy, H).withHeuristics(refusing, greedy);
    assertInstanceOf(Raw.class, payload(registry, "hello"));
    assertInstanceOf(ToyTag.class, payload(registry.withHeuristics(H), "hello"));
  }

  @Test
  void nothingIsGuessedInOtherCarriersOrWithoutOctets() {
    Protocol<ToyTag> other =
        Protocol.of("o", ToyTag.LAYOUT, ToyTag.class, ToyTag::new, ToyTag.PROTOCOL.reader())
            .recognisedIn("toylink", in -> TRIED.add("o"));
    payload(knowing(other).withHeuristics(other), "hello");
    payload(knowing(ANY).withHeuristics(ANY), "");
    assertEquals(List.of(), TRIED);
  }

  /** The error is that of a jar compiled against something else. */
  @Test
  void testThatFailsIsShownWithTheCause() {
    for (Throwable failure :
        List.of(new IllegalStateException("oops"), new NoSuchMethodError("gone"))) {
      Protocol<ToyTag> failing =
          guess(
              "failing",
              in -> {
                if (failure instanceof Error error) {
                  throw error;
                }
                throw (RuntimeException) failure;
              });
      Layer layer = payload(knowing(failing).withHeuristics(failing), "hello");
      assertSame(failure, assertInstanceOf(Malformed.class, layer).reason().cause());
    }
  }

  @Test
  void protocolWithoutHeuristicsCannotBeEnabled() {
    assertEquals(
        "toynet has no heuristics",
        assertThrows(
                IllegalArgumentException.class, () -> Toys.REGISTRY.withHeuristics(ToyNet.PROTOCOL))
            .getMessage());
  }
}
