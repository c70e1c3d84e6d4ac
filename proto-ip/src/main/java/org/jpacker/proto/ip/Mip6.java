package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Contents;

/**
 * Mobility header of IPv6, <a href="https://www.rfc-editor.org/rfc/rfc6275#section-6.1">RFC
 * 6275</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     proto     |     hlen      |    mhtype     |   reserved    |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             csum              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | data ...
 * </pre>
 *
 * <p>The header is the whole message; its data depend on the type.
 */
public final class Mip6 extends Header {
  private static final int NUMBER = 135;

  private static final int HOME_TEST_INIT = 1;
  private static final int CARE_OF_TEST_INIT = 2;
  private static final int HOME_TEST = 3;
  private static final int CARE_OF_TEST = 4;
  private static final int UPDATE = 5;
  private static final int ACKNOWLEDGEMENT = 6;
  private static final int ERROR = 7;

  /** Next header; always 59, no next header. */
  public static final UIntField PROTO = UIntField.at(0, 8, "mip6.proto").orElse(59);

  /** Length in units of eight octets, without the first eight. */
  public static final UIntField HLEN = UIntField.at(8, 8, "mip6.hlen").asDerived();

  /** Message type. */
  public static final UIntField MHTYPE =
      UIntField.at(16, 8, "mip6.mhtype")
          .valueNames(
              Map.of(
                  0L,
                  "binding refresh request",
                  1L,
                  "home test init",
                  2L,
                  "care-of test init",
                  3L,
                  "home test",
                  4L,
                  "care-of test",
                  5L,
                  "binding update",
                  6L,
                  "binding acknowledgement",
                  7L,
                  "binding error"));

  /** Reserved octet. */
  public static final UIntField RESERVED = UIntField.at(24, 8, "mip6.reserved").hex();

  /** Checksum of the message and the pseudo header. */
  public static final UIntField CSUM = UIntField.at(32, 16, "mip6.csum").asChecksum().hex();

  /** All octets after the checksum: fields of the message type, then options. */
  public static final BytesField DATA = BytesField.rest(48, "mip6.data");

  /** Home init cookie of a home test init. */
  public static final ULongField HOTI_COOKIE = cookie(64, "hoti", HOME_TEST_INIT);

  /** Care-of init cookie of a care-of test init. */
  public static final ULongField COTI_COOKIE = cookie(64, "coti", CARE_OF_TEST_INIT);

  /** Home nonce index of a home test. */
  public static final UIntField HOT_INDEX =
      UIntField.at(48, 16, "mip6.hot.nindex").when("it is a home test", is(HOME_TEST));

  /** Home init cookie, repeated in a home test. */
  public static final ULongField HOT_COOKIE = cookie(64, "hot", HOME_TEST);

  /** Care-of nonce index of a care-of test. */
  public static final UIntField COT_INDEX =
      UIntField.at(48, 16, "mip6.cot.nindex").when("it is a care-of test", is(CARE_OF_TEST));

  /** Care-of init cookie, repeated in a care-of test. */
  public static final ULongField COT_COOKIE = cookie(64, "cot", CARE_OF_TEST);

  /** Keygen token of a home test or care-of test. */
  public static final ULongField TOKEN =
      ULongField.at(128, 64, "mip6.hot.token")
          .hex()
          .when("it is a test", is(HOME_TEST).or(is(CARE_OF_TEST)));

  /** Sequence number of a binding update. */
  public static final UIntField UPDATE_SEQUENCE =
      UIntField.at(48, 16, "mip6.bu.seqnr").when("it is a binding update", is(UPDATE));

  /** The sender of a binding update asks for an acknowledgement. */
  public static final FlagField ACKNOWLEDGE = flag(64, "bu.a_flag", UPDATE);

  /** The receiver of a binding update is to be the home agent. */
  public static final FlagField HOME_REGISTRATION = flag(65, "bu.h_flag", UPDATE);

