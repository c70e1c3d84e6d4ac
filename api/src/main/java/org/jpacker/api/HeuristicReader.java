package org.jpacker.api;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads unclaimed octets by recognition: the heuristics are tried in the order in which they were
 * enabled.
 */
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
   * The header, or null if recognition was wrong; the octets are then left to the next heuristic. A
   * header without octets is rejected, since it would be recognised again after itself, without
   * end.
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
