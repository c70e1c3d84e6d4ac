package org.jpacker.api;

/**
 * A number in a table that says who reads a payload.
 *
 * @param table where the number has its meaning
 * @param value not negative; more than 32 bits are fine (SNAP needs 40)
 */
public record DispatchKey(DispatchTable table, long value) {

  /** Refuses negative numbers. */
  public DispatchKey {
    if (value < 0) {
      throw new IllegalArgumentException(table.name() + ": a key is not negative: " + value);
    }
  }

  // by hand: what a record does by itself takes 10 ms when it is first asked, at the start of each
  // program

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
