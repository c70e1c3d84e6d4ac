package org.jpacker.proto.ip;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.LINK_TYPE;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Predicate;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.Window;

/**
 * Encapsulated Remote Switch Packet Analysis, <a
 * href="https://datatracker.ietf.org/doc/html/draft-foschiano-erspan-03#section-4">types I, II and
 * III</a>, under GRE.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |version|         vlan          | cos |enc|t|      spanid       |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                             type                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>Type I has no header of its own: the packet follows GRE, whose header then has no sequence
 * number. Type III has four more octets, and eight more where the flag O says so.
 */
public final class Erspan extends Header {
  private static final int SHORT = 12;
  private static final int LONG = 20;
  private static final int ETHERNET = 1;
  private static final int RAW = 101;

  /** Frame type of a packet without a link layer. */
  private static final int IP = 2;

  /** 1 for type II, 2 for type III. */
  public static final UIntField VERSION = UIntField.at(0, 4, "erspan.version").orElse(1);

  public static final UIntField VLAN = UIntField.at(4, 12, "erspan.vlan");

  /** Class of service. */
  public static final UIntField COS = UIntField.at(16, 3, "erspan.cos");

  /** Encapsulation of the mirrored packet in type II, its errors in type III. */
  public static final UIntField ENCAP = UIntField.at(19, 2, "erspan.encap");

  /** What was wrong with the mirrored packet: 1 short, 2 oversized, 3 bad. */
  public static final UIntField BSO =
      UIntField.at(19, 2, "erspan.bso").when("it is type III", Erspan::isTypeIii);

  /** The mirrored packet was cut. */
  public static final FlagField TRUNCATED = FlagField.at(21, "erspan.truncated");

  /** Session. */
  public static final UIntField SPANID = UIntField.at(22, 10, "erspan.spanid");

  /** The 32 bits whose meaning the version tells. */
  public static final ULongField REST = ULongField.at(32, 32, "erspan.type").hex();

  public static final UIntField RESERVED =
      UIntField.at(32, 12, "erspan.reserved").when("it is type II", h -> VERSION.get(h) == 1);

  /** Port and direction. */
  public static final UIntField INDEX =
      UIntField.at(44, 20, "erspan.index").when("it is type II", h -> VERSION.get(h) == 1);

  public static final ULongField TIMESTAMP =
      ULongField.at(32, 32, "erspan.timestamp").when("it is type III", Erspan::isTypeIii);

  /** Security group tag. */
  public static final UIntField SGT =
      UIntField.at(64, 16, "erspan.sgt").when("it is type III", Erspan::isTypeIii);

  public static final UIntField P =
      UIntField.at(80, 1, "erspan.p").when("it is type III", Erspan::isTypeIii);

  /** Frame type. */
  public static final UIntField FT =
      UIntField.at(81, 5, "erspan.ft").when("it is type III", Erspan::isTypeIii);

  /** Hardware that mirrors. */
  public static final UIntField HW =
      UIntField.at(86, 6, "erspan.hw").when("it is type III", Erspan::isTypeIii);

  /** Set for outgoing packets. */
  public static final FlagField DIRECTION =
      FlagField.at(92, "erspan.direction").when("it is type III", Erspan::isTypeIii);

  /** Granularity of the time stamp. */
  public static final UIntField GRA =
      UIntField.at(93, 2, "erspan.gra").when("it is type III", Erspan::isTypeIii);

  public static final FlagField O =
      FlagField.at(95, "erspan.o").when("it is type III", Erspan::isTypeIii);

  /** Whose subheader follows: the platform says what is in it. */
  public static final UIntField PLATID = UIntField.at(96, 6, "erspan.platid").when(O);

  /** Virtual supervisor module. */
  public static final UIntField VSMID =
      UIntField.at(116, 12, "erspan.pid1.vsmid").when("the platform is 1", isPlatform(1));

  public static final ULongField PORT_OF_1 =
      ULongField.at(128, 32, "erspan.pid1.port_index").when("the platform is 1", isPlatform(1));
  public static final UIntField PORT_OF_3 =
      UIntField.at(114, 14, "erspan.pid3.port_index").when("the platform is 3", isPlatform(3));

  /** The 32 bits above those of the time stamp. */
  public static final ULongField TIMESTAMP_OF_3 =
      ULongField.at(128, 32, "erspan.pid3.timestamp").when("the platform is 3", isPlatform(3));

  public static final UIntField SWITCH_ID =
      UIntField.at(102, 10, "erspan.pid5.switchid").when("the platform is 5 or 6", isPlatform(5));
  public static final UIntField PORT_OF_5 =
      UIntField.at(112, 16, "erspan.pid5.port_index").when("the platform is 5 or 6", isPlatform(5));

  /** Seconds. */
  public static final ULongField TIMESTAMP_OF_5 =
      ULongField.at(128, 32, "erspan.pid5.timestamp").when("the platform is 5 or 6", isPlatform(5));

  public static final UIntField SOURCE_OF_7 =
      UIntField.at(108, 20, "erspan.pid7.source_index").when("the platform is 7", isPlatform(7));

  /** The 32 bits above those of the time stamp. */
  public static final ULongField TIMESTAMP_OF_7 =
      ULongField.at(128, 32, "erspan.pid7.timestamp").when("the platform is 7", isPlatform(7));

