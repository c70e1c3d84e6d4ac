package org.jpacker.api;

import java.util.Arrays;
import java.util.Map;

/**
 * Readers found by table and number: one hash table for all, with chains that are nearly always one
 * entry long. The work does not grow with the number of protocols.
 */
final class Lookup {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final Entry NONE = new Entry(null, -1, Reader.NOBODY, null);

  private final Entry[] slots;
  private final int shift;

  /** Reads what no number claims. */
  final Reader nobody;

  private record Entry(DispatchTable table, long key, Reader reader, Entry next) {}

  Lookup(Map<DispatchKey, Reader> readers, Reader nobody) {
    this.nobody = nobody;
    int bits = 33 - Integer.numberOfLeadingZeros(readers.size() * 4 + 3);
    slots = new Entry[1 << bits];
    shift = 64 - bits;
    Arrays.fill(slots, NONE);
    readers.forEach(
        (key, reader) -> {
          int i = slot(key.table(), key.value());
          slots[i] = new Entry(key.table(), key.value(), reader, slots[i]);
        });
  }

  private int slot(DispatchTable table, long key) {
    return (int) ((key ^ table.salt()) * SPREAD >>> shift);
  }

  /** The reader of {@code key} in {@code table}; {@link #nobody} if there is none. */
  Reader find(DispatchTable table, long key) {
    Entry[] slots = this.slots;
    // the mask says nothing new, but lets the virtual machine leave out the check of the index
    Entry entry = slots[slot(table, key) & slots.length - 1];
    while (entry.key != key || entry.table != table) {
      entry = entry.next;
      if (entry == null) {
        return nobody;
      }
    }
    return entry.reader;
  }
}
