package org.jpacker.core;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jpacker.api.Checksum;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.FieldText;
import org.jpacker.api.text.Frame;
import org.jpacker.api.text.FrameFields;
import org.jpacker.api.text.UnknownNameException;

/**
 * Extracts the values of named fields, one line per packet, in the format of {@code tshark -T
 * fields}. Names are resolved once, when the extractor is created. By default all occurrences of a
 * field are shown, separated by commas, as in tshark. Immutable; shared freely between threads.
 *
 * <p>The first occurrence of a field is the one in the outermost header that has it. Quoted
 * packets, such as those in ICMP errors, are not searched.
 */
public final class FieldExtractor {

  /** Which occurrence is shown if several headers of a packet have the field. */
  public enum Occurrence {
    /** The one in the outermost header. */
    FIRST,
    /** The one in the innermost header. */
    LAST,
    /** All of them, outermost first. */
    ALL
  }

  private final List<FieldColumn> columns;
  private final Occurrence occurrence;
  private final String separator;
  private final String aggregator;
  private final String quote;
  private final boolean checksums;

  /** A name with what it stands for: the field of that name in each protocol that has one. */
  private record FieldColumn(
      String name,
      BiConsumer<StringBuilder, Frame> ofFrame,
      boolean isStatus,
      Class<?>[] types,
      Field[] fields) {

    /** The field, if {@code header} has it; else null. */
    Field in(Header header) {
      for (int i = 0; i < types.length; i++) {
        if (types[i] == header.getClass()) {
          Field field = fields[i];
          // a computed field is evaluated only once, when its value is appended
          return field instanceof ComputedField || field.isPresent(header) ? field : null;
        }
      }
      return null;
    }
  }

  private FieldExtractor(
      List<FieldColumn> columns,
      Occurrence occurrence,
      String separator,
      String aggregator,
      String quote,
      boolean checksums) {
    this.columns = columns;
    this.occurrence = occurrence;
    this.separator = separator;
    this.aggregator = aggregator;
    this.quote = quote;
    this.checksums = checksums;
  }

  /**
   * An extractor for the fields {@code names}, with tabs between fields and commas between
   * occurrences. The suffix {@code .status} to the name of a checksum stands for the verdict, see
   * {@link #withChecksums}.
   *
   * @throws UnknownNameException if a name belongs neither to a field of {@code registry} nor to
   *     one of the frame's
   */
  public static FieldExtractor of(ProtocolRegistry registry, List<String> names) {
    List<FieldColumn> columns = new ArrayList<>();
    for (String name : names) {
      columns.add(column(registry, name));
    }
    return new FieldExtractor(List.copyOf(columns), Occurrence.ALL, "\t", ",", "", false);
  }

  private static FieldColumn column(ProtocolRegistry registry, String name) {
    BiConsumer<StringBuilder, Frame> ofFrame = FrameFields.ALL.get(name);
    FieldColumn column = column(registry, name, ofFrame, name, field -> true);
    if (ofFrame == null && column.types().length == 0 && name.endsWith(Checksums.STATUS)) {
      String checksum = name.substring(0, name.length() - Checksums.STATUS.length());
      column = column(registry, name, null, checksum, field -> field.traits().checksum());
    }
    if (ofFrame == null && column.types().length == 0) {
      throw new UnknownNameException("field", name, names(registry));
    }
    return column;
  }

  private static FieldColumn column(
      ProtocolRegistry registry,
      String name,
      BiConsumer<StringBuilder, Frame> ofFrame,
      String wanted,
      Predicate<Field> test) {
    List<Class<?>> types = new ArrayList<>();
    List<Field> fields = new ArrayList<>();
    for (Protocol<?> protocol : registry.protocols()) {
      for (Field field : registry.fieldsOf(protocol)) {
        if (field.name().equals(wanted) && test.test(field)) {
          types.add(protocol.type());
          fields.add(field);
        }
      }
    }
    return new FieldColumn(
        name,
        ofFrame,
        !name.equals(wanted),
        types.toArray(Class<?>[]::new),
        fields.toArray(Field[]::new));
  }

