package org.jpacker.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How a bulk scan passes over a header without creating it: the scan's view of a protocol's
 * constructor and {@code next}. A passage describes ordinary headers and may omit rare cases;
 * headers that it does not describe are read as objects.
 *
 * <pre>{@code
 * Layout.of(...).passedBy(
 *     Passage.of()
 *         .only(VERSION, 4)
 *         .only(FRAG_OFFSET, 0)
 *         .headerSize(HDR_LEN)
 *         .limit(LEN)
 *         .next(PROTO))
 * }</pre>
 *
 * <p>All fields of a passage have a fixed position in the part that every header has.
 *
 * @param conditions the conditions that described headers meet
 * @param headerSize the field with the size of the header in octets, or null if all headers have
 *     the layout's size
 * @param limit the field that limits the layer, or null if the carrier limits it
 * @param limitFrom octets from the start of the layer to the point that {@code limit} counts from
 * @param selector the number that selects the reader of the payload, or null for none
 * @param otherSelector the second of two ports, or null
 * @param certain conditional fields that every described header has
 */
public record Passage(
    List<Condition> conditions,
    UIntField headerSize,
    UIntField limit,
    int limitFrom,
    UIntField selector,
    UIntField otherSelector,
    List<Field> certain) {

  /**
   * A field with its least and greatest value in described headers.
   *
   * @param field the field
   * @param least the least value
   * @param most the greatest value
   */
  public record Condition(UIntField field, int least, int most) {}

  /** Copies the lists. */
  public Passage {
    conditions = List.copyOf(conditions);
    certain = List.copyOf(certain);
  }

  /**
   * Headers of the layout's size that extend to the end of what carries them, and carry nothing.
   */
  public static Passage of() {
    return new Passage(List.of(), null, null, 0, null, null, List.of());
  }

  /** A copy for headers in which {@code field} has this value. */
  public Passage only(UIntField field, int value) {
    return only(field, value, value);
  }

  /** A copy for headers in which {@code field} has a value from {@code least} to {@code most}. */
  public Passage only(UIntField field, int least, int most) {
    List<Condition> more = new ArrayList<>(conditions);
    more.add(new Condition(field, least, most));
    return with(draft -> draft.conditions = more);
  }

  /**
   * A copy in which {@code field} is the size of the header, as passed to {@code
   * Header.headerSize}.
   */
  public Passage headerSize(UIntField field) {
    return with(draft -> draft.headerSize = field);
  }

  /**
   * A copy in which {@code field} is the size of the layer, as passed to {@code Header.limit}. A
   * header whose field is less than its own size, such as zero for an unknown size, is not
   * described.
   */
  public Passage limit(UIntField field) {
    return limit(field, 0);
  }

  /** A copy in which {@code field} counts the octets after the first {@code from} of the layer. */
  public Passage limit(UIntField field, int from) {
    return with(
        draft -> {
          draft.limit = field;
          draft.limitFrom = from;
        });
  }

  /** A copy in which {@code field} selects the reader of the payload in its dispatch table. */
  public Passage next(UIntField field) {
    return next(field, null);
  }

  /** A copy in which one of two ports selects the reader of the payload. */
  public Passage next(UIntField destination, UIntField source) {
    return with(
        draft -> {
          draft.selector = destination;
          draft.otherSelector = source;
        });
  }

  /** A copy with conditional fields that every described header has. */
  public Passage with(Field... fields) {
    return with(draft -> draft.certain = List.of(fields));
  }

  private Passage with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.passage();
  }

  /** A copy under construction: the only place besides the record that lists all components. */
  private static final class Draft {
    List<Condition> conditions;
    UIntField headerSize;
    UIntField limit;
    int limitFrom;
    UIntField selector;
    UIntField otherSelector;
    List<Field> certain;

    Draft(Passage from) {
      conditions = from.conditions;
      headerSize = from.headerSize;
      limit = from.limit;
      limitFrom = from.limitFrom;
      selector = from.selector;
      otherSelector = from.otherSelector;
      certain = from.certain;
    }

    Passage passage() {
      return new Passage(
          conditions, headerSize, limit, limitFrom, selector, otherSelector, certain);
    }
  }

  /** Checks that the fields lie in the first {@code size} octets of each header. */
  void check(int size) {
    for (Condition condition : conditions) {
      check(condition.field, size);
    }
    check(headerSize, size);
    check(limit, size);
    check(selector, size);
    check(otherSelector, size);
    if (selector != null && selector.traits().selects() == null) {
      throw new IllegalArgumentException(selector.name() + " selects nothing");
    }
  }

  private static void check(UIntField field, int size) {
    if (field != null && !(Layout.isFixed(field) && field.bit() + field.width() <= size * 8)) {
      throw new IllegalArgumentException(field.name() + " is not at a fixed place in each header");
    }
  }
}