  /** The link-local address has the interface identifier of the home address. */
  public static final FlagField LINK_LOCAL = flag(66, "bu.l_flag", UPDATE);

  /** Key management follows the movements of the mobile node. */
  public static final FlagField KEY_MANAGEMENT = flag(67, "bu.k_flag", UPDATE);

  /** The binding update registers with a mobility anchor point. */
  public static final FlagField MAP_REGISTRATION = flag(68, "bu.m_flag", UPDATE);

  /** The sender of a binding update is a mobile router. */
  public static final FlagField MOBILE_ROUTER = flag(69, "nemo.bu.r_flag", UPDATE);

  /** The sender of a binding update is a proxy. */
  public static final FlagField PROXY = flag(70, "bu.p_flag", UPDATE);

  /** Requested lifetime of the binding, in units of four seconds. */
  public static final UIntField UPDATE_LIFETIME =
      UIntField.at(80, 16, "mip6.bu.lifetime").when("it is a binding update", is(UPDATE));

  /** Status of a binding acknowledgement; from 128 on the update was rejected. */
  public static final UIntField STATUS =
      UIntField.at(48, 8, "mip6.ba.status")
          .when("it is a binding acknowledgement", is(ACKNOWLEDGEMENT));

  /** Key management follows the movements, as acknowledged. */
  public static final FlagField ACK_KEY_MANAGEMENT = flag(56, "ba.k_flag", ACKNOWLEDGEMENT);

  /** The home agent supports mobile routers. */
  public static final FlagField ACK_MOBILE_ROUTER = flag(57, "nemo.ba.r_flag", ACKNOWLEDGEMENT);

  /** The acknowledgement is for a proxy. */
  public static final FlagField ACK_PROXY = flag(58, "ba.p_flag", ACKNOWLEDGEMENT);

  /** Sequence number of the acknowledged binding update. */
  public static final UIntField SEQUENCE =
      UIntField.at(64, 16, "mip6.ba.seqnr")
          .when("it is a binding acknowledgement", is(ACKNOWLEDGEMENT));

  /** Granted lifetime of the binding, in units of four seconds. */
  public static final UIntField LIFETIME =
      UIntField.at(80, 16, "mip6.ba.lifetime")
          .when("it is a binding acknowledgement", is(ACKNOWLEDGEMENT));

  /** Status of a binding error. */
  public static final UIntField ERROR_STATUS =
      UIntField.at(48, 8, "mip6.be.status").when("it is a binding error", is(ERROR));

  /** Home address that caused a binding error. */
  public static final Ipv6Field HOME_ADDRESS =
      Ipv6Field.at(64, "mip6.be.haddr").when("it is a binding error", is(ERROR));

  private static final Contents<Mip6, MobilityOption> OPTIONS =
      Contents.view("mip6.option", Mip6.class, Mip6::optionOctets, MobilityOption.ALL);

  public static final Layout LAYOUT =
      Layout.of(
              PROTO,
              HLEN,
              MHTYPE,
              RESERVED,
              CSUM,
              DATA,
              HOTI_COOKIE,
              COTI_COOKIE,
              HOT_INDEX,
              HOT_COOKIE,
              COT_INDEX,
              COT_COOKIE,
              TOKEN,
              UPDATE_SEQUENCE,
              ACKNOWLEDGE,
              HOME_REGISTRATION,
              LINK_LOCAL,
              KEY_MANAGEMENT,
              MAP_REGISTRATION,
              MOBILE_ROUTER,
              PROXY,
              UPDATE_LIFETIME,
              STATUS,
              ACK_KEY_MANAGEMENT,
              ACK_MOBILE_ROUTER,
              ACK_PROXY,
              SEQUENCE,
              LIFETIME,
              ERROR_STATUS,
              HOME_ADDRESS)
          .telling(OPTIONS.fields());