  /** All known names, sorted. */
  public static List<String> names(ProtocolRegistry registry) {
    TreeSet<String> names = new TreeSet<>(FrameFields.ALL.keySet());
    for (Protocol<?> protocol : registry.protocols()) {
      for (Field field : registry.fieldsOf(protocol)) {
        names.add(field.name());
        if (field.traits().checksum()) {
          names.add(field.name() + Checksums.STATUS);
        }
      }
    }
    return List.copyOf(names);
  }

  /** A copy that shows {@code which} of several occurrences of the same field. */
  public FieldExtractor occurrence(Occurrence which) {
    return new FieldExtractor(columns, which, separator, aggregator, quote, checksums);
  }

  /** A copy with {@code text} between the fields. */
  public FieldExtractor separator(String text) {
    return new FieldExtractor(columns, occurrence, text, aggregator, quote, checksums);
  }

  /** A copy with {@code text} between several occurrences of the same field. */
  public FieldExtractor aggregator(String text) {
    return new FieldExtractor(columns, occurrence, separator, text, quote, checksums);
  }

  /**
   * A copy with {@code text} around the values of a field, doubled where a value contains it; empty
   * for none. Absent fields stay empty.
   */
  public FieldExtractor quote(String text) {
    return new FieldExtractor(columns, occurrence, separator, aggregator, text, checksums);
  }

  /**
   * A copy that verifies the checksums whose status is extracted. The status has Wireshark's
   * numbers, which are those of {@link Checksum.Status}; without verification it is that of
   * unverified checksums.
   */
  public FieldExtractor withChecksums() {
    return new FieldExtractor(columns, occurrence, separator, aggregator, quote, true);
  }

  /** Appends the names, without a line feed. */
  public void appendNames(StringBuilder out) {
    for (int i = 0; i < columns.size(); i++) {
      out.append(i == 0 ? "" : separator).append(columns.get(i).name());
    }
  }

  /**
   * Appends the values, without a line feed; an absent field leaves nothing between its separators.
   */
  public void append(StringBuilder out, Frame frame) {
    for (int i = 0; i < columns.size(); i++) {
      if (i > 0) {
        out.append(separator);
      }
      int from = out.length();
      FieldColumn column = columns.get(i);
      if (column.ofFrame() != null) {
        column.ofFrame().accept(out, frame);
      } else if (column.types().length > 0) {
        Packet packet = frame.packet();
        List<Checksum> judged = checksums && column.isStatus() ? Checksums.of(packet) : List.of();
        append(out, column, packet.first(), judged);
      }
      if (!quote.isEmpty() && out.length() > from) {
        quote(out, from);
      }
    }
  }

  private void quote(StringBuilder out, int from) {
    String value = out.substring(from);
    out.setLength(from);
    out.append(quote).append(value.replace(quote, quote + quote)).append(quote);
  }

  private void append(StringBuilder out, FieldColumn column, Layer layer, List<Checksum> judged) {
    int from = out.length();
    boolean found = false;
    for (; layer instanceof Header header; layer = header.payload()) {
      Field field = column.in(header);
      if (field == null) {
        continue;
      }
      int before = out.length();
      if (found && occurrence == Occurrence.ALL) {
        out.append(aggregator);
      }
      int value = out.length();
      if (column.isStatus()) {
        Checksum checksum = Checksums.of(judged, header, field);
        out.append((checksum == null ? Checksum.Status.UNVERIFIED : checksum.status()).ordinal());
      } else if (!appended(out, field, header)) {
        out.setLength(before);
        continue;
      }
      found = true;
      if (occurrence == Occurrence.FIRST) {
        return;
      }
      if (occurrence == Occurrence.LAST) {
        out.delete(from, value);
      }
    }
  }

  /** Appends the value; returns false if there turns out to be none. */
  private boolean appended(StringBuilder out, Field field, Header header) {
    if (!(field instanceof ComputedField computed)) {
      FieldText.append(out, field, header);
      return true;
    }
    Object value = FieldText.computed(computed, header);
    if (!(value instanceof List<?> items)) {
      FieldText.value(out, computed, value);
      return value != null;
    }
    // several values in one header count as several occurrences
    if (items.isEmpty()) {
      return false;
    }
    int last = occurrence == Occurrence.FIRST ? 0 : items.size() - 1;
    int first = occurrence == Occurrence.ALL ? 0 : last;
    for (int i = first; i <= last; i++) {
      out.append(i == first ? "" : aggregator);
      FieldText.value(out, computed, items.get(i));
    }
    return true;
  }
}
