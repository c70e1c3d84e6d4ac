package org.jpacker.io.json;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.NumberField;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.contents.Contents;
import org.jpacker.core.Checksums;
import org.jpacker.core.Outline;

/**
 * Makes a header from its fields. All are set in the order of the header, so a part takes
 * precedence over its whole; then records over their octets.
 */
final class HeaderMaker {
  private final Protocol<?> protocol;
  private final Map<?, ?> fields;

  /** Octets after those that fields cover, or null. */
  private final byte[] rest;

  private final Header made;
  private final ProtocolRegistry registry;

  /** Whether the header got room for fields that not every header has. */
  private boolean isGrown;

  private HeaderMaker(
      ProtocolRegistry registry, Protocol<?> protocol, Map<?, ?> fields, byte[] rest) {
    this.registry = registry;
    this.protocol = protocol;
    this.fields = fields;
    this.rest = rest;
    this.made = protocol.maker().get();
  }

  /**
   * A header in which all derived fields that are given are pinned.
   *
   * @param rest octets after those that fields cover, or null
   * @throws Mistake if a field is unknown or does not fit
   */
  static Header make(
      ProtocolRegistry registry, Protocol<?> protocol, Map<?, ?> fields, byte[] rest) {
    HeaderMaker maker = new HeaderMaker(registry, protocol, fields, rest);
    maker.checkNames();
    maker.assignAll();
    maker.cut();
    maker.setRecords();
    return maker.made;
  }

  private void checkNames() {
    List<String> names = registry.fieldsOf(protocol).stream().map(Field::name).toList();
    for (Object key : fields.keySet()) {
      String name = String.valueOf(key);
      if (!names.contains(name) && !isStatus(name)) {
        throw Members.unknown("field", name, names).in(Mistake.quoted(name));
      }
    }
  }

  /** Whether it is the verdict on a checksum, which is only shown. */
  private boolean isStatus(String name) {
    if (!name.endsWith(Checksums.STATUS)) {
      return false;
    }
    Field field =
        protocol.layout().field(name.substring(0, name.length() - Checksums.STATUS.length()));
    return field != null && field.traits().checksum();
  }

  private boolean isGiven(Field field) {
    return !(field instanceof ComputedField) && fields.containsKey(field.name());
  }

  /** Replaces the octets of the header from {@code from} on. */
  private void octets(int from, byte[] octets) {
    BytesField.rest(from * 8, protocol.name()).set(made, octets);
  }

  private void assignAll() {
    for (Field field : protocol.layout().fields()) {
      if (isGiven(field)) {
        try {
          assignWithRoom(field, fields.get(field.name()));
        } catch (Mistake e) {
          throw e.in(Mistake.quoted(field.name()));
        } catch (ArithmeticException e) {
          throw tooLarge(field, fields.get(field.name())).in(Mistake.quoted(field.name()));
        } catch (IllegalArgumentException | IllegalStateException e) {
          throw mistake(field, e);
        }
      }
    }
  }

  private static Mistake mistake(Field field, RuntimeException e) {
    String message = String.valueOf(e.getMessage());
    String prefix = field.name() + ": ";
    boolean isNamed = message.startsWith(prefix);
    return new Mistake(Mistake.sentence(isNamed ? message.substring(prefix.length()) : message))
        .in(Mistake.quoted(field.name()));
  }

  /** Sets a field; one that not every header has may need octets that are not there yet. */
  private void assignWithRoom(Field field, Object value) {
    if (field.isPresent(made) || field.width() < 0) {
      assign(field, value);
      return;
    }
    byte[] before = Arrays.copyOf(made.toBytes(), made.headerSize());
    for (int size :
        new int[] {before.length, sizeWith(field, before.length), sizeWithAll(before.length)}) {
      if (size > made.headerSize()) {
        octets(0, Arrays.copyOf(before, size));
        isGrown = true;
      }
      try {
        assign(field, value);
        return;
      } catch (IllegalStateException e) {
        if (size == sizeWithAll(before.length)) {
          throw e;
        }
      }
    }
  }

  /** The size of a header that ends with this field. */
  private static int sizeWith(Field field, int size) {
    int octets = field.width() + 7 >>> 3;
    return field.traits().at() == null
        ? Math.max(size, field.bit() + field.width() + 7 >>> 3)
        : size + octets;
  }

