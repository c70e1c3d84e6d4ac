package org.jpacker.api;

/** What holds wherever a layer comes to be carried by another: a layer is part of one packet. */
final class Stacking {
  private Stacking() {}

  /** {@code layer} with all that it carries; a copy if it already has a carrier or a packet. */
  static Layer free(Layer layer) {
    return isFree(layer) ? layer : layer.detachedCopy();
  }

  /**
   * {@code header}, ready for another payload; a copy without payload if it already has a carrier
   * or a packet.
   */
  static Header alone(Header header) {
    return isFree(header) ? header : header.copyAlone();
  }

  private static boolean isFree(Layer layer) {
    return layer.carrier == null && layer.packet == null;
  }

  /**
   * For layers of which each is to carry the next one.
   *
   * @throws IllegalArgumentException if there are none, or one that carries nothing is not the last
   */
  static void refuseUnstackable(Layer... layers) {
    if (layers.length == 0) {
      throw new IllegalArgumentException("a packet has at least one layer");
    }
    for (int i = 1; i < layers.length; i++) {
      if (!(layers[i - 1] instanceof Header)) {
        throw new IllegalArgumentException(
            layers[i - 1] + " carries nothing, not even " + layers[i]);
      }
    }
  }

  /**
   * For {@code header} to carry {@code carried}.
   *
   * @throws IllegalArgumentException if that is the header itself, or one of its carriers
   */
  static void refuseCycle(Header header, Layer carried) {
    for (Header h = header; h != null; h = h.carrier) {
      if (h == carried) {
        throw new IllegalArgumentException(h.protocol().name() + " cannot carry itself");
      }
    }
  }

  /**
   * Gives {@code to} the number that selects the payload of {@code from}, if both use the same
   * table.
   */
  static void moveNumber(Header from, Header to) {
    UIntField source = number(from);
    UIntField target = number(to);
    if (source != null
        && target != null
        && source.traits().selects() == target.traits().selects()) {
      long raw =
          Octets.bits(from.octets, from.start, source.traits().place(from, source), source.width());
      target.traits().write(to, target.traits().place(to, target), target.width(), raw);
    }
  }

  private static UIntField number(Header header) {
    for (Field field : header.protocol().layout().fields()) {
      if (field instanceof UIntField number
          && number.traits().derived()
          && number.traits().selects() != null
          && number.isPresent(header)) {
        return number;
      }
    }
    return null;
  }
}
