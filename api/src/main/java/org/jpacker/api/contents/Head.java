package org.jpacker.api.contents;

/**
 * What comes before the contents of a record: its type, its length and the like. The methods are
 * called in the order of the octets, both to read and to write.
 *
 * <pre>{@code
 * head -> { head.type(8); head.length(8); }                          // a TLV
 * head -> { if (head.type(8) > 1) head.lengthOfAll(8); }             // two types are one octet
 * head -> { head.type(8); head.lengthOfAll(8, 8, 0); }               // units of eight octets
 * head -> { int flags = (int) head.extra(8); head.type(8);
 *           head.length((flags & 0x10) != 0 ? 16 : 8); }             // a length of two sizes
 * }</pre>
 */
public final class Head {
  private final Parts parts;
  private final String series;
  int start;
  boolean stopped;

  /** Whether it closes the list, in reading. */
  boolean closed;

  /** Whether the record was passed over, in reading. */
  boolean passed;

  String reason;
  private long type;
  private long extra;
  private long previous;
  private long upcoming;
  private boolean chained;
  private long size;
  private boolean hasLength;
  private boolean ofAll;
  private int unit;
  private int patchBit;
  private int width;
  private int plus;
  private Shaped record;
  private boolean asked;
  private boolean extraAsked;
  private byte[] contents;

  Head(Parts parts, String series, long first) {
    this.parts = parts;
    this.series = series;
    this.upcoming = first;
    this.previous = 0;
  }

  void begin(Shaped record, boolean tellsNumber, long number, long next) {
    this.record = record;
    asked = tellsNumber && record != null;
    type = asked ? number : record == null ? upcoming : 0;
    extra = 0;
    extraAsked = false;
    upcoming = next;
    start = parts.at;
    stopped = false;
    passed = false;
    reason = null;
    hasLength = false;
    unit = 1;
    width = 0;
    contents = null;
    chained = false;
  }

  /** A head of this type without a record, to write it. */
  void begin(long type) {
    begin(null, false, 0, 0);
    this.type = type;
    asked = true;
    extraAsked = true;
  }

  private boolean isReading() {
    return parts.mode == Parts.READ;
  }

  private void ask() {
    long number = parts.number;
    long outer = parts.extra;
    parts.ask(record);
    if (!asked) {
      type = parts.number;
    }
    extra = parts.extra;
    parts.number = number;
    parts.extra = outer;
    asked = true;
    extraAsked = true;
  }

  /** The type of the record; in reading, what is known of it so far. */
  public long type() {
    if (!asked && !isReading()) {
      ask();
    }
    return type;
  }

  /** A number of {@code width} bits that is the type of the record; returns it. */
  public long type(int width) {
    return typeIs(bits(width, type()));
  }

  /** Says the type of the record, where it is not simply a number of some bits; returns it. */
  public long typeIs(long type) {
    if (isReading()) {
      this.type = type;
    }
    return type;
  }

  /** The type of the record before, 0 at the start. */
  public long previous() {
    return previous;
  }

  /** A number of {@code width} bits that is the type of the following record, 0 after the last. */
  public long next(int width) {
    chained = true;
    long next = bits(width, upcoming);
    if (isReading()) {
      upcoming = next;
    }
    return next;
  }

  /** The further number that the record passes to {@link Parts#extra}. */
  public long extra() {
    if (!isReading() && !extraAsked) {
      ask();
    }
    return extra;
  }

  /** A number of {@code width} bits that the record passes to {@link Parts#extra}; returns it. */
  public long extra(int width) {
    return extraIs(bits(width, extra()));
  }

  /** Says the further number, where it is not simply a number of some bits; returns it. */
  public long extraIs(long extra) {
    if (isReading()) {
      this.extra = extra;
    }
    return extra;
  }

  /** Octets of the contents, for heads that depend on it; in reading 0. */
  public long size() {
    if (isReading()) {
      return 0;
    }
    if (contents == null) {
      Parts out = Parts.writing(64);
      out.depth = parts.depth;
      record.parts(out);
      contents = out.written();
    }
    return contents.length;
  }

