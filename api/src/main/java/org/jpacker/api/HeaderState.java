package org.jpacker.api;

import java.util.Arrays;
import java.util.List;

/**
 * What one header has beyond its view on octets: octets of its own, what changes reached it, which
 * derived fields are pinned, a length that did not fit. Most headers need none of it and have no
 * state; only changed, new and odd ones do.
 *
 * <p>Before the first change of a header everything beneath it is dissected, and it and its
 * carriers go <i>live</i>: from then on their extents come from the views, never from length
 * fields.
 */
final class HeaderState {
  private final Header header;

  /** The size that the header claimed for its layer, if that did not fit; else -1. */
  int claim = -1;

  /** Number of octets at the end of the layer that belong to the header. */
  int tail;

  /** Whether the header has octets of its own. */
  boolean own;

  /** The octets after the payload, or null for none; only for live headers. */
  Raw trailer;

  /** Changes that have not yet been applied to derived fields. */
  int reach;

  /** Why the header cannot be written in its present state, or null. */
  String unsettled;

  private boolean truncated;
  private boolean isNew;
  private byte[] tailOctets = Layer.NOTHING;
  private long pins;
  private long forced;

  // the layer as it was read; these octets are never modified
  private byte[] readOctets;
  private int readStart;
  private int readEnd;

  private HeaderState(Header header) {
    this.header = header;
  }

  /** The state of {@code header}; made now if it has none. */
  static HeaderState of(Header header) {
    HeaderState state = header.state;
    if (state == null) {
      state = new HeaderState(header);
      header.state = state;
    }
    return state;
  }

  /** Of a header that is made, not read. */
  static HeaderState ofNew(Header header) {
    HeaderState state = new HeaderState(header);
    state.own = true;
    state.isNew = true;
    state.reach = Reach.ALL;
    return state;
  }

  /** Of a header that claims another size than there is. */
  static HeaderState ofClaim(Header header, int size, boolean truncated) {
    HeaderState state = new HeaderState(header);
    state.claim = Math.max(size, 0);
    state.truncated = truncated;
    return state;
  }

  /** Of a copy of {@code original}: what is its own, not what it carries or what lies behind. */
  static HeaderState ofCopy(Header copy, Header original) {
    HeaderState source = original.state;
    HeaderState state = new HeaderState(copy);
    state.own = true;
    if (source != null) {
      state.pins = source.pins;
      state.isNew = source.isNew;
      state.tailOctets = source.tail();
      state.reach = source.isNew ? Reach.ALL : 0;
      state.unsettled = source.unsettled;
    }
    return state;
  }

  private byte[] tail() {
    return header.end == Layer.LIVE || tail == 0
        ? tailOctets
        : Arrays.copyOfRange(header.octets, header.end - tail, header.end);
  }

  // --- going live ------------------------------------------------------------------------------

  /** Gives the header octets of its own. */
  void own() {
    if (header.carrier != null && header.carrier.carried() != header) {
      throw new IllegalStateException(
          header.protocol().name() + " cannot be changed while it is read");
    }
    for (Layer l = header; l instanceof Header h; ) {
      l = h.payload();
    }
    goLive();
    header.octets =
        Arrays.copyOfRange(header.octets, header.start, header.start + header.headerSize());
    header.start = 0;
    own = true;
  }

  /** Outermost header first, because a trailer is determined from the extent of the payload. */
  private void goLive() {
    if (header.end == Layer.LIVE) {
      return;
    }
    if (header.carrier != null) {
      of(header.carrier).goLive();
    }
    trailer = header.hasTrailer() ? header.trailer() : null;
    readOctets = header.octets;
    readStart = header.start;
    readEnd = header.end;
    tailOctets = tail();
    header.end = Layer.LIVE;
  }

  /** Octets of the header, which is live, with all that it carries. */
  int size() {
    header.settle(); // a derived field that is text may change its number of octets
    int size = header.headerSize() + header.payload().size() + tailOctets.length;
    return trailer == null ? size : size + trailer.size();
  }

  int writeTail(byte[] out, int at) {
    System.arraycopy(tailOctets, 0, out, at, tailOctets.length);
    return at + tailOctets.length;
  }

  void sumTail(InternetChecksum sum) {
    sum.add(tailOctets, 0, tailOctets.length);
  }

  boolean isNew() {
    return isNew;
  }

  boolean isTruncated() {
    return truncated;
  }

  /** Octets that the header claimed beyond the captured ones. */
  int missing() {
    return claim - (readOctets == null ? header.end - header.start : readEnd - readStart);
  }

  /** The octets of the layer, which is live, as they were read, or null if they are not known. */
  Window octetsAsRead() {
    return readOctets == null ? null : new Window(readOctets, readStart, readEnd, null, null);
  }

  /** What was not captured ended what the header carried until now. */
  void forgetUnseen() {
    for (Header h = header; h != null; h = h.carrier) {
      h.state.claim = -1;
      h.state.truncated = false;
    }
    if (header.packet != null) {
      header.packet.forgetUnseen();
    }
  }

  /** Index after the last octet of the layer as it was read. */
  int readEnd() {
    return readEnd;
  }

  // --- what changed ----------------------------------------------------------------------------

  void fieldSet(Field field) {
    if (field.traits().derived()) {
      pins |= bits(field);
    }
    reached(Reach.OWN, Reach.PAYLOAD_OCTETS);
    lentChanged(field);
  }

