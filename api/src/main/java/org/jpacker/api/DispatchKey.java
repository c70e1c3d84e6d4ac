package org.jpacker.api;

/**
 * A number in a dispatch table; it selects the reader of a payload.
 *
 * @param table the table to which the number belongs
 * @param value the number, not negative; may exceed 32 bits (SNAP needs 40)
 */
public record DispatchKey(DispatchTable table, long value) {

  /**
   * Checks the number.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public DispatchKey {
    if (value < 0) {
      throw new IllegalArgumentException(table.name() + ": a key is not negative: " + value);
    }
  }

  // written by hand: the methods that a record generates cost 10 ms on first use, at the start of
  // every program

  @Override
  public boolean equals(Object other) {
    return other instanceof DispatchKey key && table == key.table && value == key.value;
  }

  @Override
  public int hashCode() {
    return 31 * table.hashCode() + Long.hashCode(value);
  }

  @Override
  public String toString() {
    return table.name() + "==" + table.text(value);
  }
}
