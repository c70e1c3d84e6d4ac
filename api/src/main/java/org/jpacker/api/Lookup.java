package org.jpacker.api;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Finds readers by table and number. One hash table serves all tables; its chains are nearly always
 * one entry long, so the cost does not grow with the number of protocols.
 *
 * <p>A table of numbers of up to 16 bits also has a {@link Page}. The page is stored in the
 * dispatch table, which protocols name as a constant: the path to the reader then begins at the
 * number, instead of with five dependent loads from packet to link to registry to here. A dispatch
 * table has one page, which belongs to the first look-up that asked for it; all others use the hash
 * table.
 */
final class Lookup {
  private static final long SPREAD = 0x9E3779B97F4A7C15L;
  private static final Entry NONE = new Entry(null, -1, Reader.NOBODY, null);

  private final Entry[] slots;
  private final int shift;

  /** Reads unclaimed octets. */
  final Reader nobody;

  private record Entry(DispatchTable table, long key, Reader reader, Entry next) {}

  /**
   * The readers of one table.
   *
   * @param owner the look-up that the readers belong to
   * @param places index of the reader of each number; one byte each, since look-ups of ports are
   *     scattered over all of them
   * @param readers the readers; at index 0, that of unclaimed octets
   */
  record Page(Lookup owner, byte[] places, Reader[] readers) {
    /** Belongs to no look-up. */
    static final Page NONE = new Page(null, new byte[0], new Reader[0]);

    /** Marks a table that has too many readers for a one-byte index. */
    private static final Page IMPOSSIBLE = new Page(null, new byte[0], new Reader[0]);

    /** Maximum readers per page: a one-byte index, with 0 for none. */
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
      // of two threads at once, the second loses a page and nothing else
      table.page = Page.of(this, table);
    }
    Entry[] slots = this.slots;
    // the mask is redundant, but lets the JIT compiler omit the bounds check
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
