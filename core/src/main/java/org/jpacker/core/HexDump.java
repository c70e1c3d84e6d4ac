package org.jpacker.core;

import org.jpacker.api.Packet;
import org.jpacker.api.text.Escape;

/**
 * Octets for people to read: offset, 16 octets, and the same in ASCII. {@code text2pcap} can read
 * the output.
 */
public final class HexDump {
  private static final int ROW = 16;

  private HexDump() {}

  /** Appends the octets of {@code packet}, 16 per line. */
  public static void append(StringBuilder out, Packet packet) {
    append(out, packet.toBytes());
  }

  /** Appends {@code octets}, 16 per line. */
  public static void append(StringBuilder out, byte[] octets) {
    int digits = octets.length > 0x10000 ? 8 : 4;
    for (int row = 0; row < octets.length; row += ROW) {
      int end = Math.min(row + ROW, octets.length);
      Escape.hex(out, row, digits);
      out.append(' ');
      for (int i = row; i < end; i++) {
        out.append(' ');
        Escape.hex(out, octets[i], 2);
      }
      for (int i = end; i < row + ROW; i++) {
        out.append("   ");
      }
      out.append("  ");
      ascii(out, octets, row, end);
      out.append('\n');
    }
  }

  /**
   * Appends the number of octets and the first of them: {@code 12 octets: 68 65 6c 6c 6f 0a ...}.
   */
  static void preview(StringBuilder out, byte[] octets, int most) {
    out.append(octets.length).append(octets.length == 1 ? " octet" : " octets");
    int end = Math.min(octets.length, most);
    for (int i = 0; i < end; i++) {
      out.append(i == 0 ? ": " : " ");
      Escape.hex(out, octets[i], 2);
    }
    if (end < octets.length) {
      out.append(" ...");
    }
    if (end > 0) {
      out.append(" '");
      ascii(out, octets, 0, end);
      out.append('\'');
    }
  }

  private static void ascii(StringBuilder out, byte[] octets, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append(octets[i] >= 0x20 && octets[i] < 0x7f ? (char) octets[i] : '.');
    }
  }
}
