package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;

/**
 * IEEE 802.2 Logical Link Control, with the Subnetwork Access Protocol (SNAP) of <a
 * href="https://www.rfc-editor.org/rfc/rfc1042">RFC 1042</a> after it if both access points are
 * 0xaa.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     dsap      |     ssap      |    control    |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>Unnumbered frames have one control octet, others two. Under SNAP, organisation 0 means that an
 * EtherType follows.
 */
public final class Llc extends Header {
  private static final int SNAP = 0xaa;
  private static final int UNNUMBERED = 3;
  private static final int BRIDGED = 0xf8;

  /** Service access points. */
  public static final DispatchTable SAPS = DispatchTable.named("llc.dsap");

  /** Numbers of organisations under SNAP: the organisation, then 16 bits for its own number. */
  public static final DispatchTable ORGANISATIONS = DispatchTable.named("llc.oui");

  /** Destination service access point. */
  public static final UIntField DSAP =
      UIntField.at(0, 8, "llc.dsap")
          .asDerived()
          .hex()
          .orElse(SNAP)
          .selects(SAPS)
          .valueNames(ValueNames.read(() -> Llc.class.getResourceAsStream("llc.dsap.tsv")));

  /** Source service access point; the lowest bit marks a response. */
  public static final UIntField SSAP =
      UIntField.at(8, 8, "llc.ssap")
          .asDerived()
          .hex()
          .orElse(SNAP)
          .selects(SAPS)
          .valueNames(DSAP.valueNames());

  /** First control octet: kind of frame, and its number or command. */
  public static final UIntField CONTROL =
      UIntField.at(16, 8, "llc.control").hex().orElse(UNNUMBERED);

  /** Second control octet of numbered frames. */
  public static final UIntField CONTROL2 =
      UIntField.at(24, 8, "llc.control.second")
          .hex()
          .when("the frame is numbered", h -> controlSize(h) == 2);

  /** Sequence number of this frame. */
  public static final UIntField NS =
      UIntField.at(16, 7, "llc.control.n_s").when("it carries information", Llc::isInformation);

  /** Supervisory function: 0 receiver ready, 1 receiver not ready, 2 reject. */
  public static final UIntField SUPERVISORY =
      UIntField.at(20, 2, "llc.control.s_ftype")
          .when("it supervises", h -> (CONTROL.get(h) & 3) == 1);

  /** Sequence number of the next expected frame. */
  public static final UIntField NR =
      UIntField.at(24, 7, "llc.control.n_r")
          .when("the frame is numbered", h -> controlSize(h) == 2);

  /** Organisation that defines the protocol; 0 for EtherTypes. */
  public static final UIntField OUI =
      UIntField.at(24, 24, "llc.oui")
          .when("SNAP follows", Llc::isSnap)
          .valueNames(
              Map.of(
                  0L,
                  "EtherType follows",
                  0x0000f8L,
                  "Cisco, bridged",
                  0x00000cL,
                  "Cisco",
                  0x0080c2L,
                  "IEEE 802.1",
                  0x080007L,
                  "Apple"));

  /** EtherType of the payload, if SNAP follows and its organisation uses EtherTypes; else 0. */
  public static final UIntField TYPE =
      UIntField.at(48, 16, "llc.type")
          .asDerived()
          .hex()
          .selects(ETHERTYPE)
          .when("SNAP follows with an EtherType", h -> hasType(h));

  /** Protocol number under SNAP, defined by the organisation; 0 if there is none. */
  public static final UIntField PID =
      UIntField.at(48, 16, "llc.pid")
          .hex()
          .when("SNAP follows with a number of the organisation", h -> isSnap(h) && !hasType(h));

  public static final Layout LAYOUT =
      Layout.of(DSAP, SSAP, CONTROL, CONTROL2, NS, SUPERVISORY, NR, OUI, TYPE, PID)
          .looksUp(ORGANISATIONS);

