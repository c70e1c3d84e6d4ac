package org.jpacker.api.contents;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;

/**
 * What the parts of a record pass through: see {@link Shaped#parts}. Each method takes the value of
 * a part and returns it; in reading it returns what the octets say.
 *
 * <p>Some methods prepare the part that follows, and return these parts:
 *
 * <pre>{@code
 * in.sized(16).text("host.name", name)          // a length, then the text
 * in.when((flags & 1) != 0).u32("ack", ack)     // there only if a bit is set
 * in.ifMore(-1).u8("port", port)                // there if octets are left
 * in.counted(8).list("names", NAME, names)      // a count, then the elements
 * in.hex().u16("class", klass)                  // how it is shown
 * }</pre>
 */
public final class Parts extends OctetCursor {
  /** Deeper contents are kept as octets. */
  static final int DEEPEST = 32;

  static final int READ = 0;
  static final int WRITE = 1;

  /** What was read is passed again, as in writing, and compared with the octets. */
  static final int COMPARE = 2;

  /** A record tells what the head before it needs. */
  private static final int ASK = 3;

  /** The part is not there. */
  private static final int ABSENT = 4;

  /** The part is there unless it has the value of an absent one. */
  private static final int OPTIONAL = 5;

  /** A pass over values, without octets. */
  private static final int PASS = 6;

  private static final Parts NOTHING = new Parts(ABSENT, NONE, 0, 0);

  int mode;

  /** Whether a union must reach {@link #end}. */
  boolean fills;

  /** Where the record began, for alignment. */
  int base;

  /** The types of other modules, or null if there are none, in reading. */
  Additions additions;

  /** Zeros at the end of a record that are fewer are padding. */
  int unit = 1;

  int depth;
  long number;
  long extra;
  String reason = "";

  private Limit pending;
  private long count = -1;
  private int countBit = -1;
  private int countWidth;
  private long first = -1;
  private Cursor cursor;
  private String writing;

  /** What was said of an optional part before it is known whether it is there. */
  private Consumer<Parts> prepared;

  private final Pass pass;
  private final Parts inner;
  private long absent;

  private Parts(int mode, byte[] octets, int from, int to) {
    super(octets, from, to);
    this.mode = mode;
    this.base = from;
    this.pass = null;
    this.inner = null;
  }

  private Parts(int mode, Parts inner, long absent) {
    super(NONE, 0, 0);
    this.mode = mode;
    this.pass = null;
    this.inner = inner;
    this.absent = absent;
  }

  Parts(Pass pass) {
    super(NONE, 0, 0);
    this.mode = PASS;
    this.pass = pass;
    this.inner = null;
  }

  /** Reads from index {@code from} up to {@code to} of a message. */
  static Parts reading(byte[] message, int from, int to) {
    return new Parts(READ, message, from, to);
  }

  static Parts writing(int room) {
    return new Parts(WRITE, new byte[room], 0, 0);
  }

  // --- numbers ---

  /** A number of one octet. */
  public int u8(String name, int value) {
    return mode == READ ? (int) take(8) : (int) number(name, 8, value);
  }

  /** A number of two octets. */
  public int u16(String name, int value) {
    return mode == READ ? (int) take(16) : (int) number(name, 16, value);
  }

  /** A number of three octets. */
  public int u24(String name, int value) {
    return mode == READ ? (int) take(24) : (int) number(name, 24, value);
  }

  /** A number of four octets. */
  public long u32(String name, long value) {
    return mode == READ ? take(32) : number(name, 32, value);
  }

  /** A number of six octets. */
  public long u48(String name, long value) {
    return mode == READ ? take(48) : number(name, 48, value);
  }

  /** A number of eight octets, without sign. */
  public long u64(String name, long value) {
    return mode == READ ? take(64) : number(name, 64, value);
  }

  /** A number of two octets, least significant first. */
  public int u16le(String name, int value) {
    return (int) little(name, 16, value);
  }

  /** A number of four octets, least significant first. */
  public long u32le(String name, long value) {
    return little(name, 32, value);
  }

  /** A number of eight octets, least significant first, without sign. */
  public long u64le(String name, long value) {
    return little(name, 64, value);
  }

  /** A number of {@code width} bits, 1 to 31. */
  public int bits(String name, int width, int value) {
    return mode == READ ? (int) take(width) : (int) number(name, width, value);
  }

  /** A number of {@code width} bits, 1 to 64; one of 64 bits has no sign. */
  public long longBits(String name, int width, long value) {
    return mode == READ ? take(width) : number(name, width, value);
  }

