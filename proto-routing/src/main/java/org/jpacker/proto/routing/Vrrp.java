package org.jpacker.proto.routing;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.PseudoHeader;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Virtual Router Redundancy Protocol: version 3, <a
 * href="https://www.rfc-editor.org/rfc/rfc5798#section-5">RFC 5798</a>, and version 2, <a
 * href="https://www.rfc-editor.org/rfc/rfc3768#section-5">RFC 3768</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |version| type  |  virt_rtr_id  |     prio      |  addr_count   |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |             timer             |           checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | addresses ...
 * </pre>
 *
 * <p>The header is the whole message. The checksum of version 3 includes the pseudo header, that of
 * version 2 does not.
 */
public final class Vrrp extends Header {
  private static final int NUMBER = 112;

  /** Version: 2 or 3. */
  public static final UIntField VERSION = UIntField.at(0, 4, "vrrp.version").orElse(3);

  /** Kind of message: 1 for an advertisement. */
  public static final UIntField TYPE =
      UIntField.at(4, 4, "vrrp.type").orElse(1).valueNames(Map.of(1L, "advertisement"));

  /** Virtual router identifier. */
  public static final UIntField VIRT_RTR_ID = UIntField.at(8, 8, "vrrp.virt_rtr_id");

  /** Priority: 255 for the owner of the addresses, 0 for a router that resigns. */
  public static final UIntField PRIO = UIntField.at(16, 8, "vrrp.prio").orElse(100);

  /** Number of addresses. */
  public static final UIntField ADDR_COUNT = UIntField.at(24, 8, "vrrp.addr_count");

  /** The 16 bits whose parts depend on the version. */
  public static final UIntField TIMER = UIntField.at(32, 16, "vrrp.timer").hex();

  /** Authentication of version 2: 0 for none. */
  public static final UIntField AUTH_TYPE =
      UIntField.at(32, 8, "vrrp.auth_type")
          .when("the version is 2", h -> VERSION.get(h) < 3)
          .valueNames(Map.of(0L, "none", 1L, "simple text", 2L, "IP authentication header"));

  /** Interval of advertisements in seconds, in version 2. */
  public static final UIntField ADVER_INT =
      UIntField.at(40, 8, "vrrp.adver_int").when("the version is 2", h -> VERSION.get(h) < 3);

  /** Reserved bits of version 3. */
  public static final UIntField RESERVED_MBZ =
      UIntField.at(32, 4, "vrrp.reserved_mbz").when("the version is 3", h -> VERSION.get(h) >= 3);

  /** Interval of advertisements in hundredths of a second, in version 3. */
  public static final UIntField SHORT_ADVER_INT =
      UIntField.at(36, 12, "vrrp.short_adver_int")
          .when("the version is 3", h -> VERSION.get(h) >= 3);

  /** Checksum of the message. */
  public static final UIntField CHECKSUM = UIntField.at(48, 16, "vrrp.checksum").asChecksum().hex();

  /** The addresses as octets; {@link #addresses()} has them as a list. */
  public static final BytesField ADDRESSES = BytesField.rest(64, "vrrp.addresses");

  /** IPv4 addresses of the virtual router. */
  public static final ComputedField IP_ADDR =
      ComputedField.list(
          "vrrp.ip_addr",
          Vrrp.class,
          header -> header.addresses().stream().filter(Address.Ipv4.class::isInstance).toList());

  /** IPv6 addresses of the virtual router. */
  public static final ComputedField IPV6_ADDR =
      ComputedField.list(
          "vrrp.ipv6_addr",
          Vrrp.class,
          header -> header.addresses().stream().filter(Address.Ipv6.class::isInstance).toList());

  public static final Layout LAYOUT =
      Layout.of(
          VERSION,
          TYPE,
          VIRT_RTR_ID,
          PRIO,
          ADDR_COUNT,
          TIMER,
          AUTH_TYPE,
          ADVER_INT,
          RESERVED_MBZ,
          SHORT_ADVER_INT,
          CHECKSUM,
          ADDRESSES,
          IP_ADDR,
          IPV6_ADDR);

