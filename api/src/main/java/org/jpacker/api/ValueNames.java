package org.jpacker.api;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Names of numbers, for people: outputs show them after the number. Reading and writing packets
 * does not involve them, and a file of names is read when the first of its names is requested.
 * Immutable for users; shared freely between threads.
 *
 * <p>A file is UTF-8 text next to the class whose field it is for:
 *
 * <pre>{@code
 * UIntField.at(0, 8, "toy.kind")
 *     .valueNames(ValueNames.read(() -> Toy.class.getResourceAsStream("toy.kind.tsv")))
 * }</pre>
 *
 * <p>Lines that begin with {@code #} describe the file: its subject, its sources and their date.
 * Every other line contains a number, decimal or {@code 0x}, a name, and optionally a reference,
 * separated by tabs. If the meaning of a number depends on another field ({@link #within}), the
 * number of that field and a slash precede it: {@code 3/1} is code 1 of type 3.
 */
public final class ValueNames {

  /**
   * A name.
   *
   * @param of the number of the other field that the name depends on, or 0 if there is no such
   *     field
   * @param value the number, as the field returns it
   * @param name the name
   * @param reference where the name is specified, or an empty string
   */
  public record Entry(long of, long value, String name, String reference) {}

  /**
   * Names by {@link #key}, whose natural order is that of the numbers: a comparator would be a
   * class made at run time.
   *
   * @param byNumber the names
   * @param about the first lines of the files
   */
  private record Table(TreeMap<Long, Entry> byNumber, List<String> about) {

    /** Returns the previous entry for the same number, or null. */
    Entry add(Entry entry) {
      return byNumber.putIfAbsent(key(entry.of(), entry.value()), entry);
    }
  }

  private static final int PAIR_SHIFT = 32;

  /** No names. */
  public static final ValueNames NONE = of(Map.of());

  private final Map<Long, String> map;
  private final Supplier<InputStream> file;
  private final ValueNames rest;
  private final Field within;
  private volatile Table table;

  private ValueNames(
      Map<Long, String> map, Supplier<InputStream> file, ValueNames rest, Field within) {
    this.map = map;
    this.file = file;
    this.rest = rest;
    this.within = within;
  }

  /** Names given as a map from number to name. */
  public static ValueNames of(Map<Long, String> names) {
    return new ValueNames(Map.copyOf(names), null, null, null);
  }

  /**
   * The names in a file. Code of the module that owns the file opens it, on first use, so that the
   * module need not open its package to this one.
   */
  public static ValueNames read(Supplier<InputStream> file) {
    return new ValueNames(Map.of(), Objects.requireNonNull(file, "file"), null, null);
  }

  /** These names and, for numbers without one, those of {@code others}. */
  public ValueNames orElse(ValueNames others) {
    return new ValueNames(map, file, others, within);
  }

  /** These names, each for a pair of numbers: the file gives the number of {@code other} first. */
  public ValueNames within(Field other) {
    return new ValueNames(map, file, rest, other);
  }

  /** The field that a name depends on, besides the number itself, or null. */
  public Field within() {
    return within;
  }

  /** Whether there are no names; does not read a file. */
  public boolean isEmpty() {
    return file == null && map.isEmpty() && (rest == null || rest.isEmpty());
  }

  /**
   * The name of {@code value}, given the field of {@code header} that it depends on, if any; or
   * null.
   */
  public String nameOf(Header header, long value) {
    long of =
        within == null || !within.isPresent(header)
            ? 0
            : Traits.number(within, within.value(header));
    return nameOf(of, value);
  }

  /** The name of {@code value} if it depends on no other field; else null. */
  public String nameOf(long value) {
    return nameOf(0, value);
  }

  private String nameOf(long of, long value) {
    Entry entry = isPair(of, value) ? table().byNumber().get(key(of, value)) : null;
    return entry != null ? entry.name() : rest == null ? null : rest.nameOf(of, value);
  }

  /** A single number may have 64 bits, the numbers of a pair 32 each. */
  private static boolean isPair(long of, long value) {
    return of == 0 || of >>> PAIR_SHIFT == 0 && value >>> PAIR_SHIFT == 0;
  }

  private static long key(long of, long value) {
    return of << PAIR_SHIFT | value;
  }

  /** All names, by number. */
  public List<Entry> entries() {
    TreeMap<Long, Entry> all = new TreeMap<>();
    if (rest != null) {
      rest.entries().forEach(entry -> all.put(key(entry.of(), entry.value()), entry));
    }
    all.putAll(table().byNumber());
    return List.copyOf(all.values());
  }

  /** The subject of the names, their sources and date: the first lines of the files. */
  public List<String> about() {
    List<String> about = new ArrayList<>(table().about());
    if (rest != null) {
      rest.about().stream().filter(line -> !about.contains(line)).forEach(about::add);
    }
    return about;
  }

  private Table table() {
    Table known = table;
    if (known == null) {
      known = load(); // read twice at worst, with the same result
      table = known;
    }
    return known;
  }

  private Table load() {
    Table loaded = new Table(new TreeMap<>(), new ArrayList<>());
    for (Map.Entry<Long, String> name : map.entrySet()) {
      loaded.add(new Entry(0, name.getKey(), name.getValue(), ""));
    }
    if (file != null) {
      read(loaded);
    }
    return loaded;
  }

  private void read(Table into) {
    try (InputStream in = file.get()) {
      if (in == null) {
        throw new IllegalStateException("the file of names is missing");
      }
      BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        if (line.startsWith("#")) {
          into.about().add(line.substring(1).strip());
        } else if (!line.isBlank()) {
          Entry entry = entry(line, number);
          Entry other = into.add(entry);
          if (other != null) {
            throw bad(
                number,
                entry.value() + " has two names: " + other.name() + ", " + entry.name(),
                null);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Entry entry(String line, int number) {
    String[] cells = line.split("\t", -1);
    int slash = cells[0].indexOf('/');
    try {
      if (cells.length < 2 || cells.length > 3 || cells[1].isBlank() || slash >= 0 != hasPairs()) {
        throw new NumberFormatException();
      }
      long of = slash < 0 ? 0 : Long.decode(cells[0].substring(0, slash));
      long value = Long.decode(cells[0].substring(slash + 1));
      if (!isPair(of, value)) {
        throw new NumberFormatException();
      }
      return new Entry(of, value, cells[1], cells.length < 3 ? "" : cells[2]);
    } catch (NumberFormatException e) {
      throw bad(
          number,
          "not "
              + (hasPairs() ? "number/number" : "a number")
              + ", a name and perhaps a reference with tabs between them: "
              + line,
          e);
    }
  }

  private static IllegalStateException bad(int line, String reason, Throwable cause) {
    return new IllegalStateException("names, line " + line + ": " + reason, cause);
  }

  private boolean hasPairs() {
    return within != null;
  }
}
