package org.jpacker.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The fields of a header in wire order, without gaps and overlaps: reserved bits are fields too, a
 * field inside an earlier one is its part, and only fields with a condition may share bits.
 *
 * @param fields all of them, parts behind their whole
 * @param template the octets of a new header: the part that each header has, with initial values
 * @param source the field that names the sender, or null
 * @param destination the field that names the receiver, or null
 * @param limitedBy the field that says where the layer ends, or null; for messages
 * @param passage how to pass over a header without making one, or null
 * @param summary the fields whose values tell in one line what a header is, or none where what is
 *     remarkable is left to whoever shows it
 * @param lent the fields that the {@link PseudoHeader} of what is carried has, or follows from
 * @param lookedUp the dispatch tables in which a header looks up what it carries, besides those
 *     that its fields select in
 */
public record Layout(
    List<Field> fields,
    byte[] template,
    Field source,
    Field destination,
    Field limitedBy,
    Passage passage,
    List<Field> summary,
    List<Field> lent,
    List<DispatchTable> lookedUp) {

  /**
   * Checks names and positions of the fields.
   *
   * @throws IllegalArgumentException if two have the same name, or if those with the same position
   *     in every header overlap, except for parts of a larger one, leave gaps or end within an
   *     octet
   */
  public Layout {
    fields = List.copyOf(fields);
    summary = List.copyOf(summary);
    lent = List.copyOf(lent);
    lookedUp = List.copyOf(lookedUp);
    check(fields);
    if (passage != null) {
      passage.check(template.length);
    }
  }

  /**
   * The layout of headers with these fields, which are in the order of the header.
   *
   * @throws IllegalArgumentException if two have the same name, or if those with the same position
   *     in every header overlap, except for parts of a larger one, leave gaps or end within an
   *     octet
   */
  public static Layout of(Field... fields) {
    List<Field> list = List.of(fields);
    check(list);
    byte[] template = new byte[fixedBits(list) + 7 >>> 3];
    for (Field field : list) {
      Traits traits = field.traits();
      if (isFixed(field) && traits.initial() != 0) {
        long initial = traits.initial();
        Octets.putBits(
            template,
            0,
            field.bit(),
            field.width(),
            traits.littleEndian() ? Octets.swap(initial, field.width()) : initial);
      }
    }
    return new Layout(list, template, null, null, null, null, List.of(), List.of(), List.of());
  }

  /** A copy with the fields that identify sender and receiver. */
  public Layout endpoints(Field source, Field destination) {
    return with(
        draft -> {
          draft.source = source;
          draft.destination = destination;
        });
  }

  /**
   * A copy with further fields behind the others, such as those of options.
   *
   * @throws IllegalArgumentException if two have the same name
   */
  public Layout telling(List<? extends Field> more) {
    List<Field> all = new ArrayList<>(fields);
    all.addAll(more);
    return with(draft -> draft.fields = all);
  }

  /** A copy with the field that limits the layer, so that messages can name it. */
  public Layout limitedBy(Field length) {
    return with(draft -> draft.limitedBy = length);
  }

  /**
   * A copy for headers of at least {@code octets} octets whose meaning depends on a condition: for
   * fields that are present only {@code when}, and share bits.
   */
  public Layout atLeast(int octets) {
    return with(draft -> draft.template = Arrays.copyOf(template, octets));
  }

  /** A copy with a passage, so that bulk scans pass over a header without creating it. */
  public Layout passedBy(Passage passage) {
    return with(draft -> draft.passage = passage);
  }

  /**
   * A copy with the fields that summarise a header in one line: their values appear in this order,
   * without names, and no others do.
   */
  public Layout summedUpBy(Field... summary) {
    return with(draft -> draft.summary = List.of(summary));
  }

  /**
   * A copy with the fields on which the {@link PseudoHeader} of the payload depends: a change to
   * one of them changes the checksums above.
   */
  public Layout lends(Field... fields) {
    return with(draft -> draft.lent = List.of(fields));
  }

  /**
   * A copy that says in which dispatch tables a header looks up what it carries, besides those that
   * its fields select in: for numbers that are put together from several fields, or always the
   * same.
   */
  public Layout looksUp(DispatchTable... tables) {
    return with(draft -> draft.lookedUp = List.of(tables));
  }

  private Layout with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.layout();
  }

  /** A copy under construction: the only place besides the record that lists all components. */
  private static final class Draft {
    List<Field> fields;
    byte[] template;
    Field source;
    Field destination;
    Field limitedBy;
    Passage passage;
    List<Field> summary;
    List<Field> lent;
    List<DispatchTable> lookedUp;

    Draft(Layout from) {
      fields = from.fields;
      template = from.template;
      source = from.source;
      destination = from.destination;
      limitedBy = from.limitedBy;
      passage = from.passage;
      summary = from.summary;
      lent = from.lent;
      lookedUp = from.lookedUp;
    }

    Layout layout() {
      return new Layout(
          fields, template, source, destination, limitedBy, passage, summary, lent, lookedUp);
    }
  }

  /** Number of octets that every header has, not counting options and the like. */
  public int size() {
    return template.length;
  }

  /** A copy of the octets of a new header. */
  @Override
  public byte[] template() {
    return template.clone();
  }

  /** The field of this name, or null. */
  public Field field(String name) {
    for (Field field : fields) {
      if (field.name().equals(name)) {
        return field;
      }
    }
    return null;
  }

  /** The dispatch tables in which a header looks up what it carries. */
  public Set<DispatchTable> tables() {
    Set<DispatchTable> tables = new LinkedHashSet<>();
    for (Field field : fields) {
      if (field.traits().selects() != null) {
        tables.add(field.traits().selects());
      }
    }
    tables.addAll(lookedUp);
    return tables;
  }

  /** The name of the field that says where the layer ends, or an empty text. */
  public String lengthField() {
    return limitedBy == null ? "" : limitedBy.name();
  }

  /** The RFC box diagram of the octets that every header has, 32 bits per row. */
  public String diagram() {
    return BoxDiagram.draw(this);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Layout layout && fields.equals(layout.fields);
  }

  @Override
  public int hashCode() {
    return fields.hashCode();
  }

  /** Index of {@code field} in {@link #fields}, or -1; compared by identity, for speed. */
  int indexOf(Field field) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i) == field) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a pseudo header depends on {@code field} or, if that is null, on any field. */
  boolean isLent(Field field) {
    for (int i = 0; i < lent.size(); i++) {
      if (field == null || lent.get(i) == field) {
        return true;
      }
    }
    return false;
  }

  /** Whether the field has the same position in every header. */
  static boolean isFixed(Field field) {
    return field.bit() >= 0
        && field.width() > 0
        && field.traits().when() == null
        && field.traits().at() == null;
  }

  /** Whether {@code field} lies inside an earlier one of {@code fields}. */
  static boolean isPart(List<Field> fields, Field field) {
    for (Field whole : fields) {
      if (whole == field) {
        return false;
      }
      if (isFixed(whole)
          && whole.bit() <= field.bit()
          && field.bit() + field.width() <= whole.bit() + whole.width()) {
        return true;
      }
    }
    return false;
  }

  private static int fixedBits(List<Field> fields) {
    int end = 0;
    for (Field field : fields) {
      if (isFixed(field)) {
        end = Math.max(end, field.bit() + field.width());
      }
    }
    return end;
  }

  private static void check(List<Field> fields) {
    List<String> names = new ArrayList<>();
    int end = 0;
    for (Field field : fields) {
      if (names.contains(field.name())) {
        throw new IllegalArgumentException("two fields are called " + field.name());
      }
      names.add(field.name());
      if (!isFixed(field) || isPart(fields, field)) {
        continue;
      }
      if (field.bit() < end) {
        throw new IllegalArgumentException(
            field.name() + " at bit " + field.bit() + " overlaps a field that ends at bit " + end);
      }
      if (field.bit() > end) {
        throw new IllegalArgumentException(
            "no field covers the bits "
                + end
                + " to "
                + (field.bit() - 1)
                + ", before "
                + field.name());
      }
      end = field.bit() + field.width();
    }
    if ((end & 7) != 0) {
      throw new IllegalArgumentException("the fields end within an octet, at bit " + end);
    }
  }
}
