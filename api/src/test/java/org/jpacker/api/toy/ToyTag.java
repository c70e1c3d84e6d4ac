package org.jpacker.api.toy;

import static org.jpacker.api.DispatchTable.ETHERTYPE;

import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** Four octets: an id, and the type of what follows. */
public final class ToyTag extends Header {
  public static final UIntField ID = UIntField.at(0, 16, "toytag.id");
  public static final UIntField TYPE =
      UIntField.at(16, 16, "toytag.type").asDerived().hex().selects(ETHERTYPE);
  public static final Layout LAYOUT = Layout.of(ID, TYPE);
  public static final Protocol<ToyTag> PROTOCOL =
      Protocol.of("toytag", LAYOUT, ToyTag.class, ToyTag::new, ToyTag::new, ETHERTYPE.key(0x8100));

  public ToyTag() {
    super(PROTOCOL);
  }

  ToyTag(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(ETHERTYPE, TYPE.get(this)).readPayload(this);
  }

  public int id() {
    return ID.get(this);
  }

  public ToyTag id(int id) {
    ID.set(this, id);
    return this;
  }

  public int type() {
    return TYPE.get(this);
  }

  @Override
  protected void derive(Derivation d) {
    d.number(TYPE, ETHERTYPE);
  }
}
