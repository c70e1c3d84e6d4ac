package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.spi.FormatProvider;

/** Writes a format of another module. */
final class OtherWriter extends CaptureWriter {
  private final Sink sink;
  private final FormatProvider provider;
  private final LossCount losses = new LossCount();
  private final Map<Source, CaptureInterface> interfaces = new HashMap<>();

  /** Packets that were in the file before. */
  private final long before;

  private long packets;

  /** What packets are matched by. */
  private record Source(int id, int linkType) {}

  OtherWriter(Sink sink, FormatProvider provider, long before) {
    this.sink = sink;
    this.provider = provider;
    this.before = before;
  }

  @Override
  public void write(Packet packet, List<BlockOption> options) {
    write(packet, null, options);
  }

  @Override
  public void write(Packet packet, BigDecimal time, List<BlockOption> options) {
    byte[] octets = encode(packet, time, options);
    sink.room(octets.length);
    sink.octets(0, octets);
    sink.add(octets.length);
    packets++;
    lose(options, provider.packetOptions());
  }

  private byte[] encode(Packet packet, BigDecimal time, List<BlockOption> options) {
    CaptureInterface source =
        interfaces.computeIfAbsent(
            new Source(packet.interfaceId(), packet.linkType()),
            any ->
                new CaptureInterface(
                    packet.interfaceId(),
                    0,
                    packet.linkType(),
                    FileCapture.USUAL_SNAPLEN,
                    TimeResolution.NANOSECONDS,
                    List.of()));
    return provider.encode(before + packets + 1, packet, time, source, options);
  }

  @Override
  long sizeOf(Packet packet, List<BlockOption> options) {
    return encode(packet, null, options).length;
  }

  @Override
  public void declare(CaptureInterface source) {
    if (interfaces.put(new Source(source.id(), source.linkType()), source) == null) {
      lose(PcapngInterface.withoutTimes(source.options()), provider.interfaceOptions());
    }
  }

  private void lose(List<BlockOption> options, Set<OptionType> kept) {
    for (BlockOption option : options) {
      if (!(option instanceof BlockOption.Known known) || !kept.contains(known.type())) {
        losses.options(List.of(option));
      }
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
    sink.close();
  }
}
