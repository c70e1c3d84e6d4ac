package org.jpacker.proto.ethernet;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A tag of PPP over Ethernet, <a href="https://www.rfc-editor.org/rfc/rfc2516#appendix-A">RFC 2516,
 * appendix A</a>.
 *
 * @param type such as {@link #SERVICE_NAME}; -1 where there are too few octets for a tag
 * @param octets the value
 */
public record PppoeTag(int type, byte[] octets) {
  public static final int END_OF_LIST = 0;
  public static final int SERVICE_NAME = 0x0101;
  public static final int AC_NAME = 0x0102;
  public static final int HOST_UNIQ = 0x0103;
  public static final int AC_COOKIE = 0x0104;
  public static final int VENDOR_SPECIFIC = 0x0105;
  public static final int RELAY_SESSION_ID = 0x0110;
  public static final int SERVICE_NAME_ERROR = 0x0201;
  public static final int AC_SYSTEM_ERROR = 0x0202;
  public static final int GENERIC_ERROR = 0x0203;

  private static final int TRUNCATED = -1;

  /** Keeps a copy of the octets. */
  public PppoeTag {
    octets = octets.clone();
    if (type < TRUNCATED || type > 0xffff || octets.length > 0xffff) {
      throw new IllegalArgumentException("pppoed.tag: " + type + " does not fit into 16 bits");
    }
  }

  /** A copy of the value. */
  @Override
  public byte[] octets() {
    return octets.clone();
  }

  /** The value as text. */
  public String text() {
    return new String(octets, StandardCharsets.UTF_8);
  }

  /** Whether these are octets that make no whole tag; always the last. */
  public boolean isTruncated() {
    return type == TRUNCATED;
  }

  static List<PppoeTag> decode(byte[] in) {
    List<PppoeTag> tags = new ArrayList<>();
    int at = 0;
    while (at < in.length) {
      int left = in.length - at - 4;
      int length = left < 0 ? 0 : (in[at + 2] & 0xff) << 8 | in[at + 3] & 0xff;
      if (left < length) {
        tags.add(new PppoeTag(TRUNCATED, Arrays.copyOfRange(in, at, in.length)));
        break;
      }
      int type = (in[at] & 0xff) << 8 | in[at + 1] & 0xff;
      tags.add(new PppoeTag(type, Arrays.copyOfRange(in, at + 4, at + 4 + length)));
      at += 4 + length;
    }
    return List.copyOf(tags);
  }

  static byte[] encode(List<PppoeTag> tags) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (PppoeTag tag : tags) {
      if (!tag.isTruncated()) {
        out.write(tag.type >>> 8);
        out.write(tag.type);
        out.write(tag.octets.length >>> 8);
        out.write(tag.octets.length);
      }
      out.writeBytes(tag.octets);
    }
    return out.toByteArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof PppoeTag tag && type == tag.type && Arrays.equals(octets, tag.octets);
  }

  @Override
  public int hashCode() {
    return 31 * type + Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return "PppoeTag[type=%#06x, octets=%s]".formatted(type, HexFormat.of().formatHex(octets));
  }
}
