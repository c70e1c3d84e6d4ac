package org.jpacker.proto.ethernet;

import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * The preferred control word of pseudowires over MPLS, <a
 * href="https://www.rfc-editor.org/rfc/rfc4385#section-3">RFC 4385, section 3</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | zero  |   flags   |  length   |        sequence_number        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>Data follow: only the label determines what the pseudowire carries. The control word of
 * Ethernet is {@link EthernetControlWord}.
 */
public final class ControlWord extends Header {

  /** Ethernet pads fewer octets of control word and data, so the length must be given. */
  private static final int PADDED = 46;

  /** From this number of octets on, the length is 0. */
  private static final int LONG = 64;

  /** 0, which differs from any IP version, so routers do not take the packet for IP. */
  public static final UIntField ZERO = UIntField.at(0, 4, "pwmcw.zero");

  /** Four flags defined by the kind of payload, and two fragmentation bits. */
  public static final UIntField FLAGS = UIntField.at(4, 6, "pwmcw.flags").hex();

  /** Octets of control word and data if they are fewer than 64, else 0. */
  public static final UIntField LENGTH = UIntField.at(10, 6, "pwmcw.length").asDerived();

  /** Number of the packet; 0 if the order of packets does not matter. */
  public static final UIntField SEQUENCE_NUMBER = UIntField.at(16, 16, "pwmcw.sequence_number");

  public static final Layout LAYOUT =
      Layout.of(ZERO, FLAGS, LENGTH, SEQUENCE_NUMBER).limitedBy(LENGTH);

  public static final Protocol<ControlWord> PROTOCOL =
      Protocol.of("pwmcw", LAYOUT, ControlWord.class, ControlWord::new, ControlWord::new)
          .titled("Pseudowire Control Word", "https://www.rfc-editor.org/rfc/rfc4385#section-3");

  /** A new control word without a sequence number. */
  public ControlWord() {
    super(PROTOCOL);
  }

  ControlWord(Window in) throws MalformedException {
    super(PROTOCOL, in);
    check(in, PROTOCOL.name());
    int length = length();
    if (length != 0) {
      limit(length);
    }
  }

  /** Whether these octets, which begin with four zero bits, have the required length. */
  static boolean isIn(Window in) throws MalformedException {
    int length = in.size() < LAYOUT.size() ? 0 : in.u8(1) & 0x3f;
    return in.size() <= PADDED && length >= LAYOUT.size() && length <= in.size();
  }

  /** RFC 4385, sections 2 and 5: other first bits indicate IP or an associated channel. */
  static void check(Window in, String protocol) throws MalformedException {
    int first = in.u8(0) >>> 4;
    if (first != 0) {
      throw in.refusal(protocol, "first four bits " + first + " instead of 0");
    }
  }

  // --- accessors: generated from the fields above ---
  // without: ZERO

  /** Four flags defined by the kind of payload, and two fragmentation bits. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code pwmcw.flags}, 6 bits. */
  public ControlWord flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** Octets of control word and data if they are fewer than 64, else 0. */
  public int length() {
    return LENGTH.get(this);
  }

  /** Sets {@code pwmcw.length}, 6 bits, and pins it. */
  public ControlWord length(int value) {
    LENGTH.set(this, value);
    return this;
  }

  /** Number of the packet; 0 if the order of packets does not matter. */
  public int sequenceNumber() {
    return SEQUENCE_NUMBER.get(this);
  }

  /** Sets {@code pwmcw.sequence_number}, 16 bits. */
  public ControlWord sequenceNumber(int value) {
    SEQUENCE_NUMBER.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    // RFC 4385, section 3: from 46 octets to 63 the length may be given or not
    int octets = size();
    boolean isGiven = octets < PADDED || octets < LONG && length() != 0;
    d.length(LENGTH, isGiven ? octets : 0);
  }
}
