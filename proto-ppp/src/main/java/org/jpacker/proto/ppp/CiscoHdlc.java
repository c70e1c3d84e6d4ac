package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.LINK_TYPE;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;

/**
 * HDLC in Cisco's variant: address, control, and an EtherType, except for the number of {@link
 * Slarp}.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |    address    |    control    |           protocol            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class CiscoHdlc extends Header {
  private static final int SLARP_NUMBER = 0x8035;

  /** The one number with another meaning than as an EtherType. */
  static final DispatchKey SLARP = DispatchTable.named("chdlc.protocol").key(SLARP_NUMBER);

  /** 0x0f for unicast, 0x8f for broadcast. */
  public static final UIntField ADDRESS =
      UIntField.at(0, 8, "chdlc.address")
          .hex()
          .orElse(0x0f)
          .valueNames(Map.of(0x0fL, "unicast", 0x8fL, "multicast"));

  /** Control octet; always 0. */
  public static final UIntField CONTROL = UIntField.at(8, 8, "chdlc.control").hex();

  /** EtherType of the payload; 0x8035 for SLARP. */
  public static final UIntField PROTOCOL_NUMBER =
      UIntField.at(16, 16, "chdlc.protocol")
          .asDerived()
          .hex()
          .selects(ETHERTYPE)
          .valueNames(
              ValueNames.of(Map.of(0x2000L, "CDP", 0x8035L, "SLARP")).orElse(ETHERTYPE.names()));

  public static final Layout LAYOUT =
      Layout.of(ADDRESS, CONTROL, PROTOCOL_NUMBER).looksUp(SLARP.table());

  public static final Protocol<CiscoHdlc> PROTOCOL =
      Protocol.of(
              "chdlc", LAYOUT, CiscoHdlc.class, CiscoHdlc::new, CiscoHdlc::new, LINK_TYPE.key(104))
          .titled("Cisco HDLC", "https://www.tcpdump.org/linktypes.html");

  /** A new header. */
  public CiscoHdlc() {
    super(PROTOCOL);
  }

  CiscoHdlc(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    DispatchTable table = protocolNumber() == SLARP_NUMBER ? SLARP.table() : ETHERTYPE;
    return registry.find(table, protocolNumber()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** 0x0f for unicast, 0x8f for broadcast. */
  public int address() {
    return ADDRESS.get(this);
  }

  /** Sets {@code chdlc.address}, 8 bits. */
  public CiscoHdlc address(int value) {
    ADDRESS.set(this, value);
    return this;
  }

  /** Control octet; always 0. */
  public int control() {
    return CONTROL.get(this);
  }

  /** Sets {@code chdlc.control}, 8 bits. */
  public CiscoHdlc control(int value) {
    CONTROL.set(this, value);
    return this;
  }

  /** EtherType of the payload; 0x8035 for SLARP. */
  public int protocolNumber() {
    return PROTOCOL_NUMBER.get(this);
  }

  /** Sets {@code chdlc.protocol}, 16 bits, and pins it. */
  public CiscoHdlc protocolNumber(int value) {
    PROTOCOL_NUMBER.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.number(PROTOCOL_NUMBER, payload() instanceof Slarp ? SLARP.table() : ETHERTYPE);
  }
}
