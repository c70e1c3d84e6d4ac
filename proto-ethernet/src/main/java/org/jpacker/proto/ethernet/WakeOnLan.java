package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.MalformedException;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.api.Window;

/**
 * The frame that wakes a machine: six octets of ones, then the machine's MAC address sixteen times.
 * A password may follow.
 *
 * <pre>
 * +-----------------+---------------------------+----------------------+
 * | sync: six 0xff  | mac, and fifteen copies   | passwd: 0, 4 or 6    |
 * +-----------------+---------------------------+----------------------+
 * </pre>
 */
public final class WakeOnLan extends Header {

  /** Six octets of ones. */
  public static final MacField SYNC = MacField.at(0, "wol.sync");

  /** MAC address of the machine to wake. */
  public static final MacField MAC = MacField.at(48, "wol.mac");

  /** The other fifteen copies of the address. */
  public static final BytesField COPIES = BytesField.at(96, 90, "wol.copies");

  /** Password of four or six octets, or none. */
  public static final BytesField PASSWD = BytesField.rest(816, "wol.passwd");

  public static final Layout LAYOUT = Layout.of(SYNC, MAC, COPIES, PASSWD);

  public static final Protocol<WakeOnLan> PROTOCOL =
      Protocol.of(
              "wol",
              LAYOUT,
              WakeOnLan.class,
              WakeOnLan::new,
              WakeOnLan::read,
              ETHERTYPE.key(0x0842),
              UDP_PORT.key(9))
          .titled("Wake On LAN");

  private static Layer read(Window in) throws MalformedException {
    boolean isSync = in.size() >= 6;
    for (int i = 0; i < 6 && isSync; i++) {
      isSync = in.u8(i) == 0xff;
    }
    return isSync ? new WakeOnLan(in) : in.raw();
  }

  /** A new frame for the zero address. */
  public WakeOnLan() {
    super(PROTOCOL);
    mac(Address.Mac.ZERO);
  }

  private WakeOnLan(Window in) throws MalformedException {
    super(PROTOCOL, in);
    int more = in.size() - headerSize();
    if (more == 4 || more == 6) {
      headerSize(in.size());
    }
  }

  // --- accessors: generated from the fields above ---
  // without: SYNC, COPIES

  /** MAC address of the machine to wake. */
  public Address.Mac mac() {
    return MAC.get(this);
  }

  // --- end of accessors ---

  /** Sets the address of the station to wake, in all of its sixteen copies. */
  public WakeOnLan mac(Address.Mac address) {
    SYNC.set(this, Address.Mac.of("ff:ff:ff:ff:ff:ff"));
    MAC.set(this, address);
    byte[] copies = new byte[90];
    for (int i = 0; i < copies.length; i += 6) {
      System.arraycopy(address.toBytes(), 0, copies, i, 6);
    }
    COPIES.set(this, copies);
    return this;
  }

  /** Sets the address of the station to wake, in all of its sixteen copies. */
  public WakeOnLan mac(String address) {
    return mac(Address.Mac.of(address));
  }

  /** The password; none unless there are four or six octets. */
  public OctetString passwd() {
    return new OctetString(PASSWD.get(this));
  }

  /** Sets the password, which has 0, 4 or 6 octets. */
  public WakeOnLan passwd(OctetString octets) {
    PASSWD.set(this, octets.octets());
    return this;
  }
}