  /** A number of {@code octets} octets, at most 8, which an earlier part says; of none it is 0. */
  public long unsigned(String name, int octets, long value) {
    if (octets < 0 || octets > 8) {
      if (mode == WRITE) {
        throw new IllegalArgumentException(name + ": no number has " + octets + " octets");
      }
      bad = true;
      return value;
    }
    return longBits(name, octets * 8, value);
  }

  /** One bit. */
  public boolean flag(String name, boolean value) {
    return mode == READ ? take(1) != 0 : number(name, 1, value ? 1 : 0) != 0;
  }

  /** A number of {@code width} bits, 2 to 64, in two's complement. */
  public long signed(String name, int width, long value) {
    int shift = 64 - width;
    switch (mode) {
      case READ:
        return take(width) << shift >> shift;
      case WRITE:
      case COMPARE:
        if (value << shift >> shift != value) {
          refuse(name, width, value);
        }
        put(name, width, value & -1L >>> shift);
        return value;
      case PASS:
        return pass.signed(name, width, value);
      default:
        return number(name, width, value);
    }
  }

  /**
   * Bits that are sent as zeros, and then the part behind them; a record with others is kept as
   * octets.
   */
  public Parts reserved(int width) {
    switch (mode) {
      case READ:
        take(width);
        break;
      case WRITE:
      case COMPARE:
        put("reserved", width, 0);
        break;
      case PASS:
        pass.reserved(width);
        break;
      default:
        break;
    }
    return mode > COMPARE ? prepare(inner -> inner.reserved(width)) : this;
  }

  private long little(String name, int width, long value) {
    switch (mode) {
      case READ:
        return Long.reverseBytes(take(width)) >>> 64 - width;
      case WRITE:
      case COMPARE:
        if (width < 64 && value >>> width != 0) {
          refuse(name, width, value);
        }
        put(name, width, Long.reverseBytes(value) >>> 64 - width);
        return value;
      case OPTIONAL:
        return isThere(name, value != absent) ? inner().little(name, width, value) : absent;
      default:
        return number(name, width, value);
    }
  }

  private long number(String name, int width, long value) {
    switch (mode) {
      case READ:
        return take(width);
      case WRITE:
      case COMPARE:
        put(name, width, value);
        return value;
      case ABSENT:
        return absent;
      case OPTIONAL:
        return isThere(name, value != absent) ? inner().number(name, width, value) : absent;
      case PASS:
        return pass.number(name, width, value);
      default:
        return value;
    }
  }

  private boolean isThere(String name, boolean hasValue) {
    return inner.pass == null ? hasValue : inner.pass.isThere(name, hasValue);
  }

  // --- values of their own octets ---

  /** A value of its own octets. */
  public <T> T leaf(String name, Leaf<T> leaf, T value) {
    return single(name, leaf, value);
  }

  /** All octets up to the end of what surrounds the part. */
  public OctetString rest(String name, OctetString value) {
    return single(name, Leaf.OCTETS, value);
  }

  /** {@code size} octets. */
  public OctetString octets(String name, long size, OctetString value) {
    return within(size).single(name, Leaf.OCTETS, value);
  }

  /** UTF-8 text up to the end of what surrounds the part. */
  public String text(String name, String value) {
    return single(name, Leaf.UTF_8, value);
  }

  /** Text up to the end of what surrounds the part. */
  public String text(String name, Charset charset, String value) {
    return single(name, charset == StandardCharsets.UTF_8 ? Leaf.UTF_8 : Leaf.text(charset), value);
  }

  /** An IPv4 address. */
  public Address.Ipv4 ipv4(String name, Address.Ipv4 value) {
    return single(name, Leaf.IPV4, value);
  }

  /** An IPv6 address. */
  public Address.Ipv6 ipv6(String name, Address.Ipv6 value) {
    return single(name, Leaf.IPV6, value);
  }

  /** A MAC address. */
  public Address.Mac mac(String name, Address.Mac value) {
    return single(name, Leaf.MAC, value);
  }

  /** An IPv6 address if {@code isIpv6}, else an IPv4 address. */
  public Address ip(boolean isIpv6, String name4, String name6, Address value) {
    Address four = when(!isIpv6).single(name4, Leaf.IP, value);
    Address six = when(isIpv6).single(name6, Leaf.IP_6, value);
    return isIpv6 ? six : four;
  }

  // --- records ---

  /** A record; {@code blank} is any of its type. */
  public <T extends Shaped> T one(String name, T blank, T value) {
    return single(name, new Blank<>(blank), value);
  }

