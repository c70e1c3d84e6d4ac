package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A union: numbers select types of records. Where a number has several types, the first one that
 * fits the octets is taken. Any other number, and octets that no type fits, are the unknown record.
 *
 * @param <T> the common type of the records
 */
public final class Choice<T extends Shaped> {
  private static final int FEW = 256;
  private static final Shape<?>[] NONE = {};

  private final String name;
  private final List<Shape<? extends T>> shapes;
  private final Shape<? extends T> unknown;
  private final Shape<?>[][] few = new Shape<?>[FEW][];
  private final Map<Long, Shape<?>[]> many = new HashMap<>();
  private final Map<Class<?>, Shape<?>> byType = new HashMap<>();

  private Choice(String name, Shape<? extends T> unknown, List<Shape<? extends T>> shapes) {
    this.name = name;
    this.unknown = unknown;
    this.shapes = shapes;
    for (Shape<? extends T> shape : shapes) {
      for (long number : shape.numbers) {
        add(number, shape);
      }
      enter(shape, shape);
    }
    if (unknown != null) {
      enter(unknown, unknown);
    }
  }

  private void enter(Shape<?> outer, Shape<?> shape) {
    if (shape.inner == null) {
      byType.put(shape.blank.getClass(), outer);
    } else {
      shape.inner.shapes(Additions.NONE).forEach(inner -> enter(outer, inner));
    }
  }

  private void add(long number, Shape<?> shape) {
    Shape<?>[] before = find(number);
    Shape<?>[] after = Arrays.copyOf(before, before.length + 1);
    after[before.length] = shape;
    if (number >= 0 && number < FEW) {
      few[(int) number] = after;
    } else {
      many.put(number, after);
    }
  }

  private Shape<?>[] find(long number) {
    Shape<?>[] found = number >= 0 && number < FEW ? few[(int) number] : many.get(number);
    return found == null ? NONE : found;
  }

  /**
   * A union of records of {@code type}.
   *
   * @param unknown keeps number and octets of any other record, or null if there is no such record
   */
  @SafeVarargs
  @SuppressWarnings("varargs")
  public static <T extends Shaped> Choice<T> of(
      Class<T> type, Shape<? extends T> unknown, Shape<? extends T>... shapes) {
    return new Choice<>(type.getSimpleName(), unknown, List.of(shapes));
  }

  /** The types of records; the unknown one comes last. */
  List<Shape<? extends T>> shapes(Additions additions) {
    List<Shape<? extends T>> all = new ArrayList<>(shapes);
    all.addAll(additions.to(this));
    if (unknown != null) {
      all.add(unknown);
    }
    return all;
  }

  /**
   * The number that selects a record.
   *
   * @throws IllegalArgumentException if the record is of no type of the union
   */
  public long number(T record) {
    Shape<T> shape = shapeOf(record);
    if (shape.tellsNumber) {
      return shape.numbers[0];
    }
    return Parts.numberOf(record);
  }

  @SuppressWarnings("unchecked")
  Shape<T> shapeOf(T record) {
    Shape<?> shape = byType.get(record.getClass());
    return shape == null ? added(record) : (Shape<T>) shape;
  }

  /** A record of a type that another module added says its number itself. */
  private Shape<T> added(T record) {
    if (Parts.numberOf(record) < 0) {
      throw new IllegalArgumentException(
          name + ": " + record.getClass().getName() + " is not in the table");
    }
    return Shape.of(record);
  }

  boolean has(Shaped record) {
    return byType.containsKey(record.getClass());
  }

  boolean knows(long number) {
    return find(number).length > 0;
  }

  /** Reads the record of this number; sets {@link Parts#bad} if no type fits. */
  @SuppressWarnings("unchecked")
  T read(Parts in, long number, long extra, boolean fills, int unit) {
    int from = in.at;
    int bit = in.bit;
    long outerNumber = in.number;
    long outerExtra = in.extra;
    int outerUnit = in.unit;
    T read = null;
    Shape<?>[] known = find(number);
    if (in.additions != null) {
      known = in.additions.find(this, known, number);
    }
    for (Shape<?> shape : known) {
      read = attempt((Shape<T>) shape, in, number, extra, fills, unit);
      if (read != null) {
        break;
      }
      in.at = from;
      in.bit = bit;
      in.bad = false;
    }
    // without a length, the octets of a known record may be those of the next ones too
    if (read == null && unknown != null && (fills || known.length == 0)) {
      read = attempt((Shape<T>) unknown, in, number, extra, fills, unit);
    }
    in.bad = read == null;
    in.number = outerNumber;
    in.extra = outerExtra;
    in.unit = outerUnit;
    return read;
  }

  private T attempt(Shape<T> shape, Parts in, long number, long extra, boolean fills, int unit) {
    in.number = number;
    in.extra = extra;
    in.unit = unit;
    T read = shape.read(in, fills);
    return in.bad || fills && !in.isPadding(unit) ? null : read;
  }

  T ofTree(Object tree, FromTree from) {
    return from.member(tree, shapes(from.additions));
  }

  List<Part> describe(Describing to) {
    return to.union(shapes(to.additions));
  }

  /** The name of the union. */
  @Override
  public String toString() {
    return name;
  }
}
