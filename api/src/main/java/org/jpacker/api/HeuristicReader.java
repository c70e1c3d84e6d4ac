package org.jpacker.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads what no number claims: whoever recognises it first, in the order they were named. */
final class HeuristicReader implements Reader {
  private final Map<String, List<Guess>> byCarrier = new HashMap<>();

  private record Guess(Heuristic.Test test, Reader reader) {}

  private HeuristicReader(List<Protocol<?>> protocols) {
    for (Protocol<?> protocol : protocols) {
      for (Heuristic heuristic : protocol.heuristics()) {
        byCarrier
            .computeIfAbsent(heuristic.carrier(), carrier -> new ArrayList<>())
            .add(new Guess(heuristic.test(), protocol.reader()));
      }
    }
  }

  static Reader of(List<Protocol<?>> protocols) {
    return protocols.isEmpty() ? NOBODY : new HeuristicReader(protocols);
  }

  @Override
  public Layer read(Window in) {
    Header carrier = in.carrier();
    if (carrier != null && in.size() > 0) {
      for (Guess guess : byCarrier.getOrDefault(carrier.protocol().name(), List.of())) {
        Layer layer = read(guess, in);
        if (layer != null) {
          return layer;
        }
      }
    }
    return in.raw();
  }

  /**
   * The header, or null if it is none: a guess that turns out wrong leaves the octets to others. A
   * header without octets would be guessed again behind itself, without end.
   */
  private static Layer read(Guess guess, Window in) {
    try {
      return guess.test.recognises(in)
              && guess.reader.read(in) instanceof Header header
              && header.headerSize() > 0
          ? header
          : null;
    } catch (MalformedException e) {
      return null;
    }
  }
}
