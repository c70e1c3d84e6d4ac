package org.jpacker.files;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Packet;
import org.jpacker.io.pcap.Block;
import org.jpacker.io.pcap.BlockOption;
import org.jpacker.io.pcap.FileCapture;
import org.jpacker.io.pcap.OptionType;

/** Counts what {@link CaptureFacts} says of packets. */
final class FactCounter {
  /** Comments that are kept; the others are only counted. */
  private static final int MOST_COMMENTS = 1000;

  private final FileCapture capture;
  private final List<Long> interfacePackets = new ArrayList<>();
  private final List<CaptureFacts.Comment> comments = new ArrayList<>();
  private long commentCount;

  private long count;
  private long captured;
  private long original;
  private long shortest = Long.MAX_VALUE;
  private long longest;
  private long truncated;

  private long first = Packet.NO_TIME;
  private long last = Packet.NO_TIME;
  private long before = Packet.NO_TIME;
  private long missing;
  private long backwards;

  FactCounter(FileCapture capture) {
    this.capture = capture;
  }

  CaptureFacts read(LongConsumer progress) {
    ByteOrder order = capture.byteOrder();
    CaptureException damage = null;
    Pulse pulse = new Pulse(progress, capture::position);
    try {
      for (Packet packet : capture) {
        pulse.step();
        add(packet);
      }
    } catch (CaptureException e) {
      damage = e;
    }
    List<ByteOrder> orders =
        capture.blocks(Block.SectionHeader.class).stream().map(Block.SectionHeader::order).toList();
    return new CaptureFacts(
        capture.name(),
        null,
        capture.format(),
        capture.compression(),
        orders.isEmpty() ? List.of(order) : orders,
        new CaptureFacts.Packets(
            count, captured, original, count == 0 ? 0 : shortest, longest, truncated),
        new CaptureFacts.Times(
            first, last, missing, backwards, capture.timesRounded(), capture.timesBeyond()),
        comments,
        commentCount,
        capture.interfaces(),
        interfacePackets,
        capture.blocks(),
        capture.blocksLeftOut(),
        damage);
  }

  private void add(Packet packet) {
    count++;
    int length = packet.originalLength();
    captured += packet.capturedLength();
    original += length;
    shortest = Math.min(shortest, length);
    longest = Math.max(longest, length);
    if (packet.capturedLength() < length) {
      truncated++;
    }
    int id = packet.interfaceId();
    while (interfacePackets.size() <= id) {
      interfacePackets.add(0L);
    }
    interfacePackets.set(id, interfacePackets.get(id) + 1);
    time(packet.timestampNanos());
    for (BlockOption option : capture.packetOptions()) {
      if (option instanceof BlockOption.Text text && text.type() == OptionType.OPT_COMMENT) {
        commentCount++;
        if (comments.size() < MOST_COMMENTS) {
          comments.add(new CaptureFacts.Comment(count, text.text()));
        }
      }
    }
  }

  private void time(long nanos) {
    if (nanos == Packet.NO_TIME) {
      missing++;
      return;
    }
    if (first == Packet.NO_TIME) {
      first = nanos;
      last = nanos;
    } else {
      first = Math.min(first, nanos);
      last = Math.max(last, nanos);
      if (nanos < before) {
        backwards++;
      }
    }
    before = nanos;
  }
}
