package org.jpacker.core;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.FieldText;

/**
 * The fields of a protocol in wire order, each with facts that outputs need and that do not depend
 * on the packet.
 *
 * @param items the fields, each part after its whole
 * @param computed those of them that are computed, by name
 */
public record Outline(List<Item> items, Map<String, ComputedField> computed) {

  /**
   * A field.
   *
   * @param field the field
   * @param depth number of fields that it is nested in
   * @param label its name without that of the protocol
   * @param always whether every header has it
   * @param inRecords whether it is a part of records that another field lists
   */
  public record Item(Field field, int depth, String label, boolean always, boolean inRecords) {

    /** Whether {@code header} has the field. */
    public boolean isIn(Header header) {
      if (field instanceof ComputedField computed) {
        return FieldText.computed(computed, header) != null;
      }
      return always || field.isPresent(header);
    }
  }

  /** A cache of outlines by protocol; shared freely between threads. */
  public static final class Cache {
    private final Map<Key, Outline> outlines = new ConcurrentHashMap<>();

    /** The fields of a protocol depend on the registry: its modules may add some. */
    private record Key(ProtocolRegistry registry, Protocol<?> protocol) {}

    /** An empty cache. */
    public Cache() {}

    /** The outline of the protocol of {@code header}. */
    public Outline of(Header header) {
      return outlines.computeIfAbsent(
          new Key(ProtocolRegistry.thatRead(header), header.protocol()),
          key -> Outline.of(key.registry, key.protocol));
    }
  }

  /** The outline of {@code protocol}, with the fields that modules of {@code registry} add. */
  public static Outline of(ProtocolRegistry registry, Protocol<?> protocol) {
    return of(protocol, registry.fieldsOf(protocol));
  }

  /** The outline of the layout of {@code protocol}. */
  public static Outline of(Protocol<?> protocol) {
    return of(protocol, protocol.layout().fields());
  }

  private static Outline of(Protocol<?> protocol, List<Field> fields) {
    List<Item> items = new ArrayList<>();
    for (Field field : fields) {
      int depth = 0;
      for (Item earlier : items) {
        depth += isPart(field, earlier.field()) ? 1 : 0;
      }
      items.add(
          new Item(
              field, depth, label(protocol, field), isFixed(field), isInRecords(field, fields)));
    }
    Map<String, ComputedField> computed = new HashMap<>();
    for (Field field : fields) {
      if (field instanceof ComputedField named) {
        computed.put(named.name(), named);
      }
    }
    return new Outline(List.copyOf(items), Map.copyOf(computed));
  }

  private static boolean isInRecords(Field field, List<Field> fields) {
    return field instanceof ComputedField part
        && part.records() != null
        && fields.contains(part.records());
  }

  /** Bits from the start of {@code header} to {@code field}, or -1 for a computed field. */
  public static int bit(Field field, Header header) {
    return field.traits().at() == null ? field.bit() : field.traits().at().applyAsInt(header);
  }

  /** Whether the item at {@code index} has parts. */
  public boolean hasParts(int index) {
    return index + 1 < items.size() && items.get(index + 1).depth() > items.get(index).depth();
  }

  /** Whether {@code field} lies inside {@code whole}, wherever {@code whole} is present. */
  private static boolean isPart(Field field, Field whole) {
    return hasPlace(field)
        && hasPlace(whole)
        && whole.bit() <= field.bit()
        && field.bit() + field.width() <= whole.bit() + whole.width()
        && (isFixed(whole) || whole.traits().condition().equals(field.traits().condition()));
  }

  private static boolean hasPlace(Field field) {
    return field.bit() >= 0 && field.width() > 0 && field.traits().at() == null;
  }

  private static boolean isFixed(Field field) {
    return hasPlace(field) && field.traits().when() == null;
  }

  private static String label(Protocol<?> protocol, Field field) {
    String name = field.name();
    int dot = protocol.name().length();
    boolean own = name.startsWith(protocol.name()) && name.indexOf('.', dot) == dot;
    return own ? name.substring(dot + 1) : name;
  }
}