  /** One record of a series, with its head. */
  public <T extends Shaped> T one(String name, Series<T> series, T value) {
    return single(name, series, value);
  }

  /** The record that {@code number} selects. */
  public <T extends Shaped> T choose(String name, Choice<T> choice, long number, T value) {
    return single(name, new Chosen<>(choice, number), value);
  }

  /** Records of one type, to the end or as many as were counted; {@code blank} is any of them. */
  public <T extends Shaped> List<T> list(String name, T blank, List<? extends T> values) {
    return many(name, new Blank<>(blank), values);
  }

  /** Values, to the end or as many as were counted. */
  public <T> List<T> values(String name, Leaf<T> leaf, List<? extends T> values) {
    return many(name, leaf, values);
  }

  /** Records with heads, to the end or as many as were counted. */
  public <T extends Shaped> List<T> series(
      String name, Series<T> series, List<? extends T> values) {
    return many(name, series, values);
  }

  private <T> T single(String name, Kind<T> kind, T value) {
    switch (mode) {
      case READ:
        {
          Limit limit = enter();
          T read = kind.read(this);
          leave(limit);
          return read;
        }
      case WRITE:
      case COMPARE:
        {
          Limit limit = enter();
          writing = name;
          kind.write(this, value);
          leave(limit);
          return value;
        }
      case ABSENT:
        return kind.absent();
      case OPTIONAL:
        return isThere(name, !kind.isAbsent(value))
            ? inner().single(name, kind, value)
            : kind.absent();
      case PASS:
        return pass.single(name, kind, value);
      default:
        return value;
    }
  }

  /** The part that is written, for messages. */
  String writing() {
    return writing == null ? "contents" : writing;
  }

  @SuppressWarnings("unchecked")
  private <T> List<T> many(String name, Kind<T> kind, List<? extends T> values) {
    switch (mode) {
      case READ:
        {
          long claimed = count;
          count = -1;
          Limit limit = enter();
          List<T> read = kind.readAll(this, claimed);
          leave(limit);
          return read;
        }
      case WRITE:
      case COMPARE:
        {
          putCount(name, values.size());
          Limit limit = enter();
          writing = name;
          kind.writeAll(this, values);
          leave(limit);
          return (List<T>) values;
        }
      case ABSENT:
        return List.of();
      case OPTIONAL:
        return isThere(name, !values.isEmpty()) ? inner().many(name, kind, values) : List.of();
      case PASS:
        return pass.many(name, kind, (List<T>) values);
      default:
        return (List<T>) values;
    }
  }

  // --- what prepares the next part ---

  /** A length of {@code width} bits, in octets, and then the part that has it. */
  public Parts sized(int width) {
    return sized(width, 1, 0, null);
  }

  /** A length, as a field. */
  public Parts sized(int width, String name) {
    return sized(width, 1, 0, name);
  }

  /** A length that counts units: the part has {@code unit} times the number plus {@code plus}. */
  public Parts sized(int width, int unit, int plus, String name) {
    if (mode == PASS) {
      pass.sized(width, unit, plus, name);
    } else if (mode <= COMPARE) {
      Limit limit = new Limit();
      if (mode == WRITE) {
        limit.patchBit = at * 8 + bit;
        limit.width = width;
        limit.unit = unit;
        limit.plus = plus;
        limit.name = name;
        put(name, width, 0);
      } else {
        limit.exactly = take(width) * unit + plus;
      }
      pending = limit;
    }
    return mode > COMPARE ? prepare(inner -> inner.sized(width, unit, plus, name)) : this;
  }

  /** A length in octets of its own form, and then the part that has it. */
  public Parts sized(Leaf<Long> length, String name) {
    if (mode == PASS) {
      pass.sized(-1, 1, 0, name);
    } else if (mode <= COMPARE) {
      Limit limit = new Limit();
      limit.leaf = length;
      limit.name = name;
      if (mode != WRITE) {
        limit.exactly = takeLength(length);
      }
      pending = limit;
    }
    return mode > COMPARE ? prepare(inner -> inner.sized(length, name)) : this;
  }

  private long takeLength(Leaf<Long> leaf) {
    int start = at;
    int outerMode = mode;
    mode = READ;
    long value = leaf.read(this);
    mode = outerMode;
    if (mode == COMPARE) {
      at = start;
      leaf.write(this, value);
    }
    return value;
  }

  /** The next part has {@code size} octets, which an earlier part says. */
  public Parts within(long size) {
    if (mode <= COMPARE) {
      pending = new Limit();
      pending.exactly = size;
    }
    return mode > COMPARE ? prepare(inner -> inner.within(size)) : this;
  }

