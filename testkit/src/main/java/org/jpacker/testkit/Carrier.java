package org.jpacker.testkit;

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
import org.jpacker.api.Window;

/** Carries the header under test and shows which of its changes reach a carrier. */
final class Carrier extends Header {
  private static final DispatchTable TABLE = DispatchTable.named("testkit.carried");

  /** The dispatch key assigned to the protocol under test. */
  static final DispatchKey KEY = TABLE.key(1);

  /** A link type for private use. */
  static final int LINK_TYPE = 147;

  static final UIntField NUMBER = UIntField.at(0, 16, "testkit.number").orElse(1).selects(TABLE);
  static final UIntField LENGTH = UIntField.at(16, 16, "testkit.length").asDerived();
  static final UIntField CHECKSUM = UIntField.at(32, 16, "testkit.checksum").asChecksum();
  static final Protocol<Carrier> PROTOCOL =
      Protocol.of(
          "testkit",
          Layout.of(NUMBER, LENGTH, CHECKSUM),
          Carrier.class,
          Carrier::new,
          Carrier::new,
          DispatchTable.LINK_TYPE.key(LINK_TYPE));

  Carrier() {
    super(PROTOCOL);
  }

  private Carrier(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(TABLE, NUMBER.get(this)).readPayload(this);
  }

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size());
    d.messageChecksum(CHECKSUM);
  }
}
