package org.jpacker.proto.icmp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jpacker.api.TextOctets;
import org.jpacker.api.contents.Cursor;
import org.jpacker.api.contents.Leaf;

/** Text that zeros pad to whole units. */
final class PaddedText extends Leaf<String> {
  /** In an option of neighbour discovery, after type and length. */
  static final Leaf<String> URI = new PaddedText(StandardCharsets.ISO_8859_1, 8, 2);

  /** The name of an interface, alone in an object. */
  static final Leaf<String> NAME = new PaddedText(StandardCharsets.UTF_8, 4, 0);

  /** The name of an interface, after its length. */
  static final Leaf<String> INFORMATION = new PaddedText(StandardCharsets.UTF_8, 4, 1);

  private final Charset charset;
  private final int unit;
  private final int before;

  /** Units count from {@code before} octets before the text. */
  private PaddedText(Charset charset, int unit, int before) {
    this.charset = charset;
    this.unit = unit;
    this.before = before;
  }

  /** Less padding than there should be is accepted. */
  @Override
  protected String read(Cursor in) {
    byte[] octets = in.octets(in.left()).octets();
    int size = octets.length;
    while (size > 0 && octets[size - 1] == 0) {
      size--;
    }
    byte[] unpadded = Arrays.copyOf(octets, size);
    String text = new String(unpadded, charset);
    if (octets.length - size >= unit || !Arrays.equals(text.getBytes(charset), unpadded)) {
      in.fail();
    }
    return text;
  }

  @Override
  protected void write(Cursor out, String text) {
    byte[] octets = TextOctets.of(out.part(), text, charset);
    out.put(Arrays.copyOf(octets, octets.length + (-(octets.length + before) & unit - 1)));
  }

  @Override
  protected String absent() {
    return "";
  }

  @Override
  protected String ofTree(Object tree) {
    return String.valueOf(tree);
  }
}
