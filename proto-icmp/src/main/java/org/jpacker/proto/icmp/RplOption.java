package org.jpacker.proto.icmp;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;

/**
 * An option of RPL, <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7">RFC 6550, section
 * 6.7</a>.
 *
 * @param type such as 0 and 1 for padding, 4 for the configuration of a graph, 5 for a target, 6
 *     for transit information, 8 for a prefix
 * @param octets the octets after type and length
 */
public record RplOption(int type, OctetString octets) {

  /** The options from {@code from} on, up to the first that does not fit. */
  static List<RplOption> decode(byte[] body, int from) {
    List<RplOption> options = new ArrayList<>();
    OctetReader in = new OctetReader(body, from, body.length - from);
    while (in.hasMore()) {
      int type = in.u8();
      OctetString octets = type == 0 ? OctetString.EMPTY : in.take(in.u8());
      if (in.isShort()) {
        break;
      }
      options.add(new RplOption(type, octets));
    }
    return List.copyOf(options);
  }
}
