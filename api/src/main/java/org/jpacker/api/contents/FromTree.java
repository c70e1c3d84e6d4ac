package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jpacker.api.names.NearNames;

/** Makes records of trees; messages say where in the tree something does not fit. */
final class FromTree extends Pass {
  final Additions additions;
  private String path = "";
  private Map<?, ?> tree = Map.of();
  private Set<Object> used = new HashSet<>();
  private int depth;

  FromTree(Additions additions) {
    this.additions = additions;
  }

  IllegalArgumentException wrong(String why) {
    return new IllegalArgumentException((path.isEmpty() ? "tree" : path) + ": " + why);
  }

  @SuppressWarnings("unchecked")
  <T extends Shaped> T record(Object from, T blank) {
    if (!(from instanceof Map<?, ?> map)) {
      throw wrong("an object is needed, not " + from);
    }
    if (depth == Parts.DEEPEST) {
      throw wrong("more than " + Parts.DEEPEST + " levels");
    }
    Map<?, ?> outerTree = tree;
    Set<Object> outerUsed = used;
    tree = map;
    used = new HashSet<>();
    depth++;
    T record = (T) blank.parts(new Parts(this));
    for (Object key : map.keySet()) {
      if (!used.contains(key)) {
        List<String> names = used.stream().map(String::valueOf).toList();
        throw wrong("there is no part " + key + near(String.valueOf(key), names));
      }
    }
    depth--;
    tree = outerTree;
    used = outerUsed;
    return record;
  }

  /** The record of the type that the only entry names. */
  <T extends Shaped> T member(Object from, List<Shape<? extends T>> shapes) {
    if (!(from instanceof Map<?, ?> map) || map.size() != 1) {
      throw wrong("an object with one entry, the type of the record, is needed");
    }
    Map.Entry<?, ?> entry = map.entrySet().iterator().next();
    Shape<? extends T> shape = find(String.valueOf(entry.getKey()), shapes);
    if (shape == null) {
      String typed = String.valueOf(entry.getKey());
      throw wrong("there is no type " + typed + near(typed, names(shapes)));
    }
    String outer = path;
    path = path.isEmpty() ? "" + entry.getKey() : path + "." + entry.getKey();
    T record = shape.ofTree(entry.getValue(), this);
    path = outer;
    return record;
  }

  private static String near(String typed, List<String> names) {
    List<String> near = NearNames.of(typed, names);
    return near.isEmpty() ? "" : "; did you mean " + String.join(", ", near) + "?";
  }

  @SuppressWarnings("unchecked")
  private List<String> names(List<? extends Shape<?>> shapes) {
    List<String> names = new ArrayList<>();
    for (Shape<?> shape : shapes) {
      if (shape.inner != null) {
        names.addAll(names(((Series<Shaped>) shape.inner).shapes(additions)));
      } else {
        names.add(shape.blank.getClass().getSimpleName());
      }
    }
    return names;
  }

  @SuppressWarnings("unchecked")
  private <T extends Shaped> Shape<? extends T> find(
      String name, List<? extends Shape<? extends T>> shapes) {
    for (Shape<? extends T> shape : shapes) {
      if (shape.inner != null) {
        Shape<? extends T> found =
            (Shape<? extends T>) find(name, ((Series<Shaped>) shape.inner).shapes(additions));
        if (found != null) {
          return found;
        }
      } else if (shape.blank.getClass().getSimpleName().equals(name)) {
        return shape;
      }
    }
    return null;
  }

  <T> T value(Object from, Leaf<T> leaf) {
    try {
      return leaf.ofTree(from);
    } catch (IllegalArgumentException | ArithmeticException e) {
      throw wrong(e.getMessage());
    }
  }

  <T> List<T> list(Object from, Kind<T> kind) {
    if (!(from instanceof List<?> list)) {
      throw wrong("a list is needed, not " + from);
    }
    String outer = path;
    List<T> values = new ArrayList<>();
    for (Object element : list) {
      path = outer + "[" + values.size() + "]";
      values.add(kind.ofTree(element, this));
    }
    path = outer;
    return List.copyOf(values);
  }

  private Object get(String name) {
    used.add(name);
    Object value = tree.get(name);
    if (value == null) {
      throw wrong("the part " + name + " is missing");
    }
    return value;
  }

  private long numberOf(String name) {
    Object value = get(name);
    if (value instanceof Long || value instanceof Integer) {
      return ((Number) value).longValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    try {
      return Long.parseUnsignedLong(String.valueOf(value));
    } catch (NumberFormatException e) {
      throw wrong(name + ": " + value + " is no number");
    }
  }

  @Override
  long number(String name, int width, long ignored) {
    long value = numberOf(name);
    if (width > 0 && width < 64 && value >>> width != 0) {
      throw wrong(name + ": " + value + " does not fit into " + width + " bits");
    }
    return value;
  }

  @Override
  long signed(String name, int width, long ignored) {
    long value = numberOf(name);
    if (value << 64 - width >> 64 - width != value) {
      throw wrong(name + ": " + value + " does not fit into " + width + " bits");
    }
    return value;
  }

  @Override
  <T> T single(String name, Kind<T> kind, T ignored) {
    Object value = get(name);
    String outer = path;
    path = path.isEmpty() ? name : path + "." + name;
    T read = kind.ofTree(value, this);
    path = outer;
    return read;
  }

  @Override
  <T> List<T> many(String name, Kind<T> kind, List<T> ignored) {
    Object value = get(name);
    String outer = path;
    path = path.isEmpty() ? name : path + "." + name;
    List<T> read = list(value, kind);
    path = outer;
    return read;
  }

  @Override
  boolean isThere(String name, boolean ignored) {
    return tree.containsKey(name);
  }

  @Override
  long type(long ignored) {
    return numberOf("type");
  }

  @Override
  String reason(String ignored) {
    return String.valueOf(get("reason"));
  }

  @Override
  long infer(String name, long ignored) {
    return numberOf(name);
  }
}