  /** The next part fills what surrounds it, so that its size tells what it is. */
  public Parts toEnd() {
    if (mode == READ || mode == COMPARE) {
      pending = new Limit();
      pending.exactly = left();
    }
    return mode > COMPARE ? prepare(Parts::toEnd) : this;
  }

  /** The next part ends before {@code delimiter}, which follows it. */
  public Parts until(OctetString delimiter) {
    if (mode <= COMPARE) {
      pending = new Limit();
      pending.delimiter = delimiter;
      if (mode != WRITE) {
        pending.exactly = distance(delimiter.octets());
      }
    }
    return mode > COMPARE ? prepare(inner -> inner.until(delimiter)) : this;
  }

  private long distance(byte[] delimiter) {
    for (int i = at; i <= end - delimiter.length; i++) {
      if (Arrays.equals(octets, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
        return i - at;
      }
    }
    return Long.MAX_VALUE;
  }

  /** A count of {@code width} bits, and then the list that has so many elements. */
  public Parts counted(int width) {
    if (mode == WRITE) {
      countBit = at * 8 + bit;
      countWidth = width;
      put("count", width, 0);
    } else if (mode == READ || mode == COMPARE) {
      count = take(width);
    } else if (mode == PASS) {
      pass.sized(width, 1, 0, null);
    }
    return mode > COMPARE ? prepare(inner -> inner.counted(width)) : this;
  }

  /** The next list has {@code count} elements, which an earlier part says. */
  public Parts times(long count) {
    if (mode == READ) {
      this.count = Math.max(0, count);
    }
    return mode > COMPARE ? prepare(inner -> inner.times(count)) : this;
  }

  private void putCount(String name, int size) {
    if (countBit >= 0) {
      if (countWidth < 32 && size >>> countWidth != 0) {
        throw new IllegalArgumentException(
            name + ": " + size + " elements cannot be counted in " + countWidth + " bits");
      }
      putBits(octets, countBit, countWidth, size);
      countBit = -1;
    } else if (mode == COMPARE && count >= 0) {
      bad |= count != size;
      count = -1;
    }
  }

  /** The first record of the next series has this number, where heads tell that of the next one. */
  public Parts first(long number) {
    first = number;
    if (pass != null) {
      pass.first(number);
    }
    return mode > COMPARE ? prepare(inner -> inner.first(number)) : this;
  }

  long takeFirst() {
    long number = first;
    first = -1;
    return number;
  }

  /** The next part is there if {@code condition}; otherwise it is 0, or empty. */
  public Parts when(boolean condition) {
    return when(condition, 0);
  }

  /** The next part is there if {@code condition}; otherwise a number is {@code absent}. */
  public Parts when(boolean condition, long absent) {
    if (mode == PASS && pass.describes()) {
      pass.maybe();
      return this;
    }
    return condition ? this : absent == 0 ? NOTHING : new Parts(ABSENT, null, absent);
  }

  /** The next part is there if octets are left; otherwise it is 0, or empty. */
  public Parts ifMore() {
    return ifMore(0);
  }

  /** The next part is there if octets are left; otherwise a number is {@code absent}. */
  public Parts ifMore(long absent) {
    if (mode == PASS && pass.describes()) {
      pass.maybe();
      return this;
    }
    return mode == READ ? when(hasMore(), absent) : new Parts(OPTIONAL, this, absent);
  }

  /** Keeps what was said of an optional part, and tells a pass that there is something to say. */
  private Parts prepare(Consumer<Parts> prepare) {
    if (mode == OPTIONAL) {
      prepared = prepared == null ? prepare : prepared.andThen(prepare);
    } else if (mode == PASS) {
      pass.varies();
    }
    return this;
  }

  /** The parts within, prepared. */
  private Parts inner() {
    if (prepared != null) {
      prepared.accept(inner);
    }
    return inner;
  }

  /** The next number is shown in hexadecimal. */
  public Parts hex() {
    if (pass != null) {
      pass.hex();
    }
    return this;
  }

  /** The next number is shown in hexadecimal, with so many digits. */
  public Parts hex(int digits) {
    if (pass != null) {
      pass.digits(digits);
    }
    return this;
  }

  /** The next number has names. */
  public Parts named(ValueNames names) {
    if (pass != null) {
      pass.named(names);
    }
    return this;
  }

  // --- what surrounds the record ---

  /** The number under which the record was read, for a record that has several. */
  public int type(int value) {
    return (int) type((long) value);
  }

  /** The number under which the record was read, for a record that has several. */
  public long type(long value) {
    switch (mode) {
      case READ:
        return number;
      case COMPARE:
        bad |= number != value;
        return value;
      case ASK:
        number = value;
        return value;
      case PASS:
        return pass.type(value);
      default:
        return value;
    }
  }

  /** A number in the head of the record besides its type, see {@link Head#extra}. */
  public int extra(String name, int value) {
    return (int) extra(name, (long) value);
  }

  /** A number in the head of the record besides its type, see {@link Head#extra}. */
  public long extra(String name, long value) {
    switch (mode) {
      case READ:
        return extra;
      case COMPARE:
        bad |= extra != value;
        return value;
      case ASK:
        extra = value;
        return value;
      case PASS:
        pass.varies();
        return pass.number(name, 0, value);
      default:
        return value;
    }
  }

  /** Why the octets of the record do not form another one. */
  public String reason(String value) {
    return mode == READ ? reason : mode == PASS ? pass.reason(value) : value;
  }

  /**
   * A fact that only the number of octets tells: {@code reading} from {@link #left}, and {@code
   * writing} from components.
   */
  public boolean infer(String name, boolean reading, boolean writing) {
    return infer(name, reading ? 1 : 0, writing ? 1 : 0) != 0;
  }

  /**
   * A number that only the number of octets tells, see {@link #infer(String, boolean, boolean)}.
   */
  public long infer(String name, long reading, long writing) {
    return mode == READ ? reading : mode == PASS ? pass.infer(name, writing) : writing;
  }

  /** What octets must satisfy to be this record; others are kept as octets. */
  public void require(boolean condition) {
    bad |= !condition && mode == READ;
    if (mode == PASS) {
      pass.varies();
    }
  }

  /** Number of octets that are left; for {@link #infer} and {@link #require} only. */
  public int left() {
    if (mode == PASS) {
      pass.varies();
    }
    return Math.max(0, end - at);
  }

  /** Zeros up to a multiple of {@code unit} octets from the start of the record. */
  public void align(int unit) {
    alignFrom(base, unit);
  }

  /** Zeros up to a multiple of {@code unit} octets from the start of the message. */
  public void alignInMessage(int unit) {
    alignFrom(0, unit);
  }

  private void alignFrom(int start, int unit) {
    if (mode <= COMPARE) {
      for (int odd = (at - start) % unit; odd != 0 && odd < unit && !bad; odd++) {
        reserved(8);
      }
    } else if (mode == PASS) {
      pass.varies();
    }
  }

  // --- octets ---

  int message(int index) {
    int size = mode == WRITE ? at : octets.length;
    return index >= 0 && index < size ? octets[index] & 0xff : -1;
  }

  Cursor cursor() {
    if (cursor == null) {
      cursor = new Cursor(this);
    }
    return cursor;
  }

  void put(String name, int width, long value) {
    if (mode == COMPARE) {
      long there = take(width);
      bad |= there != value;
    } else if (width < 64 && value >>> width != 0) {
      refuse(name, width, value);
    } else {
      append(width, value);
    }
  }

  void putOctets(byte[] value) {
    if (mode == COMPARE) {
      bad |= !takeSame(value);
    } else if (bit != 0) {
      throw new IllegalArgumentException(writing() + ": does not begin at an octet");
    } else {
      append(value);
    }
  }

  private void refuse(String name, int width, long value) {
    if (mode == COMPARE) {
      bad = true;
      return;
    }
    throw new IllegalArgumentException(
        name + ": " + value + " does not fit into " + width + " bits");
  }

  private Limit enter() {
    Limit limit = pending;
    if (limit != null) {
      pending = null;
      limit.enter(this);
    }
    return limit;
  }

  private void leave(Limit limit) {
    if (limit != null) {
      limit.leave(this);
    }
  }

  /** Goes one level deeper into what is written. */
  void descend(Shaped record) {
    if (mode == WRITE && depth == DEEPEST) {
      throw new IllegalArgumentException(
          record.getClass().getSimpleName() + ": more than " + DEEPEST + " levels");
    }
    depth++;
  }

  // --- heads ---

  /** The number that {@code record} says, or -1. */
  static long numberOf(Shaped record) {
    Parts asked = writing(0);
    asked.ask(record);
    return asked.number;
  }

  /** Lets {@code record} say its number and its extra. */
  void ask(Shaped record) {
    int outer = mode;
    number = -1;
    extra = 0;
    mode = ASK;
    record.parts(this);
    mode = outer;
  }
}
