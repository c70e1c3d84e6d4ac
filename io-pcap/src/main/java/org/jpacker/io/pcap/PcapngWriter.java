package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Link;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;

/**
 * Writes pcapng files: a section, whose interfaces are added when declared or with their first
 * packet.
 */
final class PcapngWriter extends CaptureWriter {
  /** Octets of a packet block other than packet, padding and options. */
  private static final int PACKET_FRAME = 32;

  /**
   * An interface of this section.
   *
   * @param unit unit of its time stamps in nanoseconds, 1 or 1000; 0 for other resolutions and for
   *     interfaces with an offset
   */
  private record Known(int id, int unit, TimeResolution resolution, long offset, long snapLength) {
    /** Converts a time to units of any size and sign, rounded down. */
    BigInteger units(long nanos) {
      BigInteger units = resolution.units(BigDecimal.valueOf(nanos, 9), offset);
      // a time rounded down to nanoseconds maps back to the unit it came from
      BigInteger next = units.add(BigInteger.ONE);
      boolean isNext = next.bitLength() <= 64 && nanos(next.longValue()) == nanos;
      return nanos(units.longValue()) != nanos && isNext ? next : units;
    }

    long nanos(long units) {
      return resolution.nanos(units, offset);
    }
  }

  private final Sink sink;
  private final BlockWriter blocks;

  /** The section header to write unless the caller provides another. */
  private Block.SectionHeader header;

  private final long snapLength;

  /** Interfaces by the number and link type of their packets. */
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
    header = new Block.SectionHeader(order, settings.sectionOptions());
  }

  private void start() {
    if (header != null) {
      Block.SectionHeader first = header;
      header = null;
      blocks.write(first);
    }
  }

  @Override
  public void write(Packet packet, List<BlockOption> options) {
    Known from = from(packet.link());
    long nanos = packet.timestampNanos();
    if (nanos == Packet.NO_TIME) {
      if (options.isEmpty() && isSimple(packet, from)) {
        int original = lengthOnWire(packet);
        blocks.write(
            new Block.SimplePacket(original & 0xffffffffL, new OctetString(packet.toBytes())));
        packets++;
      } else {
        append(packet, from, 0, options);
        timesMissing++;
      }
    } else if (from.unit > 0) {
      if (nanos < 0) {
        throw beyond(packet.timestamp(), from, false);
      }
      long units = from.unit == 1 ? nanos : nanos / 1000;
      append(packet, from, units, options);
      if (units * from.unit != nanos) {
        timesRounded++;
      }
    } else {
      long units = checked(from.units(nanos), packet.timestamp(), from);
      append(packet, from, units, options);
      if (from.nanos(units) != nanos) {
        timesRounded++;
      }
    }
  }

  @Override
  public void write(Packet packet, BigDecimal time, List<BlockOption> options) {
    Known from = from(packet.link());
    String text = time.toPlainString() + " s";
    append(packet, from, checked(from.resolution.units(time, from.offset), text, from), options);
    if (from.resolution.isRounded(time)) {
      timesRounded++;
    }
  }

  private long checked(BigInteger units, Object time, Known from) {
    if (units.signum() < 0 || units.bitLength() > 64) {
      throw beyond(time, from, units.signum() > 0);
    }
    return units.longValue();
  }

  private RuntimeException beyond(Object time, Known from, boolean isLate) {
    String since = from.offset == 0 ? "1970" : from.offset + " s";
    String unit = isLate ? ", 2^64 units of " + from.resolution : "";
    return sink.refused("pcapng holds times from " + since + " on" + unit + ", not " + time);
  }

  private void append(Packet packet, Known from, long units, List<BlockOption> options) {
    int length = packet.length();
    byte[] trailing = OptionCodec.encode(options, sink.order());
    int padding = OptionCodec.padding(length);
    int size = PACKET_FRAME + length + padding + trailing.length;
    sink.room(size);
    int end = PACKET_FRAME - 4 + length;
    packet.writeTo(sink.buffer, sink.at + PACKET_FRAME - 4);
    for (int i = 0; i < padding; i++) {
      sink.buffer[sink.at + end + i] = 0;
    }
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
  }

  /**
   * Whether a packet fits a simple packet block, whose captured length is implied by other lengths.
   */
  private static boolean isSimple(Packet packet, Known from) {
    long original = lengthOnWire(packet) & 0xffffffffL;
    long captured = from.snapLength == 0 ? original : Math.min(original, from.snapLength);
    return from.id == 0 && packet.length() == captured;
  }

  private Known from(Link link) {
    if (link == lastLink) {
      return lastInterface;
    }
    Known known = interfaces.get(key(link.interfaceId(), link.type()));
    if (known == null) {
      known =
          add(link.interfaceId(), link.type(), snapLength, TimeResolution.NANOSECONDS, List.of());
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
    add(source.id(), source.linkType(), source.snapLength(), source.resolution(), source.options());
    lastLink = null;
  }

  private Known add(
      int id, int linkType, long snapLength, TimeResolution resolution, List<BlockOption> options) {
    start();
    if (linkType < 0 || linkType > 0xffff) {
      throw sink.refused("the link type of pcapng has 16 bits: " + linkType);
    }
    List<BlockOption> all = new ArrayList<>(options);
    BlockOption.Resolution said = new BlockOption.Resolution(resolution);
    if (!all.contains(said) && !resolution.equals(TimeResolution.MICROSECONDS)) {
      all.add(said);
    }
    blocks.write(new Block.InterfaceDescription(linkType, snapLength, all));
    long offset = PcapngInterface.offset(options);
    int unit = offset != 0 ? 0 : resolution.code() == 9 ? 1 : resolution.code() == 6 ? 1000 : 0;
    Known known = new Known(nextInterface++, unit, resolution, offset, snapLength);
    interfaces.put(key(id, linkType), known);
    return known;
  }

  @Override
  public void write(Block block) {
    if (block instanceof Block.SectionHeader) {
      header = null;
    }
    start();
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
  long sizeOf(Packet packet, List<BlockOption> options) {
    // with its head and padding
    return 32
        + (packet.length() + 3 & ~3)
        + OptionCodec.encode(options, ByteOrder.LITTLE_ENDIAN).length;
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
    return new Losses(timesRounded, timesMissing, Map.of(), Map.of());
  }

  @Override
  public void flush() {
    start();
    sink.flush();
  }

  @Override
  public void close() {
    start();
    sink.close();
  }
}
