package org.example.beacon;

import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/** A TLV of a beacon: type and length of the value, 8 bits each, and the value. */
public sealed interface BeaconTlv extends Shaped {

  /** The type; -1 for octets that do not form a complete TLV. */
  default int type() {
    return (int) Beacon.TLV_LIST.number(this);
  }

  @Override
  default void tell(Told out) {
    out.add("beacon.tlv.type", type() >= 0 ? type() : null);
  }

  /** A TLV of another module, see {@link Beacon#TLV_TYPES}. */
  non-sealed interface Added extends BeaconTlv {}

  /**
   * What the station is called.
   *
   * @param text UTF-8 on the wire
   */
  record Name(String text) implements BeaconTlv {
    @Override
    public Name parts(Parts in) {
      return new Name(in.text("beacon.tlv.name", text));
    }
  }

  /**
   * Where the station is, in millionths of a degree.
   *
   * @param latitude positive in the north
   * @param longitude positive in the east
   */
  record Position(long latitude, long longitude) implements BeaconTlv {
    @Override
    public Position parts(Parts in) {
      return new Position(
          in.signed("beacon.tlv.latitude", 32, latitude),
          in.signed("beacon.tlv.longitude", 32, longitude));
    }
  }

  /**
   * The kinds of beacons that the station reads.
   *
   * @param kinds 8 bits each
   */
  record Kinds(List<Integer> kinds) implements BeaconTlv {
    @Override
    public Kinds parts(Parts in) {
      return new Kinds(in.values("beacon.tlv.kinds", Leaf.U8, kinds));
    }

    /** Copies the list. */
    public Kinds {
      kinds = List.copyOf(kinds);
    }
  }

  /**
   * Any other TLV, and one of the above whose value does not fit.
   *
   * @param type 8 bits
   * @param value octets of the value
   */
  record Unknown(int type, OctetString value) implements BeaconTlv {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("value", value));
    }
  }

  /**
   * Octets up to the end that are no complete TLV; always the last one.
   *
   * @param octets these octets
   * @param reason why they are none
   */
  record Truncated(OctetString octets, String reason) implements BeaconTlv {
    @Override
    public Truncated parts(Parts in) {
      return new Truncated(in.rest("octets", octets), in.reason(reason));
    }
  }
}
