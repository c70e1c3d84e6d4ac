package org.jpacker.fuzz;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.RefinableNumber;

/** Damages octets, blindly or in sensitive places. The same seed causes the same damage. */
public final class Mutator {
  private static final int MOST_CHANGES = 4;
  private static final int LARGEST = 1 << 16;

  private final Random random;

  /** A mutator that draws from {@code random}. */
  public Mutator(Random random) {
    this.random = random;
  }

  /** Returns damaged octets based on {@code octets}, sometimes combined with {@code others}. */
  public byte[] blind(byte[] octets, byte[] others) {
    byte[] damaged = octets;
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      damaged = once(damaged, others);
    }
    return damaged;
  }

  private byte[] once(byte[] octets, byte[] others) {
    int at = random.nextInt(octets.length + 1);
    byte[] damaged = octets.clone();
    switch (random.nextInt(8)) {
      case 0:
        return Arrays.copyOf(octets, at);
      case 1:
        return splice(octets, at, random.nextInt(others.length + 1), others);
      case 2:
        return splice(octets, at, random.nextInt(octets.length + 1), octets);
      case 3:
        byte[] more = new byte[1 + random.nextInt(64)];
        random.nextBytes(more);
        return splice(octets, at, 0, more);
      case 4:
        put(damaged, at, extreme(16), 2);
        return damaged;
      case 5:
        put(damaged, at, extreme(32), 4);
        return damaged;
      case 6:
        put(damaged, at, random.nextInt(), 1);
        return damaged;
      default:
        if (at < damaged.length) {
          damaged[at] ^= (byte) (1 << random.nextInt(8));
        }
        return damaged;
    }
  }

  /** The first {@code at} octets, then {@code others} from {@code from} on. */
  private static byte[] splice(byte[] octets, int at, int from, byte[] others) {
    int size = Math.min(LARGEST, at + others.length - from);
    byte[] joined = Arrays.copyOf(octets, Math.max(at, size));
    System.arraycopy(others, from, joined, at, joined.length - at);
    return joined;
  }

  private static void put(byte[] octets, int at, long value, int width) {
    for (int i = 0; i < width && at + i < octets.length; i++) {
      octets[at + i] = (byte) (value >>> 8 * (width - 1 - i));
    }
  }

  /**
   * Applies {@code edits} to the octets. An edit is a position of two octets, then an octet whose
   * upper half is the number of octets to put there and whose lower half selects the operation,
   * then these octets.
   */
  public static byte[] edited(byte[] octets, byte[] edits) {
    byte[] edited = octets;
    for (int i = 0; i + 3 <= edits.length; ) {
      int at = ((edits[i] & 0xff) << 8 | edits[i + 1] & 0xff) % (edited.length + 1);
      int count = Math.min(edits[i + 2] >> 4 & 0xf, edits.length - i - 3);
      byte[] put = Arrays.copyOfRange(edits, i + 3, i + 3 + count);
      int to =
          switch (edits[i + 2] & 3) {
            case 0 -> at; // insert
            case 1 -> edited.length; // insert and truncate
            default -> Math.min(edited.length, at + count); // replace
          };
      byte[] begun = Arrays.copyOf(edited, at + count);
      System.arraycopy(put, 0, begun, at, count);
      edited = splice(begun, begun.length, to, edited);
      i += 3 + count;
    }
    return edited;
  }

  /**
   * Replaces numbers of 16 or 32 bits, in either byte order, at offsets where files have numbers.
   */
  public byte[] numbers(byte[] octets) {
    byte[] damaged = octets.clone();
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0; changes--) {
      int width = random.nextBoolean() ? 4 : 2;
      long value = extreme(8 * width);
      long reversed = Long.reverseBytes(value) >>> 64 - 8 * width;
      int at = random.nextInt(octets.length + 1) & -2;
      put(damaged, at, random.nextBoolean() ? value : reversed, width);
    }
    return damaged;
  }

  private long extreme(int bits) {
    long most = -1L >>> 64 - bits;
    switch (random.nextInt(6)) {
      case 0:
        return 0;
      case 1:
        return most;
      case 2:
        return most >>> 1;
      case 3:
        return (most >>> 1) + 1;
      case 4:
        return random.nextInt(256);
      default:
        return most - random.nextInt(256);
    }
  }

  /** Returns the packet with one field of one of its headers set to an unsuitable value. */
  public byte[] structured(Packet packet) {
    Packet damaged = packet.copy();
    List<Header> headers = new ArrayList<>();
    for (Layer layer : damaged.layers()) {
      if (layer instanceof Header header) {
        headers.add(header);
      }
    }
    for (int changes = 1 + random.nextInt(MOST_CHANGES); changes > 0 && !headers.isEmpty(); ) {
      changes--;
      Header header = headers.get(random.nextInt(headers.size()));
      List<Field> fields = header.protocol().layout().fields();
      set(header, fields.get(random.nextInt(fields.size())));
    }
    try {
      return damaged.toBytes();
    } catch (IllegalStateException e) {
      return packet.toBytes(); // a required number that is unknown
    }
  }

  private void set(Header header, Field field) {
    if (!field.isPresent(header)) {
      return;
    }
    try {
      if (field instanceof RefinableNumber) {
        int times = field.traits().times();
        field.assign(
            header, number(((Number) field.value(header)).longValue(), field.width()) * times);
      } else if (field instanceof FlagField) {
        field.assign(header, random.nextBoolean());
      }
    } catch (IllegalArgumentException e) {
      // out of the range of a signed number, or the changed number contradicts the header
      return;
    }
  }

  /** An extreme value, or one close to the right value. */
  private long number(long value, int width) {
    if (random.nextBoolean()) {
      return extreme(width);
    }
    return value + random.nextInt(9) - 4 & -1L >>> 64 - width;
  }
}
