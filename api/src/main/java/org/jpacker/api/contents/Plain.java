package org.jpacker.api.contents;

import java.util.List;
import java.util.Random;

/**
 * Finds out whether the octets of a record are nothing but values one behind the other. Such a
 * record is written as it was read, whatever the octets are, so that there is nothing to compare.
 */
final class Plain extends Pass {
  /** A multiple of the size of most records. */
  private static final int PROBE = 240;

  /** Records within records; one within itself would be asked for ever. */
  private static final int DEEPEST = 4;

  private final int depth;
  private boolean varies;

  private Plain(int depth) {
    this.depth = depth;
  }

  /**
   * Whether {@code blank} is such a record.
   *
   * @param depth records that surround it; deeper ones are compared in any case
   */
  static boolean is(Shaped blank, int depth) {
    if (depth == DEEPEST) {
      return false;
    }
    Plain plain = new Plain(depth + 1);
    blank.parts(new Parts(plain));
    if (plain.varies) {
      return false;
    }
    byte[] octets = new byte[PROBE];
    new Random(1).nextBytes(octets);
    byte[] others = octets.clone();
    for (int i = 0; i < PROBE; i++) {
      others[i] = (byte) ~octets[i];
    }
    return passesOn(blank, octets) && passesOn(blank, others);
  }

  /** Whether what comes back from the parts is what is passed to them. */
  private static boolean passesOn(Shaped blank, byte[] octets) {
    Parts in = Parts.reading(octets, 0, PROBE);
    Shaped read = blank.parts(in);
    int to = in.at;
    in.at = 0;
    in.bit = 0;
    in.mode = Parts.COMPARE;
    read.parts(in);
    return !in.bad && in.at == to;
  }

  @Override
  boolean describes() {
    return true;
  }

  @Override
  void maybe() {
    varies = true;
  }

  @Override
  void varies() {
    varies = true;
  }

  @Override
  <T> T single(String name, Kind<T> kind, T value) {
    varies |= !kind.isPlain(depth);
    return value;
  }

  @Override
  <T> List<T> many(String name, Kind<T> kind, List<T> values) {
    varies |= !kind.isPlain(depth);
    return values;
  }

  @Override
  long type(long value) {
    varies = true;
    return value;
  }

  @Override
  String reason(String value) {
    varies = true;
    return value;
  }

  @Override
  long infer(String name, long value) {
    varies = true;
    return value;
  }

  @Override
  void reserved(int width) {
    varies = true;
  }
}
