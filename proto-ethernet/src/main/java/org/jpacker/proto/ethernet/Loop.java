package org.jpacker.proto.ethernet;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Configuration test protocol of Ethernet 2.0, also called loopback: the receiver returns the
 * frame. Numbers are little-endian.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |           skipcount           |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 */
public final class Loop extends Header {

  /** Octets from the end of this field to the function. */
  public static final UIntField SKIPCOUNT = UIntField.at(0, 16, "loop.skipcount").littleEndian();

  public static final Layout LAYOUT = Layout.of(SKIPCOUNT);

  public static final Protocol<Loop> PROTOCOL =
      Protocol.of("loop", LAYOUT, Loop.class, Loop::new, Loop::new, ETHERTYPE.key(0x9000))
          .titled("Configuration Test Protocol");

  /** A new header. */
  public Loop() {
    super(PROTOCOL);
  }

  Loop(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  // --- accessors: generated from the fields above ---

  /** Octets from the end of this field to the function. */
  public int skipcount() {
    return SKIPCOUNT.get(this);
  }

  /** Sets {@code loop.skipcount}, 16 bits. */
  public Loop skipcount(int value) {
    SKIPCOUNT.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
