package org.jpacker.core.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Raw;
import org.jpacker.api.text.Frame;

/**
 * Writes Java source that creates packets again, in the style in which a user of the API would
 * write it: initial values are left out, and so are derived fields unless they are wrong in the
 * packet; options are records.
 *
 * <p>Each step of the source is executed here while it is written, and the result is compared with
 * the packet; what the setters of a header cannot express is written as octets. For any packet, the
 * source creates the same octets with the same link type.
 */
public final class JavaSource {
  private static final int MOST_COLUMNS = 100;

  /** Maximum number of passes over the derived fields: a checksum may cover others. */
  private static final int MOST_ROUNDS = 4;

  private final JavaNames names;
  private final Map<Protocol<?>, JavaSetters> setters = new HashMap<>();
  private boolean hasBegun;

  /** Source for packets dissected with {@code registry}. */
  public JavaSource(ProtocolRegistry registry) {
    names = new JavaNames(registry);
  }

  /** Appends the imports and the beginning of a class. */
  private void begin(StringBuilder out) {
    hasBegun = true;
    out.append("import java.time.Instant;\nimport java.util.HexFormat;\nimport java.util.List;\n");
    for (String name : names.packages()) {
      out.append("import ").append(name).append(".*;\n");
    }
    out.append("\n/** Packets of a capture. */\nfinal class Packets {\n");
  }

  /**
   * Appends a method that creates the packet, preceded by the beginning of a class if it is the
   * first.
   */
  public void append(StringBuilder out, Frame frame) {
    if (!hasBegun) {
      begin(out);
    }
    out.append("\n  /** Packet ").append(frame.number());
    if (frame.packet().timestamp() != null) {
      out.append(", ").append(frame.packet().timestamp());
    }
    out.append(". */\n  static Packet packet").append(frame.number()).append("() {\n");
    body(out, frame.packet());
    out.append("  }\n");
  }

  /** Appends the end of the class, if it has been begun. */
  public void end(StringBuilder out) {
    if (!hasBegun) {
      return;
    }
    out.append("\n  private static byte[] hex(String... digits) {\n");
    out.append("    return HexFormat.of().parseHex(String.join(\"\", digits));\n");
    out.append("  }\n}\n");
  }

  private void body(StringBuilder out, Packet packet) {
    byte[] octets = packet.toBytes();
    List<JavaDraft> drafts;
    try {
      drafts = drafts(packet, octets);
    } catch (RuntimeException
        | ReflectiveOperationException
        | LinkageError
        | StackOverflowError e) {
      // a header that refuses the octets it was read from, or a plug-in that fails
      drafts = null;
    }
    if (drafts == null) {
      out.append("    return Packet.read(");
      JavaText.octets(out, octets);
      if (packet.linkType() != Link.ETHERNET) {
        out.append(", ").append(packet.linkType());
      }
      out.append(')');
      time(out, packet);
      return;
    }
    Map<String, Integer> taken = new HashMap<>();
    List<String> layers = new ArrayList<>();
    for (JavaDraft draft : drafts) {
      layers.add(draft.isPlain() ? draft.expression(8, MOST_COLUMNS) : variable(out, draft, taken));
    }
    Layer last = packet.first();
    while (last instanceof Header header) {
      last = header.payload();
    }
    out.append("    return Packet.of(");
    String separator = "\n        ";
    if (typeOf(packet.first()) != packet.linkType()) {
      out.append(separator).append(packet.linkType());
      separator = ",\n        ";
    }
    for (String layer : layers) {
      out.append(separator).append(layer);
      separator = ",\n        ";
    }
    if (last.size() > 0 || layers.isEmpty()) {
      raw(out.append(separator), last.toBytes());
    }
    out.append(')');
    time(out, packet);
  }

  /**
   * Appends the end of the statement that creates the packet, with its time stamp if it has one.
   */
  private static void time(StringBuilder out, Packet packet) {
    if (packet.timestamp() != null) {
      out.append("\n        .timestamp(Instant.parse(\"").append(packet.timestamp()).append("\"))");
    }
    out.append(";\n");
  }

  private String variable(StringBuilder out, JavaDraft draft, Map<String, Integer> taken) {
    String type = draft.type();
    String name = type.substring(type.lastIndexOf('.') + 1) + "Header";
    name = Character.toLowerCase(name.charAt(0)) + name.substring(1);
    int number = taken.merge(name, 1, Integer::sum);
    String variable = name + (number > 1 ? number : "");
    out.append("    ").append(type).append(' ').append(variable).append(" =\n        ");
    out.append(draft.expression(8, MOST_COLUMNS)).append(";\n");
    for (String statement : draft.statements(variable)) {
      out.append("    ").append(statement).append(";\n");
    }
    return variable;
  }

  private static void raw(StringBuilder out, byte[] octets) {
    out.append("Raw.of(");
    if (JavaText.isText(octets)) {
      JavaText.text(out, new String(octets, StandardCharsets.US_ASCII));
    } else {
      JavaText.octets(out, octets);
    }
    out.append(')');
  }

  /** The default link type of a packet that begins with {@code first}. */
  private static int typeOf(Layer first) {
    long claimed = first instanceof Header h ? h.protocol().keyIn(DispatchTable.LINK_TYPE) : -1;
    return claimed < 0 ? Link.ETHERNET : (int) claimed;
  }

  /** The recreated headers, or null if they do not result in the same octets. */
  private List<JavaDraft> drafts(Packet packet, byte[] octets) throws ReflectiveOperationException {
    List<JavaDraft> drafts = new ArrayList<>();
    List<Layer> made = new ArrayList<>();
    for (Layer layer = packet.first(); ; ) {
      if (!(layer instanceof Header header)) {
        if (layer.size() > 0 || made.isEmpty()) {
          made.add(Raw.of(layer.toBytes()));
        }
        break;
      }
      JavaSetters known = setters.computeIfAbsent(header.protocol(), JavaSetters::of);
      JavaDraft draft = known.isPublic() ? JavaDraft.of(header, known, names) : null;
      if (draft == null) {
        return null;
      }
      drafts.add(draft);
      made.add(draft.made());
      layer = header.payload();
    }
    Packet again = Packet.of(packet.linkType(), made.toArray(Layer[]::new));
    boolean isSettled = false;
    for (int round = 0; round < MOST_ROUNDS && !isSettled; round++) {
      isSettled = true;
      // innermost first, because the checksums of the others cover these
      for (int i = drafts.size() - 1; i >= 0; i--) {
        isSettled &= !drafts.get(i).pinWhatDiffers();
      }
    }
    return Arrays.equals(again.toBytes(), octets) ? drafts : null;
  }
}
