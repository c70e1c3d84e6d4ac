package org.jpacker.api;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;

/**
 * A view on the octets of one protocol's header, and the one door for protocols: a protocol is one
 * final class that extends this one, and keeps no state of its own.
 *
 * <p>A header that was read is checked once, in its constructor; after that no accessor can fail.
 * The first change gives it octets of its own; those that were read are never written to.
 */
public abstract non-sealed class Header extends Layer {

  /**
   * From here on the layers above are counted before one more is dissected: so deep lies no packet
   * of daily life, and the rest pays nothing for the bound.
   */
  private static final int COUNT_FROM = 512;

  /** Layers in one packet, at most. */
  static final int MOST_LAYERS = 128;

  /**
   * Set once, but not final: where a constructor ends that wrote a final field, the virtual machine
   * forgets what it knew of the others, and each protocol reads on in its own.
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
   * A header that was read.
   *
   * @throws MalformedException if there are fewer octets than each header of {@code protocol} has
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

  /** The protocol of this header. */
  public final Protocol<?> protocol() {
    return protocol;
  }

  /** Octets of the header itself, options included. */
  public final int headerSize() {
    return head;
  }

  @Override
  public final int size() {
    int end = this.end;
    return end != LIVE ? end - start : state.size();
  }

  /**
   * What this header carries, dissected now if it was not before; empty {@link Raw} for nothing.
   */
  public final Layer payload() {
    Layer layer = payload;
    return layer != null ? layer : dissect();
  }

  /** Octets behind the payload that belong to this layer, such as padding; empty for none. */
  public final Raw trailer() {
    if (end == LIVE) {
      return state.trailer != null ? state.trailer : empty();
    }
    Layer carried = payload();
    return new Raw(octets, carried.end, payloadEnd(), this, packet);
  }

  /** Whether there are octets behind the payload of this header, which must not be live. */
  final boolean hasTrailer() {
    return payload().end != payloadEnd();
  }

  /** The first header of this type among this header and those that it carries. */
  public final <L extends Layer> Optional<L> find(Class<L> type) {
    return Optional.ofNullable(Packet.search(this, type));
  }

  /** The value of the field of this name, or null where this header does not have it. */
  public final Object value(String name) {
    Field field = protocol.layout().field(name);
    return field == null ? null : field.value(this);
  }

  /** Whether a length in this header says that there was more than was captured. */
  public final boolean isTruncated() {
    return state != null && state.isTruncated();
  }

  /**
   * Octets that a length in this header claims beyond those that were captured: 0 unless it {@link
   * #isTruncated}.
   */
  public final int missingOctets() {
    return isTruncated() ? state.missing() : 0;
  }

  /**
   * Puts {@code layer}, with all that it carries, in place of what this header carries; the trailer
   * stays. A layer that already is part of something is copied.
   *
   * <p>Of a packet that a snapshot length cut, what was not captured was the end of the payload and
   * goes with it: lengths count what is there now, checksums cover it, and {@link #isTruncated} no
   * longer holds, here and in the carriers.
   */
  public final void payload(Layer layer) {
    Layer carried = Stacking.free(layer);
    Stacking.refuseCycle(this, carried);
    put(carried);
    state.forgetUnseen();
  }

  /** Carries these octets, as {@link #payload(Layer)} does. */
  public final void payload(byte[] octets) {
    payload(Raw.of(octets));
  }

  /** Carries this text, in UTF-8, as {@link #payload(Layer)} does. */
  public final void payload(String text) {
    payload(Raw.of(text));
  }

  /**
   * As {@link #payload(Layer)}, for the end of a chain of calls such as the last argument of {@link
   * Packet#of(Layer...)}: {@code new Udp().dstPort(7).carrying("x")}. Returns this header, but no
   * longer as what it is, so fields come before.
   */
  public final Header carrying(Layer layer) {
    payload(layer);
    return this;
  }

  /** As {@link #payload(byte[])}, for the end of a chain of calls. */
  public final Header carrying(byte[] octets) {
    return carrying(Raw.of(octets));
  }

  /** As {@link #payload(String)}, for the end of a chain of calls. */
  public final Header carrying(String text) {
    return carrying(Raw.of(text));
  }

  /** Puts octets behind the payload, such as padding, in place of those that are there. */
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
   * Pushes {@code header}, without what it carried, between this header and what this one carries;
   * the numbers that tell the payload move along. A header that already is part of something is
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
   * Takes this header out: its carrier then carries what this one did. The outermost header has no
   * carrier; what it carries makes a packet of its own, {@code Packet.of(header.payload())}.
   *
   * @throws IllegalStateException if no header carries this one
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

  /** Lets the derived {@code field} follow the rest of the packet, from now on and at once. */
  public final void unpin(Field field) {
    beforeChange();
    state.unpin(field);
  }

  /** Whether the derived {@code field} stays as it was set. */
  public final boolean isPinned(Field field) {
    return state != null && state.isPinned(field);
  }

  /**
   * Whether this header, with what it carries, answers {@code request}, a header of another packet
   * with what that one carries. Unless a protocol knows better: if both are of the same protocol,
   * sender and receiver have changed places, and what this one carries answers what {@code request}
   * carries, where that is a header. Protocols refine this and nothing else calls it but {@link
   * Packet#answers} and headers about what they carry.
   *
   * <p>Headers without sender and receiver that say what follows, such as tags and extension
   * headers, are passed over where only one of both has them.
   */
  public boolean answers(Header request) {
    return reverses(request) && payloadAnswers(request);
  }

  // --- for protocols ---------------------------------------------------------------------------

  /**
   * What this header carries, made by the reader that a number in it selects. The call of {@link
   * Reader#readPayload} must stand in each protocol's own method: the virtual machine profiles call
   * sites, and a shared one would see every protocol.
   *
   * @throws MalformedException if the octets are refused
   */
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return window().raw();
  }

  /** Says which derived fields there are and what they follow from. */
  protected void derive(Derivation d) {}

  /**
   * Whether {@code request} is of the same protocol, and this header goes from where that one went
   * to where it came from; what was sent to a group, anybody may answer.
   */
  protected final boolean reverses(Header request) {
    return protocol.equals(request.protocol) && Answers.reverses(this, request);
  }

  /**
   * Whether what this header carries answers what {@code request} carries, if that is a header;
   * tags and extension headers are none.
   */
  protected final boolean payloadAnswers(Header request) {
    return Answers.payloads(this, request);
  }

  /**
   * Whether what this header carries, of another protocol, reports on {@code request} itself, as
   * errors do that come from somebody on the way.
   */
  protected final boolean payloadReportsOn(Header request) {
    return Answers.reports(this, request);
  }

  /**
   * Whether the packet that this header quotes begins with {@code request}: the same endpoints, and
   * behind the header the same eight octets, or as many as there are.
   */
  protected final boolean quotes(Packet quoted, Header request) {
    return Answers.quotes(quoted, request);
  }

  /** The octets behind the header. */
  protected final Window window() {
    return new Window(octets, start + head, payloadEnd(), this, packet);
  }

  /** The octets of the header itself, as they are now, derived fields up to date. */
  protected final Window headerWindow() {
    settle();
    return new Window(octets, start, start + head, carrier, packet);
  }

  /**
   * While reading: the header has {@code size} octets, options included.
   *
   * @throws MalformedException if that is less than each header has, or more than there is
   */
  protected final void headerSize(int size) throws MalformedException {
    int least = protocol.layout().size();
    if (size < least || size > end - start) {
      throw badHeaderSize(size, least);
    }
    head = size;
  }

  /**
   * While reading: this layer ends {@code size} octets behind its start; what follows is the
   * carrier's trailer. A size below the header's makes the payload {@link Malformed}; one beyond
   * the octets is remembered, and {@link #isTruncated} says so.
   */
  protected final void limit(int size) {
    if (size >= head && size <= end - start) {
      end = start + size;
    } else {
      state = HeaderState.ofClaim(this, size, size > head);
    }
  }

  /** While reading: the last {@code octets} octets of this layer are the header's own. */
  protected final void tail(int octets) throws MalformedException {
    if (octets > end - start - head) {
      throw headerWindow().tooShort(protocol.name(), "tail", head + octets);
    }
    HeaderState.of(this).tail = octets;
  }

  /** Gives the header other octets of any size; lengths and checksums follow. */
  protected final void replaceHeader(byte[] header) {
    replace(0, head, header, null);
  }

  /** The same with another value of the derived {@code field}, which is pinned. */
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
   * Foreign code: an exception, the error of a jar that was compiled against something else, and
   * that of a call without end concern these octets only. What the virtual machine lacks, such as
   * memory, concerns the whole program and is not caught.
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

  /** Carries {@code layer} from now on; what was carried before stands free. */
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

  /** Whether {@code field} is one of this header's. */
  final boolean has(Field field) {
    return protocol.layout().indexOf(field) >= 0;
  }

  /** Gives this header octets of its own, unless it has. */
  final void beforeChange() {
    if (state == null || !state.own) {
      HeaderState.of(this).own();
    }
  }

  /** Passes on that {@code field} was set. */
  final void afterChange(Field field) {
    state.fieldSet(field);
  }

  /** Puts {@code with} in place of {@code n} octets at {@code at} of the header. */
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

  /** What is carried, without dissecting. */
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

  /** A copy that belongs to no packet and carries nothing. */
  final Header copyAlone() {
    settle();
    Header copy = protocol.maker().get();
    copy.octets = Arrays.copyOfRange(octets, start, start + head);
    copy.head = head;
    copy.state = HeaderState.ofCopy(copy, this);
    return copy;
  }

  /** Equal if of the same class and with the same octets to the end of the layer. */
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

  /** The name of the protocol and each field with its value. */
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
