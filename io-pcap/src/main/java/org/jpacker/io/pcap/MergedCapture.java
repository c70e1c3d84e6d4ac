package org.jpacker.io.pcap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import org.jpacker.api.Capture;
import org.jpacker.api.CaptureException;
import org.jpacker.api.CaptureRecord;
import org.jpacker.api.Link;
import org.jpacker.api.Packet;

/** Several captures merged by time. {@link Captures#merge} creates one. */
public final class MergedCapture implements Capture {
  private static final Comparator<Merged> ORDER =
      Comparator.comparingLong((Merged source) -> source.time)
          .thenComparing(source -> source.exact, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparingInt(source -> source.place);

  /** A capture, and its next packet as a record. */
  private static final class Merged {
    final Capture capture;
    final int place;
    final Map<Link, Link> links = new IdentityHashMap<>();

    /** Maps interface numbers of a file to numbers in this capture. */
    final Map<Integer, Integer> numbers = new HashMap<>();

    final CaptureRecord record = new CaptureRecord();
    List<BlockOption> options = List.of();
    long time = Packet.NO_TIME;

    /** The exact time if {@code time} had to be clamped to the range of nanoseconds, else null. */
    BigDecimal exact;

    /** The exact time of the next packet, which may have none. */
    BigDecimal exactNext;

    Merged(Capture capture, int place) {
      this.capture = capture;
      this.place = place;
    }
  }

  private final List<Merged> sources = new ArrayList<>();
  private final PriorityQueue<Merged> waiting = new PriorityQueue<>(ORDER);
  private final List<CaptureInterface> interfaces = new ArrayList<>();

  /** The record used by {@link #next()}. */
  private final CaptureRecord record = new CaptureRecord();

  private boolean isStarted;
  private List<BlockOption> options = List.of();
  private BigDecimal exact;
  private CaptureException damage;

  MergedCapture(List<? extends Capture> captures) {
    for (Capture capture : captures) {
      sources.add(new Merged(capture, sources.size()));
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
    Merged source = waiting.poll();
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
    exact = source.exactNext;
    advance(source);
    return true;
  }

  private void advance(Merged source) {
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
    BigDecimal exact = null;
    if (source.capture instanceof FileCapture file) {
      source.options = file.packetOptions();
      exact = file.exactTime();
    }
    long time = source.record.timestampNanos();
    if (exact != null && time == Packet.NO_TIME) {
      time = exact.signum() < 0 ? Packet.NO_TIME + 1 : Long.MAX_VALUE;
    }
    if (time != Packet.NO_TIME) {
      source.time = time;
      source.exact = exact;
    }
    source.exactNext = exact;
    waiting.add(source);
  }

  /** The link of the next packet, from an interface that no other capture has. */
  private Link renumbered(Merged source) {
    Link link = source.links.get(source.record.link());
    return link != null ? link : add(source, source.record.link());
  }

  private Link add(Merged source, Link old) {
    List<CaptureInterface> known =
        source.capture instanceof FileCapture file ? file.interfaces() : List.of();
    int id;
    if (old.interfaceId() < known.size()) {
      id = number(source, known.get(old.interfaceId()));
    } else {
      id = interfaces.size();
      interfaces.add(
          new CaptureInterface(id, 0, old.type(), 0, TimeResolution.NANOSECONDS, List.of()));
    }
    Link link = old.at(id, old.section() < 0 ? -1 : 0, id);
    source.links.put(old, link);
    return link;
  }

  private int number(Merged source, CaptureInterface old) {
    return source.numbers.computeIfAbsent(
        old.id(),
        id -> {
          interfaces.add(old.as(interfaces.size()));
          return interfaces.size() - 1;
        });
  }

  /**
   * Returns the number of a file's interface in this capture, assigning one if it has none yet.
   *
   * @param capture index of the file in the list of captures
   * @param id number of the interface in the file
   */
  public int interfaceId(int capture, int id) {
    Merged source = sources.get(capture);
    return number(source, ((FileCapture) source.capture).interfaces().get(id));
  }

  /**
   * The interfaces of the packets returned so far and those queried by {@link #interfaceId},
   * indexed by their numbers. The list grows as packets are read.
   */
  public List<CaptureInterface> interfaces() {
    return Collections.unmodifiableList(interfaces);
  }

  /**
   * The time of the last packet returned, in seconds since 1970, if {@link Packet} cannot represent
   * it; otherwise null.
   */
  public BigDecimal exactTime() {
    return exact;
  }

  /** The options of the last packet returned; empty unless it is from a pcapng file. */
  public List<BlockOption> packetOptions() {
    return options;
  }

  /** Closes all captures, even if closing one of them fails. */
  @Override
  public void close() {
    CaptureException failure = null;
    for (Merged source : sources) {
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
