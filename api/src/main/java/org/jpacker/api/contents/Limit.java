package org.jpacker.api.contents;

import java.util.Arrays;
import org.jpacker.api.OctetString;

/** Where the next part ends, and what has to be written once that is known. */
final class Limit {
  /** End of what is outside, in reading. */
  private int outer;

  /** End of the part, in reading; where it began, in writing. */
  private int at;

  /** Number of octets that the part must have, or -1. */
  long exactly = -1;

  /** The place of the length in bits, and its width; 0 if there is none. */
  int patchBit;

  int width;
  int unit = 1;
  int plus;
  Leaf<Long> leaf;
  OctetString delimiter;
  String name;

  void enter(Parts in) {
    if (in.mode == Parts.WRITE) {
      at = in.at;
      return;
    }
    long size = exactly;
    if (size < 0 || size > in.end - in.at) {
      in.bad = true;
      size = in.left();
    }
    outer = in.end;
    at = in.at + (int) size;
    in.end = at;
    in.fills = true;
  }

  void leave(Parts in) {
    in.fills = false;
    if (in.mode == Parts.WRITE) {
      close(in);
      return;
    }
    in.bad |= in.at != at;
    in.at = at;
    in.end = outer;
    if (delimiter != null && !in.bad) {
      in.at += delimiter.size();
    }
  }

  private void close(Parts out) {
    int size = out.at - at;
    if (delimiter != null) {
      out.putOctets(delimiter.octets());
    } else if (leaf != null) {
      insertLength(out, size);
    } else if (width > 0) {
      patch(out, size);
    } else if (exactly >= 0 && exactly != size) {
      throw new IllegalArgumentException(
          out.writing() + ": " + size + " octets where " + exactly + " are said");
    }
  }

  private void patch(Parts out, int size) {
    int count = (size - plus) / unit;
    if (count * unit + plus != size || count < 0 || width < 32 && count >>> width != 0) {
      throw new IllegalArgumentException(
          (name == null ? out.writing() : name)
              + ": "
              + size
              + " octets do not fit a length of "
              + width
              + " bits");
    }
    OctetCursor.putBits(out.octets, patchBit, width, count);
  }

  private void insertLength(Parts out, int size) {
    byte[] contents = Arrays.copyOfRange(out.octets, at, out.at);
    out.at = at;
    leaf.write(out, (long) size);
    out.putOctets(contents);
  }
}
