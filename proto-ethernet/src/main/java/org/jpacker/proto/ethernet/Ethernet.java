package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.LINK_TYPE;
import static org.jpacker.api.DispatchTable.PPP_PROTOCOL;

import org.jpacker.api.Address;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Ethernet with both frame formats: Ethernet II, <a
 * href="https://www.rfc-editor.org/rfc/rfc894">RFC 894</a>, and IEEE 802.3, <a
 * href="https://www.rfc-editor.org/rfc/rfc1042">RFC 1042</a>.
 *
 * <pre>
 * +-------------------+-------------------+--------------+
 * |  destination (6)  |    source (6)     | type/len (2) |
 * +-------------------+-------------------+--------------+
 * </pre>
 *
 * <p>The last number is a length up to 1500 and a type from 1536 on. Padding and frame check
 * sequence are the {@link #trailer}.
 */
public final class Ethernet extends Header {
  private static final int SIZE = 14;

  /** The number that is either a type or a length. */
  private static final UIntField NUMBER = UIntField.at(96, 16, "eth.type").selects(ETHERTYPE);

  /** The receiver's address. */
  public static final MacField DST = MacField.at(0, "eth.dst");

  /** The sender's address. */
  public static final MacField SRC = MacField.at(48, "eth.src");

  /** The EtherType; 0 in a frame with a length. A new header has 0 too, which counts as a type. */
  public static final UIntField TYPE =
      UIntField.at(96, 16, "eth.type")
          .asDerived()
          .hex()
          .selects(ETHERTYPE)
          .when("the number is a type", header -> !TypeOrLength.isLength(header, NUMBER));

  /** Octets of the payload, without padding. */
  public static final UIntField LEN =
      UIntField.at(96, 16, "eth.len")
          .asDerived()
          .when("the number is 1 to 1500", header -> TypeOrLength.isLength(header, NUMBER));

  public static final Layout LAYOUT =
      Layout.of(DST, SRC, TYPE, LEN)
          .atLeast(SIZE)
          .endpoints(SRC, DST)
          .limitedBy(LEN)
          .looksUp(TypeOrLength.LENGTHS)
          .passedBy(TypeOrLength.passage(NUMBER, TYPE));

  public static final Protocol<Ethernet> PROTOCOL =
      Protocol.of(
              "eth",
              LAYOUT,
              Ethernet.class,
              Ethernet::new,
              Ethernet::new,
              LINK_TYPE.key(1),
              ETHERTYPE.key(0x6558),
              PPP_PROTOCOL.key(0x31))
          .titled(
              "Ethernet",
              "https://www.rfc-editor.org/rfc/rfc894",
              "https://www.rfc-editor.org/rfc/rfc1042");

  /** A new header with zero addresses, whose type is derived from the payload. */
  public Ethernet() {
    super(PROTOCOL);
  }

  Ethernet(Window in) throws MalformedException {
    super(PROTOCOL, in);
    int number = NUMBER.get(this);
    if (TypeOrLength.isLength(number)) {
      limit(SIZE + number);
    }
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    int number = NUMBER.get(this);
    return TypeOrLength.isLength(number)
        ? TypeOrLength.frameWithLength(registry, this, window())
        : registry.find(ETHERTYPE, number).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** The receiver's address. */
  public Address.Mac dst() {
    return DST.get(this);
  }

  /** Sets {@code eth.dst}. */
  public Ethernet dst(Address.Mac address) {
    DST.set(this, address);
    return this;
  }

  /** Sets {@code eth.dst} from text such as {@code 02:00:00:00:00:01}. */
  public Ethernet dst(String address) {
    DST.set(this, address);
    return this;
  }

  /** Sets {@code eth.dst} from its 6 octets. */
  public Ethernet dst(byte[] octets) {
    DST.set(this, octets);
    return this;
  }

  /** The sender's address. */
  public Address.Mac src() {
    return SRC.get(this);
  }

  /** Sets {@code eth.src}. */
  public Ethernet src(Address.Mac address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code eth.src} from text such as {@code 02:00:00:00:00:01}. */
  public Ethernet src(String address) {
    SRC.set(this, address);
    return this;
  }

  /** Sets {@code eth.src} from its 6 octets. */
  public Ethernet src(byte[] octets) {
    SRC.set(this, octets);
    return this;
  }

  /** The EtherType; 0 in a frame with a length. A new header has 0 too, which counts as a type. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code eth.type}, 16 bits, and pins it. */
  public Ethernet type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Octets of the payload, without padding. */
  public int len() {
    return LEN.get(this);
  }

  /** Sets {@code eth.len}, 16 bits, and pins it. */
  public Ethernet len(int value) {
    LEN.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /**
   * An answer goes to the sender of the request. Its own sender is not checked: routers that
   * replace each other answer from another address, and a request without a source address is
   * answered to the real one.
   */
  @Override
  public boolean answers(Header request) {
    return request instanceof Ethernet sent
        && (dst().equals(sent.src()) || sent.src().equals(Address.Mac.ZERO))
        && payloadAnswers(sent);
  }

  @Override
  protected void derive(Derivation d) {
    TypeOrLength.derive(d, this, NUMBER, LEN, TYPE);
  }
}
