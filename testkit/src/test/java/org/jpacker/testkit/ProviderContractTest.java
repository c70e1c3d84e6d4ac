package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jpacker.api.Header;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** The contract of a provider runs that of a protocol over all of its protocols. */
class ProviderContractTest {
  private static final Supplier<Header> GOOD = Good::new;
  private static final Supplier<Header> BAD = Bad::new;

  /** A contract whose samples are given. */
  private static class Contract extends ProviderContract {
    private final List<Protocol<?>> protocols;
    private final List<Supplier<? extends Header>> samples;

    Contract(List<Protocol<?>> protocols, List<Supplier<? extends Header>> samples) {
      this.protocols = protocols;
      this.samples = samples;
    }

    @Override
    protected ProtocolProvider provider() {
      return () -> protocols;
    }

    @Override
    protected List<Supplier<? extends Header>> samples() {
      return samples;
    }
  }

  @Nested
  class GoodProvider extends Contract {
    GoodProvider() {
      super(List.of(Good.PROTOCOL), List.of(GOOD, GOOD));
    }
  }

  /** The cases of a contract, under their full names. */
  private static Map<String, Executable> cases(ProviderContract contract) {
    Map<String, Executable> cases = new LinkedHashMap<>();
    add(cases, "", contract.eachProtocolMeetsTheContract());
    return cases;
  }

  private static void add(
      Map<String, Executable> cases, String within, Stream<? extends DynamicNode> nodes) {
    nodes.forEach(
        node -> {
          if (node instanceof DynamicContainer container) {
            add(cases, within + node.getDisplayName() + " > ", container.getChildren());
          } else if (node instanceof DynamicTest test) {
            cases.put(within + node.getDisplayName(), test.getExecutable());
          }
        });
  }

  @Test
  void eachPropertyIsACaseOfEachSample() {
    Set<String> properties =
        Arrays.stream(ProtocolContract.class.getDeclaredMethods())
            .filter(method -> method.isAnnotationPresent(Test.class))
            .map(method -> method.getAnnotation(DisplayName.class).value())
            .collect(Collectors.toSet());
    Set<String> expected =
        Stream.of("good", "good 2", "bad")
            .flatMap(name -> properties.stream().map(property -> name + " > " + property))
            .collect(Collectors.toSet());
    expected.addAll(Set.of("good has a sample", "bad has a sample"));
    assertEquals(
        expected,
        cases(
                new Contract(
                    List.of(Good.PROTOCOL, Bad.PROTOCOL),
                    List.<Supplier<? extends Header>>of(GOOD, BAD, GOOD)))
            .keySet());
  }

  @Test
  void failureOfAPropertyIsThatOfItsCase() {
    Executable state =
        cases(new Contract(List.of(Bad.PROTOCOL), List.of(BAD)))
            .get("bad > the header class is final and keeps no state");
    AssertionError failure = assertThrows(AssertionError.class, state);
    assertEquals(
        "org.jpacker.testkit.Bad.reads is state: it belongs into the octets ==> expected: <true>"
            + " but was: <false>",
        failure.getMessage());
  }

  @Test
  void protocolWithoutSampleFails() {
    Executable missing =
        cases(new Contract(List.of(Good.PROTOCOL, Bad.PROTOCOL), List.of(GOOD)))
            .get("bad has a sample");
    AssertionError failure = assertThrows(AssertionError.class, missing);
    assertEquals(
        "samples() of org.jpacker.testkit.ProviderContractTest$Contract has none of bad ==>"
            + " expected: <false> but was: <true>",
        failure.getMessage());
  }

  @Test
  void sampleOfAProtocolThatTheProviderDoesNotBringFails() {
    Executable stranger =
        cases(new Contract(List.of(Good.PROTOCOL), List.of(GOOD, BAD)))
            .get("bad is a protocol of the provider");
    AssertionError failure = assertThrows(AssertionError.class, stranger);
    assertTrue(failure.getMessage().endsWith(" does not list bad"), failure.getMessage());
  }
}
