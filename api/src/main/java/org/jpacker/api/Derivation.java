package org.jpacker.api;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntSupplier;
import java.util.function.LongConsumer;
import java.util.function.LongSupplier;

/**
 * Through this class a header declares how its fields are derived. Each call names a field and what
 * it is derived from. The derivation knows which changes have occurred and which fields are pinned,
 * and whether to write the value or only to compare it.
 */
public final class Derivation {
  private final Header header;
  private final Findings found;
  private int reach;

  /** If {@code found} is not null, values are only compared, and the results are added to it. */
  Derivation(Header header, int reach, Findings found) {
    this.header = header;
    this.reach = reach;
    this.found = found;
  }

  /**
   * {@code field} is {@code octets}, a sum of sizes. The field that limits the layer continues to
   * count octets that were never captured.
   */
  public void length(UIntField field, int octets) {
    int place = reached(field, Reach.OWN_SIZE | Reach.PAYLOAD_SIZE);
    if (place < 0) {
      return;
    }
    boolean endsLayer = field == header.protocol().layout().limitedBy();
    if (endsLayer
        && octets > Octets.mask(field.width()) * field.traits().times()
        && raw(field, place) == 0
        && !header.isMade()) {
      return; // a packet larger than its length field can express was captured with a length of
      // zero
    }
    boolean isMissing = endsLayer && header.isTruncated();
    put(field, place, isMissing ? octets + header.state.missing() : octets);
  }

  /** Whether the header was created rather than read. */
  public boolean isMade() {
    return header.isMade();
  }

  /**
   * The octets of this layer as they were read; empty if it was created, or has been copied since.
   * They distinguish a length that also counts octets of other packets from one derived from this
   * packet.
   */
  public Optional<Window> asRead() {
    return isMade() ? Optional.empty() : Optional.ofNullable(header.octetsAsRead());
  }

  /**
   * {@code field}, a number that the header contains as text, is {@code value}, which follows from
   * the size of the payload.
   *
   * @param field the field
   * @param there the present number, or -1 if there is none
   * @param value the derived number
   * @param put writes the number
   */
  public void text(ComputedField field, long there, long value, LongConsumer put) {
    if (found == null) {
      if (there != value && follows(field, Reach.PAYLOAD_SIZE)) {
        put.accept(value);
      }
    } else if (there >= 0) {
      found.value(header, field, value, there);
    }
  }

  /** {@code field} is the number in {@code table} that selects the payload's protocol. */
  public void number(UIntField field, DispatchTable table) {
    number(field, table, null, null);
  }

  /**
   * The same for a header that has another form, with a number of {@code other} in place of one of
   * {@code table}. The other form is not chosen, since it would be another header; but if the
   * payload needs it, the message says so.
   *
   * @param field the field
   * @param table the table of this form
   * @param other the table of the other form
   * @param maker Java that creates the other form, with {@code %1$s} in place of the number: {@code
   *     "Llc.between(%1$s, %1$s)"}
   */
  public void number(UIntField field, DispatchTable table, DispatchTable other, String maker) {
    int place = reached(field, Reach.PAYLOAD_PROTOCOL);
    if (place >= 0 && header.payload() instanceof Header inner) {
      number(field, place, table, inner.protocol(), other, maker);
    }
  }

  private void number(
      UIntField field,
      int place,
      DispatchTable table,
      Protocol<?> protocol,
      DispatchTable other,
      String maker) {
    long now = raw(field, place);
    long first = -1;
    List<DispatchKey> keys = protocol.keys();
    for (int i = 0; i < keys.size(); i++) {
      DispatchKey key = keys.get(i);
      if (key.table() == table) {
        if (key.value() == now) {
          return;
        }
        first = first < 0 ? key.value() : first;
      }
    }
    if (found != null) {
      // an unusual number was read this way and selected this payload, so it stands
      return;
    }
    if (first < 0) {
      if (header.state.unsettled == null) {
        String way = other == null ? "" : otherShape(protocol.keyIn(other), maker);
        header.state.unsettled = noNumber(field, table, protocol, way);
      }
      return;
    }
    put(field, place, first);
  }

  private static String otherShape(long number, String maker) {
    return number < 0
        ? ""
        : "use " + String.format(Locale.ROOT, maker, "0x" + Long.toHexString(number)) + ", or ";
  }

