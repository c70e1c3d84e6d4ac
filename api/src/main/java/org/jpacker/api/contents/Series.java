package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntFunction;

/**
 * Records of a union one after the other, each with its head: options, TLVs, chunks.
 *
 * <pre>{@code
 * static final Series<TcpOption> ALL =
 *     Series.of("tcp.options",
 *             head -> { if (head.type(8) > 1) head.lengthOfAll(8); },
 *             Choice.of(TcpOption.class, Shape.of(new Unknown(0, OctetString.EMPTY)),
 *                 Shape.of(0, new End()), Shape.of(1, new Nop()),
 *                 Shape.of(2, new MaximumSegmentSize(0)), ...),
 *             Shape.of(new Truncated(OctetString.EMPTY, "")))
 *         .endsWith(0).paddedTo(4).atMost(40);
 * }</pre>
 *
 * <p>Shared freely between threads.
 *
 * @param <T> the common type of the records
 */
public final class Series<T extends Shaped> extends Kind<T> {
  private static final long NO_NUMBER = -1;

  private final String name;
  private final Framing framing;
  private final Choice<T> choice;
  private final Shape<? extends T> rest;
  private final Class<?> restType;
  private final long last;
  private final long closing;
  private final int padded;
  private final int before;
  private final IntFunction<? extends T> padding;
  private final int aligned;
  private final boolean isAlignedAtEnd;
  private final int most;
  private final boolean chained;
  private final boolean countsPadding;

  private Series(
      String name, Framing framing, Choice<T> choice, Shape<? extends T> rest, Draft<T> draft) {
    this.name = name;
    this.framing = framing;
    this.choice = choice;
    this.rest = rest;
    this.restType = rest == null ? null : rest.blank.getClass();
    this.last = draft.last;
    this.closing = draft.closing;
    this.padded = draft.padded;
    this.before = draft.before;
    this.padding = draft.padding;
    this.aligned = draft.aligned;
    this.isAlignedAtEnd = draft.isAlignedAtEnd;
    this.most = draft.most;
    this.chained = draft.chained;
    this.countsPadding = draft.countsPadding;
  }

  /** A copy under construction. */
  private static final class Draft<T> {
    long last = Long.MIN_VALUE;
    long closing = Long.MIN_VALUE;
    int padded = 1;
    int before;
    IntFunction<? extends T> padding;
    int aligned = 1;
    boolean isAlignedAtEnd;
    int most = Integer.MAX_VALUE;
    boolean chained;
    boolean countsPadding;
  }

  private Series<T> with(Consumer<Draft<T>> change) {
    Draft<T> draft = new Draft<>();
    draft.last = last;
    draft.closing = closing;
    draft.padded = padded;
    draft.before = before;
    draft.padding = padding;
    draft.aligned = aligned;
    draft.isAlignedAtEnd = isAlignedAtEnd;
    draft.most = most;
    draft.chained = chained;
    draft.countsPadding = countsPadding;
    change.accept(draft);
    return new Series<>(name, framing, choice, rest, draft);
  }

  /** Records with these heads; one that does not fit makes what contains the series octets. */
  public static <T extends Shaped> Series<T> of(String name, Framing framing, Choice<T> choice) {
    return of(name, framing, choice, null);
  }

  /**
   * Records with these heads.
   *
   * @param name for messages
   * @param rest keeps the octets from a head on that does not fit, up to the end; if it is of a
   *     type that is in the union too, its number is -1
   */
  public static <T extends Shaped> Series<T> of(
      String name, Framing framing, Choice<T> choice, Shape<? extends T> rest) {
    return new Series<>(name, framing, choice, rest, new Draft<>());
  }

  /** A copy that ends after a record of this type; what follows is padding. */
  public Series<T> endsWith(long type) {
    return with(copy -> copy.last = type);
  }

  /** A copy whose list ends with a head of this type, which is no record. */
  public Series<T> closedBy(long type) {
    return with(copy -> copy.closing = type);
  }

  /** A copy that writes zeros after the last record, up to a multiple of {@code unit} octets. */
  public Series<T> paddedTo(int unit) {
    return with(copy -> copy.padded = unit);
  }

  /**
   * A copy that writes a record of padding after the last one, up to a multiple of {@code unit}
   * octets.
   *
   * @param before octets before the first record, which count too
   * @param padding makes the record of so many octets
   */
  public Series<T> paddedTo(int unit, int before, IntFunction<? extends T> padding) {
    return with(
        copy -> {
          copy.padded = unit;
          copy.before = before;
          copy.padding = padding;
        });
  }

  /**
   * A copy in which each record begins, and the last ends, at a multiple of {@code unit} octets.
   */
  public Series<T> aligned(int unit) {
    return with(
        copy -> {
          copy.aligned = unit;
          copy.isAlignedAtEnd = true;
        });
  }

  /** A copy in which each record begins at a multiple of {@code unit} octets. */
  public Series<T> alignedBetween(int unit) {
    return with(
        copy -> {
          copy.aligned = unit;
          copy.isAlignedAtEnd = false;
        });
  }

