package org.jpacker.proto.tunnel;

import java.util.Locale;
import java.util.Map;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option of GENEVE, <a href="https://www.rfc-editor.org/rfc/rfc8926#section-3.5">RFC 8926,
 * section 3.5</a>.
 *
 * @param optionClass vendor or organisation that defined the option, 16 bits; -1 if truncated
 * @param type 8 bits; the highest bit marks a critical option
 * @param octets the value: up to 124 octets, a multiple of four
 */
public record GeneveOption(int optionClass, int type, OctetString octets) implements Shaped {
  private static final int TRUNCATED = -1;
  private static final int LONGEST = 124;
  private static final ValueNames CLASSES =
      ValueNames.of(
          Map.of(
              0x0100L, "Linux",
              0x0101L, "Open vSwitch",
              0x0102L, "OVN",
              0x0103L, "in-band telemetry",
              0x0104L, "VMware"));

  static final Series<GeneveOption> ALL =
      Series.of(
          "geneve.option",
          head -> {
            head.type(24);
            head.reserved(3);
            head.length(5, 4, 0);
          },
          Choice.of(GeneveOption.class, Shape.of(new GeneveOption(0, 0, OctetString.EMPTY))),
          Shape.of(new GeneveOption(TRUNCATED, 0, OctetString.EMPTY)));

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

  /** Class and type together are the number of the option. */
  @Override
  public GeneveOption parts(Parts in) {
    long number = in.type(isTruncated() ? TRUNCATED : (long) optionClass << 8 | type);
    boolean isWhole = number >= 0;
    return new GeneveOption(
        isWhole ? (int) (number >>> 8) : TRUNCATED,
        isWhole ? (int) number & 0xff : 0,
        in.rest("octets", octets));
  }

  @Override
  public void tell(Told out) {
    out.named(CLASSES).hex(4).add("geneve.option.class", isTruncated() ? null : optionClass);
    out.hex(2).add("geneve.option.type", isTruncated() ? null : type);
  }

  /** Whether an endpoint that does not know the option must drop the packet. */
  public boolean isCritical() {
    return (type & 0x80) != 0;
  }

  /** Whether these are octets that do not form a complete option; always the last one. */
  public boolean isTruncated() {
    return optionClass == TRUNCATED;
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "GeneveOption[class=%#06x, type=%#04x, octets=%s]", optionClass, type, octets);
  }
}
