package org.jpacker.proto.tunnel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetWriter;

/**
 * An option of GENEVE, <a href="https://www.rfc-editor.org/rfc/rfc8926#section-3.5">RFC 8926,
 * section 3.5</a>.
 *
 * @param optionClass vendor or organisation that defined the option, 16 bits; -1 if truncated
 * @param type 8 bits; the highest bit marks a critical option
 * @param octets the value: up to 124 octets, a multiple of four
 */
public record GeneveOption(int optionClass, int type, OctetString octets) {
  private static final int TRUNCATED = -1;
  private static final int LONGEST = 124;

  /** Checks that all parts fit their fields. */
  public GeneveOption {
    boolean isWhole = optionClass != TRUNCATED;
    if (optionClass < TRUNCATED || optionClass > 0xffff || type < 0 || type > 0xff) {
      throw new IllegalArgumentException("geneve.option: class or type does not fit");
    }
    if (isWhole && (octets.size() % 4 != 0 || octets.size() > LONGEST)) {
      throw new IllegalArgumentException(
          "geneve.option.length: " + octets.size() + " is not a multiple of 4 up to " + LONGEST);
    }
  }

  /** Whether an endpoint that does not know the option must drop the packet. */
  public boolean isCritical() {
    return (type & 0x80) != 0;
  }

  /** Whether these are octets that do not form a complete option; always the last one. */
  public boolean isTruncated() {
    return optionClass == TRUNCATED;
  }

  static List<GeneveOption> decode(byte[] in) {
    List<GeneveOption> options = new ArrayList<>();
    int at = 0;
    while (at < in.length) {
      int length = in.length - at < 4 ? in.length : (in[at + 3] & 0x1f) * 4;
      if (length > in.length - at - 4) {
        options.add(
            new GeneveOption(TRUNCATED, 0, new OctetString(Arrays.copyOfRange(in, at, in.length))));
        break;
      }
      options.add(
          new GeneveOption(
              (in[at] & 0xff) << 8 | in[at + 1] & 0xff,
              in[at + 2] & 0xff,
              new OctetString(Arrays.copyOfRange(in, at + 4, at + 4 + length))));
      at += 4 + length;
    }
    return List.copyOf(options);
  }

  static byte[] encode(List<GeneveOption> options) {
    OctetWriter out = new OctetWriter("geneve.option");
    for (GeneveOption option : options) {
      if (!option.isTruncated()) {
        out.u16(option.optionClass).u8(option.type).u8(option.octets.size() / 4);
      }
      out.octets(option.octets);
    }
    return out.octets();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "GeneveOption[class=%#06x, type=%#04x, octets=%s]", optionClass, type, octets);
  }
}
