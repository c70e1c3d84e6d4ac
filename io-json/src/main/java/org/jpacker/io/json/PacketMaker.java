package org.jpacker.io.json;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jpacker.api.ComputedField;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.core.json.PacketJson;

/** Makes packets from their layers, and compares layers with packets. */
final class PacketMaker {
  private static final List<String> LAYER =
      List.of("protocol", "fields", "pinned", "rest", "tail", "trailer", "malformed", "raw");

  private static final byte[] NOTHING = {};

  /** As many as are read. */
  private static final int MOST_LAYERS = 128;

  private static final PacketJson JSON = new PacketJson();

  private final ProtocolRegistry registry;
  private final BiConsumer<String, String> remarks;

  /**
   * Makes packets.
   *
   * @param remarks receives a path and what is odd there
   */
  PacketMaker(ProtocolRegistry registry, BiConsumer<String, String> remarks) {
    this.registry = registry;
    this.remarks = remarks;
  }

  /** The link type that the first of these layers has; Ethernet if nothing tells. */
  int linkType(List<?> layers) {
    Object name =
        !layers.isEmpty() && layers.get(0) instanceof Map<?, ?> map ? map.get("protocol") : null;
    long type =
        name instanceof String text
            ? registry.protocol(text).map(p -> p.keyIn(DispatchTable.LINK_TYPE)).orElse(-1L)
            : -1;
    return type < 0 ? Link.ETHERNET : (int) type;
  }

  /**
   * Checks that the layers of a packet are such, whatever they hold.
   *
   * @throws Mistake if they are not
   */
  static void check(List<?> layers) {
    for (int i = 0; i < layers.size(); i++) {
      try {
        Members layer = Members.of(layers.get(i), "a layer", LAYER);
        if (layer.has("fields") && !(layer.get("fields") instanceof Map)) {
          throw new Mistake("fields are an object, not " + Members.kind(layer.get("fields")))
              .in(".fields");
        }
        if (layer.has("raw") == layer.has("protocol")) {
          throw new Mistake("a layer has either a protocol or raw octets");
        }
      } catch (Mistake e) {
        throw e.in("layers" + Mistake.element(i));
      }
    }
  }

  /** A header of the input. */
  private record Given(Header header, Map<?, ?> fields, Set<String> pinned, byte[] trailer) {}

