package org.jpacker.core;

import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;

/** A made-up link layer: two MAC addresses and a type. */
final class Wire extends Header {
  static final DispatchTable TYPES = DispatchTable.named("wire.type");
  static final int LINK_TYPE = 147;

  static final MacField DST = MacField.at(0, "wire.dst");
  static final MacField SRC = MacField.at(48, "wire.src");
  static final UIntField TYPE =
      UIntField.at(96, 16, "wire.type")
          .hex()
          .asDerived()
          .selects(TYPES)
          .valueNames(ValueNames.read(() -> Wire.class.getResourceAsStream("wire.type.tsv")));
  static final Layout LAYOUT =
      Layout.of(DST, SRC, TYPE).endpoints(SRC, DST).passedBy(Passage.of().next(TYPE));
  static final Protocol<Wire> PROTOCOL =
      Protocol.of(
              "wire",
              LAYOUT,
              Wire.class,
              Wire::new,
              Wire::new,
              DispatchTable.LINK_TYPE.key(LINK_TYPE))
          .titled("Made-up Wire");

  Wire() {
    super(PROTOCOL);
  }

  private Wire(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(TYPES, TYPE.get(this)).readPayload(this);
  }

  @Override
  protected void derive(Derivation d) {
    d.number(TYPE, TYPES);
  }
}
