package org.jpacker.api;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How to pass over a header without making one: what a bulk scan needs to know of the constructor
 * and the {@code next} of a protocol. It describes the headers of every day; what it does not
 * describe is read with header objects, so it may leave out whatever is rare.
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
 * <p>All fields of a passage lie at a fixed place in the part that each header has.
 *
 * @param conditions what holds for the headers that are described; all others are read with objects
 * @param headerSize the field with the octets of the header, or null where all have the layout's
 *     size
 * @param limit the field that says where the layer ends, or null where the carrier says it
 * @param limitFrom octets from the start of the layer to where {@code limit} counts from
 * @param selector the number that says who reads the payload, or null where nobody does
 * @param otherSelector the second of two ports, or null
 * @param certain fields with a condition that each described header has
 */
public record Passage(
    List<Condition> conditions,
    UIntField headerSize,
    UIntField limit,
    int limitFrom,
    UIntField selector,
    UIntField otherSelector,
    List<Field> certain) {

  /** A field with the least and the most value it has in the headers that are described. */
  public record Condition(UIntField field, int least, int most) {}

  /** Keeps copies of the lists. */
  public Passage {
    conditions = List.copyOf(conditions);
    certain = List.copyOf(certain);
  }

  /** Headers of the layout's size that go to the end of what carries them, and carry nothing. */
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
   * A copy in which {@code field} is the size of the header, as {@code Header.headerSize} has it.
   */
  public Passage headerSize(UIntField field) {
    return with(draft -> draft.headerSize = field);
  }

  /**
   * A copy in which {@code field} is the size of the layer, as {@code Header.limit} has it. A
   * header with less than its own size there, such as zero for a size that is not known, is not
   * described.
   */
  public Passage limit(UIntField field) {
    return limit(field, 0);
  }

  /** A copy in which {@code field} counts the octets behind the first {@code from} of the layer. */
  public Passage limit(UIntField field, int from) {
    return with(
        draft -> {
          draft.limit = field;
          draft.limitFrom = from;
        });
  }

  /** A copy whose payload is read by whom {@code field} selects in its table. */
  public Passage next(UIntField field) {
    return next(field, null);
  }

  /** A copy whose payload is read by whom one of two ports selects. */
  public Passage next(UIntField destination, UIntField source) {
    return with(
        draft -> {
          draft.selector = destination;
          draft.otherSelector = source;
        });
  }

  /** A copy that says that each described header has these fields, which have a condition. */
  public Passage with(Field... fields) {
    return with(draft -> draft.certain = List.of(fields));
  }

  private Passage with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.passage();
  }

  /** A copy in the making: the one place besides the record that names all its parts. */
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

  /** Refuses fields that do not lie in the first {@code size} octets of each header. */
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
