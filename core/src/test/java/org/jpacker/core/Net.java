package org.jpacker.core;

import java.util.Map;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Passage;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/** A made-up network layer with a field of nearly every kind. */
final class Net extends Header {
  static final DispatchTable PROTOS = DispatchTable.named("net.proto");

  /** Octets; the wire counts words of four. */
  static final UIntField HDR_LEN =
      UIntField.at(0, 4, "net.hdr_len").times(4).orElse(40).asDerived();

  static final UIntField FLAGS = UIntField.at(4, 4, "net.flags").hex();
  static final FlagField URGENT = FlagField.at(4, "net.flags.urgent");
  static final FlagField MORE = FlagField.at(5, "net.flags.more");
  static final UIntField KIND =
      UIntField.at(8, 8, "net.kind").valueNames(Map.of(0L, "data", 1L, "ping (request)"));
  static final UIntField LEN = UIntField.at(16, 16, "net.len").asDerived();
  static final UIntField TTL = UIntField.at(32, 8, "net.ttl").orElse(64);
  static final UIntField SKEW = UIntField.at(40, 8, "net.skew").signed();
  static final UIntField PROTO = UIntField.at(48, 16, "net.proto").asDerived().selects(PROTOS);
  static final Ipv4Field SRC = Ipv4Field.at(64, "net.src");
  static final Ipv4Field DST = Ipv4Field.at(96, "net.dst");
  static final Ipv6Field VIA = Ipv6Field.at(128, "net.via");
  static final ULongField COOKIE = ULongField.at(256, 64, "net.cookie");
  static final BytesField OPTIONS = BytesField.rest(320, "net.options");
  static final Layout LAYOUT =
      Layout.of(
              HDR_LEN, FLAGS, URGENT, MORE, KIND, LEN, TTL, SKEW, PROTO, SRC, DST, VIA, COOKIE,
              OPTIONS)
          .endpoints(SRC, DST)
          .limitedBy(LEN)
          .passedBy(Passage.of().only(KIND, 0).headerSize(HDR_LEN).limit(LEN).next(PROTO));
  static final Protocol<Net> PROTOCOL =
      Protocol.of(
              "net", LAYOUT, Net.class, Net::new, Net::new, Wire.TYPES.key(0x0801), PROTOS.key(4))
          .titled("Made-up Net");

  Net() {
    super(PROTOCOL);
  }

  private Net(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(HDR_LEN.get(this));
    limit(LEN.get(this));
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(PROTOS, PROTO.get(this)).readPayload(this);
  }

  Net between(String source, String destination) {
    SRC.set(this, source);
    DST.set(this, destination);
    return this;
  }

  @Override
  protected void derive(Derivation d) {
    d.length(HDR_LEN, headerSize());
    d.length(LEN, size());
    d.number(PROTO, PROTOS);
  }
}
