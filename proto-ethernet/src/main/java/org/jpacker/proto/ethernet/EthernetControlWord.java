package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Control word of a pseudowire that carries Ethernet, <a
 * href="https://www.rfc-editor.org/rfc/rfc4448#section-4.6">RFC 4448, section 4.6</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | zero  |       reserved        |        sequence_number        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>An Ethernet frame follows, without preamble and frame check sequence.
 */
public final class EthernetControlWord extends Header {
  private static final int BRIDGED = 0x6558;

  /** 0, which differs from any IP version, so routers do not take the packet for IP. */
  public static final UIntField ZERO = UIntField.at(0, 4, "pweth.cw.zero");

  /** Reserved bits. */
  public static final UIntField RESERVED = UIntField.at(4, 12, "pweth.cw.reserved").hex();

  /** Number of the frame; 0 if the order of frames does not matter. */
  public static final UIntField SEQUENCE_NUMBER = UIntField.at(16, 16, "pweth.cw.sequence_number");

  public static final Layout LAYOUT = Layout.of(ZERO, RESERVED, SEQUENCE_NUMBER);

  public static final Protocol<EthernetControlWord> PROTOCOL =
      Protocol.of(
              "pwethcw",
              LAYOUT,
              EthernetControlWord.class,
              EthernetControlWord::new,
              EthernetControlWord::new)
          .titled(
              "Pseudowire Control Word of Ethernet",
              "https://www.rfc-editor.org/rfc/rfc4448#section-4.6",
              "https://www.rfc-editor.org/rfc/rfc4385");

  /** A new control word without a sequence number. */
  public EthernetControlWord() {
    super(PROTOCOL);
  }

  EthernetControlWord(Window in) throws MalformedException {
    super(PROTOCOL, in);
    ControlWord.check(in, PROTOCOL.name());
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(ETHERTYPE, BRIDGED).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: ZERO

  /** Number of the frame; 0 if the order of frames does not matter. */
  public int sequenceNumber() {
    return SEQUENCE_NUMBER.get(this);
  }

  /** Sets {@code pweth.cw.sequence_number}, 16 bits. */
  public EthernetControlWord sequenceNumber(int value) {
    SEQUENCE_NUMBER.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
