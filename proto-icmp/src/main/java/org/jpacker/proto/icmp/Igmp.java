package org.jpacker.proto.icmp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Contents;
import org.jpacker.api.contents.Leaf;

/**
 * Internet Group Management Protocol, versions 1 (<a
 * href="https://www.rfc-editor.org/rfc/rfc1112">RFC 1112</a>), 2 (<a
 * href="https://www.rfc-editor.org/rfc/rfc2236">RFC 2236</a>) and 3 (<a
 * href="https://www.rfc-editor.org/rfc/rfc3376#section-4">RFC 3376</a>).
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     type      |   max_resp    |           checksum            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>The header is the whole message. A query of version 3 is recognised by its size of at least
 * twelve octets.
 */
public final class Igmp extends Header {
  private static final int QUERY = 0x11;
  private static final int REPORT_V3 = 0x22;
  private static final int LONG_QUERY = 12;

  /** Kind of message: 0x11 query; 0x12, 0x16, 0x22 reports of versions 1 to 3; 0x17 leave. */
  public static final UIntField TYPE =
      UIntField.at(0, 8, "igmp.type")
          .hex()
          .orElse(QUERY)
          .valueNames(ValueNames.read(() -> Igmp.class.getResourceAsStream("igmp.type.tsv")));

  /**
   * Longest response time in tenths of a second; from 128 on in version 3, an exponent and a
   * mantissa.
   */
  public static final UIntField MAX_RESP = UIntField.at(8, 8, "igmp.max_resp");

  /** Checksum of the whole message. */
  public static final UIntField CHECKSUM = UIntField.at(16, 16, "igmp.checksum").asChecksum().hex();

  /** Multicast group; 0.0.0.0 in general queries. */
  public static final Ipv4Field MADDR =
      Ipv4Field.at(32, "igmp.maddr")
          .when("it is not a report of version 3", h -> TYPE.get(h) != REPORT_V3);

  /** Routers are to suppress their processing of a query. */
  public static final FlagField S =
      FlagField.at(68, "igmp.s").when("it is a query of version 3", Igmp::isLongQuery);

  /** Robustness variable of the querier. */
  public static final UIntField QRV =
      UIntField.at(69, 3, "igmp.qrv").when("it is a query of version 3", Igmp::isLongQuery);

  /** Code of the interval between queries. */
  public static final UIntField QQIC =
      UIntField.at(72, 8, "igmp.qqic").when("it is a query of version 3", Igmp::isLongQuery);

  /** Number of sources. */
  public static final UIntField NUM_SRC =
      UIntField.at(80, 16, "igmp.num_src").when("it is a query of version 3", Igmp::isLongQuery);

  /** The sources as octets; {@link #sources()} has them as addresses. */
  public static final BytesField SOURCES =
      BytesField.rest(96, "igmp.sources").when("it is a query of version 3", Igmp::isLongQuery);

  /** Number of group records. */
  public static final UIntField NUM_GRP_RECS =
      UIntField.at(48, 16, "igmp.num_grp_recs")
          .when("it is a report of version 3", h -> TYPE.get(h) == REPORT_V3);

  /** The group records as octets; {@link #records()} has them as records. */
  public static final BytesField RECORDS =
      BytesField.rest(64, "igmp.records")
          .when("it is a report of version 3", h -> TYPE.get(h) == REPORT_V3);

  private static final Contents<Igmp, GroupRecord> GROUPS =
      Contents.list("igmp.record", Igmp.class, RECORDS, GroupRecord.of(0, Address.Ipv4.ZERO))
          .counted(NUM_GRP_RECS);

  private static final Contents<Igmp, Address.Ipv4> ADDRESSES =
      Contents.values("igmp.saddr", Igmp.class, SOURCES, Leaf.IPV4).counted(NUM_SRC);

  public static final Layout LAYOUT =
      Layout.of(
              TYPE,
              MAX_RESP,
              CHECKSUM,
              MADDR,
              S,
              QRV,
              QQIC,
              NUM_SRC,
              SOURCES,
              NUM_GRP_RECS,
              RECORDS)
          .telling(GROUPS.fields())
          .telling(ADDRESSES.fields())
          .atLeast(8);

  public static final Protocol<Igmp> PROTOCOL =
      Protocol.of("igmp", LAYOUT, Igmp.class, Igmp::new, Igmp::new, IP_PROTOCOL.key(2))
          .titled(
              "Internet Group Management Protocol",
              "https://www.rfc-editor.org/rfc/rfc3376",
              "https://www.rfc-editor.org/rfc/rfc2236",
              "https://www.rfc-editor.org/rfc/rfc1112");

