package org.jpacker.api.contents;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Header;

/**
 * Derives fields from the records of a header, such as options, TLVs or chunks. Each field collects
 * one value, or several, from every record of one type, in the order of the records. A header
 * without such a value does not have the field.
 *
 * <pre>{@code
 * RecordFields<Toy, ToyOption> options = RecordFields.of("toy.opt.", Toy.class, Toy::options);
 * ComputedField type = options.each("type", ToyOption.class, ToyOption::type).hex(2);
 * ComputedField mtu = options.each("mtu", ToyOption.Mtu.class, ToyOption.Mtu::octets);
 * ComputedField route =
 *     options.all("route", ToyOption.Route.class, option -> option.addresses().stream());
 * }</pre>
 *
 * <p>Shared freely between threads.
 *
 * @param <H> the header
 * @param <R> the common type of the records
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
   * Fields for the records of headers of type {@code type}.
   *
   * @param prefix common prefix of the fields' names
   * @param records returns the records of a header; must not throw
   */
  public static <H extends Header, R> RecordFields<H, R> of(
      String prefix, Class<H> type, Function<? super H, ? extends List<? extends R>> records) {
    return new RecordFields<>(prefix, type, records);
  }

  /**
   * A field named {@code name} after the prefix, with one value from each record of {@code type}.
   *
   * @param value returns the value of a record, or null if it has none
   */
  public <T extends R> ComputedField each(
      String name, Class<T> type, Function<? super T, ?> value) {
    return all(name, type, record -> Stream.ofNullable(value.apply(record)));
  }

  /**
   * A field named {@code name} after the prefix, with all values from each record of {@code type}.
   */
  public <T extends R> ComputedField all(
      String name, Class<T> type, Function<? super T, ? extends Stream<?>> values) {
    return ComputedField.list(
        prefix + name,
        this.type,
        header -> {
          List<? extends R> all = records.apply(header);
          // most headers have none, and every field asks
          return all.isEmpty()
              ? List.of()
              : all.stream().filter(type::isInstance).map(type::cast).flatMap(values).toList();
        });
  }
}