  /**
   * The octets of a packet with these layers, which were checked.
   *
   * @param trailer octets after the first layer
   * @throws Mistake if it cannot be made
   */
  byte[] octets(List<?> layers, byte[] trailer, int linkType) {
    if (layers.isEmpty()) {
      return trailer;
    }
    if (layers.size() > MOST_LAYERS) {
      throw new Mistake("more than " + MOST_LAYERS + " layers").in("layers");
    }
    List<Given> headers = new ArrayList<>();
    List<Layer> stack = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      try {
        layer(new Members((Map<?, ?>) layers.get(i)), next(layers, i), headers, stack);
      } catch (Mistake e) {
        throw e.in("layers" + Mistake.element(i));
      } catch (RuntimeException | LinkageError | StackOverflowError e) {
        throw failed(e).in("layers" + Mistake.element(i));
      }
    }
    Packet packet;
    byte[] octets;
    try {
      packet = Packet.of(linkType, stack.toArray(Layer[]::new));
      for (Given given : headers) {
        HeaderMaker.unpin(given.header, given.fields, given.pinned);
        if (given.trailer != null) {
          given.header.trailer(given.trailer);
        }
      }
      octets = packet.toBytes();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new Mistake(Mistake.sentence(String.valueOf(e.getMessage()))).in("layers");
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw failed(e).in("layers");
    }
    compare(layers, packet, "is written");
    byte[] all = Arrays.copyOf(octets, octets.length + trailer.length);
    System.arraycopy(trailer, 0, all, octets.length, trailer.length);
    return all;
  }

  /** Foreign code: what it throws concerns this packet only. */
  private static Mistake failed(Throwable cause) {
    return new Mistake("cannot be made: " + Mistake.sentence(cause.toString()));
  }

  /** The octets of the layer after this one, if they are raw and the last; or null. */
  private static byte[] next(List<?> layers, int i) {
    if (i + 1 == layers.size()) {
      return NOTHING;
    }
    boolean isRaw =
        i + 2 == layers.size()
            && layers.get(i + 1) instanceof Map<?, ?> map
            && map.get("raw") instanceof String;
    return isRaw ? new Members((Map<?, ?>) layers.get(i + 1)).octets("raw") : null;
  }

  private void layer(Members layer, byte[] payload, List<Given> headers, List<Layer> stack) {
    if (!stack.isEmpty() && !(stack.get(stack.size() - 1) instanceof Header)) {
      throw new Mistake("raw octets carry nothing: they are the last layer");
    }
    if (layer.has("raw")) {
      if (headers.isEmpty() || !isWithinLast(headers, stack)) {
        stack.add(Raw.of(layer.octets("raw")));
      }
      return;
    }
    Protocol<?> protocol = protocol(layer.text("protocol"));
    Map<?, ?> fields = layer.has("fields") ? (Map<?, ?>) layer.get("fields") : Map.of();
    Set<String> pinned = pinned(layer, protocol);
    byte[] rest = layer.octets("rest");
    byte[] tail = layer.octets("tail");
    if (tail != null && payload == null) {
      throw new Mistake("a tail is only made behind raw octets").in(".tail");
    }
    boolean isWhole =
        tail != null
            || payload != null
                && pinned.stream()
                    .anyMatch(name -> protocol.layout().field(name) instanceof ComputedField);
    Header made;
    try {
      made = HeaderMaker.make(registry, protocol, fields, isWhole ? NOTHING : rest);
    } catch (Mistake e) {
      throw e.in(".fields");
    }
    if (isWhole) {
      made = read(protocol, made, rest, payload, tail);
    }
    headers.add(new Given(made, isWhole ? Map.of() : fields, pinned, layer.octets("trailer")));
    stack.add(made);
  }

  /** Whether the raw octets that come last were read with the header before them. */
  private static boolean isWithinLast(List<Given> headers, List<Layer> stack) {
    return headers.get(headers.size() - 1).header.payload().size() > 0
        && stack.get(stack.size() - 1) == headers.get(headers.size() - 1).header;
  }

  private Protocol<?> protocol(String name) {
    return registry
        .protocol(name)
        .orElseThrow(
            () ->
                Members.unknown(
                        "protocol",
                        name,
                        registry.protocols().stream().map(Protocol::name).toList())
                    .in(".protocol"));
  }

  private static Set<String> pinned(Members layer, Protocol<?> protocol) {
    List<String> names = layer.texts("pinned");
    List<String> derived =
        protocol.layout().fields().stream()
            .filter(field -> field.traits().derived())
            .map(Field::name)
            .toList();
    for (int i = 0; i < names.size(); i++) {
      if (!derived.contains(names.get(i))) {
        throw Members.unknown("derived field", names.get(i), derived)
            .in(Mistake.element(i))
            .in(".pinned");
      }
    }
    return new HashSet<>(names);
  }

  /** A header that is read with what it carries: what it says of that is not derived anew. */
  private static Header read(Protocol<?> protocol, Header made, byte[]... parts) {
    ByteArrayOutputStream octets = new ByteArrayOutputStream();
    octets.writeBytes(Arrays.copyOf(made.toBytes(), made.headerSize()));
    for (byte[] part : parts) {
      octets.writeBytes(part == null ? NOTHING : part);
    }
    try {
      return protocol.header(octets.toByteArray());
    } catch (IllegalArgumentException e) {
      throw new Mistake(Mistake.sentence(String.valueOf(e.getMessage())));
    }
  }

  /** Remarks on all that is given but not so in {@code packet}. */
  void compare(List<?> layers, Packet packet, String verb) {
    Comparison.layers(layers, JSON.layers(packet), verb, remarks);
  }
}
