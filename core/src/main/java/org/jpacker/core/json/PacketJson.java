package org.jpacker.core.json;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.Checksum;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.NumberField;
import org.jpacker.api.Packet;
import org.jpacker.api.TextField;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.text.FieldText;
import org.jpacker.api.text.Frame;
import org.jpacker.api.text.Times;
import org.jpacker.core.Checksums;
import org.jpacker.core.Outline;

/**
 * Writes a packet as one JSON object without line breaks. Shared freely between threads.
 *
 * <pre>{@code
 * {"frame":{"number":1,"time_epoch":"0.000000000","len":22,"cap_len":22,"link_type":228,
 *     "interface_id":0,"octets":"4500..."},
 *  "layers":[{"protocol":"ip","fields":{"ip.version":4,"ip.src":"192.0.2.1","ip.checksum":1},
 *      "pinned":["ip.checksum"]},
 *    {"raw":"6869"}]}
 * }</pre>
 *
 * <p>Numbers of up to 53 bits are JSON numbers, larger ones are strings. Flags are booleans, octets
 * are hexadecimal strings, addresses and text are strings (one character per octet). Records, such
 * as options, are objects: each has one member, named after its type, with the parts. Octets of a
 * header after those that fields cover are its {@code "rest"}, octets after the payload its {@code
 * "trailer"}, so that nothing is lost. Refused octets are {@code "raw"}, with the reason as {@code
 * "malformed"}. Derived fields with another value than the one that follows from the packet are
 * listed as {@code "pinned"}. On request, a status follows each checksum, such as {@code
 * "tcp.checksum.status":1}, with Wireshark's numbers, which are those of {@link Checksum.Status}.
 */
public final class PacketJson {

  /** Quotes may be nested; beyond this depth they are written as octets. */
  private static final int MOST_QUOTES = 4;

  /** What capture programs have if nothing else is said; it is left out. */
  private static final long USUAL_SNAP_LENGTH = 262_144;

  private final Outline.Cache outlines = new Outline.Cache();
  private final boolean checksums;

  /** A writer without checksum statuses. */
  public PacketJson() {
    this(false);
  }

  private PacketJson(boolean checksums) {
    this.checksums = checksums;
  }

  /** A copy that adds a status to each checksum outside of quoted packets. */
  public PacketJson withChecksums() {
    return new PacketJson(true);
  }

  /** Appends the packet, without a line feed. */
  public void append(StringBuilder out, Frame frame) {
    append(out, frame, FrameDetails.NONE);
  }

  /** Appends the packet with what its capture knows of it, without a line feed. */
  public void append(StringBuilder out, Frame frame, FrameDetails details) {
    Packet packet = frame.packet();
    JsonWriter json = new JsonWriter(out);
    json.open('{').name("frame").open('{').name("number").number(frame.number());
    if (details.time() != null) {
      BigDecimal time = details.time();
      json.name("time_epoch").string(time.setScale(Math.max(9, time.scale())).toPlainString());
    } else if (packet.timestampNanos() != Packet.NO_TIME) {
      StringBuilder time = new StringBuilder(24);
      Times.epoch(time, packet.timestampNanos());
      json.name("time_epoch").string(time);
    }
    json.name("len").number(packet.originalLength());
    json.name("cap_len").number(packet.capturedLength());
    json.name("link_type").number(packet.linkType());
    json.name("interface_id").number(packet.interfaceId());
    if (details.interfaceName() != null) {
      json.name("interface_name").string(details.interfaceName());
    }
    if (details.snapLength() > 0 && details.snapLength() != USUAL_SNAP_LENGTH) {
      json.name("snap_len").number(details.snapLength());
    }
    if (!details.comments().isEmpty()) {
      json.name("comments").tree(details.comments());
    }
    try {
      byte[] octets = packet.toBytes();
      json.name("octets").hex(octets, 0, octets.length);
    } catch (IllegalStateException e) {
      // a packet in the making has none yet
    }
    json.close('}');
    layers(json, packet, 0, Pins.of(packet));
    json.close('}');
  }

  /**
   * The layers as a reader of the text would have them: maps, lists, texts, truth values and {@code
   * Long}. What is pinned is left out.
   */
  public List<?> layers(Packet packet) {
    TreeWriter tree = new TreeWriter();
    tree.open('{');
    layers(tree, packet, 0, null);
    tree.close('}');
    return (List<?>) ((Map<?, ?>) tree.tree()).get("layers");
  }

