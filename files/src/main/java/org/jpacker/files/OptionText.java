package org.jpacker.files;

import java.time.Instant;
import java.util.HexFormat;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Escape;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.TimeResolution;

/** Options of pcapng blocks as text for people. */
final class OptionText {
  private static final long NANOS = 1_000_000_000L;

  private OptionText() {}

  /** The value, escaped; {@code resolution} and {@code offset}, in seconds, belong to its times. */
  static String of(BlockOption option, TimeResolution resolution, long offset) {
    if (option instanceof BlockOption.Text text) {
      return Escape.text(text.text());
    }
    if (option instanceof BlockOption.Number number) {
      return number.text();
    }
    if (option instanceof BlockOption.Time time) {
      return time(resolution.nanos(time.units(), offset));
    }
    if (option instanceof BlockOption.Resolution said) {
      return said.resolution().toString();
    }
    if (option instanceof BlockOption.Ipv4Network network) {
      return network.address() + " " + network.mask();
    }
    if (option instanceof BlockOption.Ipv6Network network) {
      return network.address() + "/" + network.prefixLength();
    }
    if (option instanceof BlockOption.Mac mac) {
      return mac.address().toString();
    }
    if (option instanceof BlockOption.Eui64 eui) {
      return HexFormat.of().toHexDigits(eui.bits());
    }
    if (option instanceof BlockOption.NameServer server) {
      return server.address().toString();
    }
    if (option instanceof BlockOption.Flags flags) {
      return "0x" + HexFormat.of().toHexDigits(flags.bits());
    }
    return octets(option);
  }

  private static String octets(BlockOption option) {
    if (option instanceof BlockOption.Tagged tagged) {
      return tagged.filter() != null
          ? Escape.text(tagged.filter())
          : tagged.kind() + " " + hex(tagged.octets());
    }
    if (option instanceof BlockOption.Custom custom) {
      return "enterprise " + custom.enterprise() + " " + hex(custom.octets());
    }
    if (option instanceof BlockOption.Unknown unknown) {
      return hex(unknown.octets());
    }
    return ((BlockOption.Malformed) option).reason();
  }

  static String hex(OctetString octets) {
    int shown = Math.min(64, octets.size());
    String text = octets.toString().substring(0, 2 * shown);
    return shown < octets.size() ? text + "... (" + octets.size() + " octets)" : text;
  }

  /** Date and time in UTC, empty for no time. */
  static String time(long nanos) {
    return nanos == Packet.NO_TIME
        ? ""
        : Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS))
            .toString();
  }
}
