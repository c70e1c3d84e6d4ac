package org.jpacker.io.pcap;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds where a record of a pcap file begins without looking at what lies before.
 *
 * <p>A chain of plausible record headers proves nothing: a packet may hold a capture file. So all
 * chains are followed, from every octet of a window that is as long as the largest record. A record
 * begins in that window, so its chain is among them; where all that do not break have met, a record
 * begins, whatever the packets hold.
 *
 * <p>Each chain has one shadow that need not break: where packets were captured as a whole, the
 * original length, four octets behind the captured one, is the same number, and leads to the same
 * place in the next record. In the shadow seconds are what really are fractions of a second. So it
 * is set aside where all times of the chain are within a year of the file's first and none of the
 * shadow's is. In all other cases there is no answer, and the headers must be walked from the
 * start.
 */
final class RecordBoundaries {
  /** Answers lie between a place and the same place plus this. */
  static final int SPAN = 1 << 21;

  /** What is looked at octet by octet: twice as much as the largest record of most files. */
  private static final int WINDOW = 1 << 19;

  private static final int LARGEST = WINDOW / 2 + 64;

  private static final int SHADOW = 4;
  private static final int BROKEN = -1;

  /** Records that tell a chain from its shadow by their times. */
  private static final int ENOUGH = 2;

  /** Chains that are followed beyond the window; more have no answer. */
  private static final int MOST_CHAINS = 64;

  private final PcapRecords records;
  private final byte[] octets = new byte[WINDOW];
  private final ByteBuffer view;

  /**
   * For each octet, the first header of its chain that does not lie in the window as a whole; or
   * {@link #BROKEN}.
   */
  private final int[] exit = new int[WINDOW];

  RecordBoundaries(PcapRecords records) {
    this.records = records;
    this.view = ByteBuffer.wrap(octets).order(records.order);
  }

  /** Chains that have met, behind the window. */
  private static final class Chain {
    /** Where they met. */
    long start;

    /** How far they have been followed. */
    long place;

    /** Records since they met, by whether their time is near the file's first. */
    int near;

    int far;

    Chain(long start) {
      meet(start);
    }

    void meet(long start) {
      this.start = start;
      place = start;
      near = 0;
      far = 0;
    }
  }

  /**
   * A place from {@code from} on, less than {@link #SPAN} octets behind it, where a record begins;
   * {@link RecordChain#NONE} where that is not certain.
   */
  long find(long from) {
    // no chain is followed to the end of the file, where its last record may be cut
    int largest = records.largest();
    if (largest > LARGEST || from + WINDOW + 3L * largest > records.size) {
      return RecordChain.NONE;
    }
    records.copy(from, octets);
    follow();
    List<Chain> chains = new ArrayList<>();
    for (int at = 0; at < largest; at++) {
      if (exit[at] != BROKEN && isNew(chains, from + exit[at])) {
        chains.add(new Chain(from + exit[at]));
        if (chains.size() > MOST_CHAINS) {
          return RecordChain.NONE;
        }
      }
    }
    // the chains begin less than a record behind the window, and are followed for one more
    goOn(chains, from + WINDOW + 2L * largest);
    Chain chain =
        switch (chains.size()) {
          case 1 -> chains.get(0);
          case 2 -> withShadow(chains.get(0), chains.get(1));
          default -> null;
        };
    return chain == null ? RecordChain.NONE : chain.start;
  }

  private static boolean isNew(List<Chain> chains, long start) {
    for (int i = 0; i < chains.size(); i++) {
      if (chains.get(i).start == start) {
        return false;
      }
    }
    return true;
  }

  /** From the back to the front, so that where a chain leads to is known when another joins it. */
  private void follow() {
    int lastHeader = WINDOW - records.header;
    Arrays.fill(exit, BROKEN);
    for (int at = lastHeader; at >= 0; at--) {
      int captured = records.captured(view.getInt(at + 8), view.getInt(at + 12));
      if (captured >= 0 && captured <= records.most) {
        int to = at + records.header + captured;
        exit[at] = to > lastHeader ? to : exit[to];
      }
    }
  }

  /** Follows chains up to {@code end}; those that break are dropped, those that meet become one. */
  private void goOn(List<Chain> chains, long end) {
    while (!chains.isEmpty()) {
      Chain last = chains.get(0);
      for (int i = 1; i < chains.size(); i++) {
        Chain chain = chains.get(i);
        if (chain.place == last.place) {
          last.meet(last.place);
          chains.remove(i--);
        } else if (chain.place < last.place) {
          last = chain;
        }
      }
      if (last.place >= end) {
        return;
      }
      long next = records.next(last.place);
      if (next == RecordChain.NONE) {
        chains.remove(last);
        continue;
      }
      if (records.isNearFirst(records.u32(last.place))) {
        last.near++;
      } else {
        last.far++;
      }
      last.place = next;
    }
  }

  /** Of two chains the one whose shadow the other is; null where that is not certain. */
  private Chain withShadow(Chain one, Chain other) {
    Chain first = one.place < other.place ? one : other;
    Chain second = first == one ? other : one;
    Chain chain = null;
    if (second.place - first.place == SHADOW) {
      chain = first;
    } else if (records.next(first.place) - second.place == SHADOW) {
      // one more step was not asked of the shadow
      chain = second;
    }
    Chain shadow = chain == first ? second : first;
    boolean isTold =
        chain != null
            && chain.near >= ENOUGH
            && chain.far == 0
            && shadow.far >= ENOUGH
            && shadow.near == 0;
    return isTold ? chain : null;
  }
}
