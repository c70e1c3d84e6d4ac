package org.jpacker.api.text;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;

/**
 * The fields that packets of all protocols have, such as {@code frame.number}, under tshark's
 * names.
 */
public final class FrameFields {

  /** Each appends the value of a field; keyed by the field's name. */
  public static final Map<String, BiConsumer<StringBuilder, Frame>> ALL;

  private static final Map<String, BiConsumer<StringBuilder, Frame>> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put("frame.number", (out, frame) -> out.append(frame.number()));
    FIELDS.put(
        "frame.time_epoch", (out, frame) -> Times.epoch(out, frame.packet().timestampNanos()));
    FIELDS.put(
        "frame.time_relative",
        (out, frame) -> Times.since(out, frame.packet().timestampNanos(), frame.startNanos()));
    FIELDS.put("frame.len", (out, frame) -> out.append(frame.packet().originalLength()));
    FIELDS.put("frame.cap_len", (out, frame) -> out.append(frame.packet().capturedLength()));
    FIELDS.put(
        "frame.interface_id", (out, frame) -> out.append(frame.packet().link().idInSection()));
    FIELDS.put("frame.section_number", FrameFields::section);
    FIELDS.put("frame.protocols", FrameFields::protocols);
    FIELDS.put("_ws.malformed", FrameFields::malformed);
    ALL = Collections.unmodifiableMap(FIELDS);
  }

  private FrameFields() {}

  /** Appends the number of the section, from 1; nothing for captures without sections. */
  private static void section(StringBuilder out, Frame frame) {
    int section = frame.packet().link().section();
    if (section >= 0) {
      out.append(section + 1);
    }
  }

  private static void protocols(StringBuilder out, Frame frame) {
    String separator = "";
    Layer layer = frame.packet().first();
    for (; layer instanceof Header header; layer = header.payload()) {
      out.append(separator).append(header.protocol().name());
      separator = ":";
    }
    if (layer instanceof Malformed) {
      out.append(separator).append("_ws.malformed");
    } else if (layer.size() > 0) {
      out.append(separator).append("data");
    }
  }

  private static void malformed(StringBuilder out, Frame frame) {
    Layer layer = frame.packet().first();
    while (layer instanceof Header header) {
      layer = header.payload();
    }
    if (layer instanceof Malformed malformed) {
      Escape.text(out, malformed.reason().toString());
    }
  }
}