  public static final Protocol<Llc> PROTOCOL =
      Protocol.of("llc", LAYOUT, Llc.class, Llc::new, Llc::new, TypeOrLength.FRAME_WITH_LENGTH)
          .titled(
              "Logical Link Control",
              "https://standards.ieee.org/ieee/802.2/1048/",
              "https://www.rfc-editor.org/rfc/rfc1042");

  /**
   * A new header with SNAP, whose EtherType is derived from the payload. {@link #between} makes one
   * for protocols with an access point of their own, such as spanning tree.
   */
  public Llc() {
    super(PROTOCOL);
    replaceHeader(new byte[] {(byte) SNAP, (byte) SNAP, UNNUMBERED, 0, 0, 0, 0, 0});
  }

  Llc(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(isSnap(this) ? 8 : 2 + controlSize(this));
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    if (hasType(this)) {
      return registry.find(ETHERTYPE, type()).readPayload(this);
    }
    if (isSnap(this)) {
      return registry.find(ORGANISATIONS, (long) oui() << 16 | pid()).readPayload(this);
    }
    return registry.find(SAPS, dsap()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: CONTROL2, NS, SUPERVISORY, NR

  /** Destination service access point. */
  public int dsap() {
    return DSAP.get(this);
  }

  /** Sets {@code llc.dsap}, 8 bits, and pins it. */
  public Llc dsap(int value) {
    DSAP.set(this, value);
    return this;
  }

  /** Source service access point; the lowest bit marks a response. */
  public int ssap() {
    return SSAP.get(this);
  }

  /** Sets {@code llc.ssap}, 8 bits, and pins it. */
  public Llc ssap(int value) {
    SSAP.set(this, value);
    return this;
  }

  /** First control octet: kind of frame, and its number or command. */
  public int control() {
    return CONTROL.get(this);
  }

  /** Sets {@code llc.control}, 8 bits. */
  public Llc control(int value) {
    CONTROL.set(this, value);
    return this;
  }

  /** Organisation that defines the protocol; 0 for EtherTypes. */
  public int oui() {
    return OUI.get(this);
  }

  /** Sets {@code llc.oui}, 24 bits. */
  public Llc oui(int value) {
    OUI.set(this, value);
    return this;
  }

  /** EtherType of the payload, if SNAP follows and its organisation uses EtherTypes; else 0. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code llc.type}, 16 bits, and pins it. */
  public Llc type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Protocol number under SNAP, defined by the organisation; 0 if there is none. */
  public int pid() {
    return PID.get(this);
  }

  /** Sets {@code llc.pid}, 16 bits. */
  public Llc pid(int value) {
    PID.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** A new header of an unnumbered frame between two access points, without SNAP. */
  public static Llc between(int dsap, int ssap) {
    Llc llc = new Llc();
    llc.replaceHeader(new byte[] {(byte) dsap, (byte) ssap, UNNUMBERED});
    return llc;
  }

  private static int controlSize(Header header) {
    return (CONTROL.get(header) & 3) == 3 ? 1 : 2;
  }

  private static boolean isInformation(Header header) {
    return (CONTROL.get(header) & 1) == 0;
  }

  private static boolean isSnap(Header h) {
    return DSAP.get(h) == SNAP && SSAP.get(h) == SNAP && CONTROL.get(h) == UNNUMBERED;
  }

  private static boolean hasType(Header h) {
    return isSnap(h) && (OUI.get(h) == 0 || OUI.get(h) == BRIDGED);
  }

  @Override
  protected void derive(Derivation d) {
    if (hasType(this)) {
      d.number(TYPE, ETHERTYPE, SAPS, "Llc.between(%1$s, %1$s)");
    } else if (!isSnap(this)) {
      d.number(DSAP, SAPS, ETHERTYPE, "new Llc()");
      d.number(SSAP, SAPS, ETHERTYPE, "new Llc()");
    }
  }
}
