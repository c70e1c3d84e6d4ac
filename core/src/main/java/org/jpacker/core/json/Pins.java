package org.jpacker.core.json;

import java.util.List;
import org.jpacker.api.Checksum;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Discrepancy;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.NumberField;
import org.jpacker.api.Packet;
import org.jpacker.api.text.FieldText;

/**
 * The derived fields of a packet that would get other values if it was made from its fields: those
 * are pinned.
 */
final class Pins {
  private static final Pins NONE = new Pins(List.of(), List.of());

  private final List<Discrepancy> wrong;
  private final List<Checksum> checksums;

  private Pins(List<Discrepancy> wrong, List<Checksum> checksums) {
    this.wrong = wrong;
    this.checksums = checksums;
  }

  static Pins of(Packet packet) {
    try {
      return new Pins(packet.verify(), mayLackChecksum(packet) ? packet.checksums() : List.of());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return NONE; // foreign code: the packet is shown all the same
    }
  }

  /** Asked first, since all checksums are computed once more to find those that are left out. */
  private static boolean mayLackChecksum(Packet packet) {
    for (Layer layer = packet.first(); layer instanceof Header header; layer = header.payload()) {
      for (Field field : header.protocol().layout().fields()) {
        if (field.traits().checksum() && isZero(field, header)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Whether a derived field of {@code header} is pinned. */
  boolean has(Header header, Field field) {
    if (field instanceof ComputedField computed) {
      return isOwnLength(header, computed);
    }
    if (!field.isPresent(header)) {
      return false;
    }
    for (int i = 0; i < wrong.size(); i++) {
      if (wrong.get(i).header() == header && wrong.get(i).field() == field) {
        return true;
      }
    }
    for (int i = 0; i < checksums.size(); i++) {
      Checksum checksum = checksums.get(i);
      if (checksum.header() == header && checksum.field() == field) {
        return checksum.status() != Checksum.Status.GOOD;
      }
    }
    // a limit counts octets that were not captured; zero stands for one that is too large
    boolean isLimit = field == header.protocol().layout().limitedBy();
    return isLimit && (header.isTruncated() || isZero(field, header)) || isOdd(header, field);
  }

  /** Whether a length in the text of a header, or its absence, is not what would be written. */
  private static boolean isOwnLength(Header header, ComputedField field) {
    Object length = FieldText.computed(field, header);
    String size = Integer.toString(header.payload().size());
    return length == null
        ? !size.equals("0")
        : !length.toString().equals(length instanceof List ? "[" + size + "]" : size);
  }

  /** Whether it selects what is carried, but not by a number of that protocol. */
  private static boolean isOdd(Header header, Field field) {
    DispatchTable table = field.traits().selects();
    if (table == null
        || !(field instanceof NumberField number)
        || !(header.payload() instanceof Header inner)) {
      return false;
    }
    long value = number.number(header);
    return inner.protocol().keys().stream()
        .noneMatch(key -> key.table() == table && key.value() == value);
  }

  private static boolean isZero(Field field, Header header) {
    return field instanceof NumberField number
        && field.isPresent(header)
        && number.number(header) == 0;
  }
}
