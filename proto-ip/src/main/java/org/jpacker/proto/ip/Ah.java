package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Arrays;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * IP Authentication Header, <a href="https://www.rfc-editor.org/rfc/rfc4302#section-2">RFC
 * 4302</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  next_header  |    length     |           reserved            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                              spi                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                           sequence                            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | icv ...
 * </pre>
 *
 * <p>The protected payload follows unencrypted.
 */
public final class Ah extends Header {

  /** IP protocol number of the payload. */
  public static final UIntField NEXT_HEADER =
      UIntField.at(0, 8, "ah.next_header")
          .orElse(Ipv6.NO_NEXT_HEADER)
          .asDerived()
          .selects(IP_PROTOCOL);

  /** Length of the header in units of four octets, minus two. */
  public static final UIntField LEN = UIntField.at(8, 8, "ah.length").asDerived().orElse(1);

  /** Reserved octets. */
  public static final BytesField RESERVED = BytesField.at(16, 2, "ah.reserved");

  /** Security parameters index, which selects the security association. */
  public static final ULongField SPI = ULongField.at(32, 32, "ah.spi").hex();

  /** Sequence number of the packet in its security association. */
  public static final ULongField SEQUENCE = ULongField.at(64, 32, "ah.sequence");

  /** Integrity check value. */
  public static final BytesField ICV = BytesField.rest(96, "ah.icv");

  public static final Layout LAYOUT = Layout.of(NEXT_HEADER, LEN, RESERVED, SPI, SEQUENCE, ICV);

  public static final Protocol<Ah> PROTOCOL =
      Protocol.of("ah", LAYOUT, Ah.class, Ah::new, Ah::new, IP_PROTOCOL.key(51))
          .titled("IP Authentication Header", "https://www.rfc-editor.org/rfc/rfc4302");

  /** A new header with an integrity check value of 12 zero octets. */
  public Ah() {
    super(PROTOCOL);
    icv(new byte[12]);
  }

  Ah(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize((LEN.get(this) + 2) * 4);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(IP_PROTOCOL, nextHeader()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: LEN

  /** IP protocol number of the payload. */
  public int nextHeader() {
    return NEXT_HEADER.get(this);
  }

  /** Sets {@code ah.next_header}, 8 bits, and pins it. */
  public Ah nextHeader(int value) {
    NEXT_HEADER.set(this, value);
    return this;
  }

  /** Security parameters index, which selects the security association. */
  public long spi() {
    return SPI.get(this);
  }

  /** Sets {@code ah.spi}, 32 bits. */
  public Ah spi(long value) {
    SPI.set(this, value);
    return this;
  }

  /** Sequence number of the packet in its security association. */
  public long sequence() {
    return SEQUENCE.get(this);
  }

  /** Sets {@code ah.sequence}, 32 bits. */
  public Ah sequence(long value) {
    SEQUENCE.set(this, value);
    return this;
  }

  /** Integrity check value. */
  public byte[] icv() {
    return ICV.get(this);
  }

  // --- end of accessors ---

  /** Sets the integrity check value, padded with zeros to whole words. */
  public Ah icv(byte[] octets) {
    ICV.set(this, Arrays.copyOf(octets, octets.length + 3 & ~3));
    return this;
  }

  @Override
  protected void derive(Derivation d) {
    d.number(NEXT_HEADER, IP_PROTOCOL);
    d.length(LEN, headerSize() / 4 - 2);
  }
}
