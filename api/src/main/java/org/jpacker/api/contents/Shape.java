package org.jpacker.api.contents;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * A type of record and the numbers that select it in a {@link Choice}.
 *
 * @param <T> the type of record
 */
public final class Shape<T extends Shaped> {
  /** In place of the numbers of an unknown record, or of one that keeps the rest. */
  static final long ANY = Long.MIN_VALUE;

  final T blank;
  final Series<T> inner;
  final long[] numbers;

  /** Whether the number follows from the type. */
  final boolean tellsNumber;

  private final boolean lenient;

  /** Whether there is nothing to compare; null until a record has been read. */
  private Boolean exact;

  private Shape(T blank, Series<T> inner, boolean lenient, long... numbers) {
    this.blank = blank;
    this.inner = inner;
    this.lenient = lenient;
    this.numbers = numbers;
    this.tellsNumber = numbers.length == 1;
  }

  /** Records like {@code blank}, which is any of their type. */
  public static <T extends Shaped> Shape<T> of(T blank) {
    return new Shape<>(blank, null, false);
  }

  /** Records like {@code blank}, selected by {@code number}. */
  public static <T extends Shaped> Shape<T> of(long number, T blank) {
    return new Shape<>(blank, null, false, number);
  }

  /** A union within the union, whose records have a further head. */
  public static <T extends Shaped> Shape<T> of(long number, Series<T> inner) {
    return new Shape<>(null, inner, false, number);
  }

  /** A copy for several numbers; the record passes its own to {@link Parts#type(int)}. */
  public Shape<T> numbers(long... numbers) {
    return new Shape<>(blank, inner, lenient, numbers.clone());
  }

  /** A copy that accepts octets that the record does not write back, such as reserved bits. */
  public Shape<T> lenient() {
    return new Shape<>(blank, inner, true, numbers);
  }

  List<Long> numbers() {
    return LongStream.of(numbers).boxed().toList();
  }

  List<Long> numbersOrAny() {
    return numbers.length == 0 ? List.of(ANY) : numbers();
  }

  /** The record in these octets; empty if it does not fit or would not be written like that. */
  public Optional<T> decode(byte[] octets) {
    Parts in = Parts.reading(octets, 0, octets.length);
    T read = read(in, true);
    return in.bad || in.at != in.end ? Optional.empty() : Optional.of(read);
  }

  /**
   * The octets of {@code record}.
   *
   * @throws IllegalArgumentException if a part does not fit
   */
  public byte[] encode(T record) {
    Parts out = Parts.writing(64);
    write(out, record);
    return out.written();
  }

  /** What {@code record} consists of, as maps, lists and plain values. */
  public Object tree(T record) {
    return ToTree.of(record, false);
  }

  /**
   * The record of such a tree.
   *
   * @throws IllegalArgumentException with the path of what does not fit
   */
  public T ofTree(Object tree) {
    return ofTree(tree, new FromTree(Additions.NONE));
  }

  /** Sets {@link Parts#bad} if the octets are others than the record would be written as. */
  @SuppressWarnings("unchecked")
  T read(Parts in, boolean fills) {
    if (inner != null) {
      in.fills = fills;
      return inner.read(in);
    }
    if (in.depth == Parts.DEEPEST) {
      in.bad = true;
      return blank;
    }
    int from = in.at;
    int bit = in.bit;
    in.depth++;
    T record = (T) blank.parts(in);
    if (!in.bad && !isExact()) {
      int to = in.at;
      in.at = from;
      in.bit = bit;
      in.mode = Parts.COMPARE;
      record.parts(in);
      in.mode = Parts.READ;
      in.bad |= in.at != to;
    }
    in.depth--;
    in.bad |= in.bit != 0;
    return record;
  }

  private boolean isExact() {
    Boolean known = exact;
    if (known == null) {
      known = lenient || Plain.is(blank, 0);
      exact = known;
    }
    return known;
  }

  void write(Parts out, T record) {
    if (inner != null) {
      inner.write(out, record);
      return;
    }
    out.descend(record);
    record.parts(out);
    out.depth--;
  }

  T ofTree(Object tree, FromTree from) {
    return from.record(tree, blank);
  }

  /** The name of the type. */
  @Override
  public String toString() {
    return inner == null ? blank.getClass().getSimpleName() : inner.choice().toString();
  }

  List<Part> describe(Describing to) {
    return inner == null ? to.partsOf(blank, numbersOrAny()) : inner.describe(to);
  }
}
