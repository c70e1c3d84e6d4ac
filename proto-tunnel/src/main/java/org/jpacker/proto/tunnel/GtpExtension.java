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
 * @param type such as 0x85 for a PDU session container, 0x40 for a UDP port, 0xc0 for a PDCP number
 * @param contents two octets more than a multiple of four, without the length and the next type
 */
public record GtpExtension(int type, OctetString contents) {

  /** Checks the size of the contents. */
  public GtpExtension {
    if (contents.size() % 4 != 2) {
      throw new IllegalArgumentException(
          "gtp.ext_hdr: " + contents.size() + " octets are not two more than a multiple of four");
    }
  }

  /** Decodes a chain of headers whose first one has the type {@code first}. */
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

  /** Encodes the headers; the type of the first one is in the field before them. */
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
