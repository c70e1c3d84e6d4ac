package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.ValueNames;

/** Lists the parts of records, of blank ones: a record within itself is listed once. */
final class Describing extends Pass {
  private final Map<String, Part> fields = new LinkedHashMap<>();
  private final List<Class<?>> open = new ArrayList<>();
  private List<Part> parts = new ArrayList<>();
  private boolean tellsOthers;
  private boolean maybe;
  private boolean hex;
  private int digits;
  private ValueNames names = ValueNames.NONE;

  /** The fields that were met so far. */
  Collection<Part> fields() {
    return fields.values();
  }

  /** Whether a record tells the fields of others, which can have any name. */
  boolean tellsOthers() {
    return tellsOthers;
  }

  /** The parts of one record. */
  List<Part> partsOf(Shaped blank) {
    if (open.contains(blank.getClass())) {
      return List.of();
    }
    List<Part> outer = parts;
    List<Part> mine = new ArrayList<>();
    parts = mine;
    open.add(blank.getClass());
    blank.parts(new Parts(this));
    blank.tell(new Told(this));
    open.remove(open.size() - 1);
    parts = outer;
    return mine;
  }

  <T extends Shaped> List<Part> union(List<Shape<? extends T>> shapes) {
    List<Part> types = new ArrayList<>();
    for (Shape<? extends T> shape : shapes) {
      if (shape.inner != null) {
        types.addAll(shape.describe(this));
      } else {
        types.add(
            new Part(
                shape.blank.getClass().getSimpleName(),
                -1,
                false,
                0,
                ValueNames.NONE,
                shape.describe(this)));
      }
    }
    return types;
  }

  private void add(String name, int width, List<Part> within) {
    int shown = digits > 0 ? digits : hex ? (width + 3) / 4 : 0;
    Part part = new Part(name, width, maybe, shown, names, within);
    parts.add(part);
    if (part.isField()) {
      fields.putIfAbsent(name, part);
    }
    forget();
  }

  private void forget() {
    maybe = false;
    hex = false;
    digits = 0;
    names = ValueNames.NONE;
  }

  @Override
  void record(Shaped record) {
    tellsOthers = true;
  }

  @Override
  boolean describes() {
    return true;
  }

  @Override
  void maybe() {
    maybe = true;
  }

  @Override
  void hex() {
    hex = true;
  }

  @Override
  void digits(int digits) {
    this.digits = digits;
  }

  @Override
  void named(ValueNames names) {
    this.names = names;
  }

  @Override
  long number(String name, int width, long value) {
    add(name, width, List.of());
    return value;
  }

  @Override
  <T> T single(String name, Kind<T> kind, T value) {
    many(name, kind);
    return value;
  }

  @Override
  <T> List<T> many(String name, Kind<T> kind, List<T> values) {
    many(name, kind);
    return values;
  }

  private <T> void many(String name, Kind<T> kind) {
    boolean outer = maybe;
    ValueNames outerNames = names;
    forget();
    List<Part> within = kind.describe(this);
    maybe = outer;
    names = outerNames;
    add(name, -1, within);
  }

  @Override
  void reserved(int width) {
    parts.add(new Part("reserved", width, maybe, 0, ValueNames.NONE, List.of()));
    forget();
  }

  @Override
  void told(String name, Object value) {
    if (name.indexOf('.') >= 0) {
      fields.putIfAbsent(name, new Part(name, -1, true, digits, names, List.of()));
    }
    forget();
  }
}
