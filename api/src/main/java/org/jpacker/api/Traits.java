package org.jpacker.api;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;

/**
 * The refinements of a field. Protocols set them with the derived copies of the field kinds;
 * programs read them through the layout.
 *
 * @param initial the value in a new header, as raw bits
 * @param derived whether the value follows from the rest of the packet
 * @param checksum whether the value is a derived checksum, which {@link Checksum} can verify
 * @param littleEndian whether the least significant octet comes first
 * @param signed whether the number is in two's complement
 * @param times factor by which the number on the wire is multiplied
 * @param hex whether the value is shown in hexadecimal
 * @param valueNames names of values; if empty, those of the table that the field selects in apply
 * @param selects the dispatch table that the number selects in, or null
 * @param when whether a header has the field, or null for always
 * @param condition {@code when} in words
 * @param at computes the bits from the start of the header to the field, or null if they are fixed
 */
public record Traits(
    long initial,
    boolean derived,
    boolean checksum,
    boolean littleEndian,
    boolean signed,
    int times,
    boolean hex,
    ValueNames valueNames,
    DispatchTable selects,
    Predicate<Header> when,
    String condition,
    ToIntFunction<Header> at) {

  static final Traits NONE =
      new Traits(0, false, false, false, false, 1, false, ValueNames.NONE, null, null, "", null);

  /** A copy with the initial value {@code raw}, in raw bits. */
  Traits initial(long raw) {
    return with(traits -> traits.initial = raw);
  }

  /** A copy with {@code change} applied. */
  Traits with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.traits();
  }

  /** A copy under construction: the only place besides the record that lists all traits. */
  static final class Draft {
    long initial;
    boolean derived;
    boolean checksum;
    boolean littleEndian;
    boolean signed;
    int times;
    boolean hex;
    ValueNames valueNames;
    DispatchTable selects;
    Predicate<Header> when;
    String condition;
    ToIntFunction<Header> at;

    private Draft(Traits from) {
      initial = from.initial;
      derived = from.derived;
      checksum = from.checksum;
      littleEndian = from.littleEndian;
      signed = from.signed;
      times = from.times;
      hex = from.hex;
      valueNames = from.valueNames;
      selects = from.selects;
      when = from.when;
      condition = from.condition;
      at = from.at;
    }

    private Traits traits() {
      return new Traits(
          initial,
          derived,
          checksum,
          littleEndian,
          signed,
          times,
          hex,
          valueNames,
          selects,
          when,
          condition,
          at);
    }
  }

  /** Bits from the start of {@code header} to {@code field}, or -1 if the field is absent. */
  int place(Header header, Field field) {
    if (at == null && when == null) {
      return field.bit();
    }
    if (when != null && !when.test(header)) {
      return -1;
    }
    int place = at == null ? field.bit() : at.applyAsInt(header);
    int width = Math.max(field.width(), 0);
    return place < 0 || place + width > header.headerSize() * 8 ? -1 : place;
  }

  /** As {@link #place}, for writing. */
  int placeToSet(Header header, Field field) {
    int place = place(header, field);
    if (place < 0) {
      throw absent(field);
    }
    return place;
  }

  /** As {@link #place}, for writing {@code raw}. */
  int placeToSet(Header header, Field field, long raw) {
    int place = place(header, field);
    return place >= 0 ? place : placeByOwnValue(header, field, raw);
  }

  /**
   * The presence of a field may depend on its own value, for example where a number is either a
   * length or a type. A field that is absent now is therefore tested again with the value to be
   * set.
   */
  private int placeByOwnValue(Header header, Field field, long raw) {
    int place = field.bit();
    if (when == null || at != null || place + field.width() > header.headerSize() * 8) {
      throw absent(field);
    }
    header.beforeChange();
    byte[] before = header.octets;
    header.octets = before.clone();
    write(header, place, field.width(), raw);
    if (!when.test(header)) {
      header.octets = before;
      throw absent(field);
    }
    return place;
  }

  private IllegalStateException absent(Field field) {
    return new IllegalStateException(
        field.name()
            + (condition.isEmpty() ? " is not in this header" : " is absent unless " + condition));
  }

  /** The bits at {@code place} as a number on the wire. */
  long read(Header header, int place, int width) {
    if (derived) {
      header.settle();
    }
    return read(header.octets, header.start, place, width);
  }

  /** The bits that begin {@code place} bits after {@code start}, as a number on the wire. */
  long read(byte[] octets, int start, int place, int width) {
    long raw = Octets.bits(octets, start, place, width);
    if (littleEndian) {
      raw = Octets.swap(raw, width);
    }
    return signed ? raw << 64 - width >> 64 - width : raw;
  }

  /** Writes the bits at {@code place}; the caller has checked that {@code raw} fits. */
  void write(Header header, int place, int width, long raw) {
    Octets.putBits(
        header.octets,
        header.start,
        place,
        width,
        littleEndian ? Octets.swap(raw & Octets.mask(width), width) : raw);
  }

  /** The number for the wire, or an exception that names the field, its width and the value. */
  long fit(Field field, int width, long value) {
    // the division would cost as much as everything else
    long raw = times == 1 ? value : value / times;
    long least = signed ? -1L << width - 1 : 0;
    long most = width == 64 ? Long.MAX_VALUE : Octets.mask(signed ? width - 1 : width);
    if (raw * times != value || (width < 64 && (raw < least || raw > most))) {
      throw new IllegalArgumentException(misfit(field, width, value, least, most));
    }
    return raw;
  }

  private String misfit(Field field, int width, long value, long least, long most) {
    return field.name()
        + ": "
        + value
        + " does not fit into "
        + width
        + " bits ("
        + least * times
        + " to "
        + most * times
        + (times == 1 ? ")" : " in steps of " + times + ")");
  }

  String text(long value, int width) {
    if (!hex) {
      return width == 64 && !signed ? Long.toUnsignedString(value) : Long.toString(value);
    }
    String digits = Long.toHexString(value & Octets.mask(width));
    return "0x" + "0".repeat(Math.max(0, hexDigits(width) - digits.length())) + digits;
  }

  /**
   * Hexadecimal digits of a field of {@code width} bits: those of the smallest number type that
   * holds it.
   */
  public static int hexDigits(int width) {
    if (width <= 8) {
      return 2;
    }
    if (width <= 16) {
      return 4;
    }
    return width == 24 ? 6 : width <= 32 ? 8 : 16;
  }

  static long number(Field field, Object value) {
    if (value instanceof Number number) {
      return number.longValue();
    }
    if (value instanceof Boolean flag) {
      return flag ? 1 : 0;
    }
    try {
      String text = String.valueOf(value);
      return text.startsWith("0x")
          ? Long.parseUnsignedLong(text.substring(2), 16)
          : text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(field.name() + ": not a number: " + value, e);
    }
  }
}
