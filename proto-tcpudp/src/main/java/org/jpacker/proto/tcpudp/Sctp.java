package org.jpacker.proto.tcpudp;

import static org.jpacker.api.DispatchTable.IP_PROTOCOL;
import static org.jpacker.api.DispatchTable.UDP_PORT;

import java.util.Arrays;
import java.util.List;
import java.util.zip.CRC32C;
import org.jpacker.api.BytesField;
import org.jpacker.api.Derivation;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Contents;

/**
 * Stream Control Transmission Protocol, <a
 * href="https://www.rfc-editor.org/rfc/rfc9260#section-3">RFC 9260</a>.
 *
 * <pre>
 *  0                   1                   2                   3
 *  0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |            srcport            |            dstport            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                       verification_tag                        |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * |                           checksum                            |
 * +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
 * | chunks ...
 * </pre>
 *
 * <p>The header is the whole packet: the common header and all chunks, {@link #chunks}. User data
 * are parts of data chunks.
 */
public final class Sctp extends Header {

  /** Port of the sender. */
  public static final UIntField SRC_PORT =
      UIntField.at(0, 16, "sctp.srcport")
          .valueNames(ValueNames.read(() -> Sctp.class.getResourceAsStream("sctp.port.tsv")));

  /** Port of the receiver. */
  public static final UIntField DST_PORT =
      UIntField.at(16, 16, "sctp.dstport")
          .valueNames(ValueNames.read(() -> Sctp.class.getResourceAsStream("sctp.port.tsv")));

  /** Tag chosen by the receiver, which identifies the association. */
  public static final ULongField VERIFICATION_TAG =
      ULongField.at(32, 32, "sctp.verification_tag").hex();

  /** CRC32c of the whole packet, least significant octet first. */
  public static final ULongField CHECKSUM =
      ULongField.at(64, 32, "sctp.checksum").asChecksum().hex();

  /** The chunks as octets; {@link #chunks()} has them as records. */
  public static final BytesField CHUNKS = BytesField.rest(96, "sctp.chunks");

  /** The types of chunks, to which other modules may add some. */
  public static final Choice<SctpChunk> CHUNK_TYPES = SctpChunks.ALL.choice();

  /** The types of parameters, to which other modules may add some. */
  public static final Choice<SctpParameter> PARAMETER_TYPES = SctpParameters.ALL.choice();

  private static final Contents<Sctp, SctpChunk> RECORDS =
      Contents.of("sctp.chunk", Sctp.class, CHUNKS, SctpChunks.ALL);

  public static final Layout LAYOUT =
      Layout.of(SRC_PORT, DST_PORT, VERIFICATION_TAG, CHECKSUM, CHUNKS)
          .telling(RECORDS.fields())
          .endpoints(SRC_PORT, DST_PORT);

  public static final Protocol<Sctp> PROTOCOL =
      Protocol.of(
              "sctp",
              LAYOUT,
              Sctp.class,
              Sctp::new,
              Sctp::new,
              IP_PROTOCOL.key(132),
              UDP_PORT.key(9899))
          .titled(
              "Stream Control Transmission Protocol",
              "https://www.rfc-editor.org/rfc/rfc9260",
              "https://www.rfc-editor.org/rfc/rfc6951");

  /** A new header. */
  public Sctp() {
    super(PROTOCOL);
  }

  Sctp(Window in) throws MalformedException {
    super(PROTOCOL, in);
    headerSize(in.size());
  }

  // --- accessors: generated from the fields above ---

  /** Port of the sender. */
  public int srcPort() {
    return SRC_PORT.get(this);
  }

  /** Sets {@code sctp.srcport}, 16 bits. */
  public Sctp srcPort(int value) {
    SRC_PORT.set(this, value);
    return this;
  }

  /** Port of the receiver. */
  public int dstPort() {
    return DST_PORT.get(this);
  }

  /** Sets {@code sctp.dstport}, 16 bits. */
  public Sctp dstPort(int value) {
    DST_PORT.set(this, value);
    return this;
  }

  /** Tag chosen by the receiver, which identifies the association. */
  public long verificationTag() {
    return VERIFICATION_TAG.get(this);
  }

  /** Sets {@code sctp.verification_tag}, 32 bits. */
  public Sctp verificationTag(long value) {
    VERIFICATION_TAG.set(this, value);
    return this;
  }

  /** CRC32c of the whole packet, least significant octet first. */
  public long checksum() {
    return CHECKSUM.get(this);
  }

  /** Sets {@code sctp.checksum}, 32 bits, and pins it. */
  public Sctp checksum(long value) {
    CHECKSUM.set(this, value);
    return this;
  }

  // --- end of accessors ---

  /** The chunks, the last one {@link SctpChunk.Truncated} if it does not fit. */
  public List<SctpChunk> chunks() {
    return RECORDS.get(this);
  }

  /** Sets the chunks, each padded to a multiple of four octets. */
  public Sctp chunks(List<? extends SctpChunk> chunks) {
    return RECORDS.set(this, chunks);
  }

  /** RFC 9260, appendix A. */
  private long crc() {
    byte[] octets = toBytes();
    Arrays.fill(octets, 8, 12, (byte) 0);
    CRC32C crc = new CRC32C();
    crc.update(octets);
    return Integer.reverseBytes((int) crc.getValue()) & 0xffffffffL;
  }

  @Override
  protected void derive(Derivation d) {
    d.checksum(CHECKSUM, this::crc);
  }
}
