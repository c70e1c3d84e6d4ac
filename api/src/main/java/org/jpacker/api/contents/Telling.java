package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.OctetString;

/** Collects the values of one field. */
final class Telling extends Pass {
  private final String wanted;
  private final List<Object> values = new ArrayList<>();
  private final Parts parts = new Parts(this);
  private final Told told = new Told(this);

  Telling(String wanted) {
    this.wanted = wanted;
  }

  List<Object> values() {
    return values;
  }

  @Override
  void record(Shaped record) {
    if (record != null) {
      record.parts(parts);
      record.tell(told);
    }
  }

  @Override
  void told(String name, Object value) {
    if (!name.equals(wanted) || value == null) {
      return;
    }
    if (value instanceof List<?> several) {
      values.addAll(several);
    } else {
      values.add(value);
    }
  }

  @Override
  long number(String name, int width, long value) {
    if (name.equals(wanted)) {
      values.add(width == 64 ? Long.toUnsignedString(value) : shown(width, value));
    }
    return value;
  }

  @Override
  <T> T single(String name, Kind<T> kind, T value) {
    if (name.equals(wanted) && !(value instanceof OctetString octets && octets.size() == 0)) {
      values.add(value);
    }
    kind.tell(this, value);
    return value;
  }

  @Override
  <T> List<T> many(String name, Kind<T> kind, List<T> all) {
    if (name.equals(wanted)) {
      values.addAll(all);
    }
    all.forEach(value -> kind.tell(this, value));
    return all;
  }
}
