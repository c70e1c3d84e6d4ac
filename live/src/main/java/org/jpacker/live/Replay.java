package org.jpacker.live;

import java.util.function.LongConsumer;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;

/**
 * Sends packets at a pace, once or several times, and counts them.
 *
 * <pre>{@code
 * Replay replay = new Replay(sender, Pace.asCaptured(1));
 * replay.repeat(
 *     3,
 *     () -> {
 *       try (Capture capture = Pcap.open(file)) {
 *         for (Packet packet : capture) {
 *           if (!replay.send(packet)) {
 *             break;
 *           }
 *         }
 *       }
 *     });
 * System.out.println(replay.counts().packets());
 * }</pre>
 *
 * <p>Belongs to one thread; others may only {@link #stop} it.
 */
public final class Replay {
  private static final double NANOS = 1e9;

  private final PacketSender sender;
  private final Pace pace;
  private LongConsumer waiting = left -> {};
  private boolean skipsRefused;
  private volatile boolean isStopped;

  private long packets;
  private long octets;
  private long refused;
  private int largest;

  /** When the first and the last packet were sent, by {@link System#nanoTime()}. */
  private long first;

  private long last;
  private int lastLength;

  /**
   * The numbers so far.
   *
   * @param packets number of packets that were sent
   * @param octets sum of their lengths
   * @param largest length of the largest one, in octets
   * @param refused number of packets that the interface refused and that were skipped
   * @param seconds from the first packet that was sent to the last one
   * @param packetsPerSecond that were sent in this time, 0 if it is 0; the last one is not part of
   *     the rate, since nothing waited for its successor
   * @param bitsPerSecond the same in bits
   */
  public record Counts(
      long packets,
      long octets,
      int largest,
      long refused,
      double seconds,
      double packetsPerSecond,
      double bitsPerSecond) {}

  /** Sends through {@code sender}, which it does not close. */
  public Replay(PacketSender sender, Pace pace) {
    this.sender = sender;
    this.pace = pace;
  }

  /** Counts packets that the interface refuses, such as too large ones, and goes on. */
  public Replay skippingRefused() {
    skipsRefused = true;
    return this;
  }

  /**
   * Calls {@code waiting} a few times a second while a packet is not due, with the nanoseconds that
   * are left, and with 0 when it is due.
   */
  public Replay whileWaiting(LongConsumer waiting) {
    this.waiting = waiting;
    return this;
  }

  /**
   * Runs {@code series}, which sends packets, several times. Ends early when it is stopped, and
   * after a run that sent nothing.
   *
   * @param times how often; 0 for no limit
   */
  public void repeat(long times, Runnable series) {
    long before = -1;
    for (long i = 0; (i < times || times == 0) && !isStopped && packets > before; i++) {
      before = packets;
      pace.again();
      series.run();
    }
  }

  /**
   * Sends a packet when it is due.
   *
   * @return false if it was not sent because the replay was stopped
   * @throws CaptureException if the interface refuses the packet, unless those are skipped
   */
  public boolean send(Packet packet) {
    if (!pace.await(packet, this::goesOn)) {
      return false;
    }
    long now = System.nanoTime();
    try {
      sender.write(packet);
    } catch (CaptureException e) {
      if (!skipsRefused) {
        throw e;
      }
      refused++;
      return true;
    }
    first = packets == 0 ? now : first;
    last = now;
    lastLength = packet.length();
    packets++;
    octets += lastLength;
    largest = Math.max(largest, lastLength);
    return true;
  }

  private boolean goesOn(long left) {
    waiting.accept(left);
    return !isStopped;
  }

  /** Ends the replay before the next packet, even while that is waited for. */
  public void stop() {
    isStopped = true;
  }

  /** The numbers so far. */
  public Counts counts() {
    double seconds = (last - first) / NANOS;
    return new Counts(
        packets,
        octets,
        largest,
        refused,
        seconds,
        seconds == 0 ? 0 : (packets - 1) / seconds,
        seconds == 0 ? 0 : (octets - lastLength) * 8 / seconds);
  }
}
