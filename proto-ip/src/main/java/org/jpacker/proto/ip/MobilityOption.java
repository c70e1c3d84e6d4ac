package org.jpacker.proto.ip;

import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option of a mobility header, <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.2">RFC
 * 6275, section 6.2</a>.
 *
 * @param type 0 for one octet of padding, 1 for more, 3 for an alternate care-of address
 * @param octets the octets after type and length
 */
public record MobilityOption(int type, OctetString octets) implements Shaped {
  static final Series<MobilityOption> ALL =
      Series.of(
          "mip6.option",
          head -> {
            if (head.type(8) > 0) {
              head.length(8);
            }
          },
          Choice.of(MobilityOption.class, Shape.of(new MobilityOption(0, OctetString.EMPTY))));

  @Override
  public MobilityOption parts(Parts in) {
    int type = in.type(this.type);
    return new MobilityOption(type, in.when(type > 0).rest("octets", octets));
  }

  @Override
  public void tell(Told out) {
    out.add("mip6.mobility_opt", type);
  }
}
