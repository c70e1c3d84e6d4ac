package org.jpacker.testkit;

import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/**
 * Keeps state, hides a method of Header, has accessors that disagree, and its reader changes a
 * field.
 */
public final class Bad extends Header {
  static final UIntField KIND = UIntField.at(0, 8, "Bad.kind");
  static final UIntField COUNT = UIntField.at(8, 8, "bad.count");
  static final Protocol<Bad> PROTOCOL =
      Protocol.of(
              "bad",
              Layout.of(KIND, COUNT),
              Bad.class,
              Bad::new,
              Bad::new,
              DispatchTable.UDP_PORT.key(10))
          .recognisedIn("udp", in -> in.u8(0) == 0x77);

  private int reads;

  /** Creates a header for crafting. */
  public Bad() {
    super(PROTOCOL);
  }

  Bad(Window in) throws MalformedException {
    super(PROTOCOL, in);
    reads = in.size() > 1 ? in.u8(1) : 0;
    COUNT.set(this, reads + 1 & 0xff);
  }

  /** Contradicts the meaning of {@link Header#value}. */
  public int value() {
    return reads;
  }

  /** Reads a field other than the one that its setter writes. */
  public int count() {
    return KIND.get(this);
  }

  /** Writes a field other than the one that its getter reads. */
  public Bad count(int count) {
    COUNT.set(this, count);
    return this;
  }

  /** The contract that it fails. */
  static final class Contract extends ProtocolContract<Bad> {
    @Override
    protected Protocol<Bad> protocol() {
      return Bad.PROTOCOL;
    }
  }
}