  public static final Protocol<Mip6> PROTOCOL =
      Protocol.of("mipv6", LAYOUT, Mip6.class, Mip6::new, Mip6::new, IP_PROTOCOL.key(NUMBER))
          .titled("Mobile IPv6", "https://www.rfc-editor.org/rfc/rfc6275");

  /** A new binding refresh request. */
  public Mip6() {
    super(PROTOCOL);
    DATA.set(this, new byte[2]);
  }

  Mip6(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize((HLEN.get(this) + 1) * 8);
  }

  // --- accessors: generated from the fields above ---
  // without: HLEN, CSUM, HOTI_COOKIE, COTI_COOKIE, HOT_INDEX, HOT_COOKIE, COT_INDEX, COT_COOKIE,
  // TOKEN, UPDATE_SEQUENCE, ACKNOWLEDGE, HOME_REGISTRATION, LINK_LOCAL, KEY_MANAGEMENT,
  // MAP_REGISTRATION, MOBILE_ROUTER, PROXY, UPDATE_LIFETIME, STATUS, ACK_KEY_MANAGEMENT,
  // ACK_MOBILE_ROUTER, ACK_PROXY, SEQUENCE, LIFETIME, ERROR_STATUS, HOME_ADDRESS

  /** Next header; always 59, no next header. */
  public int proto() {
    return PROTO.get(this);
  }

  /** Sets {@code mip6.proto}, 8 bits. */
  public Mip6 proto(int value) {
    PROTO.set(this, value);
    return this;
  }

  /** Message type. */
  public int mhtype() {
    return MHTYPE.get(this);
  }

  /** Sets {@code mip6.mhtype}, 8 bits. */
  public Mip6 mhtype(int value) {
    MHTYPE.set(this, value);
    return this;
  }

  /** All octets after the checksum: fields of the message type, then options. */
  public byte[] data() {
    return DATA.get(this);
  }

  // --- end of accessors ---

  /** Checksum of pseudo header and message. */
  public int checksum() {
    return CSUM.get(this);
  }

  /** Sets the checksum, 16 bits, and pins it. */
  public Mip6 checksum(int checksum) {
    CSUM.set(this, checksum);
    return this;
  }

  /** Sets what follows the checksum, padded with zeros to a multiple of eight octets in all. */
  public Mip6 data(byte[] octets) {
    DATA.set(this, Arrays.copyOf(octets, (octets.length + 6 + 7 & ~7) - 6));
    return this;
  }

  /** The mobility options of a message of RFC 6275, up to the first that does not fit. */
  public List<MobilityOption> options() {
    return OPTIONS.get(this);
  }

  private byte[] optionOctets() {
    byte[] data = data();
    int from =
        switch (mhtype()) {
          case 0 -> 2;
          case HOME_TEST_INIT, CARE_OF_TEST_INIT -> 10;
          case HOME_TEST, CARE_OF_TEST, ERROR -> 18;
          case UPDATE, ACKNOWLEDGEMENT -> 6;
          default -> data.length;
        };
    return Arrays.copyOfRange(data, Math.min(from, data.length), data.length);
  }

  /**
   * A new message.
   *
   * @param type message type
   * @param data the octets after the checksum, including options
   */
  public static Mip6 of(int type, byte[] data) {
    return new Mip6().mhtype(type).data(data);
  }

  private static ULongField cookie(int bit, String name, int type) {
    return ULongField.at(bit, 64, "mip6." + name + ".cookie")
        .hex()
        .when("it is a message of type " + type, is(type));
  }

  private static FlagField flag(int bit, String name, int type) {
    return FlagField.at(bit, "mip6." + name).when("it is a message of type " + type, is(type));
  }

  private static Predicate<Header> is(int type) {
    return header -> MHTYPE.get(header) == type;
  }

  @Override
  protected void derive(Derivation d) {
    d.length(HLEN, headerSize() / 8 - 1);
    d.transportChecksum(CSUM, NUMBER);
  }
}
