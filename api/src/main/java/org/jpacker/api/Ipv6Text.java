package org.jpacker.api;

/** The text form of IPv6 addresses. */
final class Ipv6Text {
  private Ipv6Text() {}

  /** Canonical text, <a href="https://www.rfc-editor.org/rfc/rfc5952#section-4">RFC 5952</a>. */
  static String format(long high, long low) {
    int longest = 0;
    int gap = -1;
    for (int i = 0, run = 0; i < 8; i++) {
      run = group(high, low, i) == 0 ? run + 1 : 0;
      // RFC 5952, section 4.2.2: a single group of zeros is not shortened
      if (run > 1 && run > longest) {
        longest = run;
        gap = i + 1 - run;
      }
    }
    StringBuilder text = new StringBuilder(39);
    // IPv4-mapped and IPv4-compatible addresses end in IPv4 notation
    boolean mixed = high == 0 && (low >>> 32 == 0xffff || low >>> 32 == 0 && low >>> 16 != 0);
    int groups = mixed ? 6 : 8;
    for (int i = 0; i < groups; ) {
      if (i == gap) {
        text.append("::");
        i += longest;
        continue;
      }
      if (i > 0 && i != gap + longest) {
        text.append(':');
      }
      text.append(Integer.toHexString(group(high, low, i)));
      i++;
    }
    if (mixed) {
      if (text.charAt(text.length() - 1) != ':') {
        text.append(':');
      }
      text.append(new Address.Ipv4((int) low));
    }
    return text.toString();
  }

  private static int group(long high, long low, int i) {
    return (int) ((i < 4 ? high : low) >>> 48 - (i & 3) * 16) & 0xffff;
  }

  static Address.Ipv6 parse(String text) {
    int gap = text.indexOf("::");
    if (gap >= 0 && text.indexOf("::", gap + 1) >= 0) {
      throw refused(text);
    }
    int[] groups = new int[8];
    if (gap < 0) {
      if (fill(groups, text, true, text) != 8) {
        throw refused(text);
      }
    } else {
      int before = fill(groups, text.substring(0, gap), false, text);
      int[] tail = new int[8];
      int after = fill(tail, text.substring(gap + 2), true, text);
      if (before + after > 7) {
        throw refused(text);
      }
      System.arraycopy(tail, 0, groups, 8 - after, after);
    }
    long high = 0;
    long low = 0;
    for (int i = 0; i < 4; i++) {
      high = high << 16 | groups[i];
      low = low << 16 | groups[i + 4];
    }
    return new Address.Ipv6(high, low);
  }

  /**
   * Parses a part of the text into the first groups; only the last part may end in IPv4 notation.
   */
  private static int fill(int[] groups, String part, boolean isLast, String text) {
    if (part.isEmpty()) {
      return 0;
    }
    int n = 0;
    String[] pieces = part.split(":", -1);
    for (int i = 0; i < pieces.length; i++) {
      boolean dotted = isLast && i == pieces.length - 1 && pieces[i].indexOf('.') >= 0;
      if (n + (dotted ? 2 : 1) > 8) {
        throw refused(text);
      }
      if (dotted) {
        int bits = ipv4(pieces[i], text);
        groups[n++] = bits >>> 16;
        groups[n++] = bits & 0xffff;
      } else if (pieces[i].matches("\\p{XDigit}{1,4}")) {
        groups[n++] = Integer.parseInt(pieces[i], 16);
      } else {
        throw refused(text);
      }
    }
    return n;
  }

  private static int ipv4(String piece, String text) {
    try {
      return Address.Ipv4.of(piece).bits();
    } catch (IllegalArgumentException e) {
      throw refused(text);
    }
  }

  private static IllegalArgumentException refused(String text) {
    return new IllegalArgumentException("not an IPv6 address: '" + text + "'");
  }
}
