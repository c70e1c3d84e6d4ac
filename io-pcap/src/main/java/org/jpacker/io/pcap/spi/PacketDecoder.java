package org.jpacker.io.pcap.spi;

import java.math.BigDecimal;
import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.CaptureInterface;

/** Reads the packets of a file, one by one. */
public interface PacketDecoder {

  /**
   * The next packet, or null at the end. The number of its interface is an index of {@link
   * #interfaces}.
   *
   * @throws org.jpacker.api.CaptureException if the file is damaged; not called any more then
   */
  Packet next();

  /** The interfaces so far, indexed by their numbers. */
  List<CaptureInterface> interfaces();

  /** The options of the last packet. */
  List<BlockOption> packetOptions();

  /** The time of the last packet in seconds since 1970, if the packet cannot hold it; or null. */
  BigDecimal exactTime();

  /** What was odd in the packets so far, but did not prevent them from being read; bounded. */
  List<String> remarks();
}
