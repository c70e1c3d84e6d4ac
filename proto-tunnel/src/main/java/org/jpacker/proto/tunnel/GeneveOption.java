package org.jpacker.proto.tunnel;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * An option of GENEVE, <a href="https://www.rfc-editor.org/rfc/rfc8926#section-3.5">RFC 8926,
 * section 3.5</a>.
 *
 * @param optionClass who defined it, 16 bits; -1 for octets that make no whole option
 * @param type 8 bits, the highest for an option that must be understood
 * @param octets the value, a multiple of four octets up to 124
 */
public record GeneveOption(int optionClass, int type, byte[] octets) {
  private static final int TRUNCATED = -1;
  private static final int LONGEST = 124;

  /** Keeps a copy of the octets. */
  public GeneveOption {
    octets = octets.clone();
    boolean isWhole = optionClass != TRUNCATED;
    if (optionClass < TRUNCATED || optionClass > 0xffff || type < 0 || type > 0xff) {
      throw new IllegalArgumentException("geneve.option: class or type does not fit");
    }
    if (isWhole && (octets.length % 4 != 0 || octets.length > LONGEST)) {
      throw new IllegalArgumentException(
          "geneve.option.length: " + octets.length + " is no multiple of 4 up to " + LONGEST);
    }
  }

  /** A copy of the value. */
  @Override
  public byte[] octets() {
    return octets.clone();
  }

  /** Whether whoever does not know the option must drop the packet. */
  public boolean isCritical() {
    return (type & 0x80) != 0;
  }

  /** Whether these are octets that make no whole option; always the last. */
  public boolean isTruncated() {
    return optionClass == TRUNCATED;
  }

  static List<GeneveOption> decode(byte[] in) {
    List<GeneveOption> options = new ArrayList<>();
    int at = 0;
    while (at < in.length) {
      int length = in.length - at < 4 ? in.length : (in[at + 3] & 0x1f) * 4;
      if (length > in.length - at - 4) {
        options.add(new GeneveOption(TRUNCATED, 0, Arrays.copyOfRange(in, at, in.length)));
        break;
      }
      options.add(
          new GeneveOption(
              (in[at] & 0xff) << 8 | in[at + 1] & 0xff,
              in[at + 2] & 0xff,
              Arrays.copyOfRange(in, at + 4, at + 4 + length)));
      at += 4 + length;
    }
    return List.copyOf(options);
  }

  static byte[] encode(List<GeneveOption> options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (GeneveOption option : options) {
      if (!option.isTruncated()) {
        out.write(option.optionClass >>> 8);
        out.write(option.optionClass);
        out.write(option.type);
        out.write(option.octets.length / 4);
      }
      out.writeBytes(option.octets);
    }
    return out.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof GeneveOption option
        && optionClass == option.optionClass
        && type == option.type
        && Arrays.equals(octets, option.octets);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * optionClass + type) + Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return "GeneveOption[class=%#06x, type=%#04x, octets=%s]"
        .formatted(optionClass, type, HexFormat.of().formatHex(octets));
  }
}
