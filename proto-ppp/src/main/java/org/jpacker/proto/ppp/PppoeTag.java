package org.jpacker.proto.ppp;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * A tag of PPP over Ethernet, <a href="https://www.rfc-editor.org/rfc/rfc2516#appendix-A">RFC 2516,
 * appendix A</a>.
 *
 * @param type such as {@link #SERVICE_NAME}; -1 for octets that do not form a complete tag
 * @param octets the value
 */
public record PppoeTag(int type, OctetString octets) implements Shaped {
  /** {@link #type} of the end of the list; optional. */
  public static final int END_OF_LIST = 0;

  /** {@link #type} of the name of a service; empty for any service. */
  public static final int SERVICE_NAME = 0x0101;

  /** {@link #type} of the name of an access concentrator. */
  public static final int AC_NAME = 0x0102;

  /** {@link #type} of the value with which the host matches answers. */
  public static final int HOST_UNIQ = 0x0103;

  /** {@link #type} of the value with which the access concentrator matches requests. */
  public static final int AC_COOKIE = 0x0104;

  /** {@link #type} of vendor-specific data, after a vendor identifier. */
  public static final int VENDOR_SPECIFIC = 0x0105;

  /** {@link #type} of the value added by a relay. */
  public static final int RELAY_SESSION_ID = 0x0110;

  /** {@link #type} of an error text: the service cannot be provided. */
  public static final int SERVICE_NAME_ERROR = 0x0201;

  /** {@link #type} of an error text of the access concentrator. */
  public static final int AC_SYSTEM_ERROR = 0x0202;

  /** {@link #type} of any other error text. */
  public static final int GENERIC_ERROR = 0x0203;

  /**
   * {@link #type} of the largest payload, <a href="https://www.rfc-editor.org/rfc/rfc4638">RFC
   * 4638</a>.
   */
  public static final int MAX_PAYLOAD = 0x0120;

  private static final int TRUNCATED = -1;

  static final Series<PppoeTag> ALL =
      Series.of(
          "pppoed.tags",
          head -> {
            head.type(16);
            head.length(16);
          },
          Choice.of(PppoeTag.class, Shape.of(new PppoeTag(0, OctetString.EMPTY))),
          Shape.of(new PppoeTag(TRUNCATED, OctetString.EMPTY)));

  /** Checks that the type fits. */
  public PppoeTag {
    if (type < TRUNCATED || type > 0xffff || octets.size() > 0xffff) {
      throw new IllegalArgumentException("pppoed.tag: " + type + " does not fit into 16 bits");
    }
  }

  @Override
  public PppoeTag parts(Parts in) {
    return new PppoeTag(in.type(type), in.rest("octets", octets));
  }

  @Override
  public void tell(Told out) {
    out.add("pppoed.tags.service_name", type == SERVICE_NAME ? text() : null);
    out.add("pppoed.tags.ac_name", type == AC_NAME ? text() : null);
    out.add("pppoed.tags.host_uniq", type == HOST_UNIQ ? octets : null);
    out.add("pppoed.tags.ac_cookie", type == AC_COOKIE ? octets : null);
    out.add("pppoed.tags.relay_session_id", type == RELAY_SESSION_ID ? octets : null);
    out.add("pppoed.tags.service_name_error", type == SERVICE_NAME_ERROR ? text() : null);
    out.add("pppoed.tags.ac_system_error", type == AC_SYSTEM_ERROR ? text() : null);
    out.add("pppoed.tags.generic_error", type == GENERIC_ERROR ? text() : null);
  }

  /** The value as text. */
  public String text() {
    return octets.text(StandardCharsets.UTF_8);
  }

  /** Whether these are octets that do not form a complete tag; always the last one. */
  public boolean isTruncated() {
    return type == TRUNCATED;
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "PppoeTag[type=%#06x, octets=%s]", type, octets);
  }
}
