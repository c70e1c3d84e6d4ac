package org.jpacker.core;

import java.util.HexFormat;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.api.contents.Shaped;

/** A made-up protocol with a list of records, and one record that stands alone. */
final class Tagged extends Header {
  private static final UIntField KIND = UIntField.at(0, 8, "tagged.kind");
  private static final BytesField OCTETS = BytesField.rest(8, "tagged.octets");

  /** Any record. */
  interface Tag extends Shaped {}

  record Unknown(int type, OctetString octets) implements Tag {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("octets", octets));
    }
  }

  record Rest(OctetString octets, String reason) implements Tag {
    @Override
    public Rest parts(Parts in) {
      return new Rest(in.rest("octets", octets), in.reason(reason));
    }
  }

  record End() implements Tag {}

  record Route(boolean strict, int hops, List<Address.Ipv4> via) implements Tag {
    Route {
      via = List.copyOf(via);
    }

    @Override
    public Route parts(Parts in) {
      return new Route(
          in.flag("strict", strict),
          in.bits("tagged.hops", 7, hops),
          in.values("tagged.via", Leaf.IPV4, via));
    }
  }

  record Big(long number) implements Tag {
    @Override
    public Big parts(Parts in) {
      return new Big(in.u64("tagged.big", number));
    }
  }

  static final Contents<Tagged, Tag> TAGS =
      Contents.of(
          "tagged.tag",
          Tagged.class,
          OCTETS,
          Series.of(
              "tagged.tag",
              head -> {
                head.type(8);
                head.length(8);
              },
              Choice.of(
                  Tag.class,
                  Shape.of(new Unknown(0, OctetString.EMPTY)),
                  Shape.of(1, new End()),
                  Shape.of(2, new Route(false, 0, List.of())),
                  Shape.of(3, new Big(0))),
              Shape.of(new Rest(OctetString.EMPTY, ""))));

  static final Protocol<Tagged> PROTOCOL =
      Protocol.of(
          "tagged",
          Layout.of(KIND, OCTETS, ComputedField.of("tagged.single", Tagged.class, Tagged::single))
              .telling(TAGS.fields()),
          Tagged.class,
          Tagged::new,
          Tagged::new);

  Tagged() {
    super(PROTOCOL);
  }

  private Tagged(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(in.size());
  }

  /** A header with these octets behind its kind. */
  static Tagged of(int kind, String octets) {
    Tagged tagged = new Tagged();
    KIND.set(tagged, kind);
    OCTETS.set(tagged, HexFormat.of().parseHex(octets));
    return tagged;
  }

  private Shaped single() {
    return KIND.get(this) == 0 ? null : new Big(KIND.get(this));
  }
}
