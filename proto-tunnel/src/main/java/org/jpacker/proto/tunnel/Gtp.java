package org.jpacker.proto.tunnel;

import static org.jpacker.api.DispatchTable.ETHERTYPE;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
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
import org.jpacker.api.contents.Contents;

/**
 * GPRS Tunneling Protocol, version 1, user plane, <a
 * href="https://www.3gpp.org/dynareport/29281.htm">3GPP TS 29.281</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |     flags     |    message    |            length             |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                             teid                              |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * </pre>
 *
 * <p>If one of the flags E, S and PN is set, four more octets follow: sequence number, N-PDU number
 * and the type of the first extension header. Extension headers are part of this header. A message
 * of type 255 carries an IP packet, whose version is in its first four bits.
 */
public final class Gtp extends Header {
  private static final int PACKET = 0xff;

  /** Version, protocol type and the flags E, S and PN. */
  public static final UIntField FLAGS = UIntField.at(0, 8, "gtp.flags").hex().orElse(0x30);

  /** Version of the protocol; 1. */
  public static final UIntField VERSION = UIntField.at(0, 3, "gtp.flags.version");

  /** Protocol type: 1 for GTP, 0 for GTP' (charging). */
  public static final UIntField PAYLOAD = UIntField.at(3, 1, "gtp.flags.payload");

  /** Reserved bit. */
  public static final UIntField RESERVED = UIntField.at(4, 1, "gtp.flags.reserved");

  /** The type of the next extension header is valid. */
  public static final FlagField E = FlagField.at(5, "gtp.flags.e");

  /** The sequence number is valid. */
  public static final FlagField S = FlagField.at(6, "gtp.flags.s");

  /** The N-PDU number is valid. */
  public static final FlagField PN = FlagField.at(7, "gtp.flags.pn");

  /** Message type; 255 for a user packet. */
  public static final UIntField MESSAGE =
      UIntField.at(8, 8, "gtp.message")
          .hex()
          .orElse(PACKET)
          .valueNames(
              Map.of(
                  1L,
                  "echo request",
                  2L,
                  "echo response",
                  26L,
                  "error indication",
                  31L,
                  "supported extension headers",
                  254L,
                  "end marker",
                  255L,
                  "T-PDU"));

  /** Octets after the first eight. */
  public static final UIntField LENGTH = UIntField.at(16, 16, "gtp.length").asDerived();

  /** Tunnel endpoint identifier, assigned by the receiver. */
  public static final ULongField TEID = ULongField.at(32, 32, "gtp.teid").hex();

  /** Sequence number; valid if {@link #S} is set. */
  public static final UIntField SEQ_NUMBER =
      UIntField.at(64, 16, "gtp.seq_number").hex().when("E, S or PN is set", Gtp::isLong);

  /** N-PDU number, for handovers; valid if {@link #PN} is set. */
  public static final UIntField NPDU_NUMBER =
      UIntField.at(80, 8, "gtp.npdu_number").hex().when("E, S or PN is set", Gtp::isLong);

  /** Type of the first extension header, 0 for none; valid if {@link #E} is set. */
  public static final UIntField NEXT =
      UIntField.at(88, 8, "gtp.ext_hdr.next")
          .hex()
          .when("E, S or PN is set", Gtp::isLong)
          .valueNames(
              Map.of(
                  0L,
                  "none",
                  0x20L,
                  "service class",
                  0x40L,
                  "UDP port",
                  0x81L,
                  "RAN container",
                  0x82L,
                  "long PDCP PDU number",
                  0x83L,
                  "Xw RAN container",
                  0x84L,
                  "NR RAN container",
                  0x85L,
                  "PDU session container",
                  0xc0L,
                  "PDCP PDU number"));

  /** The extension headers as octets; {@link #extensions()} has them as records. */
  public static final BytesField EXTENSIONS =
      BytesField.rest(96, "gtp.ext_hdr.octets").when("E, S or PN is set", Gtp::isLong);

  private static final Contents<Gtp, GtpExtension> RECORDS =
      Contents.of(
          "gtp.ext_hdr.record",
          Gtp.class,
          BytesField.rest(88, "gtp.ext_hdr.chain").when(E),
          GtpExtension.ALL);

  public static final Layout LAYOUT =
      Layout.of(
              FLAGS,
              VERSION,
              PAYLOAD,
              RESERVED,
              E,
              S,
              PN,
              MESSAGE,
              LENGTH,
              TEID,
              SEQ_NUMBER,
              NPDU_NUMBER,
              NEXT,
              EXTENSIONS)
          .telling(RECORDS.fields())
          .limitedBy(LENGTH);

