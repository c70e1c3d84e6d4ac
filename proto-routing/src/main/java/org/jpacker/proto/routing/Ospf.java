package org.jpacker.proto.routing;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.Arrays;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.InternetChecksum;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Open Shortest Path First: the header of version 2, <a
 * href="https://www.rfc-editor.org/rfc/rfc2328#appendix-A.3.1">RFC 2328</a>, and of version 3, <a
 * href="https://www.rfc-editor.org/rfc/rfc5340#appendix-A.3.1">RFC 5340</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |    version    |      msg      |         packet_length         |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                           srcrouter                           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                            area_id                            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           checksum            |             last              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | data ...
 * </pre>
 *
 * <p>The message itself is the payload and is unclaimed. The checksum of version 2 leaves out the
 * authentication, and is not used with cryptographic authentication. The checksum of version 3
 * includes the pseudo header.
 */
public final class Ospf extends Header {
  private static final int NUMBER = 89;
  private static final int CRYPTOGRAPHIC = 2;

  /** Version: 2 or 3. */
  public static final UIntField VERSION = UIntField.at(0, 8, "ospf.version").orElse(2);

  /** Kind of message: 1 for a hello. */
  public static final UIntField MSG =
      UIntField.at(8, 8, "ospf.msg")
          .orElse(1)
          .valueNames(
              Map.of(
                  1L,
                  "hello",
                  2L,
                  "database description",
                  3L,
                  "link state request",
                  4L,
                  "link state update",
                  5L,
                  "link state acknowledgment"));

  /** Octets of header and message. */
  public static final UIntField PACKET_LENGTH =
      UIntField.at(16, 16, "ospf.packet_length").asDerived();

  /** Router identifier of the sender. */
  public static final Ipv4Field SRCROUTER = Ipv4Field.at(32, "ospf.srcrouter");

  /** Area of the packet; 0.0.0.0 for the backbone. */
  public static final Ipv4Field AREA_ID = Ipv4Field.at(64, "ospf.area_id");

  /** Checksum of the packet. */
  public static final UIntField CHECKSUM = UIntField.at(96, 16, "ospf.checksum").asChecksum().hex();

  /** The last 16 bits, whose meaning depends on the version. */
  public static final UIntField LAST = UIntField.at(112, 16, "ospf.last").hex();

  /** Authentication of version 2: 0 none, 1 password, 2 cryptographic. */
  public static final UIntField AUTH_TYPE =
      UIntField.at(112, 16, "ospf.auth.type")
          .when("the version is 2", h -> VERSION.get(h) == 2)
          .valueNames(Map.of(0L, "none", 1L, "simple password", 2L, "cryptographic"));

  /** Instance on the link, in version 3. */
  public static final UIntField INSTANCE_ID =
      UIntField.at(112, 8, "ospf.instance_id").when("the version is 3", h -> VERSION.get(h) != 2);

  /** Authentication data: eight octets, in version 2 only. */
  public static final BytesField AUTH_DATA = BytesField.rest(128, "ospf.auth.data");

  public static final Layout LAYOUT =
      Layout.of(
              VERSION,
              MSG,
              PACKET_LENGTH,
              SRCROUTER,
              AREA_ID,
              CHECKSUM,
              LAST,
              AUTH_TYPE,
              INSTANCE_ID,
              AUTH_DATA)
          .limitedBy(PACKET_LENGTH);

  public static final Protocol<Ospf> PROTOCOL =
      Protocol.of("ospf", LAYOUT, Ospf.class, Ospf::new, Ospf::new, IP_PROTOCOL.key(NUMBER))
          .titled(
              "Open Shortest Path First",
              "https://www.rfc-editor.org/rfc/rfc2328",
              "https://www.rfc-editor.org/rfc/rfc5340");

  /** A new hello of version 2 without authentication. */
  public Ospf() {
    super(PROTOCOL);
    AUTH_DATA.set(this, new byte[8]);
  }

