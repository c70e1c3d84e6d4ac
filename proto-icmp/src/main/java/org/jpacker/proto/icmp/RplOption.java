package org.jpacker.proto.icmp;

import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * An option of RPL, <a href="https://www.rfc-editor.org/rfc/rfc6550#section-6.7">RFC 6550, section
 * 6.7</a>.
 *
 * @param type such as 0 and 1 for padding, 4 for the configuration of a graph, 5 for a target, 6
 *     for transit information, 8 for a prefix
 * @param octets the octets after type and length
 */
public record RplOption(int type, OctetString octets) implements Shaped {
  static final Series<RplOption> ALL =
      Series.of(
          "icmpv6.rpl.opt",
          head -> {
            if (head.type(8) > 0) {
              head.length(8);
            }
          },
          Choice.of(RplOption.class, Shape.of(new RplOption(0, OctetString.EMPTY))));

  @Override
  public RplOption parts(Parts in) {
    int type = in.type(this.type);
    return new RplOption(type, in.when(type > 0).rest("octets", octets));
  }

  @Override
  public void tell(Told out) {
    out.add("icmpv6.rpl.opt.type", type);
  }
}
