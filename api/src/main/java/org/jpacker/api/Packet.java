package org.jpacker.api;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Octets with a time stamp, dissected layer by layer on demand. Belongs to one thread at a time.
 * Two packets are equal if they have the same link type and octets.
 */
public final class Packet {

  /** Value of {@link #timestampNanos()} for a packet without a time stamp. */
  public static final long NO_TIME = Long.MIN_VALUE;

  private static final long NANOS = 1_000_000_000L;

  private final byte[] octets;
  private final int offset;
  private final int captured;
  private int original;
  private long nanos;
  private final Link link;
  private Layer first;

  /** Whether it was made of layers, so that no octets were captured. */
  private boolean isCrafted;

  /**
   * A window on octets, which must not be modified any more.
   *
   * @param octets an array that contains the packet, and maybe others
   * @param offset index of the first octet of the packet
   * @param captured number of octets captured
   * @param original number of octets on the wire
   * @param nanos time stamp in nanoseconds since 1970, or {@link #NO_TIME}
   * @param link the interface that the packet comes from
   * @throws IndexOutOfBoundsException if the octets lie outside the array
   */
  public Packet(byte[] octets, int offset, int captured, int original, long nanos, Link link) {
    Objects.checkFromIndexSize(offset, captured, octets.length);
    this.octets = octets;
    this.offset = offset;
    this.captured = captured;
    this.original = original;
    this.nanos = nanos;
    this.link = link;
  }

  private Packet(Layer first, int linkType) {
    this(Layer.NOTHING, 0, 0, 0, NO_TIME, installed(linkType));
    this.isCrafted = true;
    this.first = first;
    first.join(this, null);
  }

  /** Reads an Ethernet packet with the installed protocols. The octets are not copied. */
  public static Packet read(byte[] octets) {
    return read(octets, Link.ETHERNET);
  }

  /**
   * Reads a packet of the given link type with the installed protocols. The octets are not copied.
   */
  public static Packet read(byte[] octets, int linkType) {
    return new Packet(octets, 0, octets.length, octets.length, NO_TIME, installed(linkType));
  }

  /** Shared, because most packets that are read or crafted one by one are Ethernet packets. */
  private static final class Usual {
    static final Link ETHERNET = Link.of(Link.ETHERNET, 0, ProtocolRegistry.installed());
  }

  private static Link installed(int linkType) {
    return linkType == Link.ETHERNET
        ? Usual.ETHERNET
        : Link.of(linkType, 0, ProtocolRegistry.installed());
  }

  /**
   * Reads a packet of the given link type with the protocols of a registry. The octets are not
   * copied.
   */
  public static Packet read(byte[] octets, int linkType, ProtocolRegistry registry) {
    Link link = Link.of(linkType, 0, registry);
    return new Packet(octets, 0, octets.length, octets.length, NO_TIME, link);
  }

  /**
   * Stacks layers, outermost first. Each layer carries the next one in place of its previous
   * payload; the last one keeps its payload, such as {@link Raw#of(String) Raw.of("text")} or
   * {@link Header#carrying(String) new Udp().dstPort(7).carrying("text")}. A layer that already
   * belongs to a packet is copied and stays unchanged. Lengths, checksums and type numbers are
   * filled in when they are requested. The link type is the one that the first header's protocol
   * claims.
   *
   * @throws IllegalArgumentException if there is no layer, or if a layer other than the last is not
   *     a header
   */
  public static Packet of(Layer... layers) {
    Stacking.refuseUnstackable(layers);
    long type = layers[0] instanceof Header h ? h.protocol().keyIn(DispatchTable.LINK_TYPE) : -1;
    return of(type < 0 ? Link.ETHERNET : (int) type, layers);
  }

  /** Stacks layers like {@link #of(Layer...)}, for a given link type. */
  public static Packet of(int linkType, Layer... layers) {
    Stacking.refuseUnstackable(layers);
    int last = layers.length - 1;
    if (last == 0) {
      return new Packet(Stacking.free(layers[0]), linkType);
    }
    Header below = Stacking.alone((Header) layers[0]);
    Packet packet = new Packet(below, linkType);
    for (int i = 1; i < last; i++) {
      Header next = Stacking.alone((Header) layers[i]);
      below.payload(next);
      below = next;
    }
    below.payload(layers[last]);
    return packet;
  }

  /** The interface that the packet comes from. */
  public Link link() {
    return link;
  }

  /** The link type, a number from the registry for capture files. */
  public int linkType() {
    return link.type();
  }

  /** The number of the interface in the capture, from 0. */
  public int interfaceId() {
    return link.interfaceId();
  }

