package org.jpacker.api;

import java.util.List;
import java.util.function.IntSupplier;

/**
 * What a header is asked to derive its fields with. Each call names a field and what it follows
 * from; the derivation knows what changed, which fields are pinned, and whether to write the value
 * or only to compare it.
 */
public final class Derivation {
  private static final int UDP = 17;

  private final Header header;
  private final List<Discrepancy> found;
  private int reach;

  /** With {@code found} the values are compared only, and what differs is added to it. */
  Derivation(Header header, int reach, List<Discrepancy> found) {
    this.header = header;
    this.reach = reach;
    this.found = found;
  }

  /**
   * {@code field} is {@code octets}, a sum of sizes. The field that says where the layer ends goes
   * on to count octets that were never captured.
   */
  public void length(UIntField field, int octets) {
    if (!isReached(field, Edit.OWN_SIZE | Edit.PAYLOAD_SIZE)) {
      return;
    }
    boolean endsLayer = field == header.protocol().layout().limitedBy();
    boolean isTooMuch = octets / field.traits().times() > Octets.mask(field.width());
    if (endsLayer && isTooMuch && raw(field) == 0 && Edit.of(header).isRead()) {
      return; // what is larger than its length can say was captured with a length of zero
    }
    boolean isMissing = endsLayer && header.isTruncated();
    put(field, isMissing ? octets + header.edit.missing(header) : octets, true);
  }

  /** {@code field} is the number in {@code table} that the payload's protocol answers to. */
  public void number(UIntField field, DispatchTable table) {
    if (!isReached(field, Edit.PAYLOAD_PROTOCOL)) {
      return;
    }
    Layer carried = header.payload();
    if (!(carried instanceof Header inner)) {
      return;
    }
    Protocol<?> protocol = inner.protocol();
    long now = raw(field);
    long first = -1;
    for (DispatchKey key : protocol.keys()) {
      if (key.table() == table) {
        if (key.value() == now) {
          return;
        }
        first = first < 0 ? key.value() : first;
      }
    }
    if (found != null) {
      // what an unusual number selected was read that way: nothing to say against it
      return;
    }
    if (first < 0) {
      header.edit.unsettled =
          header.protocol().name()
              + " cannot carry "
              + protocol.name()
              + ": it has no number in "
              + table.name()
              + " (set "
              + field.name()
              + " yourself to send it anyway)";
      return;
    }
    put(field, first, true);
  }

  /** {@code field} is the Internet checksum of the header alone. */
  public void headerChecksum(UIntField field) {
    if (isReached(field, Edit.OWN | Edit.OWN_SIZE)) {
      InternetChecksum sum = new InternetChecksum();
      sum.add(header.octets, header.start, header.start + header.headerSize());
      put(field, sum.subtract16((int) raw(field)).value(), true);
    }
  }

  /** {@code field} is the Internet checksum of the header and all that follows in this layer. */
  public void messageChecksum(UIntField field) {
    checksum(field, -1);
  }

  /** {@code field} is the Internet checksum of pseudo header, header and all that follows. */
  public void transportChecksum(UIntField field, int protocol) {
    checksum(field, protocol);
  }

  /** {@code field} is a protocol's own function of header and payload. */
  public void checksum(UIntField field, IntSupplier function) {
    if (isReached(field, ~Edit.PSEUDO)) {
      put(field, function.getAsInt(), isWhole());
    }
  }

  private void checksum(UIntField field, int protocol) {
    PseudoHeader carrier = null;
    int reaching = ~Edit.PSEUDO;
    if (protocol >= 0) {
      carrier = pseudoHeader();
      reaching = -1;
      if (carrier == null) {
        return;
      }
    }
    if (!isReached(field, reaching)) {
      return;
    }
    int now = (int) raw(field);
    if (protocol == UDP
        && now == 0
        && Edit.of(header).isRead()
        && !isForced(field)
        && carrier.allowsNoChecksum()) {
      return;
    }
    InternetChecksum sum = new InternetChecksum().subtract16(now);
    if (carrier != null) {
      // first, for it has an even number of octets and the rest may not
      carrier.addPseudoHeader(sum, protocol, header.size());
    }
    header.sum(sum);
    boolean whole = isWhole();
    int value = sum.value();
    if (!whole && Edit.of(header).isRead()) {
      value = found != null ? now : header.edit.incremental(header, field, carrier, protocol, sum);
    }
    // RFC 768: "If the computed checksum is zero, it is transmitted as all ones"
    put(field, protocol == UDP && value == 0 ? 0xffff : value, whole);
  }

  private PseudoHeader pseudoHeader() {
    for (Header h = header.carrier; h != null; h = h.carrier) {
      if (h instanceof PseudoHeader pseudo) {
        return pseudo;
      }
    }
    return null;
  }

  /** Whether every octet that a checksum of this layer covers is there. */
  private boolean isWhole() {
    for (Header h = header; h != null; h = h.carrier) {
      if (h.isTruncated()) {
        return false;
      }
      if (h != header && h instanceof PseudoHeader pseudo) {
        return !pseudo.isFragment();
      }
    }
    return true;
  }

  private boolean isReached(UIntField field, int kinds) {
    if (!field.isPresent(header)) {
      return false;
    }
    if (found != null) {
      return true;
    }
    return isForced(field) || (reach & kinds) != 0 && !header.isPinned(field);
  }

  private boolean isForced(UIntField field) {
    return header.edit != null && header.edit.isForced(header.protocol().layout().indexOf(field));
  }

  private long raw(UIntField field) {
    return Octets.bits(
        header.octets, header.start, field.traits().place(header, field), field.width());
  }

  private void put(UIntField field, long value, boolean checkable) {
    Traits traits = field.traits();
    int place = traits.place(header, field);
    long now = traits.littleEndian() ? Octets.swap(raw(field), field.width()) : raw(field);
    if (found != null) {
      long there = now * traits.times();
      if (there != value || !checkable) {
        found.add(new Discrepancy(header, field, checkable ? value : -1, there, checkable));
      }
      return;
    }
    long wanted;
    try {
      wanted = traits.fit(field, field.width(), value);
    } catch (IllegalArgumentException e) {
      header.edit.unsettled = e.getMessage();
      return;
    }
    if (wanted != now) {
      header.beforeChange();
      traits.write(header, place, field.width(), wanted);
      reach |= Edit.OWN;
      Edit.payloadOctetsChanged(header.carrier);
    }
  }
}
