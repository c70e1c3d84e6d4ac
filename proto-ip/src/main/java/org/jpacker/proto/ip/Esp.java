package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Encapsulating Security Payload, <a href="https://www.rfc-editor.org/rfc/rfc4303#section-2">RFC
 * 4303</a>: its unencrypted part.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                              spi                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                           sequence                            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The payload holds the encrypted data and trailer and is unclaimed.
 */
public final class Esp extends Header {

  /** Security parameters index, which selects the security association. */
  public static final ULongField SPI = ULongField.at(0, 32, "esp.spi").hex();

  /** Sequence number of the packet in its security association. */
  public static final ULongField SEQUENCE = ULongField.at(32, 32, "esp.sequence");

  public static final Layout LAYOUT = Layout.of(SPI, SEQUENCE);

  public static final Protocol<Esp> PROTOCOL =
      Protocol.of("esp", LAYOUT, Esp.class, Esp::new, Esp::new, IP_PROTOCOL.key(50))
          .titled("Encapsulating Security Payload", "https://www.rfc-editor.org/rfc/rfc4303");

  /** A new header. */
  public Esp() {
    super(PROTOCOL);
  }

  Esp(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  // --- accessors: generated from the fields above ---

  /** Security parameters index, which selects the security association. */
  public long spi() {
    return SPI.get(this);
  }

  /** Sets {@code esp.spi}, 32 bits. */
  public Esp spi(long value) {
    SPI.set(this, value);
    return this;
  }

  /** Sequence number of the packet in its security association. */
  public long sequence() {
    return SEQUENCE.get(this);
  }

  /** Sets {@code esp.sequence}, 32 bits. */
  public Esp sequence(long value) {
    SEQUENCE.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
