package org.jpacker.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Readers found by table and number: one hash table for all, with chains that are nearly always one
 * entry long. The work does not grow with the number of protocols.
 *
 * <p>A table of numbers of up to 16 bits is laid out as a {@link Page} too. It hangs on the
 * dispatch table, which protocols name as a constant, so that the way to the reader begins at the
 * number and not with five loads from packet to link to registry to here, one after the other. A
 * dispatch table has one page, of the look-up that asked for it first; all others use the hash
 * table.
 */
final class Lookup {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final Entry NONE = new Entry(null, -1, Reader.NOBODY, null);

  private final Entry[] slots;
  private final int shift;

  /** Reads what no number claims. */
  final Reader nobody;

  private record Entry(DispatchTable table, long key, Reader reader, Entry next) {}

  /**
   * The readers of one table.
   *
   * @param owner whose readers these are
   * @param places for each number the place of its reader; octets, for ports scatter over all
   * @param readers at place 0 who reads what no number claims
   */
  record Page(Lookup owner, byte[] places, Reader[] readers) {
    /** Of no look-up. */
    static final Page NONE = new Page(null, new byte[0], new Reader[0]);

    /** Of a table with more readers than an octet tells apart. */
    private static final Page IMPOSSIBLE = new Page(null, new byte[0], new Reader[0]);

    /** Readers that an octet tells apart, but for one. */
    private static final int MOST = 255;

    private static final int NUMBERS = 1 << 16;

    static Page of(Lookup owner, DispatchTable table) {
      byte[] places = new byte[NUMBERS];
      List<Reader> readers = new ArrayList<>(List.of(owner.nobody));
      for (Entry slot : owner.slots) {
        for (Entry entry = slot; entry != null; entry = entry.next) {
          if (entry.table == table && entry.key >= 0 && entry.key < NUMBERS) {
            int place = readers.indexOf(entry.reader);
            if (place < 0) {
              place = readers.size();
              readers.add(entry.reader);
            }
            places[(int) entry.key] = (byte) place;
          }
        }
      }
      return readers.size() > MOST
          ? IMPOSSIBLE
          : new Page(owner, places, readers.toArray(new Reader[MOST + 1]));
    }
  }

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
    Page page = table.page;
    return page.owner == this && key >>> 16 == 0
        ? page.readers[page.places[(int) key] & 0xff]
        : probe(table, key);
  }

  private Reader probe(DispatchTable table, long key) {
    if (table.page == Page.NONE) {
      // whoever comes second at the same time loses a page, and nothing else
      table.page = Page.of(this, table);
    }
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
