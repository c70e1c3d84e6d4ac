package org.jpacker.live;

import java.util.List;
import org.jpacker.api.Packet;
import org.jpacker.api.PacketWriter;

/**
 * An open interface to send packets through, opened by a {@link org.jpacker.live.spi.LiveProvider}.
 */
public interface PacketSender extends PacketWriter {

  /** The link type of packets that can be sent. */
  int linkType();

  /**
   * Sends the packet unchanged, ignoring its time stamp; returns once the kernel has accepted it,
   * so that {@link #flush} has nothing to do. Waits briefly while the queue of the interface is
   * full.
   *
   * @throws org.jpacker.api.CaptureException if the kernel refuses the packet, for example because
   *     it is too large for the interface, or if it has another link type
   */
  @Override
  void write(Packet packet);

  /**
   * Sends packets in this order, with fewer system calls if the back end supports that.
   *
   * @throws org.jpacker.api.CaptureException if one of them is refused; those before it were sent
   */
  default void write(List<Packet> packets) {
    packets.forEach(this::write);
  }
}
