package org.jpacker.proto.ppp;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.LINK_TYPE;
import static org.jpacker.api.DispatchTable.PPP_PROTOCOL;

import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchKey;
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
 * Point-to-Point Protocol, <a href="https://www.rfc-editor.org/rfc/rfc1661#section-2">RFC 1661</a>,
 * in HDLC-like framing, <a href="https://www.rfc-editor.org/rfc/rfc1662#section-3.1">RFC 1662</a>,
 * or without framing, as in PPPoE.
 *
 * <p>Address and control (0xff and 0x03) may be omitted; the octet after 0xff is always control.
 * The first octet of a protocol number may be omitted if the second is odd.
 */
public final class Ppp extends Header {
  /**
   * The address of all stations; 0xff is reserved as a compressed protocol number for this reason.
   */
  private static final int ALL_STATIONS = 0xff;

  /** For carriers of frames that always are PPP; it has one number, 0. */
  static final DispatchKey FRAME = DispatchTable.named("ppp.frame").key(0);

  /** Address octet; always 0xff. */
  public static final UIntField ADDRESS =
      UIntField.at(0, 8, "ppp.address").hex().when("address and control are there", Ppp::isFramed);

  /** Control octet; 3 for unnumbered information. */
  public static final UIntField CONTROL =
      UIntField.at(8, 8, "ppp.control").hex().when("address and control are there", Ppp::isFramed);

  /** Protocol of the payload: 0x0021 for IPv4, 0xc021 for LCP. */
  public static final UIntField PROTOCOL_NUMBER =
      UIntField.at(0, 16, "ppp.protocol")
          .asDerived()
          .hex()
          .selects(PPP_PROTOCOL)
          .when("it is not compressed", h -> !isCompressed(h))
          .at(h -> isFramed(h) ? 16 : 0)
          .valueNames(ValueNames.read(() -> Ppp.class.getResourceAsStream("ppp.protocol.tsv")));

  /** Protocol of the payload in one octet, whose upper octet of zero was omitted. */
  public static final UIntField COMPRESSED =
      UIntField.at(0, 8, "ppp.protocol.compressed")
          .hex()
          .when("it is compressed", Ppp::isCompressed)
          .at(h -> isFramed(h) ? 16 : 0);

  public static final Layout LAYOUT = Layout.of(ADDRESS, CONTROL, PROTOCOL_NUMBER, COMPRESSED);

  public static final Protocol<Ppp> PROTOCOL =
      Protocol.of(
              "ppp",
              LAYOUT,
              Ppp.class,
              Ppp::new,
              Ppp::new,
              LINK_TYPE.key(9),
              LINK_TYPE.key(50),
              FRAME,
              ETHERTYPE.key(0x880b))
          .titled(
              "Point-to-Point Protocol",
              "https://www.rfc-editor.org/rfc/rfc1661",
              "https://www.rfc-editor.org/rfc/rfc1662");

  /** A new header without address and control. */
  public Ppp() {
    super(PROTOCOL);
    replaceHeader(new byte[2]);
  }

  Ppp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    if (in.size() == 0) {
      throw in.refusal("ppp", "an empty frame");
    }
    int framing = in.u8(0) == ALL_STATIONS ? 2 : 0;
    headerSize(framing + ((in.u8(framing) & 1) == 1 ? 1 : 2));
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(PPP_PROTOCOL, protocolNumber()).readPayload(this);
  }

  /** What is carried: 0x0021 for IPv4, 0xc021 for LCP. */
  public int protocolNumber() {
    return isCompressed(this) ? COMPRESSED.get(this) : PROTOCOL_NUMBER.get(this);
  }

  /** Sets the protocol number of the payload, 16 bits, or 8 if it is compressed, and pins it. */
  public Ppp protocolNumber(int number) {
    PROTOCOL_NUMBER.set(this, number);
    return this;
  }

  /** Whether the two octets of framing are present, as the size of three or four octets shows. */
  private static boolean isFramed(Header header) {
    return header.headerSize() > 2;
  }

  private static boolean isCompressed(Header header) {
    return header.headerSize() % 2 == 1;
  }

  @Override
  protected void derive(Derivation d) {
    d.number(PROTOCOL_NUMBER, PPP_PROTOCOL);
  }
}
