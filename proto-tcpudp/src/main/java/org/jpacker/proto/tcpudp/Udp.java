package org.jpacker.proto.tcpudp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * User Datagram Protocol, <a href="https://www.rfc-editor.org/rfc/rfc768">RFC 768</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            srcport            |            dstport            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            length             |           checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>A length of zero means a jumbogram (<a
 * href="https://www.rfc-editor.org/rfc/rfc2675#section-4">RFC 2675, section 4</a>): the layer then
 * ends with the payload of its carrier.
 */
public final class Udp extends Header {
  /** Port of the sender. */
  public static final UIntField SRC_PORT = UIntField.at(0, 16, "udp.srcport").selects(UDP_PORT);

  /** Port of the receiver. */
  public static final UIntField DST_PORT = UIntField.at(16, 16, "udp.dstport").selects(UDP_PORT);

  /** Octets of header and data. */
  public static final UIntField LENGTH = UIntField.at(32, 16, "udp.length").asDerived();

  /** Checksum of pseudo header, header and data; 0 if the sender computed none. */
  public static final UIntField CHECKSUM = UIntField.at(48, 16, "udp.checksum").asChecksum().hex();

  public static final Layout LAYOUT =
      Layout.of(SRC_PORT, DST_PORT, LENGTH, CHECKSUM)
          .endpoints(SRC_PORT, DST_PORT)
          .limitedBy(LENGTH)
          .passedBy(Passage.of().limit(LENGTH).next(DST_PORT, SRC_PORT));

  public static final Protocol<Udp> PROTOCOL =
      Protocol.of("udp", LAYOUT, Udp.class, Udp::new, Udp::new, IP_PROTOCOL.key(17))
          .titled("User Datagram Protocol", "https://www.rfc-editor.org/rfc/rfc768");

  /** A new header. */
  public Udp() {
    super(PROTOCOL);
  }

  Udp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    int length = length();
    if (length != 0) {
      limit(length);
    }
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(UDP_PORT, dstPort(), srcPort()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** Port of the sender. */
  public int srcPort() {
    return SRC_PORT.get(this);
  }

  /** Sets {@code udp.srcport}, 16 bits. */
  public Udp srcPort(int value) {
    SRC_PORT.set(this, value);
    return this;
  }

  /** Port of the receiver. */
  public int dstPort() {
    return DST_PORT.get(this);
  }

  /** Sets {@code udp.dstport}, 16 bits. */
  public Udp dstPort(int value) {
    DST_PORT.set(this, value);
    return this;
  }

  /** Octets of header and data. */
  public int length() {
    return LENGTH.get(this);
  }

  /** Sets {@code udp.length}, 16 bits, and pins it. */
  public Udp length(int value) {
    LENGTH.set(this, value);
    return this;
  }

  /** Checksum of pseudo header, header and data; 0 if the sender computed none. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code udp.checksum}, 16 bits, and pins it. */
  public Udp checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size());
    d.optionalTransportChecksum(CHECKSUM, 17);
  }
}
