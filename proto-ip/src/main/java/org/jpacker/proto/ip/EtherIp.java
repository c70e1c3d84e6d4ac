package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.LINK_TYPE;

import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Ethernet within IP, <a href="https://www.rfc-editor.org/rfc/rfc3378#section-3">RFC 3378</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  ver  |       reserved        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class EtherIp extends Header {

  /** Version of the protocol; 3. */
  public static final UIntField VER = UIntField.at(0, 4, "etherip.ver").orElse(3);

  /** Reserved bits. */
  public static final UIntField RESERVED = UIntField.at(4, 12, "etherip.reserved").hex();

  public static final Layout LAYOUT = Layout.of(VER, RESERVED);

  public static final Protocol<EtherIp> PROTOCOL =
      Protocol.of("etherip", LAYOUT, EtherIp.class, EtherIp::new, EtherIp::new, IP_PROTOCOL.key(97))
          .titled("Ethernet over IP", "https://www.rfc-editor.org/rfc/rfc3378");

  /** A new header. */
  public EtherIp() {
    super(PROTOCOL);
  }

  EtherIp(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(LINK_TYPE, 1).readPayload(this);
  }

  // --- accessors: generated from the fields above ---

  /** Version of the protocol; 3. */
  public int ver() {
    return VER.get(this);
  }

  /** Sets {@code etherip.ver}, 4 bits. */
  public EtherIp ver(int value) {
    VER.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
