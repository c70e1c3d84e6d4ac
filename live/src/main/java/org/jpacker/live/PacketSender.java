package org.jpacker.live;

import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;

/**
 * An open interface to send packets through, opened by a {@link org.jpacker.live.spi.LiveProvider}.
 */
public interface PacketSender extends PacketWriter {

  /** The link type that packets must have. */
  int linkType();

  /**
   * Sends a packet as it is, time stamp not minded. When this returns, the kernel has it; {@link
   * #flush} has nothing to do. Waits a moment where the interface's own queue is full.
   *
   * @throws org.jpacker.api.CaptureException if the kernel refuses it, such as one that is larger
   *     than the interface takes, or if its link type is another
   */
  @Override
  void write(Packet packet);

  /**
   * Sends packets in this order, with fewer calls of the kernel where the back end knows how.
   *
   * @throws org.jpacker.api.CaptureException if one of them is refused; those before it were sent
   */
  default void write(List<Packet> packets) {
    packets.forEach(this::write);
  }
}
