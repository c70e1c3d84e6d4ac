package org.jpacker.api.contents;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What a part may consist of: a value of its own octets, a record, one of several records. */
abstract class Kind<T> {

  /** Reads one; sets {@link Parts#bad} if it does not fit. */
  abstract T read(Parts in);

  /** Writes one, or compares it with the octets that are there. */
  abstract void write(Parts out, T value);

  /** What an absent part has as its value. */
  abstract T absent();

  /**
   * What the value consists of.
   *
   * @param told whether fields that are no parts are added
   */
  abstract Object tree(T value, boolean told);

  abstract T ofTree(Object tree, FromTree from);

  abstract void tell(Telling to, T value);

  /** The parts of one, or none. */
  abstract List<Part> describe(Describing to);

  /** The types of records that it may be, with their numbers. */
  List<Shape<? extends T>> shapes(Additions additions) {
    return List.of();
  }

  /**
   * Whether it is written as it was read, whatever the octets are.
   *
   * @param depth records that surround it
   */
  boolean isPlain(int depth) {
    return false;
  }

  boolean isAbsent(T value) {
    return value == null || value.equals(absent());
  }

  /** Reads {@code count} of them or, if that is negative, as many as there are. */
  @SuppressWarnings("unchecked")
  List<T> readAll(Parts in, long count) {
    Object[] found = new Object[4];
    int size = 0;
    while (count < 0 ? in.hasMore() : size < count) {
      int before = in.position();
      T value = read(in);
      if (in.bad || in.position() == before) {
        // a count is only a claim, and a value without octets would repeat for ever
        in.at = before;
        in.bad = count >= 0 || !in.isPadding(in.unit);
        break;
      }
      if (size == found.length) {
        found = Arrays.copyOf(found, size * 2);
      }
      found[size++] = value;
    }
    return (List<T>) List.of(size == found.length ? found : Arrays.copyOf(found, size));
  }

  /** All of them in these octets. */
  List<T> decode(byte[] octets) {
    return decode(Parts.reading(octets, 0, octets.length), -1, null);
  }

  /**
   * Those in some octets.
   *
   * @param count how many at most; all if negative
   * @param only if not null, records with other numbers may be left out
   */
  List<T> decode(Parts in, long count, Set<Long> only) {
    return readAll(in, count);
  }

  /** The octets of these values. */
  byte[] encode(List<? extends T> values) {
    Parts out = Parts.writing(64);
    writeAll(out, values);
    return out.written();
  }

  void writeAll(Parts out, List<? extends T> values) {
    for (int i = 0; i < values.size(); i++) {
      write(out, values.get(i));
    }
  }

  List<Object> tree(List<? extends T> values, boolean told) {
    return values.stream().<Object>map(value -> tree(value, told)).toList();
  }
}