  void octetsReplaced(Field field, boolean resized) {
    if (field != null && field.traits().derived()) {
      pins |= bits(field);
    }
    if (resized) {
      reached(Reach.OWN | Reach.OWN_SIZE, Reach.PAYLOAD_OCTETS | Reach.PAYLOAD_SIZE);
    } else {
      reached(Reach.OWN, Reach.PAYLOAD_OCTETS);
    }
    lentChanged(field);
  }

  /** A pseudo header may follow from {@code field}, or from any field if it is null. */
  private void lentChanged(Field field) {
    if (header.carried() instanceof Header inner && header.protocol().layout().isLent(field)) {
      pseudoHeaderChanged(inner);
    }
  }

  void payloadReplaced(Layer carried) {
    int changed = Reach.PAYLOAD_OCTETS | Reach.PAYLOAD_SIZE;
    reached(changed | Reach.PAYLOAD_PROTOCOL, changed);
    pseudoHeaderChanged(carried);
  }

  /** A changed trailer affects this header and its carriers like a changed payload. */
  void trailerReplaced() {
    int changed = Reach.PAYLOAD_OCTETS | Reach.PAYLOAD_SIZE;
    reached(changed, changed);
  }

  private void reached(int own, int carriers) {
    reach |= own;
    carriersReached(carriers);
  }

  /** The carriers, which are live, see these kinds of change in what they carry. */
  void carriersReached(int kinds) {
    for (Header h = header.carrier; h != null; h = h.carrier) {
      h.state.reach |= kinds;
    }
  }

  /**
   * The nearest IP layer of {@code from} changed; affects {@code from} and all it carries, up to
   * the next IP layer.
   */
  private static void pseudoHeaderChanged(Layer from) {
    for (Layer l = from; l instanceof Header h && !(l instanceof PseudoHeader); l = h.payload()) {
      HeaderState state = of(h);
      state.goLive();
      state.reach |= Reach.PSEUDO;
    }
  }

  void unpin(Field field) {
    if (!field.traits().derived() || !header.has(field)) {
      throw new IllegalArgumentException(
          field.name() + " is no derived field of " + header.protocol().name());
    }
    long bits = bits(field);
    pins &= ~bits;
    forced |= bits;
    reached(Reach.FORCED, Reach.PAYLOAD_OCTETS);
  }

  /** Everything counts as changed here and in what is carried, for a repair of a whole packet. */
  void refresh() {
    for (Layer l = header; l instanceof Header h; l = h.payload()) {
      HeaderState state = of(h);
      state.goLive();
      state.reach = Reach.ALL;
    }
  }

  /** Whether a field is to be derived even though no change affects it. */
  boolean isAnyForced() {
    return forced != 0;
  }

  /** Whether a derived field was pinned or unpinned. */
  boolean isAnySetByHand() {
    return (pins | forced) != 0;
  }

  boolean isPinned(Field field) {
    return (pins & bit(header.protocol().layout().indexOf(field))) != 0;
  }

  boolean isForced(Field field) {
    return forced != 0 && (forced & bit(header.protocol().layout().indexOf(field))) != 0;
  }

  /** The bits of {@code field} and of the fields that interpret the same octets differently. */
  private long bits(Field field) {
    List<Field> fields = header.protocol().layout().fields();
    long bits = 0;
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i) == field || isOtherMeaning(fields.get(i), field)) {
        bits |= bit(i);
      }
    }
    return bits;
  }

  private static boolean isOtherMeaning(Field one, Field other) {
    return one.bit() == other.bit()
        && one.width() == other.width()
        && one.traits().derived()
        && one.traits().at() == null
        && other.traits().at() == null;
  }

  /**
   * The last bit is shared by all later fields; no layout has so many derived fields that this
   * matters.
   */
  private static long bit(int index) {
    return index < 0 ? 0 : 1L << Math.min(index, 63);
  }

  // --- derived fields --------------------------------------------------------------------------

  /** Derives the fields of the header and of what it carries, innermost first. */
  void settle() {
    if (header.carried() instanceof Header inner && inner.state != null) {
      inner.state.settle();
    }
    if (reach != 0) {
      int reached = reach;
      reach = 0;
      unsettled = null;
      header.derive(new Derivation(header, reached, null));
      forced = 0;
    }
  }

  void refuseUnsettled() {
    if (unsettled != null) {
      throw new IllegalStateException(unsettled);
    }
  }

  /**
   * The checksum by <a href="https://www.rfc-editor.org/rfc/rfc1624">RFC 1624</a>, computed from
   * the old value and the changes to the available octets: HC' = ~(~HC + ~m + m').
   *
   * @param now the sum of the available octets, with the checksum taken as zero
   */
  int incremental(UIntField field, PseudoHeader carrier, int protocol, InternetChecksum now) {
    if (readOctets == null) {
      return now.value();
    }
    int place = field.traits().place(header, field) >>> 3;
    int old = Octets.u16(readOctets, readStart + place);
    InternetChecksum then = new InternetChecksum().subtract16(old);
    if (carrier instanceof Header ip && asRead(ip) instanceof PseudoHeader read) {
      read.addPseudoHeader(then, protocol, readEnd - readStart);
    }
    then.add(readOctets, readStart, readEnd);
    return new InternetChecksum().add16(~old).add16(~then.sum()).add16(now.sum()).value();
  }

  private static Layer asRead(Header header) {
    return header.state == null ? header : header.state.asRead();
  }

  /** The header as it was read, with its payload at that time. */
  private Layer asRead() {
    if (readOctets == null) {
      return header;
    }
    try {
      return header
          .protocol()
          .reader()
          .read(new Window(readOctets, readStart, readEnd, null, header.packet));
    } catch (MalformedException e) {
      return header; // these octets were read successfully before
    }
  }
}
