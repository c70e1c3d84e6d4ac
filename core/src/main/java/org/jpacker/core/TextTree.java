package org.jpacker.core;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Checksum;
import org.jpacker.api.ComputedField;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.FieldText;
import org.jpacker.api.text.Frame;
import org.jpacker.api.text.Times;

/**
 * A packet in full: a line per layer and, below it, a line per field, under the name that {@code
 * jpacker fields} takes. Parts appear below their whole. Shared freely between threads.
 */
public final class TextTree {
  private static final int PREVIEW = 16;

  /** Quotes may be nested; beyond this depth only their octets are counted. */
  private static final int MOST_QUOTES = 4;

  /** Maximum number of characters shown of one value. */
  private static final int LONGEST = 1000;

  private final Outline.Cache outlines = new Outline.Cache();
  private final boolean checksums;

  /** Trees without checksum verdicts. */
  public TextTree() {
    this(false);
  }

  private TextTree(boolean checksums) {
    this.checksums = checksums;
  }

  /**
   * A copy that shows after each checksum whether it is good. Quoted packets are not judged,
   * because nodes on the route have changed them.
   */
  public TextTree withChecksums() {
    return new TextTree(true);
  }

  /** Appends the packet as several lines. */
  public void append(StringBuilder out, Frame frame) {
    Packet packet = frame.packet();
    out.append("Frame ").append(frame.number()).append(": ");
    out.append(packet.originalLength()).append(" octets");
    if (packet.capturedLength() != packet.originalLength()) {
      out.append(", ").append(packet.capturedLength()).append(" captured");
    }
    if (packet.timestampNanos() != Packet.NO_TIME) {
      out.append(", ");
      Times.utc(out, packet.timestampNanos(), 'T');
      out.append('Z');
    }
    out.append(", link type ").append(packet.linkType());
    name(out, DispatchTable.LINK_TYPE.names().nameOf(packet.linkType()));
    out.append(", interface ").append(packet.interfaceId()).append('\n');
    layers(out, packet, 0, 0);
  }

  private void layers(StringBuilder out, Packet packet, int indent, int quotes) {
    List<Checksum> judged = checksums && quotes == 0 ? Checksums.of(packet) : List.of();
    Layer layer = packet.first();
    for (; layer instanceof Header header; layer = header.payload()) {
      header(out, header, indent, quotes, judged);
    }
    if (layer instanceof Malformed malformed) {
      indent(out, indent).append("Malformed: ");
      Escape.text(out, malformed.reason().toString());
      out.append('\n');
      octets(out, "octets", malformed, indent + 1);
    } else if (layer.size() > 0) {
      octets(out, "Raw", layer, indent);
    }
    octets(out, "Trailer", packet.trailer(), indent);
  }

  private void header(
      StringBuilder out, Header header, int indent, int quotes, List<Checksum> judged) {
    indent(out, indent);
    Escape.text(out, header.protocol().title());
    out.append(" (").append(header.protocol().name()).append("), ");
    out.append(header.headerSize()).append(header.headerSize() == 1 ? " octet" : " octets");
    if (header.packet() != null) {
      out.append(" at ").append(header.packet().offsetOf(header));
    }
    out.append(header.isTruncated() ? ", truncated\n" : "\n");
    Outline outline = outlines.of(header);
    for (Outline.Item item : outline.items()) {
      Field field = item.field();
      int depth = indent + 1 + item.depth();
      if (item.inRecords()) {
        continue; // its record shows it
      } else if (field instanceof ComputedField list && Contents.of(list).isPresent()) {
        new RecordTree(out, outline).append(field.name(), Contents.of(list).get(), header, depth);
      } else if (field instanceof ComputedField computed) {
        computed(out, computed, header, depth, quotes);
      } else if (item.isIn(header)) {
        field(out, field, header, depth, judged);
      }
    }
    octets(out, "trailer", header.trailer(), indent + 1);
  }

  private void field(
      StringBuilder out, Field field, Header header, int indent, List<Checksum> judged) {
    indent(out, indent).append(field.name()).append(": ");
    int from = out.length();
    FieldText.append(out, field, header);
    int octets = (out.length() - from) / 2;
    if (field instanceof BytesField && octets > 1) {
      out.append(" (").append(octets).append(" octets)");
    }
    name(out, FieldText.nameOf(field, header));
    Checksum checksum = Checksums.of(judged, header, field);
    if (checksum != null) {
      out.append(" (");
      Checksums.append(out, checksum);
      out.append(')');
    }
    out.append('\n');
  }

  static void name(StringBuilder out, String name) {
    if (name != null) {
      out.append(" (");
      int from = out.length();
      Escape.text(out, name);
      shorten(out, from);
      out.append(')');
    }
  }

  private void computed(
      StringBuilder out, ComputedField field, Header header, int indent, int quotes) {
    Object value = FieldText.computed(field, header);
    value(out, field, field.name(), value, indent, quotes);
    if (value != null && !field.valueNames().isEmpty()) {
      out.setLength(out.length() - 1); // numbers share one line, so their names follow them
      name(out, FieldText.nameOf(field, header));
      out.append('\n');
    }
  }

  static void shorten(StringBuilder out, int from) {
    if (out.length() - from > LONGEST) {
      int left = out.length() - from - LONGEST;
      out.setLength(from + LONGEST);
      out.append("... (").append(left).append(" more characters)");
    }
  }

  private void value(
      StringBuilder out, ComputedField field, String name, Object value, int indent, int quotes) {
    if (value == null) {
      return;
    }
    indent(out, indent).append(name).append(':');
    if (value instanceof List<?> items && !isPlain(items)) {
      out.append(items.isEmpty() ? " none\n" : "\n");
      for (int i = 0; i < items.size(); i++) {
        value(out, field, Integer.toString(i + 1), items.get(i), indent + 1, quotes);
      }
    } else if (value instanceof Packet quoted && quotes < MOST_QUOTES) {
      out.append(' ').append(quoted.length()).append(" octets\n");
      layers(out, quoted, indent + 1, quotes + 1);
    } else {
      out.append(' ');
      int from = out.length();
      FieldText.value(out, field, value);
      shorten(out, from);
      out.append('\n');
    }
  }

  /** Whether the items fit on one line and can be told apart there. */
  private static boolean isPlain(List<?> items) {
    return !items.isEmpty()
        && items.stream()
            .allMatch(
                item ->
                    item instanceof Number
                        || item instanceof Address
                        || item instanceof OctetString
                        || item instanceof String text && (items.size() == 1 || isWord(text)));
  }

  private static boolean isWord(String text) {
    return text.chars().noneMatch(c -> c == ',' || c <= ' ');
  }

  private static void octets(StringBuilder out, String name, Layer layer, int indent) {
    if (layer.size() > 0) {
      indent(out, indent).append(name).append(": ");
      HexDump.preview(out, layer.toBytes(), PREVIEW);
      out.append('\n');
    }
  }

  private static StringBuilder indent(StringBuilder out, int depth) {
    for (int i = 0; i < depth; i++) {
      out.append("  ");
    }
    return out;
  }
}
