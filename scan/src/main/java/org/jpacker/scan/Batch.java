package org.jpacker.scan;

/** The columns of a {@link Scan} for many packets, in arrays that are reused for the next batch. */
public final class Batch {
  private final long[][] columns;
  private final long[] present;
  private int size;

  Batch(Scan scan, int rows) {
    if (rows < 1) {
      throw new IllegalArgumentException("a batch has at least one row, not " + rows);
    }
    columns = new long[scan.columns().size()][rows];
    present = new long[rows];
  }

  /** Number of rows in use. */
  public int size() {
    return size;
  }

  /**
   * The values of the column with this index in the scan; 0 for packets without it. The array is
   * not a copy, and only its first {@link #size} elements are valid.
   */
  public long[] column(int index) {
    return columns[index];
  }

  /**
   * A bit set per row: a bit for each column that the packet has, the first column in the lowest
   * bit. The array is not a copy, and only its first {@link #size} elements are valid.
   */
  public long[] present() {
    return present;
  }

  void add(Row row) {
    for (int i = 0; i < columns.length; i++) {
      columns[i][size] = row.value(i);
    }
    present[size] = row.present();
    size++;
  }

  void clear() {
    size = 0;
  }
}
