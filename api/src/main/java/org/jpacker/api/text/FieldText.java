package org.jpacker.api.text;

import java.util.List;
import java.util.StringJoiner;
import org.jpacker.api.Address;
import org.jpacker.api.AddressField;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.NumberField;
import org.jpacker.api.TextField;
import org.jpacker.api.Traits;
import org.jpacker.api.ValueNames;

/**
 * Appends values as {@link Field#text} gives them, but escaped, and without an intermediate string
 * for the most common kinds of field.
 */
public final class FieldText {
  private FieldText() {}

  /** Appends the value of {@code field}, which must be present in {@code header}. */
  public static void append(StringBuilder out, Field field, Header header) {
    if (field instanceof NumberField number) {
      number(out, number.number(header), number.width(), number.traits());
    } else if (field instanceof AddressField address) {
      address(out, address.get(header));
    } else if (field instanceof TextField text) {
      Escape.octets(out, text.get(header));
    } else if (field instanceof BytesField octets) {
      byte[] value = octets.get(header);
      Escape.hex(out, value, 0, value.length);
    } else if (field instanceof ComputedField computed) {
      value(out, computed, computed(computed, header));
    }
  }

  /**
   * The name of the value of {@code field}, or null; the names of a list are separated by commas.
   * If the file of names cannot be read, the name is a message that says so.
   */
  public static String nameOf(Field field, Header header) {
    ValueNames names = field.valueNames();
    if (names.isEmpty()) {
      return null;
    }
    try {
      return field instanceof ComputedField computed
          ? namesOf(computed, header, computed(computed, header))
          : names.nameOf(header, number(field, header));
    } catch (RuntimeException e) {
      return "failed: " + e.getMessage();
    }
  }

  private static String namesOf(ComputedField field, Header header, Object value) {
    if (!(value instanceof List<?> items)) {
      return nameOf(field, header, value);
    }
    StringJoiner out = new StringJoiner(", ");
    boolean hasAny = false;
    for (Object item : items) {
      String name = nameOf(field, header, item);
      hasAny |= name != null;
      out.add(name == null ? text(field, item) : name);
    }
    return hasAny ? out.toString() : null;
  }

  /** The name of a number; null for other values. */
  private static String nameOf(ComputedField field, Header header, Object value) {
    return value instanceof Number number
        ? field.valueNames().nameOf(header, number.longValue())
        : null;
  }

  /** The value of {@code field} as a number; 0 if it is not a number. */
  public static long number(Field field, Header header) {
    return field instanceof NumberField number ? number.number(header) : 0;
  }

  /** The value of a computed field; if its function fails, a message that says so. */
  public static Object computed(ComputedField field, Header header) {
    try {
      return field.value(header);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return "failed: " + e;
    }
  }

  /**
   * The text of the value of a computed field, or of an item of its list; if that fails, a message
   * that says so.
   */
  public static String text(ComputedField field, Object value) {
    try {
      return field.textOf(value);
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return "failed: " + e;
    }
  }

  /** Appends the value of a computed field; nothing for null. */
  public static void value(StringBuilder out, ComputedField field, Object value) {
    if (value instanceof List<?> items) {
      String separator = "";
      for (Object item : items) {
        out.append(separator);
        value(out, field, item);
        separator = ",";
      }
    } else if (value instanceof Address address) {
      address(out, address);
    } else if (value != null) {
      Escape.text(out, text(field, value));
    }
  }

  /** Appends an address as {@code toString} gives it. */
  public static void address(StringBuilder out, Address address) {
    if (address instanceof Address.Ipv4 ipv4) {
      int bits = ipv4.bits();
      out.append(bits >>> 24).append('.').append(bits >>> 16 & 0xff).append('.');
      out.append(bits >>> 8 & 0xff).append('.').append(bits & 0xff);
    } else if (address instanceof Address.Mac mac) {
      for (int shift = 40; shift >= 0; shift -= 8) {
        Escape.hex(out, mac.bits() >>> shift, 2);
        if (shift > 0) {
          out.append(':');
        }
      }
    } else {
      out.append(address);
    }
  }

  /** Appends a number in the format of a field of {@code width} bits. */
  public static void number(StringBuilder out, long value, int width, Traits traits) {
    if (traits.hex()) {
      out.append("0x");
      Escape.hex(out, value & -1L >>> 64 - width, Traits.hexDigits(width));
    } else if (value < 0 && !traits.signed()) {
      out.append(Long.toUnsignedString(value));
    } else {
      out.append(value);
    }
  }
}
