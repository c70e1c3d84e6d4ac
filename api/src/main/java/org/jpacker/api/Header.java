package org.jpacker.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A view of the octets of one protocol's header, and the base class of all protocols: a protocol is
 * one final class that extends this one and has no state of its own.
 *
 * <p>A header that is read is checked once, in its constructor; after that, accessors cannot fail.
 * The first change gives it octets of its own; the octets that were read are never modified.
 */
public abstract non-sealed class Header extends Layer {

  /**
   * Offset beyond which the depth limit is checked. Ordinary packets never get here, so they do not
   * pay for it.
   */
  private static final int COUNT_FROM = 512;

  /** Maximum number of layers in a packet. */
  static final int MOST_LAYERS = 128;

  /**
   * Not final on purpose: HotSpot puts a barrier after constructors that write final fields and
   * reloads every field after it.
   */
  private Protocol<?> protocol;

  /** Octets from {@link Layer#start} to the payload. */
  private int head;

  /** What only changed, new and odd headers have; null for most. */
  HeaderState state;

  /** A new header with the initial values of its layout. */
  @SuppressWarnings("this-escape") // the state keeps the header, and asks it nothing yet
  protected Header(Protocol<?> protocol) {
    super(protocol.layout().template(), 0, LIVE, null, null);
    this.protocol = protocol;
    this.head = octets.length;
    this.state = HeaderState.ofNew(this);
  }

  /**
   * A header read from octets.
   *
   * @throws MalformedException if there are fewer octets than every header of {@code protocol} has
   */
  protected Header(Protocol<?> protocol, Window in) throws MalformedException {
    super(in.octets, in.start, in.end, in.carrier, in.packet);
    this.protocol = protocol;
    this.head = protocol.layout().size();
    if (in.end - in.start < head) {
      throw in.tooShort(protocol.name(), "header", head);
    }
    in.readBy(protocol);
  }

  /** The description of this header's protocol: name, layout and numbers. */
  public final Protocol<?> protocol() {
    return protocol;
  }

  /** Number of octets of the header itself, including options. */
  public final int headerSize() {
    return head;
  }

  @Override
  public final int size() {
    int end = this.end;
    return end != LIVE ? end - start : state.size();
  }

  /**
   * The payload of this header, dissected on the first call; empty {@link Raw} if there is none.
   */
  public final Layer payload() {
    Layer layer = payload;
    return layer != null ? layer : dissect();
  }

  /**
   * Octets after the payload that belong to this layer, such as padding; empty if there are none.
   */
  public final Raw trailer() {
    if (end == LIVE) {
      return state.trailer != null ? state.trailer : empty();
    }
    Layer carried = payload();
    return new Raw(octets, carried.end, payloadEnd(), this, packet);
  }

  /** Whether there are octets after the payload. The header must not be live. */
  final boolean hasTrailer() {
    return payload().end != payloadEnd();
  }

  /**
   * The first layer of this type, starting with this header and continuing through its payloads.
   */
  public final <L extends Layer> Optional<L> find(Class<L> type) {
    return Optional.ofNullable(Packet.search(this, type));
  }

  /** The value of the field with this name, or null if the header does not have it. */
  public final Object value(String name) {
    Field field = protocol.layout().field(name);
    return field == null ? null : field.value(this);
  }

  /** Whether a length in this header exceeds the captured octets. */
  public final boolean isTruncated() {
    return state != null && state.isTruncated();
  }

  /**
   * Number of octets by which a length in this header exceeds the captured ones; 0 unless it {@link
   * #isTruncated}.
   */
  public final int missingOctets() {
    return isTruncated() ? state.missing() : 0;
  }

  /**
   * Replaces the payload by {@code layer} and all that it carries; the trailer stays. A layer that
   * already belongs to a packet or a header is copied.
   *
   * <p>If the packet was cut by a snapshot length, the missing octets belonged to the old payload
   * and disappear with it: from then on lengths count and checksums cover the octets that are
   * present, and {@link #isTruncated} is false, here and in the carriers.
   */
  public final void payload(Layer layer) {
    Layer carried = Stacking.free(layer);
    Stacking.refuseCycle(this, carried);
    put(carried);
    state.forgetUnseen();
  }

  /** Replaces the payload by these octets, as {@link #payload(Layer)} does. */
  public final void payload(byte[] octets) {
    payload(Raw.of(octets));
  }

  /** Replaces the payload by this text in UTF-8, as {@link #payload(Layer)} does. */
  public final void payload(String text) {
    payload(Raw.of(text));
  }

  /**
   * Replaces the payload like {@link #payload(Layer)} and returns this header, for use as the last
   * argument of {@link Packet#of(Layer...)}: {@code new Udp().dstPort(7).carrying("x")}. The result
   * has the type {@code Header}, so set fields first.
   */
  public final Header carrying(Layer layer) {
    payload(layer);
    return this;
  }

  /** Replaces the payload like {@link #payload(byte[])} and returns this header. */
  public final Header carrying(byte[] octets) {
    return carrying(Raw.of(octets));
  }

  /** Replaces the payload like {@link #payload(String)} and returns this header. */
  public final Header carrying(String text) {
    return carrying(Raw.of(text));
  }

  /** Replaces the octets after the payload, such as padding. */
  public final void trailer(byte[] octets) {
    payload();
    beforeChange();
    state.trailer = octets.length == 0 ? null : Raw.of(octets);
    if (state.trailer != null) {
      state.trailer.join(packet, this);
    }
    state.trailerReplaced();
  }

  /**
   * Inserts {@code header}, without its payload, between this header and its payload; the numbers
   * that select the payload move to it. A header that already belongs to a packet or a header is
   * copied.
   */
  public final void insert(Header header) {
    Header pushed = Stacking.alone(header);
    Stacking.refuseCycle(this, pushed);
    Layer carried = payload();
    beforeChange();
    pushed.beforeChange();
    Stacking.moveNumber(this, pushed);
    payload = null;
    pushed.put(carried);
    put(pushed);
  }

  /**
   * Removes this header; its carrier then carries its payload. The outermost header has no carrier:
   * its payload makes a packet of its own, {@code Packet.of(header.payload())}.
   *
   * @throws IllegalStateException if this is the outermost header
   */
  public final void remove() {
    Header below = carrier;
    if (below == null) {
      throw new IllegalStateException(
          protocol.name()
              + " is the outermost header: for a packet without it, Packet.of("
              + protocol.name()
              + ".payload())");
    }
    Layer carried = payload();
    beforeChange();
    below.beforeChange();
    Stacking.moveNumber(this, below);
    payload = null;
    below.put(carried);
  }

  /**
   * Makes the derived {@code field} follow the rest of the packet again, starting now.
   *
   * @throws IllegalArgumentException if it is not a derived field of this header
   */
  public final void unpin(Field field) {
    beforeChange();
    state.unpin(field);
  }

  /** Whether the derived {@code field} keeps the value to which it was set. */
  public final boolean isPinned(Field field) {
    return state != null && state.isPinned(field);
  }

  /**
   * Whether this header, with its payload, answers {@code request}, a header of another packet,
   * with its payload. By default this requires that both are of the same protocol, that source and
   * destination are swapped, and that the payload answers the payload of {@code request}, if that
   * is a header. Protocols override this method; only {@link Packet#answers}, and headers asking
   * about their payload, call it.
   *
   * <p>Headers without source and destination that name their payload, such as tags and extension
   * headers, are skipped if only one of the two packets has them.
   */
  public boolean answers(Header request) {
    return reverses(request) && payloadAnswers(request);
  }

  // --- for protocols ---------------------------------------------------------------------------

  /**
   * The payload of this header, created by the reader that a number in the header selects. Every
   * protocol must call {@link Reader#readPayload} in its own override: the JIT compiler profiles
   * call sites, and a shared one would see every protocol.
   *
   * @throws MalformedException if the octets are refused
   */
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return window().raw();
  }

  /** Declares the derived fields and how they are derived. */
  protected void derive(Derivation d) {}

  /**
   * Same protocol with source and destination swapped; a request to a group may be answered from
   * any address.
   */
  protected final boolean reverses(Header request) {
    return protocol.equals(request.protocol) && Answers.reverses(this, request);
  }

  /**
   * Whether the payload of this header answers the payload of {@code request}, if that is a header;
   * tags and extension headers do not count.
   */
  protected final boolean payloadAnswers(Header request) {
    return Answers.payloads(this, request);
  }

  /**
   * Whether the payload of this header, of another protocol, reports on {@code request} itself, as
   * errors from nodes on the route do.
   */
  protected final boolean payloadReportsOn(Header request) {
    return Answers.reports(this, request);
  }

  /**
   * Whether the quoted packet begins with {@code request}: same endpoints and, after the header,
   * the same first eight octets, or as many as there are.
   */
  protected final boolean quotes(Packet quoted, Header request) {
    return Answers.quotes(quoted, request);
  }

  /** The octets after the header. */
  protected final Window window() {
    return new Window(octets, start + head, payloadEnd(), this, packet);
  }

  /** The current octets of the header itself, with derived fields up to date. */
  protected final Window headerWindow() {
    settle();
    return new Window(octets, start, start + head, carrier, packet);
  }

  /**
   * For constructors that read: sets the size of the header, including options.
   *
   * @throws MalformedException if {@code size} is less than every header has, or more than there is
   */
  protected final void headerSize(int size) throws MalformedException {
    int least = protocol.layout().size();
    if (size < least || size > end - start) {
      throw badHeaderSize(size, least);
    }
    head = size;
  }

  /**
   * For constructors that read: limits this layer to {@code size} octets from its start; the octets
   * after it are the trailer of the carrier. If {@code size} is less than the header's, the payload
   * becomes {@link Malformed}; if it exceeds the octets that are there, the header {@link
   * #isTruncated}.
   */
  protected final void limit(int size) {
    if (size >= head && size <= end - start) {
      end = start + size;
    } else {
      state = HeaderState.ofClaim(this, size, size > head);
    }
  }

  /**
   * For constructors that read: the last {@code octets} octets of this layer belong to the header.
   *
   * @throws MalformedException if there are fewer
   */
  protected final void tail(int octets) throws MalformedException {
    if (octets > end - start - head) {
      throw headerWindow().tooShort(protocol.name(), "tail", head + octets);
    }
    HeaderState.of(this).tail = octets;
  }

  /** Replaces the octets of the header, whose size may change; lengths and checksums follow. */
  protected final void replaceHeader(byte[] header) {
    replace(0, head, header, null);
  }

  /**
   * Replaces the octets of the header in order to set the derived {@code field}, which is pinned.
   */
  protected final void replaceHeader(byte[] header, Field field) {
    replace(0, head, header, field);
  }

  // --- dissecting ------------------------------------------------------------------------------

  private int payloadEnd() {
    return state == null ? end : end - state.tail;
  }

  final Layer dissect() {
    int from = start + head;
    Layer layer =
        state == null && from < end && start - packetOffset() <= COUNT_FROM
            ? read()
            : dissectOdd(from);
    payload = layer;
    return layer;
  }

  private Layer dissectOdd(int from) {
    if (end == LIVE || from == payloadEnd() && !isTooShort()) {
      return empty();
    }
    if (isTooShort()) {
      return refused(
          Malformed.Reason.tooShort(
              protocol.name(),
              "length",
              head,
              state.claim,
              protocol.layout().lengthField(),
              window().offset()));
    }
    if (start - packetOffset() > COUNT_FROM && depth() >= MOST_LAYERS) {
      return refused(
          Malformed.Reason.rule(
              protocol.name(), "more than " + MOST_LAYERS + " layers", window().offset()));
    }
    return read();
  }

  /** Whether the layer claims to end within its own header. */
  private boolean isTooShort() {
    return state != null && state.claim >= 0 && !state.isTruncated();
  }

  private Layer read() {
    try {
      return next(packet != null ? packet.link().registry() : ProtocolRegistry.installed());
    } catch (MalformedException e) {
      return refused(e.reason());
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      return failed(e);
    }
  }

  /**
   * Foreign code: exceptions, linkage errors and stack overflows concern these octets only. Other
   * errors of the virtual machine, such as lack of memory, concern the whole program and are not
   * caught.
   */
  private Malformed failed(Throwable cause) {
    return refused(
        Malformed.Reason.failed(
            protocol.name(), "the reader of its payload failed", window().offset(), cause));
  }

  private Raw empty() {
    int at = end == LIVE ? 0 : start + head;
    return new Raw(end == LIVE ? NOTHING : octets, at, at, this, packet);
  }

  private Malformed refused(Malformed.Reason reason) {
    return new Malformed(octets, start + head, payloadEnd(), this, packet, reason);
  }

  private int packetOffset() {
    return packet == null ? 0 : packet.offset();
  }

  private int depth() {
    int depth = 1;
    for (Header h = carrier; h != null; h = h.carrier) {
      depth++;
    }
    return depth;
  }

  private MalformedException badHeaderSize(int size, int least) {
    Window window = new Window(octets, start, end, carrier, packet);
    if (size < least) {
      return new MalformedException(
          Malformed.Reason.tooShort(
              protocol.name(),
              "header length",
              least,
              size,
              protocol.name() + " header length",
              window.offset()));
    }
    return window.tooShort(protocol.name(), "header with options", size);
  }

  // --- changing --------------------------------------------------------------------------------

  /** Makes {@code layer} the payload; the old payload becomes free-standing. */
  private void put(Layer layer) {
    beforeChange();
    if (payload != null && payload != layer) {
      payload.join(null, null);
    }
    payload = layer;
    layer.join(packet, this);
    state.payloadReplaced(layer);
  }

  /** Whether the header was made, not read. */
  final boolean isMade() {
    return state != null && state.isNew();
  }

  /** The octets of this layer as they were read, or null if they are not known. */
  final Window octetsAsRead() {
    return end != LIVE ? new Window(octets, start, end, carrier, packet) : state.octetsAsRead();
  }

  /** Whether {@code field} belongs to this header. */
  final boolean has(Field field) {
    return protocol.layout().indexOf(field) >= 0;
  }

  /** Gives this header octets of its own, unless it already has them. */
  final void beforeChange() {
    if (state == null || !state.own) {
      HeaderState.of(this).own();
    }
  }

  /** Propagates a change of {@code field}. */
  final void afterChange(Field field) {
    state.fieldSet(field);
  }

  /** Replaces {@code n} octets at {@code at} of the header by {@code with}. */
  final void replace(int at, int n, byte[] with, Field field) {
    beforeChange();
    byte[] fresh = new byte[head - n + with.length];
    System.arraycopy(octets, start, fresh, 0, at);
    System.arraycopy(with, 0, fresh, at, with.length);
    System.arraycopy(octets, start + at + n, fresh, at + with.length, head - at - n);
    octets = fresh;
    start = 0;
    boolean resized = head != fresh.length;
    head = fresh.length;
    state.octetsReplaced(field, resized);
  }

  /** The payload, or null if it has not been dissected. */
  final Layer carried() {
    return payload;
  }

  @Override
  final void settle() {
    if (state != null && state.reach != 0) {
      state.settle();
    }
  }

  @Override
  final int write(byte[] out, int at) {
    if (end != LIVE) {
      return super.write(out, at);
    }
    state.refuseUnsettled();
    System.arraycopy(octets, start, out, at, head);
    int next = payload().write(out, at + head);
    if (state.trailer != null) {
      next = state.trailer.write(out, next);
    }
    return state.writeTail(out, next);
  }

  @Override
  final void sum(InternetChecksum sum) {
    if (end != LIVE) {
      super.sum(sum);
      return;
    }
    sum.add(octets, start, start + head);
    payload().sum(sum);
    if (state.trailer != null) {
      state.trailer.sum(sum);
    }
    state.sumTail(sum);
  }

  @Override
  final void join(Packet packet, Header carrier) {
    super.join(packet, carrier);
    if (payload != null) {
      payload.join(packet, this);
    }
    if (state != null && state.trailer != null) {
      state.trailer.join(packet, this);
    }
  }

  @Override
  final Header detachedCopy() {
    Header copy = copyAlone();
    Raw behind = trailer();
    copy.payload = payload().detachedCopy();
    copy.payload.join(null, copy);
    copy.state.trailer = behind.isEmpty() ? null : (Raw) behind.detachedCopy();
    return copy;
  }

  /** A copy without packet and payload. */
  final Header copyAlone() {
    settle();
    Header copy = protocol.maker().get();
    copy.octets = Arrays.copyOfRange(octets, start, start + head);
    copy.head = head;
    copy.state = HeaderState.ofCopy(copy, this);
    return copy;
  }

  /** Equal if the classes and all octets up to the end of the layer are equal. */
  @Override
  public final boolean equals(Object other) {
    return this == other
        || other instanceof Header header
            && header.getClass() == getClass()
            && Arrays.equals(toBytes(), header.toBytes());
  }

  @Override
  public final int hashCode() {
    return Objects.hash(protocol.name(), Arrays.hashCode(toBytes()));
  }

  /** The name of the protocol, and each field with its value. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(protocol.name()).append('[');
    String separator = "";
    for (Field field : protocol.layout().fields()) {
      if (field.isPresent(this)) {
        text.append(separator).append(field.name()).append('=').append(field.text(this));
        separator = ", ";
      }
    }
    return text.append(']').toString();
  }
}