  /**
   * A copy for aligned records whose lengths may count the zeros behind them, which are then read
   * as padding. The lengths that are written do not count them.
   */
  public Series<T> mayCountPadding() {
    return with(copy -> copy.countsPadding = true);
  }

  /** A copy whose heads tell the type of the following record, see {@link Head#next}. */
  public Series<T> chained() {
    return with(copy -> copy.chained = true);
  }

  /** A copy that refuses to write more than {@code octets} octets. */
  public Series<T> atMost(int octets) {
    return with(copy -> copy.most = octets);
  }

  // --- octets ---

  /** The records in these octets; an empty list if there is no record for what does not fit. */
  @Override
  public List<T> decode(byte[] octets) {
    return decode(octets, 0, octets.length);
  }

  /** The records from one index of a message up to another. */
  public List<T> decode(byte[] message, int from, int to) {
    Parts in = Parts.reading(message, from, to);
    return readAll(in, -1);
  }

  /** The one record that these octets are, or what keeps the rest; null if there is none. */
  public T decodeOne(byte[] octets) {
    Parts in = Parts.reading(octets, 0, octets.length);
    in.fills = true;
    return read(in);
  }

  /**
   * The octets of {@code records}.
   *
   * @throws IllegalArgumentException if something does not fit
   */
  @Override
  public byte[] encode(List<? extends T> records) {
    return super.encode(records);
  }

  /** The union of its records, to which other modules may add types. */
  public Choice<T> choice() {
    return choice;
  }

  /** The number of a record, as its head has it; -1 for the rest. */
  public long number(T record) {
    return isRest(record) ? NO_NUMBER : choice.number(record);
  }

  private boolean isRest(T record) {
    return record.getClass() == restType
        && (!choice.has(record) || choice.number(record) == NO_NUMBER);
  }

  /** The record of this type in these octets, without a head. */
  public T decode(long type, byte[] contents) {
    Parts in = Parts.reading(contents, 0, contents.length);
    return choice.read(in, type, 0, true, 1);
  }

  /** What {@code records} consist of, as maps, lists and plain values. */
  public List<Object> tree(List<? extends T> records) {
    return tree(records, false);
  }

  /**
   * The records of such a tree.
   *
   * @throws IllegalArgumentException with the path of what does not fit
   */
  public List<T> ofTree(Object tree) {
    return new FromTree(Additions.NONE).list(tree, this);
  }

  /** The types of records with their parts. */
  public List<Part> describe() {
    return describe(new Describing(Additions.NONE));
  }

  @Override
  T read(Parts in) {
    boolean fills = in.fills;
    in.fills = false;
    int start = in.at;
    Head head = new Head(in, name, in.takeFirst());
    T record = element(in, head, fills, null);
    if (record == null) {
      in.at = start;
      in.bit = 0;
      return rest(in, head);
    }
    return record;
  }

  @Override
  List<T> readAll(Parts in, long count) {
    return readAll(in, count, null);
  }

  @Override
  List<T> decode(Parts in, long count, Set<Long> only) {
    return readAll(in, count, only);
  }

  /**
   * Reads {@code count} records or, if that is negative, as many as there are.
   *
   * @param only if not null, other numbers are passed over where their heads have lengths
   */
  @SuppressWarnings("unchecked")
  private List<T> readAll(Parts in, long count, Set<Long> only) {
    Object[] found = new Object[8];
    int size = 0;
    int begin = in.at;
    int outer = in.base;
    Head head = new Head(in, name, in.takeFirst());
    while ((count < 0 || size < count) && in.hasMore()) {
      int start = in.at;
      in.base = start;
      T record = element(in, head, false, only);
      if (head.stopped) {
        in.at = start;
        in.bit = 0;
        break;
      }
      if (head.closed) {
        break;
      }
      boolean fits = record != null || head.passed;
      if (!fits) {
        in.at = start;
        in.bit = 0;
        record = rest(in, head);
        if (record == null) {
          break;
        }
      }
      if (!head.passed) {
        if (size == found.length) {
          found = Arrays.copyOf(found, size * 2);
        }
        found[size++] = record;
      }
      if (!fits || in.at == start || head.isLast()) {
        break;
      }
      if (head.type() == last) {
        in.at = in.end;
        break;
      }
      if (aligned > 1) {
        int next = begin + (in.at - begin + aligned - 1) / aligned * aligned;
        if (!isAlignedAtEnd && (next >= in.end || size == count)) {
          break;
        }
        in.at = Math.min(in.end, next);
      }
      head.close();
    }
    in.base = outer;
    in.bad |= count >= 0 && size < count;
    List<?> read = List.of(Arrays.copyOf(found, size));
    return (List<T>) read;
  }