  private String noNumber(
      UIntField field, DispatchTable table, Protocol<?> protocol, String otherShape) {
    return header.protocol().name()
        + " cannot carry "
        + protocol.name()
        + ": it has no number in "
        + table.name()
        + elsewhere(protocol)
        + " ("
        + otherShape
        + "set "
        + field.name()
        + " yourself to send it anyway)";
  }

  /** The tables in which the protocol has numbers; they indicate which headers may carry it. */
  private static String elsewhere(Protocol<?> protocol) {
    List<String> tables =
        protocol.keys().stream()
            .map(DispatchKey::table)
            .filter(table -> table != DispatchTable.LINK_TYPE)
            .map(DispatchTable::name)
            .distinct()
            .toList();
    return tables.isEmpty() ? "" : ", but in " + String.join(", ", tables);
  }

  /** {@code field} is the Internet checksum of the header alone. */
  public void headerChecksum(UIntField field) {
    int place = reached(field, Reach.OWN | Reach.OWN_SIZE);
    if (place >= 0) {
      InternetChecksum sum = new InternetChecksum();
      sum.add(header.octets, header.start, header.start + header.headerSize());
      int value = sum.subtract16((int) raw(field, place)).value();
      putChecksum(field, place, value, true, header instanceof PseudoHeader ip && ip.isOffloaded());
    }
  }

  /** {@code field} is the Internet checksum of the header and everything after it in this layer. */
  public void messageChecksum(UIntField field) {
    checksum(field, -1, Integer.MAX_VALUE, false);
  }

  /**
   * {@code field} is the Internet checksum of pseudo header, header and all that follows.
   *
   * @param protocol the IP protocol number, which is part of the pseudo header
   */
  public void transportChecksum(UIntField field, int protocol) {
    checksum(field, protocol, Integer.MAX_VALUE, false);
  }

  /**
   * The same for a checksum that may be left out: zero says that there is none, where the IP layer
   * allows it, and a sum of zero is written as 0xffff (<a
   * href="https://www.rfc-editor.org/rfc/rfc768">RFC 768</a>).
   */
  public void optionalTransportChecksum(UIntField field, int protocol) {
    checksum(field, protocol, Integer.MAX_VALUE, true);
  }

  /**
   * {@code field} is the Internet checksum of the pseudo header and the first {@code coverage}
   * octets of this layer.
   */
  public void transportChecksum(UIntField field, int protocol, int coverage) {
    checksum(field, protocol, coverage, false);
  }

  /** {@code field} is a protocol-specific function of header and payload. */
  public void checksum(UIntField field, IntSupplier function) {
    int place = reached(field, ~Reach.PSEUDO);
    if (place >= 0) {
      putChecksum(field, place, function.getAsInt(), isWhole(), false);
    }
  }

  /** {@code field}, of 32 bits, is a protocol-specific function of header and payload. */
  public void checksum(ULongField field, LongSupplier function) {
    int place = reached(field, ~Reach.PSEUDO);
    if (place >= 0) {
      long value = function.getAsLong();
      if (found != null) {
        found.checksum(header, field, value, there(field, place), isWhole(), false);
      } else {
        putOdd(field, field.traits(), place, value);
      }
    }
  }

  /**
   * {@code field} is the Internet checksum of the first {@code coverage} octets of this layer.
   *
   * @param protocol the number in the pseudo header that is covered too, or -1 for none
   * @param isOptional whether zero says that there is no checksum
   */
  private void checksum(UIntField field, int protocol, int coverage, boolean isOptional) {
    PseudoHeader carrier = null;
    int reaching = ~Reach.PSEUDO;
    if (protocol >= 0) {
      carrier = pseudoHeader();
      reaching = -1;
      if (carrier == null) {
        return;
      }
    }
    int place = reached(field, reaching);
    if (place < 0) {
      return;
    }
    int now = (int) raw(field, place);
    if (isOptional
        && now == 0
        && !header.isMade()
        && !isForced(field)
        && carrier.allowsNoChecksum()) {
      if (found != null) {
        found.noChecksum(header, field);
      }
      return;
    }
    int size = header.size();
    InternetChecksum sum = new InternetChecksum().subtract16(now);
    if (carrier != null) {
      // first, because it has an even number of octets, and the rest may not
      carrier.addPseudoHeader(sum, protocol, size);
    }
    if (coverage >= size) {
      header.sum(sum);
    } else {
      sum.add(header.toBytes(), 0, coverage);
    }
    boolean whole = isWhole() && (carrier == null || carrier.isKnown());
    int value = sum.value();
    if (!whole && !header.isMade()) {
      value = found != null ? now : header.state.incremental(field, carrier, protocol, sum);
    }
    value = isOptional && value == 0 ? 0xffff : value;
    boolean offloaded =
        found != null && carrier != null && isOffloaded(carrier, protocol, size, now);
    putChecksum(field, place, value, whole, offloaded);
  }

