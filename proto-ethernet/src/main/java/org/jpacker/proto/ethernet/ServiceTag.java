package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

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

/**
 * VLAN tag of providers, IEEE 802.1ad (now part of 802.1Q): the outer of two tags.
 *
 * <pre>
 * +----------+-----+--------------+---------------+
 * | prio (3) | dei |   id (12)    |   type (16)   |  bits
 * +----------+-----+--------------+---------------+
 * </pre>
 */
public final class ServiceTag extends Header {
  private static final int SIZE = 4;

  /** The number that is either a type or a length. */
  private static final UIntField NUMBER =
      UIntField.at(16, 16, "ieee8021ah.etype").selects(ETHERTYPE);

  /** Priority code point, 0 to 7. */
  public static final UIntField PRIORITY = UIntField.at(0, 3, "ieee8021ad.priority");

  /** Drop eligible indicator: dropped first in congestion. */
  public static final FlagField DEI = FlagField.at(3, "ieee8021ad.dei");

  /** VLAN identifier of the provider. */
  public static final UIntField ID = UIntField.at(4, 12, "ieee8021ad.id");

  /** The EtherType; 0 in a frame with a length. A new header has 0 too, which counts as a type. */
  public static final UIntField TYPE =
      UIntField.at(16, 16, "ieee8021ah.etype")
          .asDerived()
          .hex()
          .selects(ETHERTYPE)
          .when("the number is a type", header -> !TypeOrLength.isLength(header, NUMBER));

  /** Octets of the payload, without padding. */
  public static final UIntField LEN =
      UIntField.at(16, 16, "ieee8021ad.len")
          .asDerived()
          .when("the number is 1 to 1500", header -> TypeOrLength.isLength(header, NUMBER));

  public static final Layout LAYOUT =
      Layout.of(PRIORITY, DEI, ID, TYPE, LEN)
          .atLeast(SIZE)
          .limitedBy(LEN)
          .looksUp(TypeOrLength.LENGTHS);

  public static final Protocol<ServiceTag> PROTOCOL =
      Protocol.of(
              "ieee8021ad",
              LAYOUT,
              ServiceTag.class,
              ServiceTag::new,
              ServiceTag::new,
              ETHERTYPE.key(0x88a8))
          .titled("802.1ad Service VLAN", "https://www.ieee802.org/1/pages/802.1Q.html");

  /** A new tag with id 0. */
  public ServiceTag() {
    super(PROTOCOL);
  }

  ServiceTag(Window in) throws MalformedException {
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

  /** Priority code point, 0 to 7. */
  public int priority() {
    return PRIORITY.get(this);
  }

  /** Sets {@code ieee8021ad.priority}, 3 bits. */
  public ServiceTag priority(int value) {
    PRIORITY.set(this, value);
    return this;
  }

  /** Drop eligible indicator: dropped first in congestion. */
  public boolean dei() {
    return DEI.get(this);
  }

  /** Sets or clears {@code ieee8021ad.dei}. */
  public ServiceTag dei(boolean value) {
    DEI.set(this, value);
    return this;
  }

  /** VLAN identifier of the provider. */
  public int id() {
    return ID.get(this);
  }

  /** Sets {@code ieee8021ad.id}, 12 bits. */
  public ServiceTag id(int value) {
    ID.set(this, value);
    return this;
  }

  /** The EtherType; 0 in a frame with a length. A new header has 0 too, which counts as a type. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code ieee8021ah.etype}, 16 bits, and pins it. */
  public ServiceTag type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Octets of the payload, without padding. */
  public int len() {
    return LEN.get(this);
  }

  /** Sets {@code ieee8021ad.len}, 16 bits, and pins it. */
  public ServiceTag len(int value) {
    LEN.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    TypeOrLength.derive(d, this, NUMBER, LEN, TYPE);
  }
}
