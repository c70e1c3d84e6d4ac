package org.jpacker.api.contents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Makes the tree of a record: a map with an entry for each part that is there. */
final class ToTree extends Pass {
  private final Map<String, Object> tree = new LinkedHashMap<>();

  static Map<String, Object> of(Shaped record) {
    ToTree pass = new ToTree();
    record.parts(new Parts(pass));
    return pass.tree;
  }

  @Override
  long number(String name, int width, long value) {
    tree.put(name, width == 1 ? (Object) (value != 0) : shown(width, value));
    return value;
  }

  @Override
  <T> T single(String name, Kind<T> kind, T value) {
    tree.put(name, kind.toTree(value));
    return value;
  }

  @Override
  <T> List<T> many(String name, Kind<T> kind, List<T> values) {
    tree.put(name, kind.toTree(values));
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
