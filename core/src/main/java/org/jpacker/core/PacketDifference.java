package org.jpacker.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.Packet;
import org.jpacker.api.text.FieldText;

/**
 * Compares two packets layer by layer and field by field. A layer that only one of them has is a
 * single difference; the layers around it are compared with each other.
 */
public final class PacketDifference {

  /**
   * One difference.
   *
   * @param what name of the field; {@code raw}, {@code rest} (of a header) or {@code trailer} for
   *     other octets; {@code layer} for a layer that only one packet has
   * @param offset octets from the start of the left packet, or of the right one if only that has
   *     the layer; -1 if there is no such place
   * @param left the value in the left packet, escaped; empty for nothing
   * @param right the value in the right packet, escaped; empty for nothing
   */
  public record Difference(String what, int offset, String left, String right) {

    /** The difference on one line: {@code ip.ttl at 22: 64 > 63}. */
    @Override
    public String toString() {
      String place = offset < 0 ? "" : " at " + offset;
      return what + place + ": " + shown(left) + " > " + shown(right);
    }

    private static String shown(String text) {
      return text.isEmpty() ? "(none)" : text;
    }
  }

  private static final int PREVIEW = 8;

  private final Outline.Cache outlines = new Outline.Cache();
  private final Packet left;
  private final Packet right;
  private final List<Difference> found = new ArrayList<>();

  private PacketDifference(Packet left, Packet right) {
    this.left = left;
    this.right = right;
  }

  /** The differences, outermost first; none for packets with the same octets and link type. */
  public static List<Difference> between(Packet left, Packet right) {
    PacketDifference difference = new PacketDifference(left, right);
    difference.compare();
    return difference.found;
  }

  private void compare() {
    if (left.linkType() != right.linkType()) {
      add("link type", -1, Integer.toString(left.linkType()), Integer.toString(right.linkType()));
    }
    List<Layer> a = left.layers();
    List<Layer> b = right.layers();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      if (i < a.size() && j < b.size() && kind(a.get(i)).equals(kind(b.get(j)))) {
        layers(a.get(i++), b.get(j++));
        continue;
      }
      Pair alike = nextAlike(a, i, b, j);
      for (; i < alike.left(); i++) {
        add("layer", left.offsetOf(a.get(i)), kind(a.get(i)), "");
      }
      for (; j < alike.right(); j++) {
        add("layer", right.offsetOf(b.get(j)), "", kind(b.get(j)));
      }
    }
    octets("trailer", left.length() - left.trailer().size(), left.trailer(), right.trailer());
  }

  private record Pair(int left, int right) {}

  /** The nearest two layers of the same kind, from {@code i} and {@code j} on, or both ends. */
  private static Pair nextAlike(List<Layer> a, int i, List<Layer> b, int j) {
    for (int sum = 1; sum < a.size() - i + b.size() - j; sum++) {
      for (int skip = 0; skip <= sum; skip++) {
        int x = i + skip;
        int y = j + sum - skip;
        if (x < a.size() && y < b.size() && kind(a.get(x)).equals(kind(b.get(y)))) {
          return new Pair(x, y);
        }
      }
    }
    return new Pair(a.size(), b.size());
  }

  private static String kind(Layer layer) {
    return layer instanceof Header header
        ? header.protocol().name()
        : layer instanceof Malformed ? "malformed" : "raw";
  }

  private void layers(Layer a, Layer b) {
    if (!(a instanceof Header x) || !(b instanceof Header y)) {
      octets(kind(a), left.offsetOf(a), a, b);
      return;
    }
    int before = found.size();
    fields(x, y);
    int from = left.offsetOf(x);
    if (found.size() == before) {
      // octets without a field
      octets("rest of " + kind(x), from, head(x), head(y));
    }
    int behind = x.headerSize() + x.payload().size();
    octets("trailer of " + kind(x), from + behind, x.trailer(), y.trailer());
  }

  private void fields(Header x, Header y) {
    List<Outline.Item> items = outlines.of(x).items();
    int[] at = new int[items.size()];
    for (int i = items.size() - 1; i >= 0; i--) {
      Outline.Item item = items.get(i);
      at[i] = text(item, x).equals(text(item, y)) ? 0 : 1;
      // a difference in a part is not repeated for its whole
      for (int part = i + 1;
          part < items.size() && items.get(part).depth() > item.depth();
          part++) {
        if (at[part] != 0) {
          at[i] = -1;
        }
      }
    }
    for (int i = 0; i < at.length; i++) {
      if (at[i] == 1) {
        Field field = items.get(i).field();
        int bit = field instanceof ComputedField ? -1 : Outline.bit(field, x);
        add(
            field.name(),
            bit < 0 ? -1 : left.offsetOf(x) + (bit >>> 3),
            text(items.get(i), x),
            text(items.get(i), y));
      }
    }
  }

  private static String text(Outline.Item item, Header header) {
    if (!item.isIn(header)) {
      return "";
    }
    StringBuilder out = new StringBuilder();
    FieldText.append(out, item.field(), header);
    return out.toString();
  }

  private static byte[] head(Header header) {
    return Arrays.copyOf(header.toBytes(), header.headerSize());
  }

  private void octets(String what, int from, Layer a, Layer b) {
    octets(what, from, a.toBytes(), b.toBytes());
  }

  private void octets(String what, int from, byte[] a, byte[] b) {
    int at = Arrays.mismatch(a, b);
    if (at >= 0) {
      add(what, from + at, preview(a, at), preview(b, at));
    }
  }

  private static String preview(byte[] octets, int from) {
    StringBuilder out = new StringBuilder();
    if (from < octets.length) {
      HexDump.preview(out, Arrays.copyOfRange(octets, from, octets.length), PREVIEW);
    }
    return out.toString();
  }

  private void add(String what, int offset, String a, String b) {
    found.add(new Difference(what, offset, a, b));
  }
}
