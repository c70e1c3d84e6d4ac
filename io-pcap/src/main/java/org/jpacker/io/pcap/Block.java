package org.jpacker.io.pcap;

import java.nio.ByteOrder;
import java.util.List;
import org.jpacker.api.OctetString;

/**
 * A block of a pcapng file, <a
 * href="https://www.ietf.org/archive/id/draft-ietf-opsawg-pcapng-02.html#section-4">section 4 of
 * the draft</a>. Lengths, paddings and ends of options are left to {@link BlockReader} and {@link
 * BlockWriter}.
 */
public sealed interface Block {
  /** Type of {@link SectionHeader}. */
  int SECTION_HEADER = 0x0a0d0d0a;

  /** Type of {@link InterfaceDescription}. */
  int INTERFACE = 1;

  /** Type of {@link OldPacket}. */
  int OLD_PACKET = 2;

  /** Type of {@link SimplePacket}. */
  int SIMPLE_PACKET = 3;

  /** Type of {@link NameResolution}. */
  int NAME_RESOLUTION = 4;

  /** Type of {@link InterfaceStatistics}. */
  int INTERFACE_STATISTICS = 5;

  /** Type of {@link EnhancedPacket}. */
  int ENHANCED_PACKET = 6;

  /** Type of {@link DecryptionSecrets}. */
  int DECRYPTION_SECRETS = 10;

  /** Type of a {@link Custom} block that stays true when the file is changed. */
  int CUSTOM = 0xbad;

  /** Type of a {@link Custom} block that is not to be copied when the file is changed. */
  int CUSTOM_NOT_COPIED = 0x4000_0bad;

  /** The number in files. */
  int type();

  /** The options; none for blocks that cannot have any. */
  default List<BlockOption> options() {
    return List.of();
  }

  /** The short name that the draft uses, such as {@code EPB}; of an unknown block its number. */
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
   * Begins a section; interfaces of the one before are over.
   *
   * @param order byte order of the section's numbers
   * @param major version; 1 is the only one
   * @param minor version
   * @param length octets of the blocks that follow, or -1 where nobody counted
   */
  record SectionHeader(
      ByteOrder order, int major, int minor, long length, List<BlockOption> options)
      implements Block {
    /** Takes a copy of the list. */
    public SectionHeader {
      options = List.copyOf(options);
    }

    /** A section of version 1.0 and unknown length. */
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
   * @param linkType as written, 16 bits
   * @param snapLength octets that are captured of each packet at most, 32 bits; 0 for no limit
   */
  record InterfaceDescription(int linkType, long snapLength, List<BlockOption> options)
      implements Block {
    /** Takes a copy of the list. */
    public InterfaceDescription {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return INTERFACE;
    }
  }

  /**
   * A packet.
   *
   * @param interfaceId number of the interface in the section, from 0, 32 bits
   * @param units time stamp in the unit of the interface, 64 bits without sign
   * @param originalLength octets on the wire, 32 bits
   * @param octets what was captured
   */
  record EnhancedPacket(
      long interfaceId,
      long units,
      long originalLength,
      OctetString octets,
      List<BlockOption> options)
      implements Block {
    /** Takes a copy of the list. */
    public EnhancedPacket {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return ENHANCED_PACKET;
    }
  }

  /**
   * A packet of interface 0 without time.
   *
   * @param originalLength octets on the wire, 32 bits
   * @param octets what was captured: no more than the interface's snapshot length
   */
  record SimplePacket(long originalLength, OctetString octets) implements Block {
    @Override
    public int type() {
      return SIMPLE_PACKET;
    }
  }

  /**
   * A packet, in the block that {@link EnhancedPacket} took the place of.
   *
   * @param interfaceId number of the interface in the section, from 0, 16 bits
   * @param drops packets lost between this one and the one before, 16 bits; 65535 for unknown
   * @param units time stamp in the unit of the interface, 64 bits without sign
   * @param originalLength octets on the wire, 32 bits
   * @param octets what was captured
   */
  record OldPacket(
      int interfaceId,
      int drops,
      long units,
      long originalLength,
      OctetString octets,
      List<BlockOption> options)
      implements Block {
    /** Takes a copy of the list. */
    public OldPacket {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return OLD_PACKET;
    }
  }

  /** Names of addresses. */
  record NameResolution(List<NameRecord> records, List<BlockOption> options) implements Block {
    /** Takes copies of the lists. */
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
   * Counts of an interface.
   *
   * @param interfaceId number of the interface in the section, from 0, 32 bits
   * @param units when they were taken, in the unit of the interface, 64 bits without sign
   */
  record InterfaceStatistics(long interfaceId, long units, List<BlockOption> options)
      implements Block {
    /** Takes a copy of the list. */
    public InterfaceStatistics {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return INTERFACE_STATISTICS;
    }
  }

  /**
   * What packets are decrypted with.
   *
   * @param secretsType such as 0x544c534b for a TLS key log
   * @param octets the secrets
   */
  record DecryptionSecrets(int secretsType, OctetString octets, List<BlockOption> options)
      implements Block {
    /** Takes a copy of the list. */
    public DecryptionSecrets {
      options = List.copyOf(options);
    }

    @Override
    public int type() {
      return DECRYPTION_SECRETS;
    }

    /** Without the secrets: they have no place in logs. */
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
   * A block of someone's own. It may have options behind its octets; only who made it knows where
   * they begin.
   *
   * @param isCopied whether it stays true when the file is changed
   * @param enterprise IANA's private enterprise number, 32 bits
   * @param octets all that follows the number, with the padding
   */
  record Custom(boolean isCopied, long enterprise, OctetString octets) implements Block {
    @Override
    public int type() {
      return isCopied ? CUSTOM : CUSTOM_NOT_COPIED;
    }
  }

  /**
   * Any other block.
   *
   * @param octets all between the two lengths
   */
  record Unknown(int type, OctetString octets) implements Block {}

  /**
   * A block whose contents do not fit into it.
   *
   * @param octets all between the two lengths
   * @param reason what was needed and what was there
   */
  record Malformed(int type, OctetString octets, String reason) implements Block {}
}
