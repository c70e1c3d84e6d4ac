package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * IP Payload Compression Protocol, <a href="https://www.rfc-editor.org/rfc/rfc3173#section-3">RFC
 * 3173</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |  next_header  |     flags     |              cpi              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The payload is compressed and unclaimed.
 */
public final class IpComp extends Header {

  /** IP protocol number of the compressed payload. */
  public static final UIntField NEXT_HEADER = UIntField.at(0, 8, "ipcomp.next_header").hex();

  /** Reserved flags; 0. */
  public static final UIntField FLAGS = UIntField.at(8, 8, "ipcomp.flags").hex();

  /** Compression parameter index, which selects the algorithm. */
  public static final UIntField CPI = UIntField.at(16, 16, "ipcomp.cpi").hex();

  public static final Layout LAYOUT = Layout.of(NEXT_HEADER, FLAGS, CPI);

  public static final Protocol<IpComp> PROTOCOL =
      Protocol.of("ipcomp", LAYOUT, IpComp.class, IpComp::new, IpComp::new, IP_PROTOCOL.key(108))
          .titled("IP Payload Compression", "https://www.rfc-editor.org/rfc/rfc3173");

  /** A new header. */
  public IpComp() {
    super(PROTOCOL);
  }

  IpComp(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  // --- accessors: generated from the fields above ---

  /** IP protocol number of the compressed payload. */
  public int nextHeader() {
    return NEXT_HEADER.get(this);
  }

  /** Sets {@code ipcomp.next_header}, 8 bits. */
  public IpComp nextHeader(int value) {
    NEXT_HEADER.set(this, value);
    return this;
  }

  /** Reserved flags; 0. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code ipcomp.flags}, 8 bits. */
  public IpComp flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** Compression parameter index, which selects the algorithm. */
  public int cpi() {
    return CPI.get(this);
  }

  /** Sets {@code ipcomp.cpi}, 16 bits. */
  public IpComp cpi(int value) {
    CPI.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
