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
 * number. Type III has four more octets, and another eight if the flag O is set.
 */
public final class Erspan extends Header {
  private static final int SHORT = 12;
  private static final int LONG = 20;
  private static final int ETHERNET = 1;
  private static final int RAW = 101;

  /** Frame type of a packet without a link layer. */
  private static final int IP = 2;

  /** Version: 1 for type II, 2 for type III. */
  public static final UIntField VERSION = UIntField.at(0, 4, "erspan.version").orElse(1);

  /** VLAN of the mirrored packet. */
  public static final UIntField VLAN = UIntField.at(4, 12, "erspan.vlan");

  /** Class of service of the mirrored packet. */
  public static final UIntField COS = UIntField.at(16, 3, "erspan.cos");

  /** Encapsulation of the mirrored packet in type II, its errors in type III. */
  public static final UIntField ENCAP = UIntField.at(19, 2, "erspan.encap");

  /** Size error of the mirrored packet: 1 short, 2 oversized, 3 bad. */
  public static final UIntField BSO =
      UIntField.at(19, 2, "erspan.bso").when("it is type III", Erspan::isTypeIii);

  /** The mirrored packet was truncated. */
  public static final FlagField TRUNCATED = FlagField.at(21, "erspan.truncated");

  /** Session identifier. */
  public static final UIntField SPANID = UIntField.at(22, 10, "erspan.spanid");

  /** The 32 bits whose meaning depends on the version. */
  public static final ULongField REST = ULongField.at(32, 32, "erspan.type").hex();

  /** Reserved bits. */
  public static final UIntField RESERVED =
      UIntField.at(32, 12, "erspan.reserved").when("it is type II", h -> VERSION.get(h) == 1);

  /** Port and direction of the mirrored packet. */
  public static final UIntField INDEX =
      UIntField.at(44, 20, "erspan.index").when("it is type II", h -> VERSION.get(h) == 1);

  /** Time stamp; {@link #GRA} is its unit. */
  public static final ULongField TIMESTAMP =
      ULongField.at(32, 32, "erspan.timestamp").when("it is type III", Erspan::isTypeIii);

  /** Security group tag. */
  public static final UIntField SGT =
      UIntField.at(64, 16, "erspan.sgt").when("it is type III", Erspan::isTypeIii);

  /** The payload is an Ethernet frame. */
  public static final UIntField P =
      UIntField.at(80, 1, "erspan.p").when("it is type III", Erspan::isTypeIii);

  /** Frame type of the payload: 0 for Ethernet, 2 for IP. */
  public static final UIntField FT =
      UIntField.at(81, 5, "erspan.ft").when("it is type III", Erspan::isTypeIii);

  /** Identifier of the mirroring hardware. */
  public static final UIntField HW =
      UIntField.at(86, 6, "erspan.hw").when("it is type III", Erspan::isTypeIii);

  /** The mirrored packet was outgoing. */
  public static final FlagField DIRECTION =
      FlagField.at(92, "erspan.direction").when("it is type III", Erspan::isTypeIii);

  /** Unit of the time stamp: 0 for 100 microseconds, 1 for 100 nanoseconds, 2 for IEEE 1588. */
  public static final UIntField GRA =
      UIntField.at(93, 2, "erspan.gra").when("it is type III", Erspan::isTypeIii);

  /** A platform subheader follows. */
  public static final FlagField O =
      FlagField.at(95, "erspan.o").when("it is type III", Erspan::isTypeIii);

  /** Platform, which defines the contents of the subheader. */
  public static final UIntField PLATID = UIntField.at(96, 6, "erspan.platid").when(O);

  /** Identifier of the virtual supervisor module. */
  public static final UIntField VSMID =
      UIntField.at(116, 12, "erspan.pid1.vsmid").when("the platform is 1", isPlatform(1));

  /** Port index, on platform 1. */
  public static final ULongField PORT_OF_1 =
      ULongField.at(128, 32, "erspan.pid1.port_index").when("the platform is 1", isPlatform(1));

  /** Port index, on platform 3. */
  public static final UIntField PORT_OF_3 =
      UIntField.at(114, 14, "erspan.pid3.port_index").when("the platform is 3", isPlatform(3));

  /** Upper 32 bits of the time stamp, on platform 3. */
  public static final ULongField TIMESTAMP_OF_3 =
      ULongField.at(128, 32, "erspan.pid3.timestamp").when("the platform is 3", isPlatform(3));

  /** Identifier of the switch, on platforms 5 and 6. */
  public static final UIntField SWITCH_ID =
      UIntField.at(102, 10, "erspan.pid5.switchid").when("the platform is 5 or 6", isPlatform(5));