  /** A new general query of version 2. */
  public Igmp() {
    super(PROTOCOL);
  }

  Igmp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    boolean isLong = type() == REPORT_V3 || type() == QUERY && in.size() >= LONG_QUERY;
    headerSize(isLong ? in.size() : 8);
  }

  // --- accessors: generated from the fields above ---

  /** Kind of message: 0x11 query; 0x12, 0x16, 0x22 reports of versions 1 to 3; 0x17 leave. */
  public int type() {
    return TYPE.get(this);
  }

  /** Sets {@code igmp.type}, 8 bits. */
  public Igmp type(int value) {
    TYPE.set(this, value);
    return this;
  }

  /**
   * Longest response time in tenths of a second; from 128 on in version 3, an exponent and a
   * mantissa.
   */
  public int maxResp() {
    return MAX_RESP.get(this);
  }

  /** Sets {@code igmp.max_resp}, 8 bits. */
  public Igmp maxResp(int value) {
    MAX_RESP.set(this, value);
    return this;
  }

  /** Checksum of the whole message. */
  public int checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code igmp.checksum}, 16 bits, and pins it. */
  public Igmp checksum(int value) {
    CHECKSUM.set(this, value);
    return this;
  }

  /** Multicast group; 0.0.0.0 in general queries. */
  public Address.Ipv4 maddr() {
    return MADDR.get(this);
  }

  /** Sets {@code igmp.maddr}. */
  public Igmp maddr(Address.Ipv4 address) {
    MADDR.set(this, address);
    return this;
  }

  /** Sets {@code igmp.maddr} from text such as {@code 192.0.2.1}. */
  public Igmp maddr(String address) {
    MADDR.set(this, address);
    return this;
  }

  /** Sets {@code igmp.maddr} from its 4 octets. */
  public Igmp maddr(byte[] octets) {
    MADDR.set(this, octets);
    return this;
  }

  /** Routers are to suppress their processing of a query. */
  public boolean s() {
    return S.get(this);
  }

  /** Sets or clears {@code igmp.s}. */
  public Igmp s(boolean value) {
    S.set(this, value);
    return this;
  }

  /** Robustness variable of the querier. */
  public int qrv() {
    return QRV.get(this);
  }

  /** Sets {@code igmp.qrv}, 3 bits. */
  public Igmp qrv(int value) {
    QRV.set(this, value);
    return this;
  }

  /** Code of the interval between queries. */
  public int qqic() {
    return QQIC.get(this);
  }

  /** Sets {@code igmp.qqic}, 8 bits. */
  public Igmp qqic(int value) {
    QQIC.set(this, value);
    return this;
  }

  /** Number of sources. */
  public int numSrc() {
    return NUM_SRC.get(this);
  }

  /** Sets {@code igmp.num_src}, 16 bits. */
  public Igmp numSrc(int value) {
    NUM_SRC.set(this, value);
    return this;
  }

  /** Number of group records. */
  public int numGrpRecs() {
    return NUM_GRP_RECS.get(this);
  }

  /** Sets {@code igmp.num_grp_recs}, 16 bits. */
  public Igmp numGrpRecs(int value) {
    NUM_GRP_RECS.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** A new query of version 3 for a group and sources of it; the group 0.0.0.0 asks for all. */
  public static Igmp query(Address.Ipv4 group, List<Address.Ipv4> sources) {
    Igmp igmp = new Igmp();
    igmp.replaceHeader(new byte[] {QUERY, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0});
    return ADDRESSES.set(igmp, sources).maddr(group);
  }

  /** A new report of version 3. */
  public static Igmp report(List<GroupRecord> records) {
    Igmp igmp = new Igmp();
    igmp.replaceHeader(new byte[] {REPORT_V3, 0, 0, 0, 0, 0, 0, 0});
    return igmp.records(records);
  }

  /** The sources of a query of version 3: as many as are counted and present. */
  public List<Address.Ipv4> sources() {
    return ADDRESSES.get(this);
  }

  /** The records of a report of version 3: as many as are counted and complete. */
  public List<GroupRecord> records() {
    return GROUPS.get(this);
  }

  /** Sets the records of a report of version 3, and their number. */
  public Igmp records(List<GroupRecord> records) {
    return GROUPS.set(this, records);
  }

  private static boolean isLongQuery(Header header) {
    return TYPE.get(header) == QUERY && header.headerSize() >= LONG_QUERY;
  }

  @Override
  protected void derive(Derivation d) {
    d.messageChecksum(CHECKSUM);
  }
}
