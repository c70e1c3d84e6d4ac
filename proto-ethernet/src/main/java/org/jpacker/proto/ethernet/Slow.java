package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

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
 * Slow protocols of IEEE 802.3, annex 57A; the subtype selects one.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+
 * |    subtype    |
 * +-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Slow extends Header {
  /** Subtypes. */
  public static final DispatchTable SUBTYPES = DispatchTable.named("slow.subtype");

  /** The protocol: 1 for LACP. */
  public static final UIntField SUBTYPE =
      UIntField.at(0, 8, "slow.subtype")
          .asDerived()
          .hex()
          .selects(SUBTYPES)
          .valueNames(Map.of(1L, "LACP", 2L, "marker", 3L, "OAM", 10L, "organization specific"));

  public static final Layout LAYOUT = Layout.of(SUBTYPE);

  public static final Protocol<Slow> PROTOCOL =
      Protocol.of("slow", LAYOUT, Slow.class, Slow::new, Slow::new, ETHERTYPE.key(0x8809))
          .titled("Slow Protocols", "https://standards.ieee.org/ieee/802.3/10422/");

  /** A new header. */
  public Slow() {
    super(PROTOCOL);
  }

  Slow(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(SUBTYPES, subtype()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** The protocol: 1 for LACP. */
  public int subtype() {
    return SUBTYPE.get(this);
  }

  /** Sets {@code slow.subtype}, 8 bits, and pins it. */
  public Slow subtype(int value) {
    SUBTYPE.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.number(SUBTYPE, SUBTYPES);
  }
}
