package org.jpacker.io.pcap;

import java.nio.ByteOrder;
import java.util.List;
import org.jpacker.api.OctetString;

/**
 * A block of a pcapng file, <a
 * href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html#section-4">section 4 of
 * the draft</a>. {@link BlockReader} and {@link BlockWriter} take care of block lengths, padding
 * and end-of-options markers.
 */
public sealed interface Block {
  /** Block type of {@link SectionHeader}, section 4.1 of the draft. */
  int SECTION_HEADER = 0x0a0d0d0a;

  /** Block type of {@link InterfaceDescription}, section 4.2 of the draft. */
  int INTERFACE = 1;

  /** Block type of {@link OldPacket}, obsolete. */
  int OLD_PACKET = 2;

  /** Block type of {@link SimplePacket}, section 4.4 of the draft. */
  int SIMPLE_PACKET = 3;

  /** Block type of {@link NameResolution}, section 4.5 of the draft. */
  int NAME_RESOLUTION = 4;

  /** Block type of {@link InterfaceStatistics}, section 4.6 of the draft. */
  int INTERFACE_STATISTICS = 5;

  /** Block type of {@link EnhancedPacket}, section 4.3 of the draft. */
  int ENHANCED_PACKET = 6;

  /** Block type of {@link DecryptionSecrets}, section 4.8 of the draft. */
  int DECRYPTION_SECRETS = 10;

  /**
   * Block type of a {@link Custom} block that a program copies when it writes a changed file,
   * section 4.9 of the draft.
   */
  int CUSTOM = 0xbad;

  /**
   * Block type of a {@link Custom} block that a program drops when it writes a changed file,
   * section 4.9 of the draft.
   */
  int CUSTOM_NOT_COPIED = 0x4000_0bad;

  /** The block type as written in the file, 32 bits. */
  int type();

  /** The options in file order; empty for blocks that cannot have options. */
  default List<BlockOption> options() {
    return List.of();
  }

  /**
   * The abbreviation used by the draft, such as {@code EPB}, or the type in hexadecimal for an
   * unknown block.
   */
  default String name() {
    return switch (type()) {
      case SECTION_HEADER -> "SHB";
      case INTERFACE -> "IDB";
      case OLD_PACKET -> "PB";
      case SIMPLE_PACKET -> "SPB";
      case NAME_RESOLUTION -> "NRB";
      case INTERFACE_STATISTICS -> "ISB";
      case ENHANCED_PACKET -> "EPB";
      case DECRYPTION_SECRETS -> "DSB";
      case CUSTOM -> "CB";
      case CUSTOM_NOT_COPIED -> "DCB";
      default -> "0x" + Integer.toHexString(type());
    };
  }

  /**
   * Begins a section and ends the previous one with its interfaces.
   *
   * @param order byte order of the section's numbers
   * @param major major version; only 1 is defined
   * @param minor minor version
   * @param length total octets of the blocks in the section, or -1 if not specified
   * @param options the options of the block, in file order
   */
  record SectionHeader(
      ByteOrder order, int major, int minor, long length, List<BlockOption> options)
      implements Block {
    /** Copies the list. */
    public SectionHeader {
      options = List.copyOf(options);
    }

    /** A section header of version 1.0 with unspecified section length. */
    public SectionHeader(ByteOrder order, List<BlockOption> options) {
      this(order, 1, 0, -1, options);
    }

    @Override
    public int type() {
      return SECTION_HEADER;
    }
  }

  /**
   * Adds an interface to the section.
   *
   * @param linkType link type as written, 16 bits
   * @param snapLength maximum octets captured of each packet, 32 bits; 0 for no limit
   * @param options the options of the block, in file order
   */
  record InterfaceDescription(int linkType, long snapLength, List<BlockOption> options)
      implements Block {
    /** Copies the list. */
    public InterfaceDescription {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return INTERFACE;
    }
  }

