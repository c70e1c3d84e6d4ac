package org.jpacker.proto.ip;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;

/**
 * An option of a mobility header, <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.2">RFC
 * 6275, section 6.2</a>.
 *
 * @param type 0 for one octet of padding, 1 for more, 3 for an alternate care-of address
 * @param octets the octets after type and length
 */
public record MobilityOption(int type, OctetString octets) {

  /** The options from {@code from} on, up to the first that does not fit. */
  static List<MobilityOption> decode(byte[] data, int from) {
    List<MobilityOption> options = new ArrayList<>();
    OctetReader in = new OctetReader(data, from, Math.max(0, data.length - from));
    while (in.hasMore()) {
      int type = in.u8();
      OctetString octets = type == 0 ? OctetString.EMPTY : in.take(in.u8());
      if (in.isShort()) {
        break;
      }
      options.add(new MobilityOption(type, octets));
    }
    return List.copyOf(options);
  }
}