  public static final Protocol<Vrrp> PROTOCOL =
      Protocol.of("vrrp", LAYOUT, Vrrp.class, Vrrp::new, Vrrp::new, IP_PROTOCOL.key(NUMBER))
          .titled(
              "Virtual Router Redundancy Protocol",
              "https://www.rfc-editor.org/rfc/rfc5798",
              "https://www.rfc-editor.org/rfc/rfc3768");

  /** A new advertisement of version 3 without addresses. */
  public Vrrp() {
    super(PROTOCOL);
  }

  Vrrp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(in.size());
  }

  // --- accessors: generated from the fields above ---
  // without: TIMER

  /** Version: 2 or 3. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code vrrp.version}, 4 bits. */
  public Vrrp version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Kind of message: 1 for an advertisement. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code vrrp.type}, 4 bits. */
  public Vrrp type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Virtual router identifier. */
  public int virtRtrId() {
    return VIRT_RTR_ID.get(this);
  }

  /** Sets {@code vrrp.virt_rtr_id}, 8 bits. */
  public Vrrp virtRtrId(int value) {
    VIRT_RTR_ID.set(this, value);
    return this;
  }

  /** Priority: 255 for the owner of the addresses, 0 for a router that resigns. */
  public int prio() {
    return PRIO.get(this);
  }

  /** Sets {@code vrrp.prio}, 8 bits. */
  public Vrrp prio(int value) {
    PRIO.set(this, value);
    return this;
  }

  /** Number of addresses. */
  public int addrCount() {
    return ADDR_COUNT.get(this);
  }

  /** Sets {@code vrrp.addr_count}, 8 bits. */
  public Vrrp addrCount(int value) {
    ADDR_COUNT.set(this, value);
    return this;
  }

  /** Authentication of version 2: 0 for none. */
  public int authType() {
    return AUTH_TYPE.get(this);
  }

  /** Sets {@code vrrp.auth_type}, 8 bits. */
  public Vrrp authType(int value) {
    AUTH_TYPE.set(this, value);
    return this;
  }

  /** Interval of advertisements in seconds, in version 2. */
  public int adverInt() {
    return ADVER_INT.get(this);
  }

  /** Sets {@code vrrp.adver_int}, 8 bits. */
  public Vrrp adverInt(int value) {
    ADVER_INT.set(this, value);
    return this;
  }

  /** Interval of advertisements in hundredths of a second, in version 3. */
  public int shortAdverInt() {
    return SHORT_ADVER_INT.get(this);
  }

  /** Sets {@code vrrp.short_adver_int}, 12 bits. */
  public Vrrp shortAdverInt(int value) {
    SHORT_ADVER_INT.set(this, value);
    return this;
  }

  /** Checksum of the message. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code vrrp.checksum}, 16 bits, and pins it. */
  public Vrrp checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /**
   * The addresses of the virtual router: as many as are counted and present, IPv6 addresses over
   * IPv6.
   */
  public List<Address> addresses() {
    byte[] octets = ADDRESSES.get(this);
    List<Address> addresses = new ArrayList<>();
    int size = isOverIpv6() ? 16 : 4;
    for (int at = 0; at + size <= octets.length && addresses.size() < addrCount(); at += size) {
      byte[] one = Arrays.copyOfRange(octets, at, at + size);
      addresses.add(size == 4 ? Address.Ipv4.of(one) : Address.Ipv6.of(one));
    }
    return List.copyOf(addresses);
  }

  /** Sets the addresses, all of the same version, and their number. */
  public Vrrp addresses(List<? extends Address> addresses) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    addresses.forEach(address -> out.writeBytes(address.toBytes()));
    ADDRESSES.set(this, out.toByteArray());
    return addrCount(addresses.size());
  }

  private boolean isOverIpv6() {
    PseudoHeader ip = PseudoHeader.of(this);
    return ip != null && ip.addressSize() == 16;
  }

  @Override
  protected void derive(Derivation d) {
    if (version() >= 3) {
      d.transportChecksum(CHECKSUM, NUMBER);
    } else {
      d.messageChecksum(CHECKSUM);
    }
  }
}
