package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Header;

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
 * @param <T> the common type of the records
 */
public final class Contents<H extends Header, T extends Shaped> implements Function<H, List<T>> {
  private static final byte[] NONE = {};

  private final String name;
  private final Class<H> type;
  private final BytesField octets;
  private final Kind<T> kind;

  private Contents(String name, Class<H> type, BytesField octets, Kind<T> kind) {
    this.name = name;
    this.type = type;
    this.octets = octets;
    this.kind = kind;
  }

  /**
   * Records with heads.
   *
   * @param name of the field that is the list
   * @param octets the field whose octets they are, which need not be in the layout
   */
  public static <H extends Header, T extends Shaped> Contents<H, T> of(
      String name, Class<H> type, BytesField octets, Series<T> series) {
    return new Contents<>(name, type, octets, series);
  }

  /**
   * Records of one type without heads; {@code blank} is any of them.
   *
   * @param name of the field that is the list
   * @param octets the field whose octets they are
   */
  public static <H extends Header, T extends Shaped> Contents<H, T> list(
      String name, Class<H> type, BytesField octets, T blank) {
    return new Contents<>(name, type, octets, new Blank<>(blank));
  }

  /** The contents whose list {@code field} is; empty if it is another field. */
  public static Optional<Contents<?, ?>> of(ComputedField field) {
    return field.source() instanceof Contents<?, ?> contents
        ? Optional.of(contents)
        : Optional.empty();
  }

  /** The field whose octets they are. */
  public BytesField octets() {
    return octets;
  }

  /** The records of {@code header}; none if it does not have the field. */
  public List<T> get(H header) {
    byte[] held = held(header);
    return held.length == 0 ? List.of() : kind.decode(held);
  }

  private byte[] held(H header) {
    return octets.isPresent(header) ? octets.get(header) : NONE;
  }

  @Override
  public List<T> apply(H header) {
    return get(header);
  }

  /**
   * Replaces the records of {@code header}; returns it.
   *
   * @throws IllegalArgumentException if something does not fit
   */
  public H set(H header, List<? extends T> records) {
    octets.set(header, kind.encode(records));
    return header;
  }

  /** What the records of {@code header} consist of, as maps, lists and plain values. */
  public List<Object> tree(Header header) {
    return kind.toTree(get(type.cast(header)));
  }

  /**
   * Replaces the records of {@code header} by those of such a tree.
   *
   * @throws IllegalArgumentException with the path of what does not fit
   */
  public void setTree(Header header, Object tree) {
    set(type.cast(header), new FromTree().list(tree, kind));
  }

  /** The types of records with their parts. */
  public List<Part> describe() {
    return kind.describe(new Describing());
  }

  /**
   * The list of records as a field, and then the fields of the parts: one for each name with a dot,
   * a list of the values in all records.
   */
  public List<ComputedField> fields() {
    List<ComputedField> fields = new ArrayList<>();
    fields.add(ComputedField.list(name, type, this));
    Map<String, Part> parts = new LinkedHashMap<>();
    Map<String, Set<Long>> numbers = new HashMap<>();
    Set<Long> ofAny = new HashSet<>();
    for (Shape<? extends T> shape : kind.shapes()) {
      Describing names = new Describing();
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

  private ComputedField field(Part part, Set<Long> only) {
    String field = part.name();
    ComputedField values = ComputedField.list(field, type, header -> values(header, field, only));
    values = part.digits() > 0 ? values.hex(part.digits()) : values;
    return part.names().isEmpty() ? values : values.valueNames(part.names());
  }

  /** The values of a field that only records of these numbers have, or any record. */
  private List<Object> values(H header, String field, Set<Long> only) {
    byte[] held = held(header);
    // most headers have none, and every field asks
    if (held.length == 0) {
      return List.of();
    }
    Telling telling = new Telling(field);
    kind.decode(held, only).forEach(telling::record);
    return telling.values();
  }
}
