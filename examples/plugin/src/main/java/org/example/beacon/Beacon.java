package org.example.beacon;

import java.util.List;
import java.util.Map;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;

/**
 * Beacons, which stations send to say that they are there. Made up.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             magic             |     kind      |    length     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  tlv_length   |    station    | TLVs ...
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Beacon extends Header {
  /** Who reads what a beacon carries: a table of this plug-in, open to others. */
  public static final DispatchTable KINDS = DispatchTable.named("beacon.kind");

  public static final UIntField MAGIC = UIntField.at(0, 16, "beacon.magic").orElse(0xbeac).hex();
  public static final UIntField KIND =
      UIntField.at(16, 8, "beacon.kind").selects(KINDS).valueNames(Map.of(0L, "alive", 1L, "text"));

  /** Octets of header and payload. */
  public static final UIntField LENGTH = UIntField.at(24, 8, "beacon.length").asDerived();

  /** Octets of the TLVs. */
  public static final UIntField TLV_LENGTH = UIntField.at(32, 8, "beacon.tlv_length").asDerived();

  public static final UIntField STATION = UIntField.at(40, 8, "beacon.station");

  /** The TLVs as octets; {@link #tlvs()} has them as records. */
  public static final BytesField TLVS = BytesField.rest(48, "beacon.tlvs");

  /** The types of TLVs, to which other modules may add some. */
  public static final Choice<BeaconTlv> TLV_TYPES =
      Choice.of(
          BeaconTlv.class,
          Shape.of(new BeaconTlv.Unknown(0, OctetString.EMPTY)),
          Shape.of(1, new BeaconTlv.Name("")),
          Shape.of(2, new BeaconTlv.Position(0, 0)),
          Shape.of(3, new BeaconTlv.Kinds(List.of())));

  static final Series<BeaconTlv> TLV_LIST =
      Series.of(
          "beacon.tlvs",
          head -> {
            head.type(8);
            head.length(8);
          },
          TLV_TYPES,
          Shape.of(new BeaconTlv.Truncated(OctetString.EMPTY, "")));

  private static final Contents<Beacon, BeaconTlv> RECORDS =
      Contents.of("beacon.tlv", Beacon.class, TLVS, TLV_LIST);

  public static final Layout LAYOUT =
      Layout.of(MAGIC, KIND, LENGTH, TLV_LENGTH, STATION, TLVS)
          .telling(RECORDS.fields())
          .limitedBy(LENGTH);

  public static final Protocol<Beacon> PROTOCOL =
      Protocol.of(
              "beacon",
              LAYOUT,
              Beacon.class,
              Beacon::new,
              Beacon::new,
              DispatchTable.UDP_PORT.key(48879))
          .titled("Station Beacon")
          .recognisedIn("udp", in -> in.u16(0) == 0xbeac);

  /** A new header. */
  public Beacon() {
    super(PROTOCOL);
  }

  Beacon(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(LAYOUT.size() + TLV_LENGTH.get(this));
    limit(LENGTH.get(this));
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(KINDS, kind()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: MAGIC

  /** The field {@code beacon.kind}, 8 bits. */
  public int kind() {
    return KIND.get(this);
  }

  /** Sets {@code beacon.kind}, 8 bits. */
  public Beacon kind(int value) {
    KIND.set(this, value);
    return this;
  }

  /** Octets of header and payload. */
  public int length() {
    return LENGTH.get(this);
  }

  /** Sets {@code beacon.length}, 8 bits, and pins it. */
  public Beacon length(int value) {
    LENGTH.set(this, value);
    return this;
  }

  /** Octets of the TLVs. */
  public int tlvLength() {
    return TLV_LENGTH.get(this);
  }

  /** Sets {@code beacon.tlv_length}, 8 bits, and pins it. */
  public Beacon tlvLength(int value) {
    TLV_LENGTH.set(this, value);
    return this;
  }

  /** The field {@code beacon.station}, 8 bits. */
  public int station() {
    return STATION.get(this);
  }

  /** Sets {@code beacon.station}, 8 bits. */
  public Beacon station(int value) {
    STATION.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The TLVs; the last one is {@link BeaconTlv.Truncated} if it does not fit. */
  public List<BeaconTlv> tlvs() {
    return RECORDS.get(this);
  }

  /**
   * Sets the TLVs.
   *
   * @throws IllegalArgumentException if a value does not fit
   */
  public Beacon tlvs(List<? extends BeaconTlv> tlvs) {
    return RECORDS.set(this, tlvs);
  }

  @Override
  protected void derive(Derivation d) {
    d.length(TLV_LENGTH, headerSize() - LAYOUT.size());
    d.length(LENGTH, size());
  }
}
