package org.jpacker.io.pcap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;

/** Several captures as one, ordered by time. {@link Captures#merge} makes it. */
public final class MergedCapture implements Capture {
  private static final Comparator<Source> ORDER =
      Comparator.comparingLong((Source source) -> source.time)
          .thenComparingInt(source -> source.place);

  /** A capture, and its next packet as a record. */
  private static final class Source {
    final Capture capture;
    final int place;
    final Map<Link, Link> links = new IdentityHashMap<>();
    final CaptureRecord record = new CaptureRecord();
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

  /** For packets that are asked for one by one. */
  private final CaptureRecord record = new CaptureRecord();

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
    return next(record) ? record.packet() : null;
  }

  @Override
  public boolean next(CaptureRecord record) {
    if (!isStarted) {
      isStarted = true;
      sources.forEach(this::advance);
    }
    Source source = waiting.poll();
    if (source == null) {
      if (damage != null) {
        throw damage;
      }
      return false;
    }
    CaptureRecord next = source.record;
    record.set(
        next.octets(),
        next.offset(),
        next.capturedLength(),
        next.originalLength(),
        next.timestampNanos(),
        renumbered(source));
    options = source.options;
    advance(source);
    return true;
  }

  private void advance(Source source) {
    try {
      if (!source.capture.next(source.record)) {
        return;
      }
    } catch (CaptureException e) {
      if (damage == null) {
        damage = e;
      } else if (damage != e) {
        damage.addSuppressed(e);
      }
      return;
    }
    if (source.record.timestampNanos() != Packet.NO_TIME) {
      source.time = source.record.timestampNanos();
    }
    if (source.capture instanceof FileCapture file) {
      source.options = file.packetOptions();
    }
    waiting.add(source);
  }

  /** The link of the next packet, from an interface that no other capture has. */
  private Link renumbered(Source source) {
    Link link = source.links.get(source.record.link());
    return link != null ? link : add(source, source.record.link());
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