  /**
   * Whether the sender left the checksum to its interface. The field then contains the sum of the
   * pseudo header, either with the length of the packet or, if the interface splits the packet,
   * without a length.
   */
  private static boolean isOffloaded(PseudoHeader carrier, int protocol, int size, int now) {
    InternetChecksum whole = new InternetChecksum();
    InternetChecksum segments = new InternetChecksum();
    carrier.addPseudoHeader(whole, protocol, size);
    carrier.addPseudoHeader(segments, protocol, 0);
    return carrier.isOffloaded() || now == whole.sum() || now == segments.sum();
  }

  private PseudoHeader pseudoHeader() {
    for (Header h = header.carrier; h != null; h = h.carrier) {
      if (h instanceof PseudoHeader pseudo) {
        return pseudo;
      }
    }
    return null;
  }

  /** Whether all octets covered by a checksum of this layer are available. */
  private boolean isWhole() {
    if (header.packet != null && header.packet.isCut() && !isLimited()) {
      return false;
    }
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

  /** Whether a length limits this layer, so that it does not simply end where the capture did. */
  private boolean isLimited() {
    for (Header h = header; h != null; h = h.carrier) {
      Field limit = h.protocol().layout().limitedBy();
      if (limit != null && limit.value(h) instanceof Number octets && octets.longValue() != 0) {
        return true;
      }
    }
    return false;
  }

  /** The position of {@code field} if it is to be derived, else -1; see {@link Traits#place}. */
  private int reached(Field field, int kinds) {
    return found != null || follows(field, kinds) ? field.traits().place(header, field) : -1;
  }

  /**
   * Whether a change of one of these {@code kinds} affects {@code field}, and the field is not
   * pinned.
   */
  private boolean follows(Field field, int kinds) {
    HeaderState state = header.state;
    if ((reach & kinds) == 0 && !state.isAnyForced()) {
      return false;
    }
    return !state.isAnySetByHand()
        || isForced(field)
        || (reach & kinds) != 0 && !header.isPinned(field);
  }

  private boolean isForced(Field field) {
    return header.state != null && header.state.isForced(field);
  }

  private long raw(UIntField field, int place) {
    return Octets.bits(header.octets, header.start, place, field.width());
  }

  private void putChecksum(
      UIntField field, int place, long value, boolean whole, boolean offloaded) {
    if (found != null) {
      found.checksum(header, field, value, there(field, place), whole, offloaded);
    } else {
      put(field, place, value);
    }
  }

  private void put(UIntField field, int place, long value) {
    Traits traits = field.traits();
    int width = field.width();
    if (found == null
        && width == 16
        && (place & 7) == 0
        && !traits.littleEndian()
        && traits.times() == 1
        && value == (value & 0xffff)) {
      int at = header.start + (place >>> 3);
      if (Octets.u16(header.octets, at) != value) {
        header.beforeChange();
        Octets.put16(header.octets, header.start + (place >>> 3), (int) value);
        reach |= Reach.OWN;
        header.state.carriersReached(Reach.PAYLOAD_OCTETS);
      }
    } else {
      putOdd(field, traits, place, value);
    }
  }

  /** In a separate method, so that the common case of 16 bits is inlined. */
  private void putOdd(Field field, Traits traits, int place, long value) {
    int width = field.width();
    long now = there(field, place);
    if (found != null) {
      found.value(header, field, value, now * traits.times());
      return;
    }
    try {
      long wanted = traits.fit(field, width, value);
      if (wanted != now) {
        header.beforeChange();
        traits.write(header, place, width, wanted);
        reach |= Reach.OWN;
        header.state.carriersReached(Reach.PAYLOAD_OCTETS);
      }
    } catch (IllegalArgumentException e) {
      header.state.unsettled = e.getMessage();
    }
  }

  /** The number on the wire. */
  private long there(Field field, int place) {
    int width = field.width();
    long raw = Octets.bits(header.octets, header.start, place, width);
    return field.traits().littleEndian() ? Octets.swap(raw, width) : raw;
  }
}