  /** Port index, on platforms 5 and 6. */
  public static final UIntField PORT_OF_5 =
      UIntField.at(112, 16, "erspan.pid5.port_index").when("the platform is 5 or 6", isPlatform(5));

  /** Seconds of the time stamp, on platforms 5 and 6. */
  public static final ULongField TIMESTAMP_OF_5 =
      ULongField.at(128, 32, "erspan.pid5.timestamp").when("the platform is 5 or 6", isPlatform(5));

  /** Index of the source, on platform 7. */
  public static final UIntField SOURCE_OF_7 =
      UIntField.at(108, 20, "erspan.pid7.source_index").when("the platform is 7", isPlatform(7));

  /** Upper 32 bits of the time stamp, on platform 7. */
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
   * Adds or replaces the platform subheader of a type III header.
   *
   * @param platform 6 bits
   * @param info the bits after the platform, 58 bits
   * @throws IllegalStateException if the header is not of type III
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

  // --- accessors: generated from the fields above ---
  // without: BSO, REST, P, O, PLATID, VSMID, PORT_OF_1, PORT_OF_3, TIMESTAMP_OF_3, SWITCH_ID,
  // PORT_OF_5, TIMESTAMP_OF_5, SOURCE_OF_7, TIMESTAMP_OF_7

  /** Version: 1 for type II, 2 for type III. */
  public int version() {
    return VERSION.get(this);
  }

  /** Sets {@code erspan.version}, 4 bits. */
  public Erspan version(int value) {
    VERSION.set(this, value);
    return this;
  }

  /** VLAN of the mirrored packet. */
  public int vlan() {
    return VLAN.get(this);
  }

  /** Sets {@code erspan.vlan}, 12 bits. */
  public Erspan vlan(int value) {
    VLAN.set(this, value);
    return this;
  }

  /** Class of service of the mirrored packet. */
  public int cos() {
    return COS.get(this);
  }

  /** Sets {@code erspan.cos}, 3 bits. */
  public Erspan cos(int value) {
    COS.set(this, value);
    return this;
  }

  /** Encapsulation of the mirrored packet in type II, its errors in type III. */
  public int encap() {
    return ENCAP.get(this);
  }

  /** Sets {@code erspan.encap}, 2 bits. */
  public Erspan encap(int value) {
    ENCAP.set(this, value);
    return this;
  }

  /** The mirrored packet was truncated. */
  public boolean truncated() {
    return TRUNCATED.get(this);
  }

  /** Sets or clears {@code erspan.truncated}. */
  public Erspan truncated(boolean value) {
    TRUNCATED.set(this, value);
    return this;
  }

  /** Session identifier. */
  public int spanid() {
    return SPANID.get(this);
  }

  /** Sets {@code erspan.spanid}, 10 bits. */
  public Erspan spanid(int value) {
    SPANID.set(this, value);
    return this;
  }

  /** Port and direction of the mirrored packet. */
  public int index() {
    return INDEX.get(this);
  }

  /** Sets {@code erspan.index}, 20 bits. */
  public Erspan index(int value) {
    INDEX.set(this, value);
    return this;
  }

  /** Time stamp; {@link #GRA} is its unit. */
  public long timestamp() {
    return TIMESTAMP.get(this);
  }

  /** Sets {@code erspan.timestamp}, 32 bits. */
  public Erspan timestamp(long value) {
    TIMESTAMP.set(this, value);
    return this;
  }

  /** Security group tag. */
  public int sgt() {
    return SGT.get(this);
  }

  /** Sets {@code erspan.sgt}, 16 bits. */
  public Erspan sgt(int value) {
    SGT.set(this, value);
    return this;
  }

  /** Frame type of the payload: 0 for Ethernet, 2 for IP. */
  public int ft() {
    return FT.get(this);
  }

  /** Sets {@code erspan.ft}, 5 bits. */
  public Erspan ft(int value) {
    FT.set(this, value);
    return this;
  }

  /** Identifier of the mirroring hardware. */
  public int hw() {
    return HW.get(this);
  }

  /** Sets {@code erspan.hw}, 6 bits. */
  public Erspan hw(int value) {
    HW.set(this, value);
    return this;
  }

  /** The mirrored packet was outgoing. */
  public boolean direction() {
    return DIRECTION.get(this);
  }

  /** Sets or clears {@code erspan.direction}. */
  public Erspan direction(boolean value) {
    DIRECTION.set(this, value);
    return this;
  }

  /** Unit of the time stamp: 0 for 100 microseconds, 1 for 100 nanoseconds, 2 for IEEE 1588. */
  public int gra() {
    return GRA.get(this);
  }

  /** Sets {@code erspan.gra}, 2 bits. */
  public Erspan gra(int value) {
    GRA.set(this, value);
    return this;
  }

  // --- end of accessors ---
}
