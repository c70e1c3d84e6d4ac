package org.jpacker.testkit;

import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** A header of two octets: kind and count. */
public final class Good extends Header {
  static final UIntField KIND = UIntField.at(0, 8, "good.kind");
  static final UIntField COUNT = UIntField.at(8, 8, "good.count");
  static final Protocol<Good> PROTOCOL =
      Protocol.of(
              "good",
              Layout.of(KIND, COUNT),
              Good.class,
              Good::new,
              Good::new,
              DispatchTable.UDP_PORT.key(9))
          .recognisedIn("udp", in -> in.u16(0) == 0);

  /** Creates a header for crafting. */
  public Good() {
    super(PROTOCOL);
  }

  Good(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }
}