  /** The time stamp, or null if there is none. */
  public Instant timestamp() {
    return nanos == NO_TIME
        ? null
        : Instant.ofEpochSecond(Math.floorDiv(nanos, NANOS), Math.floorMod(nanos, NANOS));
  }

  /** The time stamp in nanoseconds since 1970, or {@link #NO_TIME}. */
  public long timestampNanos() {
    return nanos;
  }

  /**
   * Replaces the time stamp, for example {@code Packet.of(...).timestamp(Instant.now())}, and
   * returns this packet. Files keep the time stamp; live senders ignore it.
   *
   * @param time the time, or null for none
   * @throws IllegalArgumentException if the time is before 1677-09-21 or after 2262-04-11, so that
   *     nanoseconds since 1970 do not fit into 64 bits
   */
  public Packet timestamp(Instant time) {
    nanos = time == null ? NO_TIME : nanosOf(time);
    return this;
  }

  private static long nanosOf(Instant time) {
    try {
      return Math.addExact(Math.multiplyExact(time.getEpochSecond(), NANOS), time.getNano());
    } catch (ArithmeticException e) {
      throw new IllegalArgumentException(
          "time stamps are from 1677-09-21 to 2262-04-11, not " + time, e);
    }
  }

  /** Current number of octets of the packet. */
  public int length() {
    return isLive() ? first.size() + behind() : captured;
  }

  /** Number of octets captured; for a crafted packet, its length. */
  public int capturedLength() {
    return isCrafted ? length() : captured;
  }

  /** Number of octets on the wire; for a crafted packet, its length. */
  public int originalLength() {
    return isCrafted ? length() : original;
  }

  /** The outermost layer, dissected on the first call. */
  public Layer first() {
    Layer layer = first;
    return layer != null ? layer : dissect();
  }

  private Layer dissect() {
    Window window = new Window(octets, offset, offset + captured, null, this);
    Layer layer;
    try {
      layer = captured == 0 ? window.raw() : link.reader().read(window);
    } catch (MalformedException e) {
      layer = refused(e.reason());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      layer =
          refused(Malformed.Reason.failed("frame", "the reader of the first layer failed", 0, e));
    }
    first = layer;
    return layer;
  }

  private Malformed refused(Malformed.Reason reason) {
    return new Malformed(octets, offset, offset + captured, null, this, reason);
  }

  /**
   * Whether this packet answers {@code request}, as decided by the headers of both ({@link
   * Header#answers}). Extension headers, tags or tunnels on one side only do not prevent a match.
   */
  public boolean answers(Packet request) {
    return Answers.packets(this, request);
  }

  /** The outermost layer of this type, or null. */
  public <L extends Layer> L get(Class<L> type) {
    return search(first(), type);
  }

  static <L extends Layer> L search(Layer from, Class<L> type) {
    for (Layer layer = from; ; ) {
      if (type.isInstance(layer)) {
        return type.cast(layer);
      }
      // a dissected payload shows that this is a header, without a look at its class
      Layer carried = layer.payload;
      if (carried == null) {
        if (!(layer instanceof Header header)) {
          return null;
        }
        carried = header.dissect();
      }
      layer = carried;
    }
  }

  /** The outermost layer of this type. */
  public <L extends Layer> Optional<L> find(Class<L> type) {
    return Optional.ofNullable(get(type));
  }

  /** The innermost layer of this type, or null. */
  public <L extends Layer> L last(Class<L> type) {
    List<L> all = all(type);
    return all.isEmpty() ? null : all.get(all.size() - 1);
  }

  /** All layers of this type, outermost first. */
  public <L extends Layer> List<L> all(Class<L> type) {
    List<L> found = new ArrayList<>();
    for (Layer layer : layers()) {
      if (type.isInstance(layer)) {
        found.add(type.cast(layer));
      }
    }
    return found;
  }

  /** All layers, outermost first, without trailers and without an empty {@link Raw} at the end. */
  public List<Layer> layers() {
    List<Layer> layers = new ArrayList<>();
    Layer layer = first();
    while (layer instanceof Header header) {
      layers.add(header);
      layer = header.payload();
    }
    if (layer instanceof Malformed || layer.size() > 0) {
      layers.add(layer);
    }
    return layers;
  }

  /** Octets after the first layer; empty if there are none. */
  public Raw trailer() {
    int end = offset + captured;
    return new Raw(octets, end - behind(), end, null, this);
  }

