package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jpacker.api.AddedTypes;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Header;
import org.jpacker.api.UIntField;
import org.jpacker.api.spi.OpenContents;

/**
 * The records in a header: in which field their octets are, and what they consist of.
 *
 * <pre>{@code
 * private static final BytesField OPTION_OCTETS = BytesField.rest(160, "tcp.options");
 * private static final Contents<Tcp, TcpOption> OPTIONS =
 *     Contents.of("tcp.option", Tcp.class, OPTION_OCTETS, TcpOptions.ALL);
 *
 * Layout.of(..., OPTION_OCTETS).telling(OPTIONS.fields())
 * public List<TcpOption> options() { return OPTIONS.get(this); }
 * }</pre>
 *
 * <p>Shared freely between threads.
 *
 * @param <H> the header
 * @param <T> the common type of the records, or of values
 */
public final class Contents<H extends Header, T> implements Function<H, List<T>>, OpenContents {
  private final String name;
  private final Class<H> type;
  private final BytesField octets;
  private final UIntField count;
  private final Function<? super H, byte[]> held;
  private final Kind<T> kind;
  private final ComputedField list;

  private Contents(String name, Class<H> type, BytesField octets, UIntField count, Kind<T> kind) {
    this.name = name;
    this.type = type;
    this.octets = octets;
    this.count = count;
    this.held = octets::get;
    this.kind = kind;
    this.list = ComputedField.list(name, type, this);
  }

  private Contents(String name, Class<H> type, Function<? super H, byte[]> held, Kind<T> kind) {
    this.name = name;
    this.type = type;
    this.octets = null;
    this.count = null;
    this.held = held;
    this.kind = kind;
    this.list = ComputedField.list(name, type, this);
  }

  /**
   * Records with heads.
   *
   * @param name of the field that is the list
   * @param octets the field whose octets they are, which need not be in the layout
   */
  public static <H extends Header, T extends Shaped> Contents<H, T> of(
      String name, Class<H> type, BytesField octets, Series<T> series) {
    return new Contents<>(name, type, octets, null, series);
  }

  /**
   * Records of one type without heads; {@code blank} is any of them.
   *
   * @param name of the field that is the list
   * @param octets the field whose octets they are
   */
  public static <H extends Header, T extends Shaped> Contents<H, T> list(
      String name, Class<H> type, BytesField octets, T blank) {
    return new Contents<>(name, type, octets, null, new Blank<>(blank));
  }

  /**
   * Values without heads, such as addresses.
   *
   * @param name of the field that is the list
   * @param octets the field whose octets they are
   */
  public static <H extends Header, T> Contents<H, T> values(
      String name, Class<H> type, BytesField octets, Leaf<T> leaf) {
    return new Contents<>(name, type, octets, null, leaf);
  }

  /**
   * Records that are only read, where their octets are no field: in a part of the payload.
   *
   * @param name of the field that is the list
   * @param octets returns the octets in a header, or none
   */
  public static <H extends Header, T extends Shaped> Contents<H, T> view(
      String name, Class<H> type, Function<? super H, byte[]> octets, Series<T> series) {
    return new Contents<>(name, type, octets, series);
  }

  /** A copy that has at most as many records as a field of the header counts, and sets it. */
  public Contents<H, T> counted(UIntField count) {
    return new Contents<>(name, type, octets, count, kind);
  }

  /** The contents whose list {@code field} is; empty if it is another field. */
  public static Optional<Contents<?, ?>> of(ComputedField field) {
    return field.source() instanceof Contents<?, ?> contents
        ? Optional.of(contents)
        : Optional.empty();
  }

  /** The field whose octets they are, or null if there is none. */
  public BytesField octets() {
    return octets;
  }

  /** The records of {@code header}; none if it does not have the field. */
  public List<T> get(H header) {
    return decode(header, null);
  }

  private List<T> decode(H header, Set<Long> only) {
    byte[] octets = held.apply(header);
    // most headers have none, and every field asks
    if (octets.length == 0) {
      return List.of();
    }
    Parts in = Parts.reading(octets, 0, octets.length);
    Additions additions = Additions.of(header);
    in.additions = additions.isEmpty() ? null : additions;
    return kind.decode(in, count == null ? -1 : count.get(header), only);
  }

