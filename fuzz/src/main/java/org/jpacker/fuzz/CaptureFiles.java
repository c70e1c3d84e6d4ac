package org.jpacker.fuzz;

import static java.nio.ByteOrder.BIG_ENDIAN;
import static java.nio.ByteOrder.LITTLE_ENDIAN;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.Address;
import org.jpacker.api.Link;
import org.jpacker.api.OctetString;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.BlockWriter;
import org.jpacker.io.pcap.CaptureWriter;
import org.jpacker.io.pcap.NameRecord;
import org.jpacker.io.pcap.OptionType;
import org.jpacker.io.pcap.Pcap;
import org.jpacker.io.pcap.TimeResolution;
import org.jpacker.io.pcap.WriteSettings;

/**
 * Small capture files by name: one for each format, byte order and compression that can be read.
 */
public final class CaptureFiles {
  private static final int SECONDS = 1_700_000_000;
  private static final int ETHERNET = 1;
  private static final int PACKETS = 4;

  private CaptureFiles() {}

  /** All files by name. */
  public static Map<String, byte[]> all() {
    Map<String, byte[]> files = new LinkedHashMap<>();
    List<byte[]> packets =
        ExamplePackets.all().values().stream()
            .filter(packet -> packet.linkType() == ETHERNET)
            .limit(PACKETS)
            .map(Packet::toBytes)
            .toList();
    files.put("pcap", written(packets, WriteSettings.pcap()));
    files.put("pcap with nanoseconds", written(packets, WriteSettings.pcapNanos()));
    files.put("pcap, big-endian", pcap(packets, BIG_ENDIAN, 0xa1b2c3d4, 4));
    files.put("pcap with nanoseconds, big-endian", pcap(packets, BIG_ENDIAN, 0xa1b23c4d, 4));
    files.put("pcap of version 2.3", pcap(packets, LITTLE_ENDIAN, 0xa1b2c3d4, 3));
    files.put("modified pcap", pcap(packets, LITTLE_ENDIAN, 0xa1b2cd34, 4));
    files.put("pcapng", blocks(packets, LITTLE_ENDIAN));
    files.put("pcapng of two byte orders", join(blocks(packets, BIG_ENDIAN), files.get("pcapng")));
    files.put("snoop", snoop(packets));
    for (String compression : List.of("gzip", "zstd", "xz")) {
      files.put(compression, written(packets, WriteSettings.pcapng().compressed(compression)));
    }
    files.put("two members of gzip", join(files.get("gzip"), files.get("gzip")));
    files.put("lz4", lz4(files.get("pcap")));
    files.put("lz4 as it was", lz4Legacy(files.get("pcap")));
    return files;
  }

