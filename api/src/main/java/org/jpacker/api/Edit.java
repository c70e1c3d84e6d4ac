package org.jpacker.api;

import java.util.Arrays;
import java.util.List;

/**
 * What only changed, new or odd headers need: octets of their own, what changes reached them, which
 * derived fields are pinned, a length that did not fit.
 *
 * <p>Before the first change of a header everything beneath it is dissected, and it and its
 * carriers go <i>live</i>: from then on their extents come from the views, never from length
 * fields.
 */
final class Edit {
  /** Octets of the header changed. */
  static final int OWN = 1;

  /** The size of the header changed. */
  static final int OWN_SIZE = 2;

  /** The addresses of the IP layer below changed, or the carrier did. */
  static final int PSEUDO = 4;

  /** Something changed in what the header carries. */
  static final int PAYLOAD_OCTETS = 8;

  /** The size of what the header carries changed. */
  static final int PAYLOAD_SIZE = 16;

  /** The header carries another protocol. */
  static final int PAYLOAD_PROTOCOL = 32;

  /** A field was unpinned; it counts as reached. */
  static final int FORCED = 64;

  static final byte[] NOTHING = {};

  private static final Edit UNTOUCHED = new Edit();

  /** The size that the header claimed for itself where it did not fit, or -1. */
  int claim = -1;

  /** Octets at the end of the layer that are the header's own. */
  int tail;

  /** Whether the header has octets of its own. */
  boolean own;

  /** What lies behind the payload; null for nothing. Only of live headers. */
  Raw trailer;

  /** Changes that no derived field has seen yet. */
  int reach;

  /** Why the header cannot be written as it is, or null. */
  String unsettled;

  private boolean truncated;
  private boolean isNew;
  private byte[] tailOctets = NOTHING;
  private long pins;
  private long forced;

  // the layer as it was read; the octets are never written to
  private byte[] readOctets;
  private int readStart;
  private int readEnd;

  static Edit ofNew() {
    Edit edit = new Edit();
    edit.own = true;
    edit.isNew = true;
    edit.reach = -1;
    return edit;
  }

  static Edit ofClaim(int size, boolean truncated) {
    Edit edit = new Edit();
    edit.claim = Math.max(size, 0);
    edit.truncated = truncated;
    return edit;
  }

  /** What is {@code header}'s own, not what it carries or what lies behind. */
  static Edit copyOf(Header header) {
    Edit source = header.edit;
    Edit edit = new Edit();
    edit.own = true;
    if (source != null) {
      edit.pins = source.pins;
      edit.isNew = source.isNew;
      edit.tailOctets = source.tailOf(header);
      edit.reach = source.isNew ? -1 : 0;
      edit.unsettled = source.unsettled;
    }
    return edit;
  }

  private byte[] tailOf(Header header) {
    return header.end == Layer.LIVE || tail == 0
        ? tailOctets
        : Arrays.copyOfRange(header.octets, header.end - tail, header.end);
  }

  static Edit of(Header header) {
    return header.edit == null ? UNTOUCHED : header.edit;
  }

  // --- going live ------------------------------------------------------------------------------

  /** Gives {@code header} octets of its own. */
  static void own(Header header) {
    if (header.carrier != null && header.carrier.carried() != header) {
      throw new IllegalStateException(
          header.protocol().name() + " cannot be changed while it is read");
    }
    for (Layer l = header; l instanceof Header h; ) {
      l = h.payload();
    }
    goLive(header);
    header.octets =
        Arrays.copyOfRange(header.octets, header.start, header.start + header.headerSize());
    header.start = 0;
    header.edit.own = true;
  }

  /** Outermost first, for a trailer is told from the payload's extent. */
  private static void goLive(Header header) {
    if (header.end == Layer.LIVE) {
      return;
    }
    if (header.carrier != null) {
      goLive(header.carrier);
    }
    Edit edit = header.edit == null ? new Edit() : header.edit;
    edit.trailer = header.hasTrailer() ? header.trailer() : null;
    edit.readOctets = header.octets;
    edit.readStart = header.start;
    edit.readEnd = header.end;
    edit.tailOctets = edit.tailOf(header);
    header.edit = edit;
    header.end = Layer.LIVE;
  }

