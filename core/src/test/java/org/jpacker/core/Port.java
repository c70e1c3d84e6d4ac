package org.jpacker.core;

import org.jpacker.api.DispatchTable;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/** A made-up transport layer with ports, flags, and a number that only some headers have. */
final class Port extends Header {
  static final DispatchTable PORTS = DispatchTable.named("port.port");

  static final UIntField SRC_PORT = UIntField.at(0, 16, "port.srcport").selects(PORTS);
  static final UIntField DST_PORT = UIntField.at(16, 16, "port.dstport").selects(PORTS);
  static final UIntField FLAGS = UIntField.at(32, 8, "port.flags").hex();
  static final FlagField ACK = FlagField.at(38, "port.flags.ack");
  static final FlagField SYN = FlagField.at(39, "port.flags.syn");
  static final UIntField WINDOW = UIntField.at(40, 24, "port.window").orElse(100);
  static final ULongField SEQ = ULongField.at(64, 32, "port.seq");
  static final Layout LAYOUT =
      Layout.of(SRC_PORT, DST_PORT, FLAGS, ACK, SYN, WINDOW, SEQ)
          .endpoints(SRC_PORT, DST_PORT)
          .passedBy(Passage.of().next(DST_PORT, SRC_PORT));
  static final Protocol<Port> PROTOCOL =
      Protocol.of("port", LAYOUT, Port.class, Port::new, Port::new, Net.PROTOS.key(6))
          .titled("Made-up Port");

  Port() {
    super(PROTOCOL);
  }

  private Port(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(PORTS, DST_PORT.get(this), SRC_PORT.get(this)).readPayload(this);
  }

  Port between(int source, int destination) {
    SRC_PORT.set(this, source);
    DST_PORT.set(this, destination);
    return this;
  }
}
