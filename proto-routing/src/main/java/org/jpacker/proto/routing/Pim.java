package org.jpacker.proto.routing;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Map;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.InternetChecksum;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.PseudoHeader;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Protocol Independent Multicast, the header of version 2, <a
 * href="https://www.rfc-editor.org/rfc/rfc7761#section-4.9">RFC 7761</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |version| type  |   res_bytes   |             cksum             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The message itself is the payload and is unclaimed. The checksum of a register message covers
 * only eight octets; over IPv6 it includes the pseudo header.
 */
public final class Pim extends Header {
  private static final int NUMBER = 103;
  private static final int REGISTER = 1;

  /** Version: 2. */
  public static final UIntField VERSION = UIntField.at(0, 4, "pim.version").orElse(2);

  /** Kind of message: 0 hello, 1 register, 3 join/prune. */
  public static final UIntField TYPE =
      UIntField.at(4, 4, "pim.type")
          .valueNames(
              Map.of(
                  0L,
                  "hello",
                  1L,
                  "register",
                  2L,
                  "register stop",
                  3L,
                  "join/prune",
                  4L,
                  "bootstrap",
                  5L,
                  "assert",
                  6L,
                  "graft",
                  7L,
                  "graft acknowledgment",
                  8L,
                  "candidate RP advertisement"));

  /** Reserved octet. */
  public static final BytesField RESERVED = BytesField.at(8, 1, "pim.res_bytes");

  /** Checksum of the message. */
  public static final UIntField CKSUM = UIntField.at(16, 16, "pim.cksum").asChecksum().hex();

  public static final Layout LAYOUT = Layout.of(VERSION, TYPE, RESERVED, CKSUM);

  public static final Protocol<Pim> PROTOCOL =
      Protocol.of("pim", LAYOUT, Pim.class, Pim::new, Pim::new, IP_PROTOCOL.key(NUMBER))
          .titled("Protocol Independent Multicast", "https://www.rfc-editor.org/rfc/rfc7761");

  /** A new header. */
  public Pim() {
    super(PROTOCOL);
  }

  Pim(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  // --- accessors: generated from the fields above ---
  // without: CKSUM

  /** Version: 2. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code pim.version}, 4 bits. */
  public Pim version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Kind of message: 0 hello, 1 register, 3 join/prune. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code pim.type}, 4 bits. */
  public Pim type(int value) {
    TYPE.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** Checksum of the message; that of a Register covers its first eight octets. */
  public int checksum() {
    return CKSUM.get(this);
  }

  /** Sets the checksum, 16 bits, and pins it. */
  public Pim checksum(int checksum) {
    CKSUM.set(this, checksum);
    return this;
  }

  private int sumOfRegister() {
    byte[] octets = toBytes();
    octets[2] = 0;
    octets[3] = 0;
    return new InternetChecksum().add(octets, 0, Math.min(8, octets.length)).value();
  }

  private boolean isOverIpv6() {
    PseudoHeader ip = PseudoHeader.of(this);
    return ip != null && ip.addressSize() == 16;
  }

  @Override
  protected void derive(Derivation d) {
    if (type() == REGISTER) {
      d.checksum(CKSUM, this::sumOfRegister);
    } else if (isOverIpv6()) {
      d.transportChecksum(CKSUM, NUMBER);
    } else {
      d.messageChecksum(CKSUM);
    }
  }
}
