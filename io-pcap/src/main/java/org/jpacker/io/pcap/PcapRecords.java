package org.jpacker.io.pcap;

import java.nio.channels.FileChannel;

/** The records of a pcap file. */
final class PcapRecords extends RecordChain {
  private static final int FILE_HEADER = PcapReader.FILE_HEADER;

  /** Number of consecutive records after which a position counts as a guess. */
  private static final int ENOUGH = 16;

  /** Guesses, and choices between two chains, assume that all times of a file are within a year. */
  private static final long YEAR = 366 * 24 * 3600L;

  private final PcapReader reader;
  private final long firstSeconds;
  private RecordBoundaries boundaries;

  /** Octets of a record header. */
  final int header;

  /** Maximum octets of a packet, as in the reader. */
  final int most;

  /**
   * The records after a file header.
   *
   * @param reader has read the file header
   */
  PcapRecords(String name, FileChannel channel, long size, PcapReader reader) {
    super(name, channel, size, reader.byteOrder());
    this.reader = reader;
    this.header = reader.recordHeader;
    this.most = (int) reader.most;
    this.firstSeconds = has(FILE_HEADER, 4) ? u32(FILE_HEADER) : 0;
  }

  @Override
  RecordChain twin() {
    return new PcapRecords(name, channel, size, reader);
  }

  @Override
  long first() {
    return FILE_HEADER;
  }

  /** Maximum octets of a record. */
  int largest() {
    return header + most;
  }

  /**
   * The captured length, given the two lengths of a record header. For an invalid header, it is
   * negative or greater than {@link #most}.
   */
  int captured(int first, int second) {
    boolean isSwapped =
        reader.alwaysSwapped || reader.maybeSwapped && Integer.compareUnsigned(first, second) > 0;
    return isSwapped ? second : first;
  }

  @Override
  long next(long at) {
    if (!has(at, header)) {
      return NONE;
    }
    int captured = captured(i32(at + 8), i32(at + 12));
    if (captured < 0 || captured > most) {
      return NONE;
    }
    long next = at + header + captured;
    return next > size ? NONE : next;
  }

  @Override
  long certain(long place) {
    if (place <= first()) {
      return first();
    }
    if (boundaries == null) {
      boundaries = new RecordBoundaries(this);
    }
    return boundaries.find(place);
  }

  /** Whether a time in seconds is within a year of the first record's. */
  boolean isNearFirst(long seconds) {
    return Math.abs(seconds - firstSeconds) <= YEAR;
  }

  @Override
  long guess(long from, long end) {
    for (long at = from; at < end && has(at, header); at++) {
      long place = at;
      for (int i = 0; i < ENOUGH && place != NONE && place < size; i++) {
        boolean near = has(place, header) && isNearFirst(u32(place));
        place = near ? next(place) : NONE;
      }
      if (place != NONE) {
        return at;
      }
    }
    return NONE;
  }
}
