package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.nio.ByteOrder;
import java.util.List;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Packet;
import org.jpacker.api.spi.ModuleLog;

/**
 * An open capture file of any format, with its packets and metadata. {@link Pcap#open} returns one.
 */
public abstract class FileCapture implements Capture {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.pcap");

  /** Maximum captured length; a record with a larger one is treated as damage. */
  static final int MOST_CAPTURED = 1 << 27;

  /** The default snapshot length of capture programs, allowed whatever a file states. */
  static final int USUAL_SNAPLEN = 262_144;

  final Cursor input;

  /** Number of packets whose time stamp is finer than nanoseconds. */
  long timesRounded;

  /** Number of packets whose time stamp is out of the range of nanoseconds. */
  long timesBeyond;

  /** The record used by {@link #next()}. */
  private final CaptureRecord record = new CaptureRecord();

  private CaptureException damage;

  FileCapture(Cursor input) {
    this.input = input;
  }

  /**
   * The next packet, or null at the end. After damage, each further call throws the same exception.
   */
  @Override
  public final Packet next() {
    return next(record) ? record.packet() : null;
  }

  @Override
  public final boolean next(CaptureRecord record) {
    if (damage != null) {
      throw damage;
    }
    try {
      return read(record);
    } catch (CaptureException e) {
      // what is still being written when nobody waits for it any more is no damage
      if (input.source().isStopped() && (e instanceof CutException || e.getCause() != null)) {
        return false;
      }
      damage = e;
      throw e;
    }
  }

  /** Fills {@code record} with the next packet; returns false at the end. */
  abstract boolean read(CaptureRecord record);

  /** The extents read so far that are needed to interpret the packets after them. */
  abstract List<Extent> context();

  /** Octets up to the end of the last record that was read. */
  long end() {
    return input.offset();
  }

  /** The path that was opened, or a word for another source, such as {@code stream}. */
  public final String name() {
    return input.name();
  }

  /** The format. */
  public abstract FileFormat format();

  /** The byte order of the file; in pcapng, that of the current section. */
  public ByteOrder byteOrder() {
    return input.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** The name of the compression, such as {@code gzip}, or null if the file is plain. */
  public String compression() {
    return input.source().compression();
  }

  /** The interfaces read so far, indexed by their numbers. The list grows as the file is read. */
  public abstract List<CaptureInterface> interfaces();

  /**
   * The blocks of a pcapng file that do not hold packets, in file order, as far as the file has
   * been read: sections, interfaces, statistics, names, secrets and others. Only about the first 16
   * MiB are kept, see {@link #blocksLeftOut()}; {@link BlockReader} returns all of them. The list
   * grows as the file is read and decodes blocks lazily.
   */
  public List<Block> blocks() {
    return List.of();
  }

  /** The elements of {@link #blocks()} that are of one class. */
  public final <B extends Block> List<B> blocks(Class<B> kind) {
    return blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** Number of blocks left out of {@link #blocks()} for lack of space. */
  public long blocksLeftOut() {
    return 0;
  }

  /**
   * The options of the last packet returned, such as comments, flags and hashes. They are decoded
   * by this call.
   */
  public List<BlockOption> packetOptions() {
    return List.of();
  }

  /**
   * The time of the last packet returned, if {@link Packet} cannot represent it; otherwise, and for
   * a packet without a time, null. {@link CaptureWriter#write(Packet, BigDecimal, List)} accepts
   * it.
   *
   * @return seconds since 1970, exact
   */
  public BigDecimal exactTime() {
    return null;
  }

  /**
   * What was odd in the packets so far, but did not prevent them from being read, in English; the
   * number of remarks is bounded.
   */
  public List<String> remarks() {
    return List.of();
  }

  /**
   * Number of packets so far whose time stamp in the file is finer than nanoseconds; the packet has
   * the time rounded down.
   */
  public final long timesRounded() {
    return timesRounded;
  }

  /**
   * Number of packets so far whose time stamp in the file is out of the range of nanoseconds since
   * 1970, before 1677 or after 2262; the packet has no time.
   */
  public final long timesBeyond() {
    return timesBeyond;
  }

  /** Octets of the file read so far; for a compressed file, compressed octets. */
  public final long position() {
    return input.source().position();
  }

  /**
   * Stops following a file; may be called from any thread. Complete packets are still returned,
   * then the end. Has no effect on a capture that does not follow a file.
   */
  public final void stop() {
    input.source().stop();
  }

  @Override
  public final void close() {
    if (LOG.isDebug()) {
      LOG.debug(
          input.name()
              + " is closed after "
              + position()
              + " octets; times that were rounded: "
              + timesRounded
              + ", blocks that were left out: "
              + blocksLeftOut()
              + ", damage: "
              + (damage == null ? "none" : damage.getMessage()));
    }
    input.source().close();
  }

  CaptureException damaged(long offset, String reason) {
    return input.damaged(offset, reason);
  }

  CaptureException cut(String what, int needed) {
    return input.cut(what, needed);
  }

  /**
   * The original length, 32 bits unsigned in the file, as an int; no real packet has two gigabytes.
   */
  static int length(int inFile) {
    return inFile < 0 ? Integer.MAX_VALUE : inFile;
  }

  /** Maps link types that differ between systems to their LINKTYPE_ values. */
  static int linkType(int inFile) {
    // DLT_RAW is 12, or 14 on OpenBSD; files should have LINKTYPE_RAW
    return inFile == 12 || inFile == 14 ? 101 : inFile;
  }

  /** Maximum captured length of a link type, as in libpcap and Wireshark. */
  static int mostCaptured(int linkType) {
    return switch (linkType) {
      // D-Bus, USB on Linux, Darwin and Windows, EBHSCR
      case 231, 220, 249, 266, 279 -> MOST_CAPTURED;
      default -> USUAL_SNAPLEN;
    };
  }
}