  /** The next record, or null if it does not fit or is passed over. */
  private T element(Parts in, Head head, boolean fills, Set<Long> only) {
    head.begin(null, false, 0, head.upcoming());
    framing.head(head);
    head.closed = head.type() == closing && !in.bad;
    if (head.stopped || head.closed) {
      return null;
    }
    int end = head.end();
    if (head.reason != null) {
      return null;
    }
    if (only != null && end >= 0 && !only.contains(head.type())) {
      head.passed = true;
      in.at = end;
      return null;
    }
    int outer = in.end;
    if (end >= 0) {
      in.end = end;
    }
    T record = choice.read(in, head.type(), head.extra(), end >= 0 || fills, unit(head));
    in.end = outer;
    if (record == null) {
      in.bad = false;
      head.fail("type " + head.type() + " has other contents");
    } else if (end >= 0) {
      in.at = end;
    }
    return record;
  }

  /** The contents of a record may end with zeros, fewer than so many. */
  private int unit(Head head) {
    return countsPadding ? aligned : head.unit();
  }

  private T rest(Parts in, Head head) {
    if (rest == null) {
      in.bad = true;
      return null;
    }
    String outer = in.reason;
    long outerNumber = in.number;
    in.reason = head.reason == null ? "" : head.reason;
    in.number = NO_NUMBER;
    T record = rest.read(in, true);
    in.reason = outer;
    in.number = outerNumber;
    return record;
  }

  @Override
  void write(Parts out, T value) {
    element(out, new Head(out, name, -1), value, 0, false);
  }

  @Override
  void writeAll(Parts out, List<? extends T> values) {
    int begin = out.at;
    int outer = out.base;
    Head head = new Head(out, name, -1);
    int size = values.size();
    for (int i = 0; i < size; i++) {
      if (aligned > 1 && i > 0) {
        zeros(out, begin, aligned);
      }
      out.base = out.at;
      long next = i + 1 < size && chained ? number(values.get(i + 1)) : 0;
      element(out, head, values.get(i), next, true);
      head.close();
    }
    if (out.at - begin > most) {
      throw new IllegalArgumentException(
          name + ": " + (out.at - begin) + " octets do not fit into " + most);
    }
    boolean endsWithRest = size > 0 && isRest(values.get(size - 1));
    if (isAlignedAtEnd && size > 0 && !endsWithRest) {
      zeros(out, begin, aligned);
    }
    if (closing != Long.MIN_VALUE && !endsWithRest) {
      head.begin(closing);
      framing.head(head);
      head.patch(out.at);
    }
    if (padding == null) {
      zeros(out, begin, padded);
    } else {
      int odd = (before + out.at - begin) % padded;
      if (odd > 0) {
        element(out, head, padding.apply(padded - odd), 0, true);
      }
    }
    out.base = outer;
  }

  private static void zeros(Parts out, int begin, int unit) {
    for (int odd = unit == 1 ? 0 : (out.at - begin) % unit;
        odd > 0 && odd < unit && !out.bad;
        odd++) {
      out.reserved(8);
    }
  }

  @SuppressWarnings("unchecked")
  private void element(Parts out, Head head, T value, long next, boolean inList) {
    if (isRest(value)) {
      ((Shape<T>) rest).write(out, value);
      return;
    }
    Shape<T> shape = choice.shapeOf(value);
    boolean tells = shape.tellsNumber;
    head.begin(value, tells, tells ? shape.numbers[0] : 0, next);
    framing.head(head);
    if (inList
        && out.mode == Parts.WRITE
        && !head.hasLength()
        && shape.numbers.length == 0
        && choice.knows(head.type())) {
      throw new IllegalArgumentException(name + ": type " + head.type() + " has no length");
    }
    int from = out.at;
    if (out.mode == Parts.COMPARE) {
      compare(out, head, shape, value);
    } else if (head.contents() != null) {
      out.putOctets(head.contents());
    } else {
      shape.write(out, value);
      head.patch(from);
    }
  }

  private void compare(Parts out, Head head, Shape<T> shape, T value) {
    int end = out.bad ? -1 : head.end();
    int outer = out.end;
    long number = out.number;
    long extra = out.extra;
    out.number = head.type();
    out.extra = head.extra();
    if (end >= 0) {
      out.end = end;
    }
    shape.write(out, value);
    if (end >= 0) {
      out.bad |= head.reason != null || !out.isPadding(unit(head));
      out.at = end;
    }
    out.end = outer;
    out.number = number;
    out.extra = extra;
  }

  // --- trees ---

  /** The types of the union, and that of the rest. */
  @Override
  List<Shape<? extends T>> shapes(Additions additions) {
    List<Shape<? extends T>> all = new ArrayList<>(choice.shapes(additions));
    if (rest != null && !choice.has(rest.blank)) {
      all.add(rest);
    }
    return all;
  }

  @Override
  T absent() {
    return null;
  }

  @Override
  Object tree(T value, boolean told) {
    return Map.of(value.getClass().getSimpleName(), ToTree.of(value, told));
  }

  @Override
  T ofTree(Object tree, FromTree from) {
    return from.member(tree, shapes(from.additions));
  }

  @Override
  void tell(Telling to, T value) {
    to.record(value);
  }

  @Override
  List<Part> describe(Describing to) {
    return to.union(shapes(to.additions));
  }
}