  /** Octets of a live header with all that it carries. */
  int sizeOf(Header header) {
    header.settle(); // a derived field that is text may take another number of octets
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

  boolean isRead() {
    return !isNew;
  }

  boolean isTruncated() {
    return truncated;
  }

  /** Octets that the header claimed beyond those that were captured. */
  int missing(Header header) {
    return claim - (readOctets == null ? header.end - header.start : readEnd - readStart);
  }

  /** The octets of the layer as they were read, or null if nobody knows any more. */
  Window octetsAsRead(Header header) {
    if (header.end != Layer.LIVE) {
      return new Window(header.octets, header.start, header.end, header.carrier, header.packet);
    }
    return readOctets == null ? null : new Window(readOctets, readStart, readEnd, null, null);
  }

  /** What was not captured ended what {@code header} carried until now. */
  static void forgetUnseen(Header header) {
    for (Header h = header; h != null; h = h.carrier) {
      h.edit.claim = -1;
      h.edit.truncated = false;
    }
    if (header.packet != null) {
      header.packet.forgetUnseen();
    }
  }

  /** Index behind the last octet of the layer as it was read. */
  int readEnd() {
    return readEnd;
  }

  // --- what changed ----------------------------------------------------------------------------

  void fieldSet(Header header, Field field) {
    if (field.traits().derived()) {
      pins |= bits(header, field);
    }
    reached(header, OWN, PAYLOAD_OCTETS);
    if (header.carried() instanceof Header inner && header.protocol().layout().isLent(field)) {
      pseudoHeaderChanged(inner);
    }
  }

  void octetsReplaced(Header header, Field field, boolean resized) {
    if (field != null && field.traits().derived()) {
      pins |= bits(header, field);
    }
    reached(
        header,
        resized ? OWN | OWN_SIZE : OWN,
        resized ? PAYLOAD_OCTETS | PAYLOAD_SIZE : PAYLOAD_OCTETS);
    if (header.carried() instanceof Header inner && header.protocol().layout().isLent(field)) {
      pseudoHeaderChanged(inner);
    }
  }

  void payloadReplaced(Header header, Layer carried) {
    reached(
        header, PAYLOAD_OCTETS | PAYLOAD_SIZE | PAYLOAD_PROTOCOL, PAYLOAD_OCTETS | PAYLOAD_SIZE);
    pseudoHeaderChanged(carried);
  }

  /** What lies behind the payload counts as such for the carriers, and for this header too. */
  void trailerReplaced(Header header) {
    int changed = PAYLOAD_OCTETS | PAYLOAD_SIZE;
    reached(header, changed, changed);
  }

  private static void reached(Header header, int own, int carriers) {
    header.edit.reach |= own;
    for (Header h = header.carrier; h != null; h = h.carrier) {
      h.edit.reach |= carriers;
    }
  }

  static void payloadOctetsChanged(Header carrier) {
    for (Header h = carrier; h != null; h = h.carrier) {
      h.edit.reach |= PAYLOAD_OCTETS;
    }
  }

  /** The nearest IP layer of {@code from}, and of what it carries up to the next one, changed. */
  private static void pseudoHeaderChanged(Layer from) {
    for (Layer l = from; l instanceof Header h && !(l instanceof PseudoHeader); l = h.payload()) {
      goLive(h);
      h.edit.reach |= PSEUDO;
    }
  }

  void unpin(Header header, Field field) {
    if (!field.traits().derived() || !header.has(field)) {
      throw new IllegalArgumentException(
          field.name() + " is no derived field of " + header.protocol().name());
    }
    long bits = bits(header, field);
    pins &= ~bits;
    forced |= bits;
    reached(header, FORCED, PAYLOAD_OCTETS);
  }

  /** Everything counts as changed, for a repair of the whole packet. */
  static void refresh(Header header) {
    for (Layer l = header; l instanceof Header h; l = h.payload()) {
      goLive(h);
      h.edit.reach = -1;
    }
  }

  /** Whether a field is to be derived though no change reached it. */
  boolean isAnyForced() {
    return forced != 0;
  }

  /** Whether a derived field was pinned or unpinned. */
  boolean isAnySetByHand() {
    return (pins | forced) != 0;
  }

  boolean isPinned(int index) {
    return (pins & bit(index)) != 0;
  }

  boolean isForced(int index) {
    return (forced & bit(index)) != 0;
  }

  /** The bits of {@code field} and of those that give the same octets another meaning. */
  private static long bits(Header header, Field field) {
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

  /** No layout has as many derived fields that the last bit, shared by all later ones, matters. */
  private static long bit(int index) {
    return index < 0 ? 0 : 1L << Math.min(index, 63);
  }

  // --- derived fields --------------------------------------------------------------------------

  /** Derives the fields of {@code header} and of what it carries, innermost first. */
  static void settle(Header header) {
    if (header.carried() instanceof Header inner && inner.edit != null) {
      settle(inner);
    }
    Edit edit = header.edit;
    if (edit.reach != 0) {
      int reach = edit.reach;
      edit.reach = 0;
      edit.unsettled = null;
      header.derive(new Derivation(header, reach, null));
      edit.forced = 0;
    }
  }

  void refuseUnsettled() {
    if (unsettled != null) {
      throw new IllegalStateException(unsettled);
    }
  }

  /**
   * The checksum by <a href="https://www.rfc-editor.org/rfc/rfc1624">RFC 1624</a>, from the old
   * value and what changed among the octets that are there: HC' = ~(~HC + ~m + m').
   *
   * @param now the sum of the octets that are there, the checksum taken as zero
   */
  int incremental(
      Header header, UIntField field, PseudoHeader carrier, int protocol, InternetChecksum now) {
    if (readOctets == null) {
      return now.value();
    }
    int place = field.traits().place(header, field) >>> 3;
    int old = Octets.u16(readOctets, readStart + place);
    InternetChecksum then = new InternetChecksum().subtract16(old);
    if (carrier instanceof Header ip && of(ip).asRead(ip) instanceof PseudoHeader read) {
      read.addPseudoHeader(then, protocol, readEnd - readStart);
    }
    then.add(readOctets, readStart, readEnd);
    return new InternetChecksum().add16(~old).add16(~then.sum()).add16(now.sum()).value();
  }

  /** The header as it was read, with what it carried then. */
  private Layer asRead(Header header) {
    if (readOctets == null) {
      return header;
    }
    try {
      return header
          .protocol()
          .reader()
          .read(new Window(readOctets, readStart, readEnd, null, header.packet));
    } catch (MalformedException e) {
      return header; // these octets were read before
    }
  }

  // --- stacking --------------------------------------------------------------------------------

  /** {@code layer} with all that it carries, or a copy if it is part of something. */
  static Layer free(Layer layer) {
    return isFree(layer) ? layer : layer.detachedCopy();
  }

  /**
   * {@code header} to carry something else, or a copy without payload if it is part of something.
   */
  static Header alone(Header header) {
    return isFree(header) ? header : header.copyAlone();
  }

  private static boolean isFree(Layer layer) {
    return layer.carrier == null && layer.packet == null;
  }

  static void refuseCycle(Header header, Layer carried) {
    for (Header h = header; h != null; h = h.carrier) {
      if (h == carried) {
        throw new IllegalArgumentException(h.protocol().name() + " cannot carry itself");
      }
    }
  }

  /** Gives {@code to} the number that tells the payload of {@code from}, if it is of one table. */
  static void moveNumber(Header from, Header to) {
    UIntField source = number(from);
    UIntField target = number(to);
    if (source != null
        && target != null
        && source.traits().selects() == target.traits().selects()) {
      long raw =
          Octets.bits(from.octets, from.start, source.traits().place(from, source), source.width());
      target.traits().write(to, target.traits().place(to, target), target.width(), raw);
    }
  }

  private static UIntField number(Header header) {
    for (Field field : header.protocol().layout().fields()) {
      if (field instanceof UIntField number
          && number.traits().derived()
          && number.traits().selects() != null
          && number.isPresent(header)) {
        return number;
      }
    }
    return null;
  }
}
