package org.jpacker.api.toy;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** Four octets: destination, source, type. */
public final class ToyLink extends Header {
  public static final UIntField DST = UIntField.at(0, 8, "toylink.dst");
  public static final UIntField SRC = UIntField.at(8, 8, "toylink.src");
  public static final UIntField TYPE =
      UIntField.at(16, 16, "toylink.type").asDerived().hex().selects(ETHERTYPE);
  public static final Layout LAYOUT = Layout.of(DST, SRC, TYPE).endpoints(SRC, DST);
  public static final Protocol<ToyLink> PROTOCOL =
      Protocol.of(
          "toylink",
          LAYOUT,
          ToyLink.class,
          ToyLink::new,
          ToyLink::new,
          DispatchTable.LINK_TYPE.key(1),
          ETHERTYPE.key(0xbeef));

  public ToyLink() {
    super(PROTOCOL);
  }

  ToyLink(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(ETHERTYPE, type()).readPayload(this);
  }

  public int type() {
    return TYPE.get(this);
  }

  public ToyLink type(int type) {
    TYPE.set(this, type);
    return this;
  }

  @Override
  protected void derive(Derivation d) {
    d.number(TYPE, ETHERTYPE);
  }
}
