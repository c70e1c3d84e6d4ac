package org.jpacker.proto.tunnel;

import static org.jpacker.api.DispatchTable.LINK_TYPE;
import static org.jpacker.api.DispatchTable.UDP_PORT;

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
 * Virtual eXtensible Local Area Network, <a
 * href="https://www.rfc-editor.org/rfc/rfc7348#section-5">RFC 7348</a>, with the group policy
 * extension, which is a draft.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             flags             |              gbp              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                      vni                      |   reserved8   |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Vxlan extends Header {
  private static final int ETHERNET = 1;

  /** All sixteen flag bits. */
  public static final UIntField FLAGS = UIntField.at(0, 16, "vxlan.flags").hex().orElse(0x0800);

  /** The group policy is valid. */
  public static final FlagField FLAG_G = FlagField.at(0, "vxlan.flag_g");

  /** The network identifier is valid; senders set it in every packet. */
  public static final FlagField FLAG_I = FlagField.at(4, "vxlan.flag_i");

  /** The receiver must not learn the source address. */
  public static final FlagField FLAG_D = FlagField.at(9, "vxlan.flag_d");

  /** The policy has already been applied. */
  public static final FlagField FLAG_A = FlagField.at(12, "vxlan.flag_a");

  /** Group policy identifier of the sender. */
  public static final UIntField GBP = UIntField.at(16, 16, "vxlan.gbp");

  /** VXLAN network identifier. */
  public static final UIntField VNI = UIntField.at(32, 24, "vxlan.vni");

  /** Reserved octet after the network identifier. */
  public static final UIntField RESERVED8 = UIntField.at(56, 8, "vxlan.reserved8");

  public static final Layout LAYOUT =
      Layout.of(FLAGS, FLAG_G, FLAG_I, FLAG_D, FLAG_A, GBP, VNI, RESERVED8);

  public static final Protocol<Vxlan> PROTOCOL =
      Protocol.of("vxlan", LAYOUT, Vxlan.class, Vxlan::new, Vxlan::new, UDP_PORT.key(4789))
          .titled("Virtual eXtensible Local Area Network", "https://www.rfc-editor.org/rfc/rfc7348")
          .byDestination();

  /** A new header. */
  public Vxlan() {
    super(PROTOCOL);
  }

  Vxlan(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(LINK_TYPE, ETHERNET).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** All sixteen flag bits. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code vxlan.flags}, 16 bits. */
  public Vxlan flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** The group policy is valid. */
  public boolean flagG() {
    return FLAG_G.get(this);
  }

  /** Sets or clears {@code vxlan.flag_g}. */
  public Vxlan flagG(boolean value) {
    FLAG_G.set(this, value);
    return this;
  }

  /** The network identifier is valid; senders set it in every packet. */
  public boolean flagI() {
    return FLAG_I.get(this);
  }

  /** Sets or clears {@code vxlan.flag_i}. */
  public Vxlan flagI(boolean value) {
    FLAG_I.set(this, value);
    return this;
  }

  /** The receiver must not learn the source address. */
  public boolean flagD() {
    return FLAG_D.get(this);
  }

  /** Sets or clears {@code vxlan.flag_d}. */
  public Vxlan flagD(boolean value) {
    FLAG_D.set(this, value);
    return this;
  }

  /** The policy has already been applied. */
  public boolean flagA() {
    return FLAG_A.get(this);
  }

  /** Sets or clears {@code vxlan.flag_a}. */
  public Vxlan flagA(boolean value) {
    FLAG_A.set(this, value);
    return this;
  }

  /** Group policy identifier of the sender. */
  public int gbp() {
    return GBP.get(this);
  }

  /** Sets {@code vxlan.gbp}, 16 bits. */
  public Vxlan gbp(int value) {
    GBP.set(this, value);
    return this;
  }

  /** VXLAN network identifier. */
  public int vni() {
    return VNI.get(this);
  }

  /** Sets {@code vxlan.vni}, 24 bits. */
  public Vxlan vni(int value) {
    VNI.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
