package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.Packet;

/** Writes pcap files; the link type is that of the first packet or interface. */
final class PcapWriter extends CaptureWriter {
  private static final long NANOS = 1_000_000_000L;
  private static final int RECORD_HEADER = 16;

  private final Sink sink;
  private final int unit;
  private final LossCount losses = new LossCount();

  /** Interfaces declared before the file header is written. */
  private final List<CaptureInterface> declared = new ArrayList<>();

  private long snapLength;
  private int linkType = -1;

  /** Octets of the frame check sequence stated in the file header, or -1 for none. */
  private int fcs = -1;

  private long packets;

  PcapWriter(Sink sink, WriteSettings settings) {
    this.sink = sink;
    unit = settings.format() == FileFormat.PCAP_NANOS ? 1 : 1000;
    snapLength = settings.snapLength();
  }

  /** Appends to an existing file. */
  PcapWriter(Sink sink, WriteSettings settings, int linkType) {
    this(sink, settings);
    this.linkType = linkType;
  }

  @Override
  public void write(Packet packet, List<BlockOption> options) {
    boolean isTimed = packet.timestampNanos() != Packet.NO_TIME;
    long nanos = isTimed ? packet.timestampNanos() : 0;
    long seconds = Math.floorDiv(nanos, NANOS);
    int fraction = (int) (nanos - seconds * NANOS);
    append(packet, seconds, fraction, packet.timestamp(), options);
    if (unit != 1 && fraction % 1000 != 0) {
      losses.timesRounded++;
    }
    if (!isTimed) {
      losses.timesMissing++;
    }
  }

  @Override
  public void write(Packet packet, BigDecimal time, List<BlockOption> options) {
    BigInteger seconds = time.setScale(0, RoundingMode.FLOOR).toBigInteger();
    BigInteger nanos = TimeResolution.NANOSECONDS.units(time.subtract(new BigDecimal(seconds)), 0);
    boolean isPossible = seconds.bitLength() < 64;
    append(packet, isPossible ? seconds.longValue() : -1, nanos.intValue(), time, options);
    if ((unit == 1 ? TimeResolution.NANOSECONDS : TimeResolution.MICROSECONDS).isRounded(time)) {
      losses.timesRounded++;
    }
  }

  private void append(
      Packet packet, long seconds, int fraction, Object time, List<BlockOption> options) {
    if (linkType >= 0 && packet.linkType() != linkType) {
      throw sink.refused(
          "pcap holds packets of one link type: this file's is "
              + linkType
              + ", this packet's is "
              + packet.linkType()
              + " (pcapng holds several)");
    }
    if (seconds < 0 || seconds > 0xffffffffL) {
      String when = time instanceof BigDecimal number ? number.toPlainString() + " s" : "" + time;
      throw sink.refused("pcap holds times from 1970 to 2106, not " + when + " (pcapng does)");
    }
    if (linkType < 0) {
      start(packet.linkType());
    }
    int length = packet.length();
    long most = Math.max(snapLength, FileCapture.mostCaptured(packet.linkType()));
    if (snapLength != 0 && length > most) {
      throw sink.refused(
          "a packet has " + length + " octets, this file is for packets of at most " + most);
    }
    sink.room(RECORD_HEADER + length);
    packet.writeTo(sink.buffer, sink.at + RECORD_HEADER);
    sink.i32(0, (int) seconds);
    sink.i32(4, unit == 1 ? fraction : fraction / 1000);
    sink.i32(8, length);
    sink.i32(12, lengthOnWire(packet));
    sink.add(RECORD_HEADER + length);
    packets++;
    losses.options(options);
  }

  @Override
  long sizeOf(Packet packet, List<BlockOption> options) {
    return RECORD_HEADER + packet.length();
  }

  private void start(int type) {
    linkType = type;
    List<CaptureInterface> sources =
        declared.stream().filter(source -> source.linkType() == type).toList();
    if (!sources.isEmpty()) {
      boolean isLimited = sources.stream().allMatch(source -> source.snapLength() > 0);
      snapLength =
          isLimited
              ? sources.stream().mapToLong(CaptureInterface::snapLength).max().getAsLong()
              : 0;
      int first = fcs(sources.get(0));
      boolean isOne = sources.stream().allMatch(source -> fcs(source) == first);
      fcs = isOne && PcapReader.fcs(first) != 0 ? first : -1;
    }
    declared.forEach(this::countLosses);
    declared.clear();
    sink.room(PcapReader.FILE_HEADER);
    sink.i32(
        0, (unit == 1 ? PcapReader.Variant.NANOSECONDS : PcapReader.Variant.MICROSECONDS).magic);
    sink.i16(4, 2);
    sink.i16(6, 4);
    sink.i32(8, 0);
    sink.i32(12, 0);
    sink.i32(16, (int) snapLength);
    sink.i32(20, type | PcapReader.fcs(fcs));
    sink.add(PcapReader.FILE_HEADER);
  }

  private static int fcs(CaptureInterface source) {
    int octets = -1;
    for (BlockOption option : source.options()) {
      if (option instanceof BlockOption.Number n && n.type() == OptionType.IF_FCSLEN) {
        octets = (int) n.value();
      }
    }
    return octets;
  }

  @Override
  public void declare(CaptureInterface source) {
    if (linkType < 0) {
      declared.add(source);
    } else {
      countLosses(source);
    }
  }

  /** Counts the properties of an interface that the existing file header does not record. */
  private void countLosses(CaptureInterface source) {
    boolean isKept = source.linkType() == linkType && fcs(source) == fcs;
    for (BlockOption option : PcapngInterface.withoutTimes(source.options())) {
      boolean isFcs = option instanceof BlockOption.Number n && n.type() == OptionType.IF_FCSLEN;
      if (!isFcs || !isKept) {
        losses.options(List.of(option));
      }
    }
    if (source.linkType() == linkType && source.snapLength() != snapLength) {
      losses.snapLength();
    }
  }

  @Override
  public void write(Block block) {
    if (block instanceof Block.SectionHeader header) {
      losses.options(header.options());
    } else {
      losses.block(block);
    }
  }

  @Override
  public long packets() {
    return packets;
  }

  @Override
  public long octets() {
    return sink.octets();
  }

  @Override
  public Losses losses() {
    return losses.sum();
  }

  @Override
  public void flush() {
    sink.flush();
  }

  @Override
  public void close() {
    // a file without packets is a valid capture too
    if (linkType < 0) {
      start(declared.isEmpty() ? 1 : declared.get(0).linkType());
    }
    sink.close();
  }
}