  private static byte[] written(Collection<byte[]> packets, WriteSettings settings) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (CaptureWriter writer = Pcap.create(out, settings)) {
      Link link = Link.of(ETHERNET, 0, ProtocolRegistry.of());
      long nanos = SECONDS * 1_000_000_000L;
      for (byte[] octets : packets) {
        writer.write(new Packet(octets, 0, octets.length, octets.length, nanos++, link));
      }
    }
    return out.toByteArray();
  }

  private static byte[] pcap(List<byte[]> packets, ByteOrder order, int magic, int minor) {
    ByteBuffer out = ByteBuffer.allocate(1 << 14).order(order);
    out.putInt(magic).putShort((short) 2).putShort((short) minor).putLong(0);
    out.putInt(65535).putInt(ETHERNET);
    for (byte[] octets : packets) {
      out.putInt(SECONDS).putInt(7).putInt(octets.length).putInt(octets.length);
      if (magic == 0xa1b2cd34) {
        out.putInt(3).putShort((short) 0x0800).put((byte) 0).put((byte) 0);
      }
      out.put(octets);
    }
    return octets(out);
  }

  /** A snoop file, RFC 1761. */
  private static byte[] snoop(List<byte[]> packets) {
    ByteBuffer out = ByteBuffer.allocate(1 << 14);
    out.put(new byte[] {'s', 'n', 'o', 'o', 'p', 0, 0, 0}).putInt(2).putInt(4);
    for (byte[] octets : packets) {
      int padding = -octets.length & 3;
      out.putInt(octets.length).putInt(octets.length).putInt(24 + octets.length + padding);
      out.putInt(0).putInt(SECONDS).putInt(7).put(octets).put(new byte[padding]);
    }
    return octets(out);
  }

  /** A section with a block of each type and an option of each shape. */
  private static byte[] blocks(List<byte[]> packets, ByteOrder order) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Address.Ipv4 ipv4 = Address.Ipv4.of("192.0.2.1");
    Address.Ipv6 ipv6 = Address.Ipv6.of("2001:db8::1");
    Address.Mac mac = Address.Mac.of("02:00:00:00:00:01");
    OctetString some = OctetString.of(1, 2, 3, 4, 5);
    List<BlockOption> none = List.of();
    try (BlockWriter writer = BlockWriter.create(out, WriteSettings.pcapng())) {
      writer.write(
          new Block.SectionHeader(
              order, List.of(text(OptionType.SHB_OS, "os"), BlockOption.comment("a comment"))));
      writer.write(
          new Block.InterfaceDescription(
              ETHERNET,
              65535,
              List.of(
                  text(OptionType.IF_NAME, "eth0"),
                  new BlockOption.Ipv4Network(ipv4, Address.Ipv4.of("255.255.255.0")),
                  new BlockOption.Ipv6Network(ipv6, 64),
                  new BlockOption.Mac(mac),
                  new BlockOption.Eui64(7),
                  new BlockOption.Number(OptionType.IF_SPEED, 1_000_000_000),
                  new BlockOption.Number(OptionType.IF_FCSLEN, 4),
                  new BlockOption.Resolution(TimeResolution.NANOSECONDS),
                  new BlockOption.Tagged(OptionType.IF_FILTER, 0, OctetString.of('t', 'c', 'p')),
                  new BlockOption.Number(OptionType.IF_TSOFFSET, -1))));
      writer.write(new Block.InterfaceDescription(101, 64, none));
      int units = 0;
      for (byte[] octets : packets) {
        writer.write(
            new Block.EnhancedPacket(
                0,
                SECONDS * 1_000_000_000L + units++,
                octets.length,
                new OctetString(octets),
                List.of(
                    new BlockOption.Flags(0x0102_0005),
                    new BlockOption.Tagged(OptionType.EPB_HASH, 2, some),
                    new BlockOption.Custom(2988, 32473, some),
                    new BlockOption.Unknown(999, some))));
      }
      writer.write(new Block.SimplePacket(packets.get(0).length, new OctetString(packets.get(0))));
      writer.write(new Block.OldPacket(1, 0, SECONDS * 1_000_000L, 5, some, none));
      writer.write(
          new Block.NameResolution(
              List.of(
                  new NameRecord.Names(ipv4, List.of("one.example", "two.example")),
                  new NameRecord.Names(ipv6, List.of("three.example")),
                  new NameRecord.Names(mac, List.of("four.example")),
                  new NameRecord.Unknown(99, some)),
              List.of(new BlockOption.NameServer(ipv4))));
      writer.write(
          new Block.InterfaceStatistics(
              0,
              SECONDS,
              List.of(
                  new BlockOption.Time(OptionType.ISB_STARTTIME, SECONDS),
                  new BlockOption.Number(OptionType.ISB_IFRECV, 7))));
      writer.write(new Block.DecryptionSecrets(0x544c534b, some, none));
      writer.write(new Block.Custom(true, 32473, some));
      writer.write(new Block.Unknown(0x0bad_0bad, some));
      writer.write(new Block.EnhancedPacket(1, SECONDS, 5, some, none));
    }
    return out.toByteArray();
  }

  private static BlockOption text(OptionType type, String text) {
    return new BlockOption.Text(type, text);
  }

  /** A frame of two uncompressed blocks. */
  private static byte[] lz4(byte[] contents) {
    ByteBuffer out = littleEndian();
    // version 1, independent blocks of 64 KiB; the last octet is the header checksum
    out.put(HexFormat.of().parseHex("04224d18" + "604082"));
    int half = contents.length / 2;
    out.putInt(half | 0x80000000).put(contents, 0, half);
    out.putInt(contents.length - half | 0x80000000).put(contents, half, contents.length - half);
    return octets(out.putInt(0));
  }

  /** A block of literals and copies in the legacy format of lz4 -l. */
  private static byte[] lz4Legacy(byte[] contents) {
    ByteBuffer block = littleEndian();
    // the file header, followed by a copy of the four zeros before its snapshot length
    int literals = 12;
    block.put((byte) (literals << 4)).put(contents, 0, literals).putShort((short) 4);
    int at = literals + 4;
    int rest = contents.length - at;
    block.put((byte) 0xf0);
    for (rest -= 15; rest >= 255; rest -= 255) {
      block.put((byte) 255);
    }
    block.put((byte) rest).put(contents, at, contents.length - at);
    byte[] octets = octets(block);
    return octets(littleEndian().putInt(0x184c2102).putInt(octets.length).put(octets));
  }

  private static ByteBuffer littleEndian() {
    return ByteBuffer.allocate(1 << 14).order(LITTLE_ENDIAN);
  }

  private static byte[] octets(ByteBuffer out) {
    byte[] octets = new byte[out.flip().remaining()];
    out.get(octets);
    return octets;
  }

  private static byte[] join(byte[] one, byte[] other) {
    return ByteBuffer.allocate(one.length + other.length).put(one).put(other).array();
  }
}
