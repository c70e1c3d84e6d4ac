package org.jpacker.api.toy;

import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** Two octets before the payload, and one of the header's own after it. */
public final class ToyTail extends Header {
  public static final Layout LAYOUT = Layout.of(UIntField.at(0, 16, "toytail.id"));
  public static final Protocol<ToyTail> PROTOCOL =
      Protocol.of("toytail", LAYOUT, ToyTail.class, ToyTail::new, ToyTail::new);

  public ToyTail() {
    super(PROTOCOL);
  }

  ToyTail(Window in) throws MalformedException {
    super(PROTOCOL, in);
    tail(1);
  }
}
