package org.jpacker.api.toy;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** Eight octets: what a UDP header is. */
public final class ToyTransport extends Header {
  public static final UIntField SRC_PORT =
      UIntField.at(0, 16, "toytransport.srcport").selects(UDP_PORT);
  public static final UIntField DST_PORT =
      UIntField.at(16, 16, "toytransport.dstport").selects(UDP_PORT);
  public static final UIntField LENGTH = UIntField.at(32, 16, "toytransport.length").asDerived();
  public static final UIntField CHECKSUM =
      UIntField.at(48, 16, "toytransport.checksum").asChecksum().hex();
  public static final Layout LAYOUT =
      Layout.of(SRC_PORT, DST_PORT, LENGTH, CHECKSUM)
          .endpoints(SRC_PORT, DST_PORT)
          .limitedBy(LENGTH);
  public static final Protocol<ToyTransport> PROTOCOL =
      Protocol.of(
          "toytransport",
          LAYOUT,
          ToyTransport.class,
          ToyTransport::new,
          ToyTransport::new,
          IP_PROTOCOL.key(17));

  public ToyTransport() {
    super(PROTOCOL);
  }

  ToyTransport(Window in) throws MalformedException {
    super(PROTOCOL, in);
    limit(length());
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(UDP_PORT, dstPort(), srcPort()).readPayload(this);
  }

  public int srcPort() {
    return SRC_PORT.get(this);
  }

  public ToyTransport srcPort(int port) {
    SRC_PORT.set(this, port);
    return this;
  }

  public int dstPort() {
    return DST_PORT.get(this);
  }

  public ToyTransport dstPort(int port) {
    DST_PORT.set(this, port);
    return this;
  }

  public int length() {
    return LENGTH.get(this);
  }

  public ToyTransport length(int length) {
    LENGTH.set(this, length);
    return this;
  }

  public int checksum() {
    return CHECKSUM.get(this);
  }

  public ToyTransport checksum(int checksum) {
    CHECKSUM.set(this, checksum);
    return this;
  }

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size());
    d.optionalTransportChecksum(CHECKSUM, 17);
  }
}
