package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jpacker.api.Header;
import org.jpacker.api.Protocol;
import org.jpacker.api.spi.ProtocolProvider;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The contract of a module with several protocols: {@link ProtocolContract} for each of them. The
 * test of the module extends this class and gives the provider and a sample of each protocol, which
 * may be more than one:
 *
 * <pre>{@code
 * class TcpUdpContractTest extends ProviderContract {
 *   @Override protected ProtocolProvider provider() { return new TcpUdpProvider(); }
 *
 *   @Override protected List<Supplier<? extends Header>> samples() {
 *     return List.of(() -> new Tcp().dstPort(80), () -> new Udp().dstPort(53));
 *   }
 * }
 * }</pre>
 *
 * <p>A protocol of the provider without a sample fails the contract, and so does a sample of a
 * protocol that the provider does not bring.
 */
public abstract class ProviderContract {

  /** For subclasses. */
  protected ProviderContract() {}

  /** The provider whose protocols are checked. */
  protected abstract ProtocolProvider provider();

  /** Makers of headers with typical contents, at least one for each protocol; new at each call. */
  protected abstract List<Supplier<? extends Header>> samples();

  /** The contract of each protocol, as {@code protocol > property}. */
  @TestFactory
  @DisplayName("each protocol of the provider meets the contract")
  public final Stream<DynamicNode> eachProtocolMeetsTheContract() {
    List<Supplier<? extends Header>> unclaimed = new ArrayList<>(samples());
    List<DynamicNode> nodes = new ArrayList<>();
    for (Protocol<?> protocol : provider().protocols()) {
      List<Supplier<? extends Header>> samples =
          unclaimed.stream().filter(sample -> sample.get().protocol().equals(protocol)).toList();
      unclaimed.removeAll(samples);
      String name = protocol.name();
      nodes.add(
          dynamicTest(
              name + " has a sample",
              () ->
                  assertFalse(
                      samples.isEmpty(),
                      () -> "samples() of " + getClass().getName() + " has none of " + name)));
      for (int i = 0; i < samples.size(); i++) {
        nodes.add(
            dynamicContainer(
                i == 0 ? name : name + " " + (i + 1),
                properties(new OfOne<>(protocol, samples.get(i)))));
      }
    }
    for (Supplier<? extends Header> sample : unclaimed) {
      String name = sample.get().protocol().name();
      String provider = provider().getClass().getName();
      nodes.add(
          dynamicTest(
              name + " is a protocol of the provider",
              () -> fail("protocols() of " + provider + " does not list " + name)));
    }
    return nodes.stream();
  }

  private static Stream<DynamicNode> properties(ProtocolContract<?> contract) {
    return Arrays.stream(ProtocolContract.class.getDeclaredMethods())
        .filter(method -> method.isAnnotationPresent(Test.class))
        .sorted(Comparator.comparing(Method::getName))
        .map(
            property ->
                dynamicTest(
                    property.getAnnotation(DisplayName.class).value(),
                    () -> check(property, contract)));
  }

  private static void check(Method property, ProtocolContract<?> contract) throws Throwable {
    try {
      property.invoke(contract);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  /** The contract of one protocol of the provider. */
  private static final class OfOne<H extends Header> extends ProtocolContract<H> {
    private final Protocol<H> protocol;
    private final Supplier<? extends Header> sample;

    OfOne(Protocol<H> protocol, Supplier<? extends Header> sample) {
      this.protocol = protocol;
      this.sample = sample;
    }

    @Override
    protected Protocol<H> protocol() {
      return protocol;
    }

    @Override
    protected H sample() {
      return protocol.type().cast(sample.get());
    }
  }
}
