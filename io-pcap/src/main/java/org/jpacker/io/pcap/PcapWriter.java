package org.jpacker.io.pcap;

import java.util.List;
import org.jpacker.api.Packet;

/** Writes pcap; the link type is that of the first packet or interface. */
final class PcapWriter extends CaptureWriter {
  private static final long NANOS = 1_000_000_000L;
  private static final int RECORD_HEADER = 16;

  private final Sink sink;
  private final int unit;
  private long snapLength;
  private int linkType = -1;
  private int declared = -1;
  private int fcs;
  private long packets;
  private long timesRounded;
  private long timesMissing;
  private long options;
  private long blocks;

  PcapWriter(Sink sink, WriteSettings settings) {
    this.sink = sink;
    unit = settings.format() == FileFormat.PCAP_NANOS ? 1 : 1000;
    snapLength = settings.snapLength();
  }

  /** Goes on behind what a file has. */
  PcapWriter(Sink sink, WriteSettings settings, int linkType) {
    this(sink, settings);
    this.linkType = linkType;
  }

  @Override
  public void write(Packet packet, List<BlockOption> options) {
    if (linkType >= 0 && packet.linkType() != linkType) {
      throw sink.refused(
          "pcap holds packets of one link type: this file's is "
              + linkType
              + ", this packet's is "
              + packet.linkType()
              + " (pcapng holds several)");
    }
    long nanos = packet.timestampNanos() == Packet.NO_TIME ? 0 : packet.timestampNanos();
    long seconds = Math.floorDiv(nanos, NANOS);
    if (seconds < 0 || seconds > 0xffffffffL) {
      throw sink.refused(
          "pcap holds times from 1970 to 2106, not " + packet.timestamp() + " (pcapng does)");
    }
    int fraction = (int) (nanos - seconds * NANOS);
    int length = packet.length();
    long most = Math.max(snapLength, FileCapture.mostCaptured(packet.linkType()));
    if (snapLength != 0 && length > most) {
      throw sink.refused(
          "a packet has " + length + " octets, this file is for packets of at most " + most);
    }
    if (linkType < 0) {
      start(packet.linkType());
    }
    sink.room(RECORD_HEADER + length);
    packet.writeTo(sink.buffer, sink.at + RECORD_HEADER);
    sink.i32(0, (int) seconds);
    sink.i32(4, unit == 1 ? fraction : fraction / 1000);
    sink.i32(8, length);
    sink.i32(12, lengthOnWire(packet));
    sink.add(RECORD_HEADER + length);
    packets++;
    if (unit != 1 && fraction % 1000 != 0) {
      timesRounded++;
    }
    if (packet.timestampNanos() == Packet.NO_TIME) {
      timesMissing++;
    }
    this.options += options.size();
  }

  private void start(int type) {
    linkType = type;
    sink.room(PcapReader.FILE_HEADER);
    sink.i32(
        0, (unit == 1 ? PcapReader.Variant.NANOSECONDS : PcapReader.Variant.MICROSECONDS).magic);
    sink.i16(4, 2);
    sink.i16(6, 4);
    sink.i32(8, 0);
    sink.i32(12, 0);
    sink.i32(16, (int) snapLength);
    sink.i32(20, type | fcs);
    sink.add(PcapReader.FILE_HEADER);
  }

  @Override
  public void declare(CaptureInterface source) {
    if (declared < 0 && linkType < 0) {
      declared = source.linkType();
      if (source.snapLength() == 0 || source.snapLength() > snapLength) {
        snapLength = source.snapLength();
      }
    }
    for (BlockOption option : PcapngInterface.withoutTimes(source.options())) {
      boolean isFcs = option instanceof BlockOption.Number n && n.type() == OptionType.IF_FCSLEN;
      if (isFcs && source.linkType() == declared && linkType < 0) {
        fcs = PcapReader.fcs((int) ((BlockOption.Number) option).value());
      } else {
        options++;
      }
    }
  }

  @Override
  public void write(Block block) {
    blocks++;
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
    return new Losses(timesRounded, timesMissing, options, blocks);
  }

  @Override
  public void flush() {
    sink.flush();
  }

  @Override
  public void close() {
    // a file without packets is a capture too
    if (linkType < 0) {
      start(declared < 0 ? 1 : declared);
    }
    sink.close();
  }
}
