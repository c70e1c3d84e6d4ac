package org.jpacker.io.pcap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;

/** Several captures as one, ordered by time. {@link Captures#merge} makes it. */
public final class MergedCapture implements Capture {
  private static final Comparator<Source> ORDER =
      Comparator.comparingLong((Source source) -> source.time)
          .thenComparingInt(source -> source.place);

  /** A capture and its next packet. */
  private static final class Source {
    final Capture capture;
    final int place;
    final Map<Link, Link> links = new IdentityHashMap<>();
    Packet packet;
    List<BlockOption> options = List.of();
    long time = Packet.NO_TIME;

    Source(Capture capture, int place) {
      this.capture = capture;
      this.place = place;
    }
  }

  private final List<Source> sources = new ArrayList<>();
  private final PriorityQueue<Source> waiting = new PriorityQueue<>(ORDER);
  private final List<CaptureInterface> interfaces = new ArrayList<>();
  private boolean isStarted;
  private List<BlockOption> options = List.of();
  private CaptureException damage;

  MergedCapture(List<? extends Capture> captures) {
    for (Capture capture : captures) {
      sources.add(new Source(capture, sources.size()));
    }
  }

  @Override
  public Packet next() {
    if (!isStarted) {
      isStarted = true;
      sources.forEach(this::advance);
    }
    Source source = waiting.poll();
    if (source == null) {
      if (damage != null) {
        throw damage;
      }
      return null;
    }
    Packet packet = renumbered(source);
    options = source.options;
    advance(source);
    return packet;
  }

  private void advance(Source source) {
    try {
      source.packet = source.capture.next();
    } catch (CaptureException e) {
      source.packet = null;
      if (damage == null) {
        damage = e;
      } else if (damage != e) {
        damage.addSuppressed(e);
      }
    }
    if (source.packet == null) {
      return;
    }
    if (source.packet.timestampNanos() != Packet.NO_TIME) {
      source.time = source.packet.timestampNanos();
    }
    if (source.capture instanceof FileCapture file) {
      source.options = file.packetOptions();
    }
    waiting.add(source);
  }

  /** The same packet from an interface that no other capture has. */
  private Packet renumbered(Source source) {
    Packet packet = source.packet;
    Link link = source.links.get(packet.link());
    if (link == null) {
      link = add(source, packet.link());
    }
    if (link.interfaceId() == packet.interfaceId()) {
      return packet;
    }
    byte[] octets = packet.toBytes();
    int missing = Math.max(0, packet.originalLength() - packet.capturedLength());
    return new Packet(
        octets, 0, octets.length, octets.length + missing, packet.timestampNanos(), link);
  }

  private Link add(Source source, Link old) {
    int id = interfaces.size();
    Link link = new Link(old.type(), id, old.registry(), old.reader());
    source.links.put(old, link);
    List<CaptureInterface> known =
        source.capture instanceof FileCapture file ? file.interfaces() : List.of();
    interfaces.add(
        old.interfaceId() < known.size()
            ? known.get(old.interfaceId()).as(id)
            : new CaptureInterface(id, 0, old.type(), 0, TimeResolution.NANOSECONDS, List.of()));
    return link;
  }

  /** The interfaces of the packets given so far; their places in the list are their numbers. */
  public List<CaptureInterface> interfaces() {
    return List.copyOf(interfaces);
  }

  /** The options of the packet that was given last, where it came from a pcapng file. */
  public List<BlockOption> packetOptions() {
    return options;
  }

  /** All captures, even if one fails. */
  @Override
  public void close() {
    CaptureException failure = null;
    for (Source source : sources) {
      try {
        source.capture.close();
      } catch (CaptureException e) {
        failure = failure == null ? e : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }
}
