package org.jpacker.proto.tunnel;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import java.util.List;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Contents;

/**
 * Generic Network Virtualization Encapsulation, <a
 * href="https://www.rfc-editor.org/rfc/rfc8926#section-3.4">RFC 8926</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |ver|  opt_len  |     flags     |          proto_type           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                      vni                      |   reserved    |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | options ...
 * </pre>
 */
public final class Geneve extends Header {

  /** Version of the protocol; 0. */
  public static final UIntField VERSION = UIntField.at(0, 2, "geneve.version");

  /** Octets of the options. */
  public static final UIntField OPT_LEN = UIntField.at(2, 6, "geneve.opt_len").times(4).asDerived();

  /** All eight flag bits. */
  public static final UIntField FLAGS = UIntField.at(8, 8, "geneve.flags").hex();

  /** The packet is a control message for the tunnel endpoint. */
  public static final FlagField OAM = FlagField.at(8, "geneve.flags.oam");

  /** At least one option is critical: an endpoint that does not know it drops the packet. */
  public static final FlagField CRITICAL = FlagField.at(9, "geneve.flags.critical");

  /** Reserved flag bits. */
  public static final UIntField RESERVED_BITS = UIntField.at(10, 6, "geneve.flags.reserved_bits");

  /** EtherType of the payload; 0x6558 for Ethernet. */
  public static final UIntField PROTO_TYPE =
      UIntField.at(16, 16, "geneve.proto_type").asDerived().hex().selects(ETHERTYPE);

  /** Virtual network identifier. */
  public static final UIntField VNI = UIntField.at(32, 24, "geneve.vni").hex();

  /** Reserved octet after the network identifier. */
  public static final UIntField RESERVED = UIntField.at(56, 8, "geneve.reserved").hex();

  /** The options as octets; {@link #options} has them as records. */
  public static final BytesField OPTIONS = BytesField.rest(64, "geneve.options");

  private static final Contents<Geneve, GeneveOption> RECORDS =
      Contents.of("geneve.option.record", Geneve.class, OPTIONS, GeneveOption.ALL);

  public static final Layout LAYOUT =
      Layout.of(
              VERSION,
              OPT_LEN,
              FLAGS,
              OAM,
              CRITICAL,
              RESERVED_BITS,
              PROTO_TYPE,
              VNI,
              RESERVED,
              OPTIONS)
          .telling(RECORDS.fields());

  public static final Protocol<Geneve> PROTOCOL =
      Protocol.of("geneve", LAYOUT, Geneve.class, Geneve::new, Geneve::new, UDP_PORT.key(6081))
          .titled(
              "Generic Network Virtualization Encapsulation",
              "https://www.rfc-editor.org/rfc/rfc8926")
          .byDestination();

  /** A new header. */
  public Geneve() {
    super(PROTOCOL);
  }

  Geneve(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(8 + OPT_LEN.get(this));
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(ETHERTYPE, protoType()).readPayload(this);
  }

  // --- accessors: generated from the fields above ---
  // without: OPT_LEN, FLAGS

  /** Version of the protocol; 0. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code geneve.version}, 2 bits. */
  public Geneve version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** The packet is a control message for the tunnel endpoint. */
  public boolean oam() {
    return OAM.get(this);
  }

  /** Sets or clears {@code geneve.flags.oam}. */
  public Geneve oam(boolean value) {
    OAM.set(this, value);
    return this;
  }

  /** At least one option is critical: an endpoint that does not know it drops the packet. */
  public boolean critical() {
    return CRITICAL.get(this);
  }

  /** Sets or clears {@code geneve.flags.critical}. */
  public Geneve critical(boolean value) {
    CRITICAL.set(this, value);
    return this;
  }

  /** EtherType of the payload; 0x6558 for Ethernet. */
  public int protoType() {
    return PROTO_TYPE.get(this);
  }

  /** Sets {@code geneve.proto_type}, 16 bits, and pins it. */
  public Geneve protoType(int value) {
    PROTO_TYPE.set(this, value);
    return this;
  }

  /** Virtual network identifier. */
  public int vni() {
    return VNI.get(this);
  }

  /** Sets {@code geneve.vni}, 24 bits. */
  public Geneve vni(int value) {
    VNI.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The options, to the first that does not fit. */
  public List<GeneveOption> options() {
    return RECORDS.get(this);
  }

  /** Sets the options. */
  public Geneve options(List<GeneveOption> options) {
    return RECORDS.set(this, options);
  }

  @Override
  protected void derive(Derivation d) {
    d.length(OPT_LEN, headerSize() - 8);
    d.number(PROTO_TYPE, ETHERTYPE);
  }
}
