package org.jpacker.core;

import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.Link;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** A made-up layer with a checksum, and a derivation that fails where its kind is 255. */
final class Sealed extends Header {
  static final UIntField KIND = UIntField.at(0, 16, "sealed.kind");
  static final UIntField CHECKSUM = UIntField.at(16, 16, "sealed.checksum").asChecksum().hex();
  static final Layout LAYOUT = Layout.of(KIND, CHECKSUM);
  static final Protocol<Sealed> PROTOCOL =
      Protocol.of("sealed", LAYOUT, Sealed.class, Sealed::new, Sealed::new, Net.PROTOS.key(99))
          .titled("Made-up Seal");

  Sealed() {
    super(PROTOCOL);
  }

  private Sealed(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  /** A packet of this layer alone, with this checksum and the payload 0102. */
  static Packet packet(int kind, int checksum) {
    byte[] octets = {
      (byte) (kind >> 8), (byte) kind, (byte) (checksum >> 8), (byte) checksum, 1, 2
    };
    ProtocolRegistry registry = Samples.REGISTRY.with(DispatchTable.LINK_TYPE.key(147), PROTOCOL);
    return new Packet(octets, 0, 6, 6, Packet.NO_TIME, Link.of(147, 0, registry));
  }

  @Override
  protected void derive(Derivation d) {
    if (KIND.get(this) == 255) {
      throw new IllegalStateException("a fault of the protocol");
    }
    d.messageChecksum(CHECKSUM);
  }
}