  public static final Protocol<Gtp> PROTOCOL =
      Protocol.of("gtp", LAYOUT, Gtp.class, Gtp::new, Gtp::new, UDP_PORT.key(2152))
          .titled(
              "GPRS Tunneling Protocol, user plane", "https://www.3gpp.org/dynareport/29281.htm")
          .byDestination();

  /** A new header. */
  public Gtp() {
    super(PROTOCOL);
  }

  Gtp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    if (VERSION.get(this) != 1) {
      throw in.refusal("gtp", "version " + VERSION.get(this) + " instead of 1");
    }
    headerSize(isLong(this) ? 12 + extensions(in) : 8);
    limit(8 + length());
  }

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    if (message() != PACKET || window().size() == 0) {
      return window().raw();
    }
    return switch (window().u8(0) >>> 4) {
      case 4 -> registry.find(ETHERTYPE, 0x0800).readPayload(this);
      case 6 -> registry.find(ETHERTYPE, 0x86dd).readPayload(this);
      default -> window().raw();
    };
  }

  // --- accessors: generated from the fields above ---
  // without: VERSION, PAYLOAD, E, S, PN

  /** Version, protocol type and the flags E, S and PN. */
  public int flags() {
    return FLAGS.get(this);
  }

  /** Sets {@code gtp.flags}, 8 bits. */
  public Gtp flags(int value) {
    FLAGS.set(this, value);
    return this;
  }

  /** Message type; 255 for a user packet. */
  public int message() {
    return MESSAGE.get(this);
  }

  /** Sets {@code gtp.message}, 8 bits. */
  public Gtp message(int value) {
    MESSAGE.set(this, value);
    return this;
  }

  /** Octets after the first eight. */
  public int length() {
    return LENGTH.get(this);
  }

  /** Sets {@code gtp.length}, 16 bits, and pins it. */
  public Gtp length(int value) {
    LENGTH.set(this, value);
    return this;
  }

  /** Tunnel endpoint identifier, assigned by the receiver. */
  public long teid() {
    return TEID.get(this);
  }

  /** Sets {@code gtp.teid}, 32 bits. */
  public Gtp teid(long value) {
    TEID.set(this, value);
    return this;
  }

  /** Sequence number; valid if {@link #S} is set. */
  public int seqNumber() {
    return SEQ_NUMBER.get(this);
  }

  /** Sets {@code gtp.seq_number}, 16 bits. */
  public Gtp seqNumber(int value) {
    SEQ_NUMBER.set(this, value);
    return this;
  }

  /** N-PDU number, for handovers; valid if {@link #PN} is set. */
  public int npduNumber() {
    return NPDU_NUMBER.get(this);
  }

  /** Sets {@code gtp.npdu_number}, 8 bits. */
  public Gtp npduNumber(int value) {
    NPDU_NUMBER.set(this, value);
    return this;
  }

  /** Type of the first extension header, 0 for none; valid if {@link #E} is set. */
  public int next() {
    return NEXT.get(this);
  }

  /** Sets {@code gtp.ext_hdr.next}, 8 bits. */
  public Gtp next(int value) {
    NEXT.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The extension headers; none where the flag E is not set. */
  public List<GtpExtension> extensions() {
    return RECORDS.get(this);
  }

  /**
   * Sets the extension headers, and the flag E if there are any. The optional fields exist while
   * one of the flags E, S and PN is set, and are removed if none is.
   */
  public Gtp extensions(List<GtpExtension> extensions) {
    E.set(this, !extensions.isEmpty());
    replaceHeader(Arrays.copyOf(headerWindow().raw().toBytes(), isLong(this) ? 12 : 8));
    if (!extensions.isEmpty()) {
      return RECORDS.set(this, extensions);
    }
    if (isLong(this)) {
      NEXT.set(this, 0);
    }
    return this;
  }

  private static boolean isLong(Header header) {
    return E.get(header) || S.get(header) || PN.get(header);
  }

  /**
   * Octets of the extension headers. Each begins with its size in units of four octets and ends
   * with the type of the next.
   */
  private int extensions(Window in) throws MalformedException {
    int at = 12;
    int kind = E.get(this) ? in.u8(11) : 0;
    while (kind != 0) {
      int size = in.u8(at) * 4;
      if (size == 0) {
        throw in.refusal("gtp", "an extension header of size 0");
      }
      kind = in.u8(at + size - 1);
      at += size;
    }
    return at - 12;
  }

  @Override
  protected void derive(Derivation d) {
    d.length(LENGTH, size() - 8);
  }
}
