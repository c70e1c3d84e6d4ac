package org.jpacker.api;

/**
 * How a protocol recognises its own octets where no number says whose they are. It is tried only
 * there, and only where someone switched it on: {@link ProtocolRegistry#withHeuristics}.
 *
 * @param carrier name of the protocol whose payload is looked at, such as {@code udp}
 * @param test looks at the payload
 */
public record Heuristic(String carrier, Test test) {

  /** Looks at octets; it should be cheap, and say no when in doubt. */
  @FunctionalInterface
  public interface Test {

    /**
     * Whether the protocol may well begin here. Reading beyond the end is a no.
     *
     * @throws MalformedException where there are too few octets to tell
     */
    boolean recognises(Window payload) throws MalformedException;
  }
}
