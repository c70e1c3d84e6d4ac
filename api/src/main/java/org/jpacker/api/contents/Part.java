package org.jpacker.api.contents;

import java.util.List;
import org.jpacker.api.ValueNames;

/**
 * A part of a record, for documentation; a type of record is a part with parts.
 *
 * @param numbers those that select a type of record
 * @param name name of the field, or a name of its own; of a type of record, that of the type
 * @param bits its width, -1 if it varies
 * @param maybe whether it may be absent
 * @param digits hexadecimal digits in which it is shown, 0 for decimal
 * @param names names of its numbers
 * @param parts what it consists of in turn
 */
public record Part(
    List<Long> numbers,
    String name,
    int bits,
    boolean maybe,
    int digits,
    ValueNames names,
    List<Part> parts) {
  /** Copies the parts. */
  public Part {
    numbers = List.copyOf(numbers);
    parts = List.copyOf(parts);
  }

  /** Whether it is a field, which has a dot in its name. */
  public boolean isField() {
    return name.indexOf('.') >= 0;
  }
}
