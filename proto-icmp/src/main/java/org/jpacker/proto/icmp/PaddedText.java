package org.jpacker.proto.icmp;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jpacker.api.TextOctets;
import org.jpacker.api.contents.Cursor;
import org.jpacker.api.contents.Leaf;

/** Text up to the first zero; the zeros behind it are padding. */
final class PaddedText extends Leaf<String> {
  /** The address of a captive portal. */
  static final Leaf<String> URI = new PaddedText(StandardCharsets.ISO_8859_1);

  private final Charset charset;

  private PaddedText(Charset charset) {
    this.charset = charset;
  }

  @Override
  protected String read(Cursor in) {
    int size = 0;
    while (size < in.left() && in.message(in.position() + size) != 0) {
      size++;
    }
    return in.octets(size).text(charset);
  }

  @Override
  protected void write(Cursor out, String text) {
    out.put(TextOctets.of(out.part(), text, charset));
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
