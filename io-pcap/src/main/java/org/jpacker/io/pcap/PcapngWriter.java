package org.jpacker.io.pcap;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Link;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;

/** Writes pcapng: a section, and in it interfaces as they are told of or as packets come. */
final class PcapngWriter extends CaptureWriter {
  /** All of a packet's block but packet, padding and options. */
  private static final int PACKET_FRAME = 32;

  /** An interface of this section; {@code unit} is that of its time stamps in nanoseconds. */
  private record Known(int id, int unit, long snapLength) {}

  private final Sink sink;
  private final BlockWriter blocks;
  private final long snapLength;

  /** By number and link type that packets have. */
  private final Map<Long, Known> interfaces = new HashMap<>();

  private int nextInterface;
  private Link lastLink;
  private Known lastInterface;
  private long packets;
  private long timesRounded;
  private long timesMissing;

  PcapngWriter(Sink sink, WriteSettings settings, ByteOrder order) {
    this.sink = sink;
    snapLength = settings.snapLength();
    blocks = new BlockWriter(sink);
    blocks.write(new Block.SectionHeader(order, settings.sectionOptions()));
  }

  @Override
  public void write(Packet packet, List<BlockOption> options) {
    Known from = from(packet.link());
    long nanos = packet.timestampNanos();
    int length = packet.length();
    if (nanos == Packet.NO_TIME) {
      if (isSimple(packet, from, length, options)) {
        blocks.write(new Block.SimplePacket(length, new OctetString(packet.toBytes())));
        packets++;
        return;
      }
      nanos = 0;
    } else if (nanos < 0) {
      throw sink.refused("pcapng holds times from 1970 on, not " + packet.timestamp());
    }
    byte[] trailing = OptionCodec.encode(options, sink.order());
    int padding = OptionCodec.padding(length);
    int size = PACKET_FRAME + length + padding + trailing.length;
    sink.room(size);
    int end = PACKET_FRAME - 4 + length;
    packet.writeTo(sink.buffer, sink.at + PACKET_FRAME - 4);
    for (int i = 0; i < padding; i++) {
      sink.buffer[sink.at + end + i] = 0;
    }
    long units = from.unit == 1 ? nanos : nanos / 1000;
    sink.i32(0, Block.ENHANCED_PACKET);
    sink.i32(4, size);
    sink.i32(8, from.id);
    sink.i32(12, (int) (units >>> 32));
    sink.i32(16, (int) units);
    sink.i32(20, length);
    sink.i32(24, lengthOnWire(packet));
    sink.octets(end + padding, trailing);
    sink.i32(size - 4, size);
    sink.add(size);
    packets++;
    if (units * from.unit != nanos) {
      timesRounded++;
    }
    if (packet.timestampNanos() == Packet.NO_TIME) {
      timesMissing++;
    }
  }

  /** Whether a packet without time fits the block that has none. */
  private static boolean isSimple(
      Packet packet, Known from, int length, List<BlockOption> options) {
    return from.id == 0
        && options.isEmpty()
        && packet.originalLength() == packet.capturedLength()
        && (from.snapLength == 0 || length <= from.snapLength);
  }

  private Known from(Link link) {
    if (link == lastLink) {
      return lastInterface;
    }
    Known known = interfaces.get(key(link.interfaceId(), link.type()));
    if (known == null) {
      known = add(link.interfaceId(), link.type(), snapLength, 1, List.of());
    }
    lastLink = link;
    lastInterface = known;
    return known;
  }

  private static long key(int id, int linkType) {
    return (long) id << 32 | linkType;
  }

  @Override
  public void declare(CaptureInterface source) {
    TimeResolution resolution = source.resolution();
    int unit = resolution.isBinary() || resolution.exponent() > 6 ? 1 : 1000;
    List<BlockOption> options = PcapngInterface.withoutTimes(source.options());
    add(source.id(), source.linkType(), source.snapLength(), unit, options);
    lastLink = null;
  }

  private Known add(int id, int linkType, long snapLength, int unit, List<BlockOption> options) {
    if (linkType < 0 || linkType > 0xffff) {
      throw sink.refused("the link type of pcapng has 16 bits: " + linkType);
    }
    List<BlockOption> all = new ArrayList<>(options);
    if (unit == 1) {
      all.add(new BlockOption.Resolution(TimeResolution.NANOSECONDS));
    }
    blocks.write(new Block.InterfaceDescription(linkType, snapLength, all));
    Known known = new Known(nextInterface++, unit, snapLength);
    interfaces.put(key(id, linkType), known);
    return known;
  }

  @Override
  public void write(Block block) {
    blocks.write(block);
    if (block instanceof Block.SectionHeader) {
      interfaces.clear();
      nextInterface = 0;
    } else if (block instanceof Block.InterfaceDescription) {
      nextInterface++;
    }
    lastLink = null;
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
    return new Losses(timesRounded, timesMissing, 0, 0);
  }

  @Override
  public void flush() {
    sink.flush();
  }

  @Override
  public void close() {
    sink.close();
  }
}
