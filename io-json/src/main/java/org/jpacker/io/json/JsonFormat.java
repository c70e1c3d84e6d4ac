package org.jpacker.io.json;

import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.text.Frame;
import org.jpacker.core.json.FrameDetails;
import org.jpacker.core.json.PacketJson;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.spi.FormatProvider;
import org.jpacker.io.pcap.spi.PacketDecoder;

/** Makes JSON lines a format of capture files. */
public final class JsonFormat implements FormatProvider {
  private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final PacketJson json = new PacketJson();

  /** For the service loader. */
  public JsonFormat() {}

  @Override
  public FileFormat format() {
    return FileFormat.JSON;
  }

  @Override
  public boolean recognises(byte[] first) {
    boolean isMarked = first.length > BYTE_ORDER_MARK.length;
    for (int i = 0; isMarked && i < BYTE_ORDER_MARK.length; i++) {
      isMarked = first[i] == BYTE_ORDER_MARK[i];
    }
    int at = isMarked ? BYTE_ORDER_MARK.length : 0;
    return first.length > at && first[at] == '{';
  }

  @Override
  public PacketDecoder decoder(String name, InputStream in, ProtocolRegistry registry) {
    return JsonCapture.of(name, in, registry);
  }

  @Override
  public byte[] encode(
      long number,
      Packet packet,
      BigDecimal time,
      CaptureInterface source,
      List<BlockOption> options) {
    StringBuilder line = new StringBuilder(1024);
    json.append(
        line,
        new Frame(number, packet.timestampNanos(), packet),
        new FrameDetails(
            time,
            source.text(OptionType.IF_NAME),
            source.snapLength(),
            BlockOption.comments(options)));
    return line.append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Set<OptionType> packetOptions() {
    return Set.of(OptionType.OPT_COMMENT);
  }

  @Override
  public Set<OptionType> interfaceOptions() {
    return Set.of(OptionType.IF_NAME);
  }
}
