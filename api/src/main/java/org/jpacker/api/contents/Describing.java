package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.ValueNames;

/** Lists the parts of records, of blank ones: a record within itself is listed once. */
final class Describing extends Pass {
  final Additions additions;
  private final List<Part> fields = new ArrayList<>();
  private final List<Class<?>> open = new ArrayList<>();
  private List<Part> parts = new ArrayList<>();
  private boolean tellsOthers;
  private long number = Shape.ANY;

  /** Whether a record is listed again, under another of its numbers. */
  private boolean isAgain;

  /** Where its next field is put then: behind the one that was met before it. */
  private int place;

  private boolean maybe;
  private boolean sized;
  private boolean hex;
  private int digits;
  private ValueNames names = ValueNames.NONE;

  Describing(Additions additions) {
    this.additions = additions;
  }

  /** The fields that were met so far. */
  List<Part> fields() {
    return fields;
  }

  /** Whether a record tells the fields of others, which can have any name. */
  boolean tellsOthers() {
    return tellsOthers;
  }

  /** The parts of one record. */
  List<Part> partsOf(Shaped blank) {
    return partsOf(blank, Shape.ANY);
  }

  /** The parts that one record has under any of these numbers, on which names may depend. */
  List<Part> partsOf(Shaped blank, List<Long> numbers) {
    boolean outer = isAgain;
    int first = isAgain ? place : fields.size();
    int last = numbers.size() - 1;
    List<Part> all = partsOf(blank, numbers.get(last));
    isAgain = true;
    for (int i = last - 1; i >= 0; i--) {
      place = first;
      int at = 0;
      for (Part part : partsOf(blank, numbers.get(i))) {
        at = put(all, at, part);
      }
    }
    isAgain = outer;
    return all;
  }

  /** Puts a part at {@code at}, unless there is one of its name; returns the place behind it. */
  private static int put(List<Part> parts, int at, Part part) {
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).name().equals(part.name())) {
        return i + 1;
      }
    }
    parts.add(at, part);
    return at + 1;
  }

  private List<Part> partsOf(Shaped blank, long number) {
    if (open.contains(blank.getClass())) {
      return new ArrayList<>();
    }
    List<Part> outer = parts;
    long outerNumber = this.number;
    List<Part> mine = new ArrayList<>();
    parts = mine;
    this.number = number;
    open.add(blank.getClass());
    blank.parts(new Parts(this));
    checkForgotten(blank);
    blank.tell(new Told(this));
    checkForgotten(blank);
    open.remove(open.size() - 1);
    this.number = outerNumber;
    parts = outer;
    return mine;
  }

  /** A preparation without a part behind it does nothing: a mistake of the author. */
  private void checkForgotten(Shaped blank) {
    if (maybe || sized || hex || digits > 0 || !names.isEmpty()) {
      throw new IllegalStateException(
          blank.getClass().getSimpleName() + ": no part follows what prepares one");
    }
  }

  <T extends Shaped> List<Part> union(List<Shape<? extends T>> shapes) {
    List<Part> types = new ArrayList<>();
    for (Shape<? extends T> shape : shapes) {
      if (shape.inner != null) {
        types.addAll(shape.describe(this));
      } else {
        types.add(
            new Part(
                shape.numbers(),
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
    Part part = new Part(List.of(), name, width, maybe, shown, names, within);
    parts.add(part);
    if (part.isField()) {
      field(part);
    }
    forget();
  }

  private void field(Part part) {
    place = put(fields, isAgain ? place : fields.size(), part);
  }

  private void forget() {
    maybe = false;
    sized = false;
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
  long type(long value) {
    return number == Shape.ANY ? value : number;
  }

  @Override
  void sized(int width, int unit, int plus, String name) {
    sized = true;
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
    parts.add(new Part(List.of(), "reserved", width, maybe, 0, ValueNames.NONE, List.of()));
    forget();
  }

  @Override
  void told(String name, Object value) {
    if (name.indexOf('.') >= 0) {
      field(new Part(List.of(), name, -1, true, digits, names, List.of()));
    }
    forget();
  }
}
