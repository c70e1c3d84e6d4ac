package org.jpacker.proto.tunnel;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/**
 * An extension header of GTP, <a href="https://www.3gpp.org/dynareport/29281.htm">3GPP TS
 * 29.281</a>, section 5.2.
 *
 * @param type 0x85 for the container of a session, 0x40 for a port, 0xc0 for a PDCP number
 * @param contents 2 octets, or four more of them, and so on
 */
public record GtpExtension(int type, OctetString contents) {

  /** Refuses a size that is none of those. */
  public GtpExtension {
    if (contents.size() % 4 != 2) {
      throw new IllegalArgumentException(
          "gtp.ext_hdr: " + contents.size() + " octets are not two more than a multiple of four");
    }
  }

  /** The headers, the first of which is of type {@code first}. */
  static List<GtpExtension> decode(int first, byte[] octets) {
    List<GtpExtension> extensions = new ArrayList<>();
    OctetReader in = new OctetReader(octets);
    int type = first;
    while (type != 0 && in.hasMore()) {
      OctetString contents = in.take(in.u8() * 4 - 2);
      if (in.isShort() || !in.hasMore()) {
        break;
      }
      extensions.add(new GtpExtension(type, contents));
      type = in.u8();
    }
    return List.copyOf(extensions);
  }

  /** The headers without the type of the first, which stands before them. */
  static byte[] encode(List<GtpExtension> extensions) {
    OctetWriter out = new OctetWriter("gtp.ext_hdr");
    for (int i = 0; i < extensions.size(); i++) {
      OctetString contents = extensions.get(i).contents;
      out.u8((contents.size() + 2) / 4).octets(contents);
      out.u8(i + 1 < extensions.size() ? extensions.get(i + 1).type : 0);
    }
    return out.octets();
  }
}
