package org.jpacker.api.contents;

import java.util.List;
import org.jpacker.api.ValueNames;

/** A pass over the parts of records without octets; by default every value comes back. */
abstract class Pass {

  long number(String name, int width, long value) {
    return value;
  }

  long signed(String name, int width, long value) {
    return number(name, width, value);
  }

  <T> T single(String name, Kind<T> kind, T value) {
    return value;
  }

  <T> List<T> many(String name, Kind<T> kind, List<T> values) {
    return values;
  }

  boolean isThere(String name, boolean hasValue) {
    return hasValue;
  }

  boolean describes() {
    return false;
  }

  long type(long value) {
    return value;
  }

  String reason(String value) {
    return value;
  }

  long infer(String name, long value) {
    return value;
  }

  void reserved(int width) {}

  void sized(int width, int unit, int plus, String name) {}

  void first(long number) {}

  void maybe() {}

  void hex() {}

  void digits(int digits) {}

  void named(ValueNames names) {}

  void told(String name, Object value) {}

  /** The octets say more than values: a size, a condition, what a record must satisfy. */
  void varies() {}

  /** Another record at the same place, or null. */
  void record(Shaped record) {}

  /** A number as trees and fields have it: without sign if it has 64 bits. */
  static Object shown(int width, long value) {
    return width == 64 && value < 0
        ? (Object) Long.toUnsignedString(value)
        : width > 0 && width < 32 ? (Object) (int) value : (Object) value;
  }
}