  private void layers(JsonWriter json, Packet packet, int quotes, Pins pins) {
    json.name("layers").open('[');
    List<Checksum> judged = checksums && quotes == 0 ? Checksums.of(packet) : List.of();
    Layer layer = packet.first();
    for (; layer instanceof Header header; layer = header.payload()) {
      json.open('{');
      header(json, header, quotes, judged);
      if (pins != null) {
        pinned(json, header, pins);
      }
      json.close('}');
    }
    if (layer instanceof Malformed malformed) {
      json.open('{').name("malformed").string(malformed.reason().toString());
      octets(json, "raw", layer);
      json.close('}');
    } else if (layer.size() > 0) {
      json.open('{');
      octets(json, "raw", layer);
      json.close('}');
    }
    json.close(']');
    octets(json, "trailer", packet.trailer());
  }

  private void header(JsonWriter json, Header header, int quotes, List<Checksum> judged) {
    json.name("protocol").string(header.protocol().name()).name("fields").open('{');
    int covered = 0;
    for (Outline.Item item : outlines.of(header).items()) {
      Field field = item.field();
      if (field instanceof ComputedField computed) {
        Object value = computed(computed, header);
        if (value != null) {
          json.name(field.name());
          value(json, computed, value, quotes);
        }
      } else if (item.isIn(header)) {
        json.name(field.name());
        field(json, field, header);
        Checksum checksum = Checksums.of(judged, header, field);
        if (checksum != null) {
          json.name(field.name() + Checksums.STATUS).number(checksum.status().ordinal());
        }
        if (Outline.bit(field, header) <= covered * 8) {
          covered = Math.max(covered, end(field, header));
        }
      }
    }
    json.close('}');
    int behind = header.headerSize() + header.payload().size();
    int tail = header.size() - behind - header.trailer().size();
    if (covered < header.headerSize() || tail > 0) {
      byte[] octets = header.toBytes();
      if (covered < header.headerSize()) {
        json.name("rest").hex(octets, covered, header.headerSize());
      }
      if (tail > 0) {
        json.name("tail").hex(octets, octets.length - tail, octets.length);
      }
    }
    octets(json, "trailer", header.trailer());
  }

  private void pinned(JsonWriter json, Header header, Pins pins) {
    boolean isOpen = false;
    for (Outline.Item item : outlines.of(header).items()) {
      Field field = item.field();
      if (field.traits().derived() && pins.has(header, field)) {
        if (!isOpen) {
          json.name("pinned").open('[');
          isOpen = true;
        }
        json.string(field.name());
      }
    }
    if (isOpen) {
      json.close(']');
    }
  }

  /** The value of a computed field; of records that say what they consist of, the tree. */
  private static Object computed(ComputedField field, Header header) {
    Contents<?, ?> contents = Contents.of(field).orElse(null);
    if (contents == null) {
      Object value = FieldText.computed(field, header);
      return value instanceof Shaped record ? Contents.tree(record) : value;
    }
    try {
      List<Object> tree = contents.tree(header);
      return tree.isEmpty() ? null : tree;
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return "failed: " + e;
    }
  }

  /** Octets from the start of the header to the end of {@code field}. */
  private static int end(Field field, Header header) {
    int width = field.width();
    return width < 0 ? header.headerSize() : Outline.bit(field, header) + width + 7 >>> 3;
  }

  private static void field(JsonWriter json, Field field, Header header) {
    if (field instanceof FlagField flag) {
      json.bool(flag.get(header));
    } else if (field instanceof NumberField number) {
      long value = number.number(header);
      if (value < 0 && !number.traits().signed()) {
        json.string(Long.toUnsignedString(value));
      } else {
        json.number(value);
      }
    } else if (field instanceof TextField text) {
      json.string(text.get(header));
    } else {
      json.string(field.text(header));
    }
  }

  private void value(JsonWriter json, ComputedField field, Object value, int quotes) {
    if (value instanceof List<?> items) {
      json.open('[');
      for (Object item : items) {
        value(json, field, item, quotes);
      }
      json.close(']');
    } else if (value instanceof Map<?, ?> tree) {
      json.tree(tree);
    } else if (value instanceof Packet quoted && quotes < MOST_QUOTES) {
      json.open('{');
      layers(json, quoted, quotes + 1, null);
      json.close('}');
    } else if (value instanceof Packet quoted) {
      byte[] octets = quoted.toBytes();
      json.hex(octets, 0, octets.length);
    } else if (value instanceof byte[] octets) {
      json.hex(octets, 0, octets.length);
    } else if (value instanceof Boolean flag) {
      json.bool(flag);
    } else if (value instanceof Long || value instanceof Integer || value instanceof Short) {
      json.number(((Number) value).longValue());
    } else if (value instanceof Address address) {
      json.string(address.toString());
    } else {
      json.string(FieldText.text(field, value));
    }
  }

  private static void octets(JsonWriter json, String name, Layer layer) {
    if (layer.size() > 0) {
      byte[] octets = layer.toBytes();
      json.name(name).hex(octets, 0, octets.length);
    }
  }
}
