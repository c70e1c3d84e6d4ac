package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.util.List;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.spi.FormatProvider;
import org.jpacker.io.pcap.spi.PacketDecoder;

/** Reads a format of another module. */
final class OtherCapture extends FileCapture {
  private final FileFormat format;
  private final PacketDecoder decoder;

  OtherCapture(Cursor input, FormatProvider provider, ProtocolRegistry registry) {
    super(input);
    format = provider.format();
    decoder = provider.decoder(input.name(), input.rest(), registry);
  }

  @Override
  boolean read(CaptureRecord record) {
    Packet packet = decoder.next();
    if (packet == null) {
      return false;
    }
    record.set(packet);
    if (decoder.exactTime() != null) {
      if (packet.timestampNanos() == Packet.NO_TIME) {
        timesBeyond++;
      } else {
        timesRounded++;
      }
    }
    return true;
  }

  @Override
  List<Extent> context() {
    return List.of();
  }

  @Override
  long end() {
    return input.source().position();
  }

  @Override
  public FileFormat format() {
    return format;
  }

  @Override
  public List<CaptureInterface> interfaces() {
    return decoder.interfaces();
  }

  @Override
  public List<BlockOption> packetOptions() {
    return decoder.packetOptions();
  }

  @Override
  public BigDecimal exactTime() {
    return decoder.exactTime();
  }

  @Override
  public List<String> remarks() {
    return decoder.remarks();
  }
}