  /** The size of a header with all fields that are given, at most. */
  private int sizeWithAll(int size) {
    int all = size;
    for (Field field : protocol.layout().fields()) {
      if (isGiven(field) && field.width() > 0) {
        all = sizeWith(field, all);
      }
    }
    return all;
  }

  private void assign(Field field, Object value) {
    if (value instanceof Map || value instanceof List) {
      throw new Mistake("a plain value is needed, not " + Members.kind(value));
    }
    if (field instanceof FlagField && value instanceof Boolean) {
      field.assign(made, value.toString());
    } else if (field instanceof NumberField) {
      field.assign(made, number(field, value));
    } else if (!(value instanceof String text)) {
      throw new Mistake("a text is needed, not " + Members.kind(value));
    } else if (field instanceof BytesField) {
      field.assign(made, Members.hex(text));
    } else {
      field.assign(made, value);
    }
  }

  /** A whole number, or a text that may be one; whether it fits is for the field to say. */
  private static Object number(Field field, Object value) {
    if (value instanceof BigInteger) {
      throw tooLarge(field, value);
    }
    if (value instanceof Long
        || value instanceof String text && text.length() <= JsonTree.MOST_DIGITS) {
      return value;
    }
    throw new Mistake("a whole number is needed, not " + Members.kind(value));
  }

  private static Mistake tooLarge(Field field, Object value) {
    return new Mistake(Mistake.shown(value) + " does not fit into " + field.width() + " bits");
  }

  /** Ends the header after its last field and the octets after that. */
  private void cut() {
    boolean onlyGiven = isComplete();
    int covered = 0;
    boolean toEnd = false;
    for (Field field : protocol.layout().fields()) {
      if (field instanceof ComputedField
          || !field.isPresent(made)
          || (onlyGiven || isGrown) && isOptional(field) && !isGiven(field)
          || Outline.bit(field, made) > covered * 8) {
        continue;
      }
      toEnd |= field.width() < 0;
      covered =
          field.width() < 0
              ? made.headerSize()
              : Math.max(covered, Outline.bit(field, made) + field.width() + 7 >>> 3);
    }
    if (rest != null) {
      octets(covered, rest);
    } else if (!toEnd && covered > 0 && covered < made.headerSize()) {
      octets(Math.max(covered, protocol.layout().size()), new byte[0]);
    }
  }

  private static boolean isOptional(Field field) {
    return field.traits().when() != null || field.traits().at() != null || field.width() < 0;
  }

  /**
   * Whether all fields that each header has are given. Then one that is not given is not there;
   * otherwise it is as in a new header.
   */
  private boolean isComplete() {
    for (Field field : protocol.layout().fields()) {
      if (!(field instanceof ComputedField) && !isOptional(field) && !isGiven(field)) {
        return false;
      }
    }
    return true;
  }

  private void setRecords() {
    for (Field field : protocol.layout().fields()) {
      if (field instanceof ComputedField computed && fields.containsKey(field.name())) {
        Contents<?, ?> contents = Contents.of(computed).orElse(null);
        Object given = fields.get(field.name());
        if (contents != null
            && contents.isSettable()
            && !Comparison.isSame(given, contents.tree(made))) {
          try {
            contents.setTree(made, given, registry.additions());
          } catch (IllegalArgumentException | IllegalStateException e) {
            throw records(field, String.valueOf(e.getMessage()));
          }
        }
      }
    }
  }

  /** The message begins with the path within the list, if it has one. */
  private static Mistake records(Field field, String message) {
    int colon = message.startsWith("[") ? message.indexOf(": ") : -1;
    Mistake mistake =
        colon < 0
            ? new Mistake(Mistake.sentence(message.replaceFirst("^tree: ", "")))
            : new Mistake(Mistake.sentence(message.substring(colon + 2)))
                .in(Mistake.sentence(message.substring(0, colon)));
    return mistake.in(Mistake.quoted(field.name()));
  }

  /** Lets the derived fields of {@code header} that are given, but not pinned, follow. */
  static void unpin(Header header, Map<?, ?> fields, Set<String> pinned) {
    List<Field> following = new ArrayList<>();
    for (Field field : header.protocol().layout().fields()) {
      if (field.traits().derived()
          && !(field instanceof ComputedField)
          && fields.containsKey(field.name())
          && !pinned.contains(field.name())) {
        following.add(field);
      }
    }
    following.forEach(header::unpin);
  }
}