  @Override
  public List<T> apply(H header) {
    return get(header);
  }

  /**
   * Replaces the records of {@code header}; returns it.
   *
   * @throws IllegalArgumentException if something does not fit
   * @throws UnsupportedOperationException if they are only read
   */
  public H set(H header, List<? extends T> records) {
    if (octets == null) {
      throw new UnsupportedOperationException(name + " is only read");
    }
    octets.set(header, encode(records));
    if (count != null) {
      count.set(header, records.size());
    }
    return header;
  }

  /**
   * The octets of these records.
   *
   * @throws IllegalArgumentException if something does not fit
   */
  public byte[] encode(List<? extends T> records) {
    return kind.encode(records);
  }

  /** What the records of {@code header} consist of, as maps, lists and plain values. */
  public List<Object> tree(Header header) {
    return kind.tree(get(type.cast(header)), false);
  }

  /** The same, to show it: with the fields of records that are no parts. */
  public List<Object> shown(Header header) {
    return kind.tree(get(type.cast(header)), true);
  }

  /** What a record consists of, as maps, lists and plain values. */
  public static Map<String, Object> tree(Shaped record) {
    return ToTree.of(record, false);
  }

  /** Whether the records can be replaced; some are only read. */
  public boolean isSettable() {
    return octets != null;
  }

  /**
   * Replaces the records of {@code header} by those of such a tree.
   *
   * @param added types that other modules add
   * @throws IllegalArgumentException with the path of what does not fit
   */
  public void setTree(Header header, Object tree, AddedTypes added) {
    set(type.cast(header), new FromTree(Additions.of(added)).list(tree, kind));
  }

  /** The types of records with their parts, with those that other modules add. */
  public List<Part> describe(AddedTypes added) {
    return kind.describe(new Describing(Additions.of(added)));
  }

  /**
   * The list of records as a field, and then the fields of the parts: one for each name with a dot,
   * a list of the values in all records.
   */
  public List<ComputedField> fields() {
    return fields(AddedTypes.NONE);
  }

  @Override
  public List<ComputedField> fields(AddedTypes added) {
    Additions additions = Additions.of(added);
    List<ComputedField> fields = new ArrayList<>();
    fields.add(list);
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, Set<Long>> numbers = new HashMap<>();
    Set<Long> ofAny = new HashSet<>();
    for (Shape<? extends T> shape : unknownFirst(additions)) {
      Describing names = new Describing(additions);
      shape.describe(names);
      if (names.tellsOthers()) {
        ofAny.addAll(shape.numbersOrAny());
      }
      for (Part part : names.fields()) {
        parts.putIfAbsent(part.name(), part);
        numbers.computeIfAbsent(part.name(), any -> new HashSet<>()).addAll(shape.numbersOrAny());
      }
    }
    for (Part part : parts.values()) {
      Set<Long> ofField = numbers.get(part.name());
      ofField.addAll(ofAny);
      fields.add(field(part, ofField.contains(Shape.ANY) ? null : Set.copyOf(ofField)));
    }
    return fields;
  }

  /** What an unknown record has, any has: those fields come first. */
  private List<Shape<? extends T>> unknownFirst(Additions additions) {
    List<Shape<? extends T>> shapes = new ArrayList<>(kind.shapes(additions));
    shapes.sort(Comparator.comparing(shape -> shape.numbers.length > 0));
    return shapes;
  }

  private ComputedField field(Part part, Set<Long> only) {
    String field = part.name();
    ComputedField values =
        ComputedField.list(field, type, header -> values(header, field, only)).of(list);
    values = part.digits() > 0 ? values.hex(part.digits()) : values;
    return part.names().isEmpty() ? values : values.valueNames(part.names());
  }

  /** The values of a field that only records of these numbers have, or any record. */
  private List<Object> values(H header, String field, Set<Long> only) {
    List<T> decoded = decode(header, only);
    if (decoded.isEmpty()) {
      return List.of();
    }
    Telling telling = new Telling(field);
    decoded.forEach(value -> kind.tell(telling, value));
    return telling.values();
  }
}
