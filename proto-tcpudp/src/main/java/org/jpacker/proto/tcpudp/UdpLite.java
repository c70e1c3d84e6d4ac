package org.jpacker.proto.tcpudp;

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

/**
 * Lightweight User Datagram Protocol, <a
 * href="https://www.rfc-editor.org/rfc/rfc3828#section-3.1">RFC 3828</a>: UDP with partial checksum
 * coverage.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            srcport            |            dstport            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |       checksum_coverage       |           checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The fields have the names of UDP.
 */
public final class UdpLite extends Header {
  private static final int NUMBER = 136;

  /** Port of the sender. */
  public static final UIntField SRC_PORT = UIntField.at(0, 16, "udp.srcport").selects(UDP_PORT);

  /** Port of the receiver. */
  public static final UIntField DST_PORT = UIntField.at(16, 16, "udp.dstport").selects(UDP_PORT);

  /** Octets of header and data that the checksum covers; 0 for all, else at least 8. */
  public static final UIntField COVERAGE = UIntField.at(32, 16, "udp.checksum_coverage");

  /** Checksum of pseudo header, header and the covered data. */
  public static final UIntField CHECKSUM = UIntField.at(48, 16, "udp.checksum").asChecksum().hex();

  public static final Layout LAYOUT =
      Layout.of(SRC_PORT, DST_PORT, COVERAGE, CHECKSUM).endpoints(SRC_PORT, DST_PORT);

  public static final Protocol<UdpLite> PROTOCOL =
      Protocol.of(
              "udplite", LAYOUT, UdpLite.class, UdpLite::new, UdpLite::new, IP_PROTOCOL.key(NUMBER))
          .titled("Lightweight User Datagram Protocol", "https://www.rfc-editor.org/rfc/rfc3828");

  /** A new header. */
  public UdpLite() {
    super(PROTOCOL);
  }

  UdpLite(Window in) throws MalformedException {
    super(PROTOCOL, in);
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
  public UdpLite srcPort(int value) {
    SRC_PORT.set(this, value);
    return this;
  }

  /** Port of the receiver. */
  public int dstPort() {
    return DST_PORT.get(this);
  }

  /** Sets {@code udp.dstport}, 16 bits. */
  public UdpLite dstPort(int value) {
    DST_PORT.set(this, value);
    return this;
  }

  /** Octets of header and data that the checksum covers; 0 for all, else at least 8. */
  public int coverage() {
    return COVERAGE.get(this);
  }

  /** Sets {@code udp.checksum_coverage}, 16 bits. */
  public UdpLite coverage(int value) {
    COVERAGE.set(this, value);
    return this;
  }

  /** Checksum of pseudo header, header and the covered data. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code udp.checksum}, 16 bits, and pins it. */
  public UdpLite checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    // RFC 3828, section 3.1: the header is covered, whatever the coverage says
    int covered = coverage() == 0 ? Integer.MAX_VALUE : Math.max(coverage(), headerSize());
    d.transportChecksum(CHECKSUM, NUMBER, covered);
  }
}
