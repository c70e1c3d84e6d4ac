package org.jpacker.io.pcap.spi;

import java.io.InputStream;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.jpacker.api.Packet;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.OptionType;

/**
 * A format of capture files that is read and written outside of this module, found through {@link
 * java.util.ServiceLoader}. Implementations are public classes with a public constructor without
 * parameters, and are used by several threads.
 */
public interface FormatProvider {

  /** Number of octets that {@link #recognises} receives, if the file has that many. */
  int FIRST_OCTETS = 8;

  /** The format; only one provider may have it. */
  FileFormat format();

  /**
   * Whether a file is of this format.
   *
   * @param first the first octets of the file after blanks and line breaks, {@link #FIRST_OCTETS}
   *     or the rest of the file if it is shorter
   */
  boolean recognises(byte[] first);

  /**
   * Begins to read a file. Nothing is read ahead beyond what {@code in} returns at once.
   *
   * @param name of the file, for messages
   * @param in the file from its start; whoever calls this closes it
   */
  PacketDecoder decoder(String name, InputStream in, ProtocolRegistry registry);

  /**
   * The octets of one packet in the file, complete in themselves.
   *
   * @param number number of the packet in the file, from 1
   * @param time seconds since 1970, where the packet cannot hold them exactly; or null
   * @param source the interface of the packet
   * @param options of the packet
   */
  byte[] encode(
      long number,
      Packet packet,
      BigDecimal time,
      CaptureInterface source,
      List<BlockOption> options);

  /** The options of packets that the format holds; all others are counted as lost. */
  Set<OptionType> packetOptions();

  /** The options of interfaces that the format holds; all others are counted as lost. */
  Set<OptionType> interfaceOptions();
}
