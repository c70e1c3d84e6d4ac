package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import java.util.Map;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * EAP over LAN, IEEE 802.1X.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |    version    |     type      |              len              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The payload holds EAP or keys and is unclaimed.
 */
public final class Eapol extends Header {

  /** Version of the protocol: 1 to 3. */
  public static final UIntField VERSION = UIntField.at(0, 8, "eapol.version").orElse(2);

  /** Packet type: 0 for EAP, 3 for a key. */
  public static final UIntField TYPE =
      UIntField.at(8, 8, "eapol.type")
          .valueNames(Map.of(0L, "EAP", 1L, "start", 2L, "logoff", 3L, "key", 4L, "alert"));

  /** Octets of the payload. */
  public static final UIntField LEN = UIntField.at(16, 16, "eapol.len").asDerived();

  public static final Layout LAYOUT = Layout.of(VERSION, TYPE, LEN).limitedBy(LEN);

  public static final Protocol<Eapol> PROTOCOL =
      Protocol.of("eapol", LAYOUT, Eapol.class, Eapol::new, Eapol::new, ETHERTYPE.key(0x888e))
          .titled("802.1X Authentication", "https://standards.ieee.org/ieee/802.1X/7345/");

  /** A new header. */
  public Eapol() {
    super(PROTOCOL);
  }

  Eapol(Window in) throws MalformedException {
    super(PROTOCOL, in);
    limit(4 + len());
  }

  // --- accessors: generated from the fields above ---

  /** Version of the protocol: 1 to 3. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code eapol.version}, 8 bits. */
  public Eapol version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** Packet type: 0 for EAP, 3 for a key. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code eapol.type}, 8 bits. */
  public Eapol type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /** Octets of the payload. */
  public int len() {
    return LEN.get(this);
  }

  /** Sets {@code eapol.len}, 16 bits, and pins it. */
  public Eapol len(int value) {
    LEN.set(this, value);
    return this;
  }

  // --- end of accessors ---

  @Override
  protected void derive(Derivation d) {
    d.length(LEN, size() - 4);
  }
}
