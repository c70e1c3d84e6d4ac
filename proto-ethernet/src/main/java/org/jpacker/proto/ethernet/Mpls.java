package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.PPP_PROTOCOL;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Reader;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * An entry of the label stack of MPLS, <a
 * href="https://www.rfc-editor.org/rfc/rfc3032#section-2.1">RFC 3032</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                 label                 | exp |b|      ttl      |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>After the last entry, no field indicates the payload. A program that knows the meaning of a
 * label registers it in the table {@code mpls.label}, as in {@code
 * registry.with(Mpls.LABELS.key(16), Ethernet.PROTOCOL)}. Otherwise, as in routers, the first four
 * bits indicate the IP version, <a href="https://www.rfc-editor.org/rfc/rfc4928">RFC 4928</a>. Four
 * zero bits begin the control word of a pseudowire, or an Ethernet address without a control word.
 * The octets are read as Ethernet if they have a known type, or a fitting length, in the place
 * where Ethernet has it. A few octets are read as a control word if they have the length that it
 * states. Other octets are data.
 */
public final class Mpls extends Header {
  /** Protocols by the last label of a stack; empty until a program registers one. */
  public static final DispatchTable LABELS = DispatchTable.named("mpls.label");

  private static final int ENTRY = 0x8847;
  private static final int IPV4 = 0x0800;
  private static final int IPV6 = 0x86dd;
  private static final int BRIDGED = 0x6558;
  private static final int FRAME = 14;
  private static final int LEAST_TYPE = 0x600;

  /** Label; 0 to 15 have reserved meanings. */
  public static final UIntField LABEL =
      UIntField.at(0, 20, "mpls.label")
          .selects(LABELS)
          .valueNames(
              Map.of(
                  0L,
                  "IPv4 explicit null",
                  1L,
                  "router alert",
                  2L,
                  "IPv6 explicit null",
                  3L,
                  "implicit null",
                  7L,
                  "entropy label indicator",
                  13L,
                  "GAL",
                  14L,
                  "OAM alert",
                  15L,
                  "extension"));

  /** Traffic class. */
  public static final UIntField EXP = UIntField.at(20, 3, "mpls.exp");

  /** 1 in the last entry of the stack. */
  public static final UIntField BOTTOM = UIntField.at(23, 1, "mpls.bottom").asDerived().orElse(1);

  /** Time to live, in hops. */
  public static final UIntField TTL = UIntField.at(24, 8, "mpls.ttl").orElse(64);

  public static final Layout LAYOUT = Layout.of(LABEL, EXP, BOTTOM, TTL);

  public static final Protocol<Mpls> PROTOCOL =
      Protocol.of(
              "mpls",
              LAYOUT,
              Mpls.class,
              Mpls::new,
              Mpls::new,
              ETHERTYPE.key(0x8847),
              ETHERTYPE.key(0x8848),
              IP_PROTOCOL.key(137),
              UDP_PORT.key(6635),
              PPP_PROTOCOL.key(0x281))
          .titled(
              "MultiProtocol Label Switching",
              "https://www.rfc-editor.org/rfc/rfc3032",
              "https://www.rfc-editor.org/rfc/rfc4385",
              "https://www.rfc-editor.org/rfc/rfc5462",
              "https://www.rfc-editor.org/rfc/rfc7510")
          .byDestination();

  /** A new header. */
  public Mpls() {
    super(PROTOCOL);
  }

  Mpls(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    if (bottom() == 0) {
      return registry.find(ETHERTYPE, ENTRY).readPayload(this);
    }
    Reader chosen = registry.find(LABELS, label());
    if (chosen != Reader.NOBODY) {
      return chosen.readPayload(this);
    }
    return switch (window().size() == 0 ? -1 : window().u8(0) >>> 4) {
      case 0 -> pseudowire(window(), registry);
      case 4 -> registry.find(ETHERTYPE, IPV4).readPayload(this);
      case 6 -> registry.find(ETHERTYPE, IPV6).readPayload(this);
      default -> window().raw();
    };
  }

  /** RFC 4448, section 4.6: the first 16 bits of the Ethernet control word are zero. */
  private Layer pseudowire(Window in, ProtocolRegistry registry) throws MalformedException {
    int word = EthernetControlWord.LAYOUT.size();
    boolean isPlain = isFrame(in, 0, registry);
    boolean isBehindWord = isFrame(in, word, registry);
    boolean isZero = in.size() >= word + FRAME && in.u16(0) == 0;
    if (isBehindWord && !isPlain || isZero && (isBehindWord || !isPlain)) {
      return new EthernetControlWord(in);
    }
    if (isPlain) {
      return registry.find(ETHERTYPE, BRIDGED).readPayload(this);
    }
    return ControlWord.isIn(in) ? new ControlWord(in) : in.raw();
  }

  private static boolean isFrame(Window in, int at, ProtocolRegistry registry)
      throws MalformedException {
    if (in.size() < at + FRAME) {
      return false;
    }
    int number = in.u16(at + FRAME - 2);
    return number < LEAST_TYPE
        ? number > 0 && number <= in.size() - at - FRAME
        : registry.find(ETHERTYPE, number) != Reader.NOBODY;
  }

  // --- accessors: generated from the fields above ---

  /** Label; 0 to 15 have reserved meanings. */
  public int label() {
    return LABEL.get(this);
  }

  /** Sets {@code mpls.label}, 20 bits. */
  public Mpls label(int value) {
    LABEL.set(this, value);
    return this;
  }

  /** Traffic class. */
  public int exp() {
    return EXP.get(this);
  }

  /** Sets {@code mpls.exp}, 3 bits. */
  public Mpls exp(int value) {
    EXP.set(this, value);
    return this;
  }

  /** 1 in the last entry of the stack. */
  public int bottom() {
    return BOTTOM.get(this);
  }

  /** Sets {@code mpls.bottom}, 1 bit, and pins it. */
  public Mpls bottom(int value) {
    BOTTOM.set(this, value);
    return this;
  }

  /** Time to live, in hops. */
  public int ttl() {
    return TTL.get(this);
  }

  /** Sets {@code mpls.ttl}, 8 bits. */
  public Mpls ttl(int value) {
    TTL.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(BOTTOM, payload() instanceof Mpls ? 0 : 1);
  }
}
