package org.jpacker.api.contents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tree of a record: a map with an entry for each part that is there. */
final class ToTree extends Pass {
  private final Map<String, Object> tree = new LinkedHashMap<>();
  private final boolean told;

  private ToTree(boolean told) {
    this.told = told;
  }

  /**
   * The tree of {@code record}.
   *
   * @param told whether the fields that are no parts follow
   */
  static Map<String, Object> of(Shaped record, boolean told) {
    ToTree pass = new ToTree(told);
    record.parts(new Parts(pass));
    if (told) {
      record.tell(new Told(pass));
    }
    return pass.tree;
  }

  @Override
  void told(String name, Object value) {
    if (value != null && !(value instanceof List<?> several && several.isEmpty())) {
      tree.putIfAbsent(name, value);
    }
  }

  @Override
  void record(Shaped record) {
    if (record != null) {
      tree.putIfAbsent(record.getClass().getSimpleName(), of(record, told));
    }
  }

  @Override
  long number(String name, int width, long value) {
    tree.put(name, width == 1 ? (Object) (value != 0) : shown(width, value));
    return value;
  }

  @Override
  <T> T single(String name, Kind<T> kind, T value) {
    tree.put(name, kind.tree(value, told));
    return value;
  }

  @Override
  <T> List<T> many(String name, Kind<T> kind, List<T> values) {
    tree.put(name, kind.tree(values, told));
    return values;
  }

  @Override
  long type(long value) {
    tree.put("type", value);
    return value;
  }

  @Override
  String reason(String value) {
    tree.put("reason", value);
    return value;
  }

  @Override
  long infer(String name, long value) {
    tree.put(name, value);
    return value;
  }
}
