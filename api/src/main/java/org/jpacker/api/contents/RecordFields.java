package org.jpacker.api.contents;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Header;

/**
 * Makes fields of what a header holds as a list of records of several types, such as options, TLVs
 * or chunks: each field gathers the same thing from all records of one type, in their order. A
 * header in which no record tells it does not have the field.
 *
 * <pre>{@code
 * RecordFields<Toy, ToyOption> options = RecordFields.of("toy.opt.", Toy.class, Toy::options);
 * ComputedField type = options.each("type", ToyOption.class, ToyOption::type).hex(2);
 * ComputedField mtu = options.each("mtu", ToyOption.Mtu.class, ToyOption.Mtu::octets);
 * ComputedField route =
 *     options.all("route", ToyOption.Route.class, option -> option.addresses().stream());
 * }</pre>
 *
 * Shared freely between threads.
 *
 * @param <H> the header
 * @param <R> what all records have in common
 */
public final class RecordFields<H extends Header, R> {
  private final String prefix;
  private final Class<H> type;
  private final Function<? super H, ? extends List<? extends R>> records;

  private RecordFields(
      String prefix, Class<H> type, Function<? super H, ? extends List<? extends R>> records) {
    this.prefix = prefix;
    this.type = type;
    this.records = records;
  }

  /**
   * What makes the fields of the records of a header.
   *
   * @param prefix what the names of the fields begin with
   * @param records the records of a header; it does not throw
   */
  public static <H extends Header, R> RecordFields<H, R> of(
      String prefix, Class<H> type, Function<? super H, ? extends List<? extends R>> records) {
    return new RecordFields<>(prefix, type, records);
  }

  /**
   * The field {@code name} behind the prefix, with a value of each record of a type.
   *
   * @param value what the record tells, or null if it does not tell this
   */
  public <T extends R> ComputedField each(
      String name, Class<T> type, Function<? super T, ?> value) {
    return all(name, type, record -> Stream.ofNullable(value.apply(record)));
  }

  /** The field {@code name} behind the prefix, with all the values of each record of a type. */
  public <T extends R> ComputedField all(
      String name, Class<T> type, Function<? super T, ? extends Stream<?>> values) {
    return ComputedField.list(
        prefix + name,
        this.type,
        header -> {
          List<? extends R> all = records.apply(header);
          // most headers have none, and each field asks
          return all.isEmpty()
              ? List.of()
              : all.stream().filter(type::isInstance).map(type::cast).flatMap(values).toList();
        });
  }
}
