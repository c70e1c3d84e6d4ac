package org.jpacker.api;

/**
 * Recognises the octets of a protocol where no number identifies it. Applied only there, and only
 * if {@linkplain ProtocolRegistry#withHeuristics enabled}.
 *
 * @param carrier name of the protocol whose payload is examined, such as {@code udp}
 * @param test examines the payload
 */
public record Heuristic(String carrier, Test test) {

  /** Examines octets. A test should be cheap, and answer no when in doubt. */
  @FunctionalInterface
  public interface Test {

    /**
     * Whether the protocol probably begins here. A read beyond the end counts as a no.
     *
     * @throws MalformedException if there are too few octets to decide
     */
    boolean recognises(Window payload) throws MalformedException;
  }
}