  /** Says how many octets the contents have, where it is not simply a number of some bits. */
  public void sizeIs(long octets) {
    hasLength = true;
    ofAll = false;
    size = octets;
  }

  /** A length of {@code width} bits, in octets, of what follows the head. */
  public void length(int width) {
    length(width, 1, 0);
  }

  /** A length of what follows the head: {@code unit} times the number plus {@code plus} octets. */
  public void length(int width, int unit, int plus) {
    length(width, unit, plus, false);
  }

  /** A length of {@code width} bits, in octets, of head and contents. */
  public void lengthOfAll(int width) {
    lengthOfAll(width, 1, 0);
  }

  /** A length of head and contents: {@code unit} times the number plus {@code plus} octets. */
  public void lengthOfAll(int width, int unit, int plus) {
    length(width, unit, plus, true);
  }

  private void length(int width, int unit, int plus, boolean ofAll) {
    this.ofAll = ofAll;
    this.unit = unit;
    this.plus = plus;
    hasLength = true;
    if (parts.mode == Parts.WRITE) {
      this.width = width;
      patchBit = parts.at * 8 + parts.bit;
      parts.put(series, width, 0);
    } else {
      size = parts.take(width) * unit + plus;
    }
  }

  /** A number of {@code width} bits, {@code value} in writing; returns it. */
  public long bits(int width, long value) {
    if (isReading()) {
      return parts.take(width);
    }
    parts.put(series, width, value);
    return value;
  }

  /** A number in a form of its own, {@code value} in writing; returns it. */
  public long leaf(Leaf<Long> leaf, long value) {
    if (isReading()) {
      return leaf.read(parts);
    }
    leaf.write(parts, value);
    return value;
  }

  /** Bits that are sent as zeros; contents within a record with others are kept as octets. */
  public void reserved(int width) {
    bits(width, 0);
  }

  /** The next {@code width} bits without taking them; -1 in writing, or if there are fewer. */
  public long peek(int width) {
    if (!isReading() || (long) parts.left() * 8 < width + parts.bit) {
      return -1;
    }
    int at = parts.at;
    int bit = parts.bit;
    long value = parts.take(width);
    parts.at = at;
    parts.bit = bit;
    return value;
  }

  /** Ends the list before this record: what follows is something else. */
  public void stop() {
    stopped = true;
  }

  /** Says that this is no head, and why: the octets are kept as the rest. */
  public void fail(String why) {
    reason = why;
  }

  /** Where the contents end, or -1 if the head does not say; sets the reason if it cannot be. */
  int end() {
    if (parts.bad) {
      parts.bad = false;
      reason = "no length";
    }
    if (reason != null || !hasLength) {
      return -1;
    }
    int from = ofAll ? start : parts.at;
    int left = parts.end - from;
    if (size < (ofAll ? parts.at - start : 0) || size > left) {
      reason = "length " + size + ", " + left + (left == 1 ? " octet is left" : " octets are left");
      return -1;
    }
    return from + (int) size;
  }

  long upcoming() {
    return upcoming;
  }

  boolean hasLength() {
    return hasLength;
  }

  int unit() {
    return unit;
  }

  /** Whether the record says that it is the last. */
  boolean isLast() {
    return chained && upcoming == 0;
  }

  void close() {
    previous = type;
  }

  byte[] contents() {
    return contents;
  }

  /** Pads the contents to whole units and writes the length. */
  void patch(int from) {
    if (width == 0) {
      return;
    }
    int base = ofAll ? start : from;
    long count = parts.at - base - plus;
    if (unit > 1) {
      while (Math.floorMod(parts.at - base - plus, unit) != 0) {
        parts.put(series, 8, 0);
      }
      count = (parts.at - base - plus) / unit;
    }
    if (count < 0 || count >>> width != 0) {
      throw new IllegalArgumentException(series + ": " + record + " does not fit");
    }
    if (width == 8 && (patchBit & 7) == 0) {
      parts.octets[patchBit >>> 3] = (byte) count;
    } else {
      Parts.putBits(parts.octets, patchBit, width, count);
    }
  }
}
