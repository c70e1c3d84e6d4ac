package org.example.beacon;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Beacons, which stations send to say that they are there. Made up.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             magic             |     kind      |    length     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            station            |
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

  public static final UIntField STATION = UIntField.at(32, 16, "beacon.station");

  public static final Layout LAYOUT = Layout.of(MAGIC, KIND, LENGTH, STATION).limitedBy(LENGTH);

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

  /** The field {@code beacon.station}, 16 bits. */
  public int station() {
    return STATION.get(this);
  }

  /** Sets {@code beacon.station}, 16 bits. */
  public Beacon station(int value) {
    STATION.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size());
  }
}
