package org.jpacker.proto.ppp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/**
 * A tag of PPP over Ethernet, <a href="https://www.rfc-editor.org/rfc/rfc2516#appendix-A">RFC 2516,
 * appendix A</a>.
 *
 * @param type such as {@link #SERVICE_NAME}; -1 where there are too few octets for a tag
 * @param octets the value
 */
public record PppoeTag(int type, OctetString octets) {
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

  /** <a href="https://www.rfc-editor.org/rfc/rfc4638">RFC 4638</a>. */
  public static final int MAX_PAYLOAD = 0x0120;

  private static final int TRUNCATED = -1;

  /** Refuses a type that does not fit. */
  public PppoeTag {
    if (type < TRUNCATED || type > 0xffff || octets.size() > 0xffff) {
      throw new IllegalArgumentException("pppoed.tag: " + type + " does not fit into 16 bits");
    }
  }

  /** The value as text. */
  public String text() {
    return octets.text(StandardCharsets.UTF_8);
  }

  /** Whether these are octets that make no whole tag; always the last. */
  public boolean isTruncated() {
    return type == TRUNCATED;
  }

  static List<PppoeTag> decode(byte[] octets) {
    List<PppoeTag> tags = new ArrayList<>();
    OctetReader in = new OctetReader(octets);
    while (in.hasMore()) {
      int at = octets.length - in.left();
      int type = in.u16();
      OctetString value = in.take(in.u16());
      if (in.isShort()) {
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        tags.add(new PppoeTag(TRUNCATED, new OctetString(rest)));
        break;
      }
      tags.add(new PppoeTag(type, value));
    }
    return List.copyOf(tags);
  }

  static byte[] encode(List<PppoeTag> tags) {
    OctetWriter out = new OctetWriter("pppoed.tags");
    for (PppoeTag tag : tags) {
      if (!tag.isTruncated()) {
        out.u16(tag.type).u16(tag.octets.size());
      }
      out.octets(tag.octets);
    }
    return out.octets();
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "PppoeTag[type=%#06x, octets=%s]", type, octets);
  }
}
