package org.jpacker.io.raw;

import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.live.PacketSender;

/** Common parts of the senders: batches, and closing from any thread. */
abstract class Sender implements PacketSender {

  /**
   * How to send a packet.
   *
   * @param batch with which others
   * @param name where to, or {@link SendBatch#NO_NAME}
   */
  record Route(SendBatch batch, byte[] name) {}

  final String name;
  private final int linkType;
  private final Lease lease;
  private byte[] octets = new byte[2048];

  /**
   * Initialises a sender.
   *
   * @param name the interface, for messages
   * @param release releases its resources once no thread is sending
   */
  Sender(String name, int linkType, Runnable release) {
    this.name = name;
    this.linkType = linkType;
    this.lease = new Lease(release);
  }

  /** Determines how to send the packet with these octets. */
  abstract Route route(byte[] octets, int length);

  @Override
  public final int linkType() {
    return linkType;
  }

  @Override
  public final void write(Packet packet) {
    write(List.of(packet));
  }

  @Override
  public final synchronized void write(List<Packet> packets) {
    if (!lease.enter()) {
      throw Failure.of(name, "is closed");
    }
    SendBatch open = null;
    try {
      for (Packet packet : packets) {
        int length = read(packet);
        Route route = route(octets, length);
        if (open != null && (open != route.batch() || !open.hasRoom(length))) {
          open.send();
        }
        open = route.batch();
        open.add(octets, length, route.name());
      }
      if (open != null) {
        open.send();
      }
    } catch (RuntimeException e) {
      sendThoseBefore(open, e);
      throw e;
    } finally {
      lease.leave();
    }
  }

  /** The packet that is wrong does not take with it those that are not. */
  private static void sendThoseBefore(SendBatch open, RuntimeException wrong) {
    try {
      if (open != null) {
        open.send();
      }
    } catch (CaptureException e) {
      wrong.addSuppressed(e);
    }
  }

  private int read(Packet packet) {
    if (!Hardware.takes(linkType, packet.linkType())) {
      throw Failure.of(
          name,
          "packets of link type "
              + linkType
              + " are sent here, this packet's is "
              + packet.linkType());
    }
    int length = packet.length();
    if (length == 0 || length > SendBatch.OCTETS) {
      throw Failure.of(name, "a packet of " + length + " octets is refused");
    }
    if (octets.length < length) {
      octets = new byte[length];
    }
    packet.writeTo(octets, 0);
    return length;
  }

  /** Has no effect: packets are not buffered. */
  @Override
  public final void flush() {}

  @Override
  public final void close() {
    lease.close();
  }
}
