package org.jpacker.api.toy;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.InternetChecksum;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.PseudoHeader;
import org.jpacker.api.UIntField;
import org.jpacker.api.Window;

/** Sixteen octets and options: what an IP header is, in small. */
public final class ToyNet extends Header implements PseudoHeader {
  /** Octets, options included. */
  public static final UIntField HDR_LEN =
      UIntField.at(0, 7, "toynet.hdr_len").times(4).orElse(16).asDerived();

  public static final FlagField FRAGMENT = FlagField.at(7, "toynet.fragment");
  public static final UIntField TTL = UIntField.at(8, 8, "toynet.ttl").orElse(64);

  /** Octets of header and data. */
  public static final UIntField LEN = UIntField.at(16, 16, "toynet.len").asDerived();

  public static final UIntField PROTO =
      UIntField.at(32, 16, "toynet.proto").asDerived().selects(IP_PROTOCOL);
  public static final UIntField CHECKSUM =
      UIntField.at(48, 16, "toynet.checksum").asChecksum().hex();
  public static final Ipv4Field SRC = Ipv4Field.at(64, "toynet.src");
  public static final Ipv4Field DST = Ipv4Field.at(96, "toynet.dst");
  public static final BytesField OPTIONS = BytesField.rest(128, "toynet.options");
  public static final Layout LAYOUT =
      Layout.of(HDR_LEN, FRAGMENT, TTL, LEN, PROTO, CHECKSUM, SRC, DST, OPTIONS)
          .endpoints(SRC, DST)
          .limitedBy(LEN)
          .lends(SRC, DST, OPTIONS);
  public static final Protocol<ToyNet> PROTOCOL =
      Protocol.of(
          "toynet",
          LAYOUT,
          ToyNet.class,
          ToyNet::new,
          ToyNet::new,
          ETHERTYPE.key(0x0800),
          IP_PROTOCOL.key(4));

  public ToyNet() {
    super(PROTOCOL);
  }

  ToyNet(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(HDR_LEN.get(this));
    limit(len());
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(IP_PROTOCOL, proto()).readPayload(this);
  }

  public int ttl() {
    return TTL.get(this);
  }

  public ToyNet ttl(int ttl) {
    TTL.set(this, ttl);
    return this;
  }

  public int len() {
    return LEN.get(this);
  }

  public ToyNet len(int len) {
    LEN.set(this, len);
    return this;
  }

  public int proto() {
    return PROTO.get(this);
  }

  public ToyNet proto(int proto) {
    PROTO.set(this, proto);
    return this;
  }

  public int checksum() {
    return CHECKSUM.get(this);
  }

  public ToyNet checksum(int checksum) {
    CHECKSUM.set(this, checksum);
    return this;
  }

  public ToyNet src(String address) {
    SRC.set(this, address);
    return this;
  }

  public ToyNet dst(String address) {
    DST.set(this, address);
    return this;
  }

  public ToyNet options(byte[] options) {
    OPTIONS.set(this, options);
    return this;
  }

  @Override
  public void addPseudoHeader(InternetChecksum sum, int protocol, int length) {
    sum.add32(SRC.get(this).bits()).add32(DST.get(this).bits()).add16(protocol).add16(length);
  }

  @Override
  public int addressSize() {
    return 4;
  }

  @Override
  public boolean isFragment() {
    return FRAGMENT.get(this);
  }

  @Override
  public boolean allowsNoChecksum() {
    return true;
  }

  @Override
  protected void derive(Derivation d) {
    d.length(HDR_LEN, headerSize());
    d.length(LEN, size());
    d.number(PROTO, IP_PROTOCOL);
    d.headerChecksum(CHECKSUM);
  }
}