  Ospf(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(VERSION.get(this) == 2 ? 24 : 16);
    limit(PACKET_LENGTH.get(this));
  }

  // --- accessors: generated from the fields above ---
  // without: LAST

  /** Version: 2 or 3. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code ospf.version}, 8 bits. */
  public Ospf version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Kind of message: 1 for a hello. */
  public int msg() {
    return MSG.get(this);
  }

  /** Sets {@code ospf.msg}, 8 bits. */
  public Ospf msg(int value) {
    MSG.set(this, value);
    return this;
  }

  /** Octets of header and message. */
  public int packetLength() {
    return PACKET_LENGTH.get(this);
  }

  /** Sets {@code ospf.packet_length}, 16 bits, and pins it. */
  public Ospf packetLength(int value) {
    PACKET_LENGTH.set(this, value);
    return this;
  }

  /** Router identifier of the sender. */
  public Address.Ipv4 srcrouter() {
    return SRCROUTER.get(this);
  }

  /** Sets {@code ospf.srcrouter}. */
  public Ospf srcrouter(Address.Ipv4 address) {
    SRCROUTER.set(this, address);
    return this;
  }

  /** Sets {@code ospf.srcrouter} from text such as {@code 192.0.2.1}. */
  public Ospf srcrouter(String address) {
    SRCROUTER.set(this, address);
    return this;
  }

  /** Sets {@code ospf.srcrouter} from its 4 octets. */
  public Ospf srcrouter(byte[] octets) {
    SRCROUTER.set(this, octets);
    return this;
  }

  /** Area of the packet; 0.0.0.0 for the backbone. */
  public Address.Ipv4 areaId() {
    return AREA_ID.get(this);
  }

  /** Sets {@code ospf.area_id}. */
  public Ospf areaId(Address.Ipv4 address) {
    AREA_ID.set(this, address);
    return this;
  }

  /** Sets {@code ospf.area_id} from text such as {@code 192.0.2.1}. */
  public Ospf areaId(String address) {
    AREA_ID.set(this, address);
    return this;
  }

  /** Sets {@code ospf.area_id} from its 4 octets. */
  public Ospf areaId(byte[] octets) {
    AREA_ID.set(this, octets);
    return this;
  }

  /** Checksum of the packet. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code ospf.checksum}, 16 bits, and pins it. */
  public Ospf checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Authentication of version 2: 0 none, 1 password, 2 cryptographic. */
  public int authType() {
    return AUTH_TYPE.get(this);
  }

  /** Sets {@code ospf.auth.type}, 16 bits. */
  public Ospf authType(int value) {
    AUTH_TYPE.set(this, value);
    return this;
  }

  /** Instance on the link, in version 3. */
  public int instanceId() {
    return INSTANCE_ID.get(this);
  }

  /** Sets {@code ospf.instance_id}, 8 bits. */
  public Ospf instanceId(int value) {
    INSTANCE_ID.set(this, value);
    return this;
  }

  /** Authentication data: eight octets, in version 2 only. */
  public byte[] authData() {
    return AUTH_DATA.get(this);
  }

  /** Sets the octets of {@code ospf.auth.data}. */
  public Ospf authData(byte[] octets) {
    AUTH_DATA.set(this, octets);
    return this;
  }

  // --- end of accessors ---

  /** RFC 2328, appendix D.4: over the message without the eight octets of authentication. */
  private int sumWithoutAuthentication() {
    byte[] octets = toBytes();
    Arrays.fill(octets, 12, 14, (byte) 0);
    Arrays.fill(octets, 16, Math.min(24, octets.length), (byte) 0);
    return new InternetChecksum().add(octets, 0, octets.length).value();
  }

  @Override
  protected void derive(Derivation d) {
    d.length(PACKET_LENGTH, size());
    if (version() != 2) {
      d.transportChecksum(CHECKSUM, NUMBER);
    } else if (authType() != CRYPTOGRAPHIC) {
      d.checksum(CHECKSUM, this::sumWithoutAuthentication);
    }
  }
}
