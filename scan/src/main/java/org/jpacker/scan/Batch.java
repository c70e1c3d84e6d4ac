package org.jpacker.scan;

/**
 * The columns of a {@link Scan} for many packets, as arrays that are filled again for the next
 * batch.
 */
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

  /** Rows that are filled. */
  public int size() {
    return size;
  }

  /**
   * The values of a column, by its place in the scan; of the array, which is not copied, the first
   * {@link #size} elements count. 0 where a packet does not have it.
   */
  public long[] column(int index) {
    return columns[index];
  }

  /** For each row a bit for each column that the packet has, the first in the lowest. */
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