  /**
   * Number of octets from the current start of the packet to the start of {@code layer}.
   *
   * @throws IllegalArgumentException if the layer does not belong to this packet
   */
  public int offsetOf(Layer layer) {
    if (layer.packet != this) {
      throw new IllegalArgumentException(layer + " is no part of this packet");
    }
    if (!isLive()) {
      return layer.start - offset;
    }
    first.settle();
    int at = 0;
    for (Header h = layer.carrier; h != null; h = h.carrier) {
      at += h.headerSize();
    }
    return at;
  }

  /**
   * The octets of the packet, with derived fields up to date.
   *
   * @throws IllegalStateException if a header cannot be written in its present state; the message
   *     says why
   */
  public byte[] toBytes() {
    if (!isLive()) {
      return Arrays.copyOfRange(octets, offset, offset + captured);
    }
    first.settle();
    byte[] out = new byte[first.size() + behind()];
    write(out, 0);
    return out;
  }

  private void write(byte[] out, int at) {
    int behind = behind();
    int end = first.write(out, at);
    if (behind > 0) {
      System.arraycopy(octets, offset + captured - behind, out, end, behind);
    }
  }

  /** Number of octets after the first layer. */
  private int behind() {
    if (isCrafted) {
      return 0;
    }
    Layer layer = first();
    int end = layer.end == Layer.LIVE ? ((Header) layer).state.readEnd() : layer.end;
    return offset + captured - end;
  }

  /**
   * Copies the octets of the packet to {@code out}, starting at index {@code at}; returns their
   * number.
   *
   * @throws IllegalStateException if a header cannot be written in its present state
   * @throws IndexOutOfBoundsException if {@code out} is too small; nothing is written then
   */
  public int writeTo(byte[] out, int at) {
    int length;
    if (!isLive()) {
      length = captured;
      System.arraycopy(octets, offset, out, at, length);
    } else {
      first.settle();
      length = first.size() + behind();
      if (at < 0 || length > out.length - at) {
        throw new IndexOutOfBoundsException(
            length + " octets do not fit into " + out.length + " at " + at);
      }
      write(out, at);
    }
    return length;
  }

  /**
   * A copy that shares no octets with this packet, for keeping a few of many packets for long.
   * Fields keep their values but are no longer pinned.
   */
  public Packet copy() {
    byte[] own = toBytes();
    return new Packet(own, 0, own.length, isCrafted ? own.length : original, nanos, link);
  }

  /**
   * A copy with the two endpoints of each header swapped, as declared by their layouts; derived
   * fields are updated.
   */
  public Packet reply() {
    Packet reply = copy();
    for (Layer layer = reply.first(); layer instanceof Header header; layer = header.payload()) {
      Field source = header.protocol().layout().source();
      Field destination = header.protocol().layout().destination();
      if (source != null && source.isPresent(header) && destination.isPresent(header)) {
        Object from = source.value(header);
        source.assign(header, destination.value(header));
        destination.assign(header, from);
      }
    }
    return reply;
  }

  /** Recomputes every derived field that is not pinned, to repair a captured packet. */
  public void refresh() {
    if (first() instanceof Header header) {
      HeaderState.of(header).refresh();
      header.settle();
    }
  }

  /** Every derived field whose value differs from the one that follows from the packet. */
  public List<Discrepancy> verify() {
    return compared().discrepancies;
  }

  /**
   * Every checksum in the headers of this packet, outermost first, without those of quoted packets.
   */
  public List<Checksum> checksums() {
    return compared().checksums;
  }

  private Findings compared() {
    Findings found = new Findings();
    first().settle();
    for (Layer layer = first(); layer instanceof Header header; layer = header.payload()) {
      header.derive(new Derivation(header, 0, found));
    }
    return found;
  }

  /** Drops the octets that were not captured. */
  void forgetUnseen() {
    original = Math.min(original, captured);
  }

  /** Whether less was captured than was on the wire. */
  boolean isCut() {
    return captured < original;
  }

  /** The array on which this packet is a window. */
  byte[] octets() {
    return octets;
  }

  /** Whether the packet still consists of the octets that were read. */
  boolean isAsRead() {
    return !isLive();
  }

  int offset() {
    return offset;
  }

  /** Index after the last captured octet. */
  int readEnd() {
    return offset + captured;
  }

  private boolean isLive() {
    return first != null && first.end == Layer.LIVE || isCrafted;
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || other instanceof Packet packet
            && packet.link.type() == link.type()
            && Arrays.equals(toBytes(), packet.toBytes());
  }

  @Override
  public int hashCode() {
    return 31 * link.type() + Arrays.hashCode(toBytes());
  }

  /** The names of the layers and the length. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("Packet[");
    for (Layer layer : layers()) {
      text.append(layer instanceof Header header ? header.protocol().name() : layer).append(' ');
    }
    return text.append(length()).append(" octets]").toString();
  }
}