  public static final Layout LAYOUT =
      Layout.of(
          VERSION,
          VLAN,
          COS,
          ENCAP,
          BSO,
          TRUNCATED,
          SPANID,
          REST,
          RESERVED,
          INDEX,
          TIMESTAMP,
          SGT,
          P,
          FT,
          HW,
          DIRECTION,
          GRA,
          O,
          PLATID,
          VSMID,
          PORT_OF_1,
          PORT_OF_3,
          TIMESTAMP_OF_3,
          SWITCH_ID,
          PORT_OF_5,
          TIMESTAMP_OF_5,
          SOURCE_OF_7,
          TIMESTAMP_OF_7);

  public static final Protocol<Erspan> PROTOCOL =
      Protocol.of(
              "erspan",
              LAYOUT,
              Erspan.class,
              Erspan::new,
              Erspan::read,
              ETHERTYPE.key(0x88be),
              ETHERTYPE.key(0x22eb))
          .titled(
              "Encapsulated Remote Switch Packet Analysis",
              "https://datatracker.ietf.org/doc/html/draft-foschiano-erspan-03#section-4");

  private static Layer read(Window in) throws MalformedException {
    boolean isTypeOne =
        in.carrier() instanceof Gre gre && gre.proto() == 0x88be && !gre.hasSequenceNumber();
    if (!isTypeOne) {
      return new Erspan(in);
    }
    ProtocolRegistry registry =
        in.packet() == null ? ProtocolRegistry.installed() : in.packet().link().registry();
    return registry.find(LINK_TYPE, ETHERNET).read(in);
  }

  /** A new header. */
  public Erspan() {
    super(PROTOCOL);
  }

  private Erspan(Window in) throws MalformedException {
    super(PROTOCOL, in);
    if (isTypeIii(this)) {
      headerSize(in.size() >= SHORT && (in.u8(SHORT - 1) & 1) != 0 ? LONG : SHORT);
    }
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return registry.find(LINK_TYPE, FT.get(this) == IP ? RAW : ETHERNET).readPayload(this);
  }

  private static boolean isTypeIii(Header header) {
    return VERSION.get(header) == 2;
  }

  private static Predicate<Header> isPlatform(int platform) {
    return header -> {
      int found = PLATID.get(header);
      return header.headerSize() == LONG && (found == 6 ? 5 : found) == platform;
    };
  }

  /**
   * Gives a header of type III the subheader of a platform, or another one.
   *
   * @param platform 6 bits
   * @param info what follows the platform, 58 bits
   * @throws IllegalStateException if the type is another one
   */
  public Erspan subheader(int platform, long info) {
    if (!isTypeIii(this)) {
      throw new IllegalStateException("erspan: only a header of type III has a subheader");
    }
    if (platform >>> 6 != 0 || info >>> 58 != 0) {
      throw new IllegalArgumentException(
          "erspan: platform " + platform + " or " + info + " does not fit into 6 and 58 bits");
    }
    byte[] octets = Arrays.copyOf(headerWindow().raw().toBytes(), LONG);
    ByteBuffer.wrap(octets).putLong(SHORT, (long) platform << 58 | info);
    octets[SHORT - 1] |= 1;
    replaceHeader(octets);
    return this;
  }

  /** 1 for type II, 2 for type III. */
  public int version() {
    return VERSION.get(this);
  }

  public Erspan version(int value) {
    VERSION.set(this, value);
    return this;
  }

  public int vlan() {
    return VLAN.get(this);
  }

  public Erspan vlan(int value) {
    VLAN.set(this, value);
    return this;
  }

  /** Class of service. */
  public int cos() {
    return COS.get(this);
  }

  public Erspan cos(int value) {
    COS.set(this, value);
    return this;
  }

  /** Encapsulation of the mirrored packet in type II, its errors in type III. */
  public int encap() {
    return ENCAP.get(this);
  }

  public Erspan encap(int value) {
    ENCAP.set(this, value);
    return this;
  }

  /** The mirrored packet was cut. */
  public boolean truncated() {
    return TRUNCATED.get(this);
  }

  public Erspan truncated(boolean set) {
    TRUNCATED.set(this, set);
    return this;
  }

  /** Session. */
  public int spanid() {
    return SPANID.get(this);
  }

  public Erspan spanid(int value) {
    SPANID.set(this, value);
    return this;
  }

  /** Port and direction. */
  public int index() {
    return INDEX.get(this);
  }

  public Erspan index(int value) {
    INDEX.set(this, value);
    return this;
  }

  public long timestamp() {
    return TIMESTAMP.get(this);
  }

  public Erspan timestamp(long value) {
    TIMESTAMP.set(this, value);
    return this;
  }

  /** Security group tag. */
  public int sgt() {
    return SGT.get(this);
  }

  public Erspan sgt(int value) {
    SGT.set(this, value);
    return this;
  }

  /** Frame type. */
  public int ft() {
    return FT.get(this);
  }

  public Erspan ft(int value) {
    FT.set(this, value);
    return this;
  }

  /** Hardware that mirrors. */
  public int hw() {
    return HW.get(this);
  }

  public Erspan hw(int value) {
    HW.set(this, value);
    return this;
  }

  /** Set for outgoing packets. */
  public boolean direction() {
    return DIRECTION.get(this);
  }

  public Erspan direction(boolean set) {
    DIRECTION.set(this, set);
    return this;
  }

  /** Granularity of the time stamp. */
  public int gra() {
    return GRA.get(this);
  }

  public Erspan gra(int value) {
    GRA.set(this, value);
    return this;
  }
}
