package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.LINK_TYPE;

import java.util.Map;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Frame relay with an address of two octets, <a
 * href="https://www.rfc-editor.org/rfc/rfc2427#section-3">RFC 2427</a>; or followed by an
 * EtherType, as in Cisco's variant.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |upper_dlci |c|f|second_|f|b|d|s|    control    |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class FrameRelay extends Header {
  private static final int UNNUMBERED = 3;
  private static final int NLPID_IPV4 = 0xcc;
  private static final int NLPID_IPV6 = 0x8e;

  /** Network layer protocols; those of IPv4 and IPv6 are found by their EtherTypes. */
  public static final DispatchTable NLPIDS = DispatchTable.named("fr.nlpid");

  /** Upper six bits of the connection number (DLCI). */
  public static final UIntField UPPER_DLCI = UIntField.at(0, 6, "fr.upper_dlci").hex();

  /** Command or response bit, for the layers above; frame relay itself does not use it. */
  public static final FlagField CR = FlagField.at(6, "fr.cr");

  /** Address extension bit of the first octet: 0, since another octet follows. */
  public static final UIntField EA = UIntField.at(7, 1, "fr.ea.first");

  /** Lower four bits of the connection number (DLCI). */
  public static final UIntField SECOND_DLCI = UIntField.at(8, 4, "fr.second_dlci").hex();

  /** Congestion in the direction of this frame. */
  public static final FlagField FECN = FlagField.at(12, "fr.fecn");

  /** Congestion in the opposite direction. */
  public static final FlagField BECN = FlagField.at(13, "fr.becn");

  /** The frame may be discarded first. */
  public static final FlagField DE = FlagField.at(14, "fr.de");

  /** Address extension bit of the second octet: 1 in the last one. */
  public static final UIntField EA2 = UIntField.at(15, 1, "fr.ea.second").orElse(1);

  /** The third octet: 3 for a control octet, or else the first octet of an EtherType. */
  public static final UIntField THIRD = UIntField.at(16, 8, "fr.third").hex().orElse(UNNUMBERED);

  /** Control octet; 3 for unnumbered information. */
  public static final ComputedField CONTROL =
      ComputedField.of(
              "fr.control", FrameRelay.class, fr -> THIRD.get(fr) == UNNUMBERED ? UNNUMBERED : null)
          .hex(2);

  /** Network layer protocol: 0xcc for IPv4, 0x8e for IPv6. */
  public static final UIntField NLPID =
      UIntField.at(24, 8, "fr.nlpid")
          .hex()
          .when("the third octet is 3", h -> THIRD.get(h) == UNNUMBERED)
          .valueNames(
              Map.of(
                  0x08L, "Q.933", 0x80L, "SNAP", 0x81L, "CLNP", 0x8eL, "IPv6", 0xccL, "IPv4", 0xcfL,
                  "PPP"));

  /** EtherType of the payload. */
  public static final UIntField CHDLCTYPE =
      UIntField.at(16, 16, "fr.chdlctype")
          .asDerived()
          .hex()
          .selects(ETHERTYPE)
          .when("the third octet is not 3", h -> THIRD.get(h) != UNNUMBERED);

  public static final Layout LAYOUT =
      Layout.of(
              UPPER_DLCI,
              CR,
              EA,
              SECOND_DLCI,
              FECN,
              BECN,
              DE,
              EA2,
              THIRD,
              CONTROL,
              NLPID,
              CHDLCTYPE)
          .atLeast(4)
          .looksUp(NLPIDS);

  public static final Protocol<FrameRelay> PROTOCOL =
      Protocol.of(
              "fr", LAYOUT, FrameRelay.class, FrameRelay::new, FrameRelay::new, LINK_TYPE.key(107))
          .titled("Frame Relay", "https://www.rfc-editor.org/rfc/rfc2427");

  /** A new header. */
  public FrameRelay() {
    super(PROTOCOL);
  }

  FrameRelay(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    if (THIRD.get(this) != UNNUMBERED) {
      return registry.find(ETHERTYPE, chdlctype()).readPayload(this);
    }
    return switch (nlpid()) {
      case NLPID_IPV4 -> registry.find(ETHERTYPE, 0x0800).readPayload(this);
      case NLPID_IPV6 -> registry.find(ETHERTYPE, 0x86dd).readPayload(this);
      default -> registry.find(NLPIDS, nlpid()).readPayload(this);
    };
  }

  // --- accessors: generated from the fields above ---
  // without: EA, EA2, THIRD

  /** Upper six bits of the connection number (DLCI). */
  public int upperDlci() {
    return UPPER_DLCI.get(this);
  }

  /** Sets {@code fr.upper_dlci}, 6 bits. */
  public FrameRelay upperDlci(int value) {
    UPPER_DLCI.set(this, value);
    return this;
  }

  /** Command or response bit, for the layers above; frame relay itself does not use it. */
  public boolean cr() {
    return CR.get(this);
  }

  /** Sets or clears {@code fr.cr}. */
  public FrameRelay cr(boolean value) {
    CR.set(this, value);
    return this;
  }

  /** Lower four bits of the connection number (DLCI). */
  public int secondDlci() {
    return SECOND_DLCI.get(this);
  }

  /** Sets {@code fr.second_dlci}, 4 bits. */
  public FrameRelay secondDlci(int value) {
    SECOND_DLCI.set(this, value);
    return this;
  }

  /** Congestion in the direction of this frame. */
  public boolean fecn() {
    return FECN.get(this);
  }

  /** Sets or clears {@code fr.fecn}. */
  public FrameRelay fecn(boolean value) {
    FECN.set(this, value);
    return this;
  }

  /** Congestion in the opposite direction. */
  public boolean becn() {
    return BECN.get(this);
  }

  /** Sets or clears {@code fr.becn}. */
  public FrameRelay becn(boolean value) {
    BECN.set(this, value);
    return this;
  }

  /** The frame may be discarded first. */
  public boolean de() {
    return DE.get(this);
  }

  /** Sets or clears {@code fr.de}. */
  public FrameRelay de(boolean value) {
    DE.set(this, value);
    return this;
  }

  /** Network layer protocol: 0xcc for IPv4, 0x8e for IPv6. */
  public int nlpid() {
    return NLPID.get(this);
  }

  /** Sets {@code fr.nlpid}, 8 bits. */
  public FrameRelay nlpid(int value) {
    NLPID.set(this, value);
    return this;
  }

  /** EtherType of the payload. */
  public int chdlctype() {
    return CHDLCTYPE.get(this);
  }

  /** Sets {@code fr.chdlctype}, 16 bits, and pins it. */
  public FrameRelay chdlctype(int value) {
    CHDLCTYPE.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The number of the connection, 10 bits. */
  public int dlci() {
    return upperDlci() << 4 | secondDlci();
  }

  /** Sets the connection number (DLCI), 10 bits. */
  public FrameRelay dlci(int number) {
    return upperDlci(number >>> 4).secondDlci(number & 0xf);
  }

  @Override
  protected void derive(Derivation d) {
    d.number(CHDLCTYPE, ETHERTYPE);
  }
}