  /**
   * A packet with its interface and time stamp.
   *
   * @param interfaceId number of the interface in the section, from 0, 32 bits
   * @param units time stamp in the unit of the interface, 64 bits, unsigned
   * @param originalLength octets on the wire, 32 bits
   * @param octets the captured octets
   * @param options the options of the block, in file order
   */
  record EnhancedPacket(
      long interfaceId,
      long units,
      long originalLength,
      OctetString octets,
      List<BlockOption> options)
      implements Block {
    /** Copies the list. */
    public EnhancedPacket {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return ENHANCED_PACKET;
    }
  }

  /**
   * A packet of interface 0 without a time stamp.
   *
   * @param originalLength octets on the wire, 32 bits
   * @param octets the captured octets, at most the interface's snapshot length
   */
  record SimplePacket(long originalLength, OctetString octets) implements Block {
    @Override
    public int type() {
      return SIMPLE_PACKET;
    }
  }

  /**
   * A packet in the obsolete block that {@link EnhancedPacket} replaced.
   *
   * @param interfaceId number of the interface in the section, from 0, 16 bits
   * @param drops packets lost between the previous packet and this one, 16 bits; 65535 if unknown
   * @param units time stamp in the unit of the interface, 64 bits, unsigned
   * @param originalLength octets on the wire, 32 bits
   * @param octets the captured octets
   * @param options the options of the block, in file order
   */
  record OldPacket(
      int interfaceId,
      int drops,
      long units,
      long originalLength,
      OctetString octets,
      List<BlockOption> options)
      implements Block {
    /** Copies the list. */
    public OldPacket {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return OLD_PACKET;
    }
  }

  /**
   * Maps addresses to host names.
   *
   * @param records the entries, in file order
   * @param options the options of the block, in file order
   */
  record NameResolution(List<NameRecord> records, List<BlockOption> options) implements Block {
    /** Copies the lists. */
    public NameResolution {
      records = List.copyOf(records);
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return NAME_RESOLUTION;
    }
  }

  /**
   * Packet counters of an interface; the counters themselves are options.
   *
   * @param interfaceId number of the interface in the section, from 0, 32 bits
   * @param units when they were taken, in the unit of the interface, 64 bits, unsigned
   * @param options the options of the block, in file order
   */
  record InterfaceStatistics(long interfaceId, long units, List<BlockOption> options)
      implements Block {
    /** Copies the list. */
    public InterfaceStatistics {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return INTERFACE_STATISTICS;
    }
  }

  /**
   * Secrets for decrypting the packets that follow.
   *
   * @param secretsType type of the secrets, such as 0x544c534b for a TLS key log
   * @param octets the secrets
   * @param options the options of the block, in file order
   */
  record DecryptionSecrets(int secretsType, OctetString octets, List<BlockOption> options)
      implements Block {
    /** Copies the list. */
    public DecryptionSecrets {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return DECRYPTION_SECRETS;
    }

    /** Omits the secrets, which must not appear in logs. */
    @Override
    public String toString() {
      return "DecryptionSecrets[type=0x"
          + Integer.toHexString(secretsType)
          + ", "
          + octets.size()
          + " octets]";
    }
  }

  /**
   * A vendor-specific block. Options may follow its data, but only the vendor knows where they
   * begin.
   *
   * @param isCopied whether a program that changes the file should copy the block
   * @param enterprise IANA private enterprise number, 32 bits
   * @param octets everything after the enterprise number, padding included
   */
  record Custom(boolean isCopied, long enterprise, OctetString octets) implements Block {
    @Override
    public int type() {
      return isCopied ? CUSTOM : CUSTOM_NOT_COPIED;
    }
  }

  /**
   * A block of any other type.
   *
   * @param type the block type, 32 bits
   * @param octets everything between the two length fields
   */
  record Unknown(int type, OctetString octets) implements Block {}

  /**
   * A block whose contents are inconsistent with its length.
   *
   * @param type the block type, 32 bits
   * @param octets everything between the two length fields
   * @param reason the size that was needed and the size that was available
   */
  record Malformed(int type, OctetString octets, String reason) implements Block {}
}
