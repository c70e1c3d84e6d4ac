package org.jpacker.io.pcap;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.OctetString;

/** Encodes and decodes block bodies, without the type and the two length fields. */
final class BlockCodec {
  /** Byte-order magic of a section header, in the byte order of the section. */
  static final int BYTE_ORDER = 0x1a2b3c4d;

  /** Octets of the type and of the length at both ends. */
  static final int FRAME = 12;

  private BlockCodec() {}

  /**
   * Decodes the body of a block.
   *
   * @param snapLength snapshot length of the section's first interface, which simple packets refer
   *     to
   */
  static Block decode(int type, byte[] contents, ByteOrder order, long snapLength) {
    ByteBuffer in = ByteBuffer.wrap(contents).order(order);
    try {
      return decode(type, in, snapLength);
    } catch (BufferUnderflowException e) {
      return new Block.Malformed(
          type,
          new OctetString(contents),
          "contents of " + contents.length + " octets are too few for this block");
    } catch (MalformedBlock e) {
      return new Block.Malformed(type, new OctetString(contents), e.getMessage());
    }
  }

  /** Reports a body that is inconsistent; the message gives the reason. */
  private static final class MalformedBlock extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedBlock(String reason) {
      super(reason, null, false, false);
    }
  }

  private static Block decode(int type, ByteBuffer in, long snapLength) throws MalformedBlock {
    switch (type) {
      case Block.SECTION_HEADER:
        in.getInt();
        return new Block.SectionHeader(
            in.order(), u16(in), u16(in), in.getLong(), OptionCodec.decode(type, in));
      case Block.INTERFACE:
        int linkType = u16(in);
        in.getShort();
        return new Block.InterfaceDescription(linkType, u32(in), OptionCodec.decode(type, in));
      case Block.OLD_PACKET:
        return oldPacket(in);
      case Block.SIMPLE_PACKET:
        long original = u32(in);
        long captured = snapLength == 0 ? original : Math.min(original, snapLength);
        return new Block.SimplePacket(original, new OctetString(claimed(in, captured)));
      case Block.NAME_RESOLUTION:
        return new Block.NameResolution(names(in), OptionCodec.decode(type, in));
      case Block.INTERFACE_STATISTICS:
        return new Block.InterfaceStatistics(
            u32(in), OptionCodec.halves(in), OptionCodec.decode(type, in));
      case Block.ENHANCED_PACKET:
        return enhancedPacket(in);
      case Block.DECRYPTION_SECRETS:
        int secretsType = in.getInt();
        return new Block.DecryptionSecrets(
            secretsType, new OctetString(padded(in, u32(in))), OptionCodec.decode(type, in));
      case Block.CUSTOM, Block.CUSTOM_NOT_COPIED:
        return new Block.Custom(
            type == Block.CUSTOM, u32(in), OptionCodec.octetString(in, in.remaining()));
      default:
        return new Block.Unknown(type, new OctetString(in.array()));
    }
  }

  private static Block enhancedPacket(ByteBuffer in) throws MalformedBlock {
    long id = u32(in);
    long units = OptionCodec.halves(in);
    long captured = u32(in);
    long original = u32(in);
    OctetString octets = new OctetString(padded(in, captured));
    return new Block.EnhancedPacket(
        id, units, original, octets, OptionCodec.decode(Block.ENHANCED_PACKET, in));
  }

  private static Block oldPacket(ByteBuffer in) throws MalformedBlock {
    int id = u16(in);
    int drops = u16(in);
    long units = OptionCodec.halves(in);
    long captured = u32(in);
    long original = u32(in);
    OctetString octets = new OctetString(padded(in, captured));
    return new Block.OldPacket(
        id, drops, units, original, octets, OptionCodec.decode(Block.OLD_PACKET, in));
  }

  private static List<NameRecord> names(ByteBuffer in) throws MalformedBlock {
    List<NameRecord> records = new ArrayList<>();
    while (in.remaining() >= 4) {
      int type = u16(in);
      int size = u16(in);
      if (type == 0) {
        break;
      }
      records.add(NameCodec.decode(type, padded(in, size)));
    }
    return records;
  }

  private static byte[] padded(ByteBuffer in, long size) throws MalformedBlock {
    byte[] octets = claimed(in, size);
    in.position(in.position() + Math.min(in.remaining(), OptionCodec.padding((int) size)));
    return octets;
  }

  private static byte[] claimed(ByteBuffer in, long size) throws MalformedBlock {
    if (size > in.remaining()) {
      throw new MalformedBlock(size + " octets are claimed, there is room for " + in.remaining());
    }
    return OptionCodec.octets(in, (int) size);
  }

  private static int u16(ByteBuffer in) {
    return in.getShort() & 0xffff;
  }

  private static long u32(ByteBuffer in) {
    return in.getInt() & 0xffffffffL;
  }

  /** Encodes the body of a block; its length is a multiple of four octets. */
  static byte[] encode(Block block, ByteOrder order) {
    byte[] options = OptionCodec.encode(block.options(), order);
    if (block instanceof Block.SectionHeader header) {
      return buffer(16, options, order)
          .putInt(BYTE_ORDER)
          .putShort((short) header.major())
          .putShort((short) header.minor())
          .putLong(header.length())
          .put(options)
          .array();
    }
    if (block instanceof Block.InterfaceDescription description) {
      return buffer(8, options, order)
          .putShort((short) description.linkType())
          .putShort((short) 0)
          .putInt((int) description.snapLength())
          .put(options)
          .array();
    }
    if (block instanceof Block.EnhancedPacket packet) {
      return encode(packet, options, order);
    }
    if (block instanceof Block.OldPacket packet) {
      return encode(packet, options, order);
    }
    if (block instanceof Block.SimplePacket packet) {
      int length = packet.octets().size();
      return buffer(4 + length + OptionCodec.padding(length), options, order)
          .putInt((int) packet.originalLength())
          .put(packet.octets().octets())
          .array();
    }
    if (block instanceof Block.NameResolution names) {
      return encode(names, options, order);
    }
    if (block instanceof Block.InterfaceStatistics statistics) {
      return halves(
              buffer(12, options, order).putInt((int) statistics.interfaceId()), statistics.units())
          .put(options)
          .array();
    }
    if (block instanceof Block.DecryptionSecrets secrets) {
      int length = secrets.octets().size();
      int padding = OptionCodec.padding(length);
      ByteBuffer out = buffer(8 + length + padding, options, order);
      out.putInt(secrets.secretsType()).putInt(length).put(secrets.octets().octets());
      return out.position(out.position() + padding).put(options).array();
    }
    if (block instanceof Block.Custom custom) {
      int length = custom.octets().size();
      return buffer(4 + length + OptionCodec.padding(length), options, order)
          .putInt((int) custom.enterprise())
          .put(custom.octets().octets())
          .array();
    }
    if (block instanceof Block.Malformed malformed) {
      return malformed.octets().octets();
    }
    byte[] octets = ((Block.Unknown) block).octets().octets();
    return ByteBuffer.allocate(octets.length + OptionCodec.padding(octets.length))
        .put(octets)
        .array();
  }

  private static byte[] encode(Block.EnhancedPacket packet, byte[] options, ByteOrder order) {
    int length = packet.octets().size();
    int padding = OptionCodec.padding(length);
    ByteBuffer out = buffer(20 + length + padding, options, order);
    halves(out.putInt((int) packet.interfaceId()), packet.units())
        .putInt(length)
        .putInt((int) packet.originalLength())
        .put(packet.octets().octets());
    return out.position(out.position() + padding).put(options).array();
  }

  private static byte[] encode(Block.OldPacket packet, byte[] options, ByteOrder order) {
    int length = packet.octets().size();
    int padding = OptionCodec.padding(length);
    ByteBuffer out = buffer(20 + length + padding, options, order);
    out.putShort((short) packet.interfaceId()).putShort((short) packet.drops());
    halves(out, packet.units())
        .putInt(length)
        .putInt((int) packet.originalLength())
        .put(packet.octets().octets());
    return out.position(out.position() + padding).put(options).array();
  }

  private static byte[] encode(Block.NameResolution names, byte[] options, ByteOrder order) {
    List<byte[]> values = names.records().stream().map(NameCodec::encode).toList();
    int size = 4;
    for (byte[] value : values) {
      if (value.length > OptionCodec.MOST) {
        throw new IllegalArgumentException(
            "a name record has " + value.length + " octets, at most " + OptionCodec.MOST);
      }
      size += 4 + value.length + OptionCodec.padding(value.length);
    }
    ByteBuffer out = buffer(size, options, order);
    for (int i = 0; i < values.size(); i++) {
      byte[] value = values.get(i);
      out.putShort((short) names.records().get(i).type()).putShort((short) value.length);
      out.put(value).position(out.position() + OptionCodec.padding(value.length));
    }
    // end-of-records marker
    return out.putInt(0).put(options).array();
  }

  private static ByteBuffer buffer(int size, byte[] options, ByteOrder order) {
    return ByteBuffer.allocate(size + options.length).order(order);
  }

  private static ByteBuffer halves(ByteBuffer out, long units) {
    return out.putInt((int) (units >>> 32)).putInt((int) units);
  }
}
