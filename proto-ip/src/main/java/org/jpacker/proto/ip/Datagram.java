package org.jpacker.proto.ip;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.api.Packet;

/** A datagram under reassembly: its octets so far, by offset. */
final class Datagram {
  /** Approximate octets of memory of a datagram without its fragments. */
  static final int OVERHEAD = 512;

  /** Approximate octets of memory of a fragment without its data. */
  private static final int OVERHEAD_OF_PIECE = 128;

  private static final int UNKNOWN = -1;

  /** Outcome of adding a fragment. */
  enum Outcome {
    ADDED,
    DUPLICATE,
    CONTRADICTION
  }

  private final long since;

  /** Pieces that do not overlap, by the offset of their first octet. */
  private final TreeMap<Integer, byte[]> pieces = new TreeMap<>();

  /** The fragment whose headers the whole packet gets. */
  private Packet first;

  private int end = UNKNOWN;

  /** Octets of data in the pieces. */
  private int size;

  private boolean isGivenUp;

  Datagram(long since) {
    this.since = since;
  }

  /** Time of its first fragment, in nanoseconds. */
  long since() {
    return since;
  }

  boolean isGivenUp() {
    return isGivenUp;
  }

  boolean isComplete() {
    return first != null && end == size;
  }

  Packet first() {
    return first;
  }

  /** Approximate octets of memory of the fragments. */
  long octets() {
    return size + (long) pieces.size() * OVERHEAD_OF_PIECE + (first == null ? 0 : first.length());
  }

  byte[] data() {
    byte[] data = new byte[size];
    pieces.forEach((from, piece) -> System.arraycopy(piece, 0, data, from, piece.length));
    return data;
  }

  Outcome add(int from, byte[] data, boolean more, Packet packet, Defragmenter.Overlap policy) {
    int to = from + data.length;
    if (Arrays.equals(pieces.get(from), data) && (more || end == to)) {
      return Outcome.DUPLICATE;
    }
    if (disagrees(to, more) || policy == Defragmenter.Overlap.REFUSE && overlaps(from, to)) {
      giveUp();
      return Outcome.CONTRADICTION;
    }
    if (policy == Defragmenter.Overlap.LAST) {
      cut(from, to);
      put(from, data);
    } else {
      fill(from, data);
    }
    if (!more) {
      end = to;
    }
    if (from == 0 && (first == null || policy == Defragmenter.Overlap.LAST)) {
      first =
          Fragmenter.again(
              packet, packet.toBytes()); // a copy, so that the capture's buffer is not kept
    }
    return Outcome.ADDED;
  }

  /** Whether octets lie after the end, or two fragments disagree on the end. */
  private boolean disagrees(int to, boolean more) {
    if (end != UNKNOWN && (more ? to > end : to != end)) {
      return true;
    }
    Map.Entry<Integer, byte[]> last = pieces.lastEntry();
    return !more && last != null && last.getKey() + last.getValue().length > to;
  }

  private boolean overlaps(int from, int to) {
    Map.Entry<Integer, byte[]> before = pieces.lowerEntry(to);
    return before != null && before.getKey() + before.getValue().length > from;
  }

  private void giveUp() {
    isGivenUp = true;
    pieces.clear();
    first = null;
    size = 0;
  }

  private void put(int from, byte[] data) {
    if (data.length > 0) {
      pieces.put(from, data);
      size += data.length;
    }
  }

  /** Adds the octets that are missing. */
  private void fill(int from, byte[] data) {
    int at = from;
    int to = from + data.length;
    while (at < to) {
      Map.Entry<Integer, byte[]> there = pieces.lowerEntry(at + 1);
      int taken = there == null ? 0 : there.getKey() + there.getValue().length;
      if (taken > at) {
        at = taken;
        continue;
      }
      Integer next = pieces.higherKey(at);
      int gap = next == null ? to : Math.min(next, to);
      put(at, Arrays.copyOfRange(data, at - from, gap - from));
      at = gap;
    }
  }

  /** Removes the octets in this range. */
  private void cut(int from, int to) {
    Map.Entry<Integer, byte[]> there = pieces.lowerEntry(to);
    while (there != null && there.getKey() + there.getValue().length > from) {
      int begin = there.getKey();
      byte[] piece = there.getValue();
      pieces.remove(begin);
      size -= piece.length;
      put(begin, Arrays.copyOf(piece, Math.max(0, from - begin)));
      put(to, Arrays.copyOfRange(piece, Math.min(piece.length, to - begin), piece.length));
      there = begin < from ? null : pieces.lowerEntry(to);
    }
  }
}
