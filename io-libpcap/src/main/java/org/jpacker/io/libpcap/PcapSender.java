package org.jpacker.io.libpcap;

import java.util.concurrent.locks.LockSupport;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.live.LiveOptions;
import org.jpacker.live.PacketSender;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.Pcaps;

/** Sends one packet per call; libpcap does not support batches. */
final class PcapSender implements PacketSender {

  /**
   * libpcap always captures too: these options keep that to a minimum, with a filter that rejects
   * all packets.
   */
  static final LiveOptions OPTIONS =
      LiveOptions.DEFAULTS.promiscuous(false).snaplen(64).bufferSize(1 << 16).filter("less 0");

  private static final long PATIENCE = 1_000_000_000L;
  private static final long PAUSE = 50_000L;
  private static final int ENOBUFS = com.sun.jna.Platform.isLinux() ? 105 : 55;

  private final String name;
  private final PcapHandle handle;
  private final int linkType;
  private final String queueIsFull = Pcaps.strError(ENOBUFS);

  PcapSender(String name, PcapHandle handle) {
    this.name = name;
    this.handle = handle;
    this.linkType = Libpcap.linkType(handle.getDlt().value());
  }

  @Override
  public int linkType() {
    return linkType;
  }

  @Override
  public void write(Packet packet) {
    if (packet.linkType() != linkType) {
      throw failed(
          "takes packets of link type " + linkType + ", not of " + packet.linkType(), null);
    }
    byte[] octets = packet.toBytes();
    long start = System.nanoTime();
    while (true) {
      try {
        handle.sendPacket(octets);
        return;
      } catch (NotOpenException e) {
        throw failed("is closed", e);
      } catch (PcapNativeException e) {
        boolean isFull = e.getMessage().contains(queueIsFull);
        if (!isFull || System.nanoTime() - start > PATIENCE) {
          throw failed(
              "a packet of " + octets.length + " octets was refused: " + Libpcap.message(e), e);
        }
        LockSupport.parkNanos(PAUSE);
      }
    }
  }

  private CaptureException failed(String reason, Exception cause) {
    return new CaptureException(name, -1, reason, cause);
  }

  @Override
  public void flush() {
    // each packet has already been passed to the kernel
  }

  @Override
  public void close() {
    if (handle.isOpen()) {
      handle.close();
    }
  }
}
