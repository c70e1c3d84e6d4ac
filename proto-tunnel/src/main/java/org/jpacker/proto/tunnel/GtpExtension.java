package org.jpacker.proto.tunnel;

import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.api.contents.Shaped;

/**
 * An extension header of GTP, <a href="https://www.3gpp.org/dynareport/29281.htm">3GPP TS
 * 29.281</a>, section 5.2.
 *
 * @param type such as 0x85 for a PDU session container, 0x40 for a UDP port, 0xc0 for a PDCP number
 * @param contents two octets more than a multiple of four, without the length and the next type
 */
public record GtpExtension(int type, OctetString contents) implements Shaped {

  /** From the type of the first one on, which is in the header: so a type is before each. */
  static final Series<GtpExtension> ALL =
      Series.of(
              "gtp.ext_hdr",
              head -> {
                if (head.type(8) != 0) {
                  head.length(8, 4, -2);
                }
              },
              Choice.of(GtpExtension.class, Shape.of(new GtpExtension(0, OctetString.of(0, 0)))))
          .closedBy(0);

  /** Checks the size of the contents. */
  public GtpExtension {
    if (contents.size() % 4 != 2) {
      throw new IllegalArgumentException(
          "gtp.ext_hdr: " + contents.size() + " octets are not two more than a multiple of four");
    }
  }

  @Override
  public GtpExtension parts(Parts in) {
    return new GtpExtension(in.type(type), in.rest("contents", contents));
  }
}
