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
 * An open capture file of any format, with what it says besides its packets. {@link Pcap#open}
 * gives it.
 */
public abstract class FileCapture implements Capture {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.pcap");

  /** A record that claims more is damage, not a packet. */
  static final int MOST_CAPTURED = 1 << 27;

  /** What capture programs take for granted, whatever a file says of its snapshot length. */
  static final int USUAL_SNAPLEN = 262_144;

  final Cursor input;

  /** Packets whose time has parts of nanoseconds. */
  long timesRounded;

  /** Packets whose time is beyond what nanoseconds can say. */
  long timesBeyond;

  /** For packets that are asked for one by one. */
  private final CaptureRecord record = new CaptureRecord();

  private CaptureException damage;

  FileCapture(Cursor input) {
    this.input = input;
  }

  /** The next packet, or null at the end; damage is remembered: there is no way behind it. */
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

  /** Fills {@code record} with the next packet; false at the end. */
  abstract boolean read(CaptureRecord record);

  /** The stretches of the file, so far, that say how packets behind them are read. */
  abstract List<Extent> context();

  /** The format. */
  public abstract FileFormat format();

  /** The byte order; in pcapng that of the section that is being read. */
  public ByteOrder byteOrder() {
    return input.bigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
  }

  /** What the file is compressed with, such as {@code gzip}, or null. */
  public String compression() {
    return input.source().compression();
  }

  /**
   * The interfaces that the file has told of so far; their places in the list are their numbers.
   * The list grows as the file is read.
   */
  public abstract List<CaptureInterface> interfaces();

  /**
   * The blocks of a pcapng file that are no packets, in their order, as far as it has been read:
   * sections, interfaces, statistics, names, secrets and others. No more than about the first 16
   * MiB of them are kept, see {@link #blocksLeftOut()}; {@link BlockReader} gives all. The list
   * grows as the file is read, and decodes a block when it is asked for it.
   */
  public List<Block> blocks() {
    return List.of();
  }

  /** Those of {@link #blocks()} of one kind. */
  public final <B extends Block> List<B> blocks(Class<B> kind) {
    return blocks().stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  /** How many blocks {@link #blocks()} lacks. */
  public long blocksLeftOut() {
    return 0;
  }

  /**
   * The options of the packet that was given last: comments, flags, hashes and others. They are
   * decoded when someone asks.
   */
  public List<BlockOption> packetOptions() {
    return List.of();
  }

  /**
   * The time of the packet that was given last where the packet itself cannot say it, or null where
   * it can, or has none. Writers take it: {@link CaptureWriter#write(Packet, BigDecimal, List)}.
   *
   * @return seconds since 1970, exactly
   */
  public BigDecimal exactTime() {
    return null;
  }

  /**
   * How many of the packets given so far have a time in the file with parts of nanoseconds; in the
   * packet it is rounded down.
   */
  public final long timesRounded() {
    return timesRounded;
  }

  /**
   * How many of the packets given so far have a time in the file that nanoseconds since 1970 cannot
   * say, before 1677 or after 2262; the packet has none then.
   */
  public final long timesBeyond() {
    return timesBeyond;
  }

  /** Octets of the file that have been read so far; of a compressed file as it is stored. */
  public final long position() {
    return input.source().position();
  }

  /**
   * Ends the waiting of a capture that follows a file; may be called by another thread. What is
   * whole is still given, then the end. On a capture that does not follow anything, it does
   * nothing.
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

  /** An original length, which takes 32 bits in files; nobody sends packets of two gigabytes. */
  static int length(int inFile) {
    return inFile < 0 ? Integer.MAX_VALUE : inFile;
  }

  /** Link types that some systems number in their own way. */
  static int linkType(int inFile) {
    // DLT_RAW is 12, on OpenBSD 14; in files it should be LINKTYPE_RAW
    return inFile == 12 || inFile == 14 ? 101 : inFile;
  }

  /** Octets that a packet of a link type may have; as libpcap and Wireshark see it. */
  static int mostCaptured(int linkType) {
    return switch (linkType) {
      // D-Bus, USB of Linux, Darwin and Windows, EBHSCR
      case 231, 220, 249, 266, 279 -> MOST_CAPTURED;
      default -> USUAL_SNAPLEN;
    };
  }
}
