package org.jpacker.proto.ppp;

import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Serial Line Address Resolution Protocol: requests for addresses and keepalives of Cisco's HDLC.
 * Its protocol number is that of RARP in other carriers.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                             ptype                             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                     address or mysequence                     |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                    netmask or yoursequence                    |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |          reliability          |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Slarp extends Header {
  private static final long KEEPALIVE = 2;
  private static final int SIZE = 14;

  /** Kind of message: 0 request, 1 reply, 2 keepalive. */
  public static final ULongField PTYPE =
      ULongField.at(0, 32, "slarp.ptype")
          .valueNames(Map.of(0L, "request", 1L, "reply", KEEPALIVE, "keepalive"));

  /** Address of the sender in a reply, else zero. */
  public static final Ipv4Field ADDRESS =
      Ipv4Field.at(32, "slarp.address")
          .when("it is about an address", h -> PTYPE.get(h) != KEEPALIVE);

  /** Network mask of the address. */
  public static final Ipv4Field NETMASK =
      Ipv4Field.at(64, "slarp.netmask")
          .when("it is about an address", h -> PTYPE.get(h) != KEEPALIVE);

  /** Sequence number of this keepalive. */
  public static final ULongField MYSEQUENCE =
      ULongField.at(32, 32, "slarp.mysequence")
          .when("it is a keepalive", h -> PTYPE.get(h) == KEEPALIVE);

  /** Sequence number of the last keepalive received from the other side. */
  public static final ULongField YOURSEQUENCE =
      ULongField.at(64, 32, "slarp.yoursequence")
          .when("it is a keepalive", h -> PTYPE.get(h) == KEEPALIVE);

  /** Reliability; always 0xffff. */
  public static final UIntField RELIABILITY =
      UIntField.at(96, 16, "slarp.reliability")
          .hex()
          .when("it is a keepalive", h -> PTYPE.get(h) == KEEPALIVE);

  public static final Layout LAYOUT =
      Layout.of(PTYPE, ADDRESS, NETMASK, MYSEQUENCE, YOURSEQUENCE, RELIABILITY).atLeast(SIZE);

  public static final Protocol<Slarp> PROTOCOL =
      Protocol.of("slarp", LAYOUT, Slarp.class, Slarp::new, Slarp::new, CiscoHdlc.SLARP)
          .titled(
              "Cisco SLARP",
              "https://www.cisco.com/c/en/us/support/docs/wan/high-level-data-link-control-hdlc/index.html");

  /** A new request for an address. */
  public Slarp() {
    super(PROTOCOL);
    byte[] octets = new byte[SIZE];
    octets[SIZE - 2] = octets[SIZE - 1] = (byte) 0xff;
    replaceHeader(octets);
  }

  Slarp(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  // --- accessors: generated from the fields above ---

  /** Kind of message: 0 request, 1 reply, 2 keepalive. */
  public long ptype() {
    return PTYPE.get(this);
  }

  /** Sets {@code slarp.ptype}, 32 bits. */
  public Slarp ptype(long value) {
    PTYPE.set(this, value);
    return this;
  }

  /** Address of the sender in a reply, else zero. */
  public Address.Ipv4 address() {
    return ADDRESS.get(this);
  }

  /** Sets {@code slarp.address}. */
  public Slarp address(Address.Ipv4 address) {
    ADDRESS.set(this, address);
    return this;
  }

  /** Sets {@code slarp.address} from text such as {@code 192.0.2.1}. */
  public Slarp address(String address) {
    ADDRESS.set(this, address);
    return this;
  }

  /** Sets {@code slarp.address} from its 4 octets. */
  public Slarp address(byte[] octets) {
    ADDRESS.set(this, octets);
    return this;
  }

  /** Network mask of the address. */
  public Address.Ipv4 netmask() {
    return NETMASK.get(this);
  }

  /** Sets {@code slarp.netmask}. */
  public Slarp netmask(Address.Ipv4 address) {
    NETMASK.set(this, address);
    return this;
  }

  /** Sets {@code slarp.netmask} from text such as {@code 192.0.2.1}. */
  public Slarp netmask(String address) {
    NETMASK.set(this, address);
    return this;
  }

  /** Sets {@code slarp.netmask} from its 4 octets. */
  public Slarp netmask(byte[] octets) {
    NETMASK.set(this, octets);
    return this;
  }

  /** Sequence number of this keepalive. */
  public long mysequence() {
    return MYSEQUENCE.get(this);
  }

  /** Sets {@code slarp.mysequence}, 32 bits. */
  public Slarp mysequence(long value) {
    MYSEQUENCE.set(this, value);
    return this;
  }

  /** Sequence number of the last keepalive received from the other side. */
  public long yoursequence() {
    return YOURSEQUENCE.get(this);
  }

  /** Sets {@code slarp.yoursequence}, 32 bits. */
  public Slarp yoursequence(long value) {
    YOURSEQUENCE.set(this, value);
    return this;
  }

  /** Reliability; always 0xffff. */
  public int reliability() {
    return RELIABILITY.get(this);
  }

  /** Sets {@code slarp.reliability}, 16 bits. */
  public Slarp reliability(int value) {
    RELIABILITY.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
