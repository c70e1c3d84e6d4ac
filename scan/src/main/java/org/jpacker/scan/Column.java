package org.jpacker.scan;

import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.Protocol;
import org.jpacker.api.ScalarField;

/**
 * A number that a {@link Scan} reads from each packet; it fits into a {@code long}.
 *
 * @param name name of the field, or a name derived from that of the protocol
 * @param kind the kind of value
 * @param protocol the protocol whose header is meant; null for any header with the field, and for
 *     columns about the packet
 * @param field the field, or null
 */
public record Column(String name, Kind kind, Protocol<?> protocol, Field field) {

  /** The kind of value in a column. */
  public enum Kind {
    /** A number, flag, MAC address or IPv4 address. */
    FIELD,
    /** The first 64 bits of an IPv6 address. */
    HIGH,
    /** The last 64 bits of an IPv6 address. */
    LOW,
    /** Octets of a layer, including all that it carries. */
    SIZE,
    /** Octets of a header. */
    HEADER_SIZE,
    /** Octets of a layer after its header. */
    PAYLOAD_SIZE,
    /** Octets from the start of the packet to a header. */
    OFFSET,
    /** Nanoseconds since 1970; absent if the packet has no time stamp. */
    TIME,
    /** Number of octets captured. */
    CAPTURED_LENGTH,
    /** Number of octets on the wire. */
    ORIGINAL_LENGTH
  }

  /** Time stamp of the packet in nanoseconds since 1970; absent if it has none. */
  public static final Column TIME = new Column("frame.time", Kind.TIME, null, null);

  /** Number of octets of the packet that were captured. */
  public static final Column CAPTURED_LENGTH =
      new Column("frame.cap_len", Kind.CAPTURED_LENGTH, null, null);

  /** Number of octets that the packet had on the wire. */
  public static final Column ORIGINAL_LENGTH =
      new Column("frame.len", Kind.ORIGINAL_LENGTH, null, null);

  /**
   * The value of {@code field} in the outermost header that has it.
   *
   * @throws IllegalArgumentException if the values do not fit into a {@code long}
   */
  public static Column of(Field field) {
    if (field instanceof Ipv6Field) {
      throw new IllegalArgumentException(
          field.name() + " needs two columns: Column.high(field) and Column.low(field)");
    }
    if (field instanceof ScalarField) {
      return new Column(field.name(), Kind.FIELD, null, field);
    }
    throw new IllegalArgumentException(field.name() + " is not a number; read it from packets");
  }

  /** The first 64 bits of an IPv6 address. */
  public static Column high(Ipv6Field field) {
    return new Column(field.name() + ".high", Kind.HIGH, null, field);
  }

  /** The last 64 bits of an IPv6 address. */
  public static Column low(Ipv6Field field) {
    return new Column(field.name() + ".low", Kind.LOW, null, field);
  }

  /** Octets of the outermost layer of {@code protocol}, including all that it carries. */
  public static Column size(Protocol<?> protocol) {
    return new Column(protocol.name() + " size", Kind.SIZE, protocol, null);
  }

  /** Octets of the outermost header of {@code protocol}, options included. */
  public static Column headerSize(Protocol<?> protocol) {
    return new Column(protocol.name() + " header size", Kind.HEADER_SIZE, protocol, null);
  }

  /** Octets carried by the outermost header of {@code protocol}. */
  public static Column payloadSize(Protocol<?> protocol) {
    return new Column(protocol.name() + " payload size", Kind.PAYLOAD_SIZE, protocol, null);
  }

  /** Octets from the start of the packet to the outermost header of {@code protocol}. */
  public static Column offset(Protocol<?> protocol) {
    return new Column(protocol.name() + " offset", Kind.OFFSET, protocol, null);
  }

  /** Whether this column concerns the packet as a whole. */
  boolean isOfPacket() {
    return kind == Kind.TIME || kind == Kind.CAPTURED_LENGTH || kind == Kind.ORIGINAL_LENGTH;
  }

  /** Whether this column is found in headers of {@code other}. */
  boolean isIn(Protocol<?> other) {
    if (field == null) {
      return other.equals(protocol);
    }
    for (Field candidate : other.layout().fields()) {
      if (candidate == field) {
        return true;
      }
    }
    return false;
  }

  /**
   * The value, for any kind but {@link Kind#FIELD}, from the offsets of a header; compiled per
   * column.
   */
  long read(byte[] octets, int packetStart, int start, int payload, int end) {
    if (kind == Kind.HIGH) {
      return ((Ipv6Field) field).high(octets, start);
    }
    if (kind == Kind.LOW) {
      return ((Ipv6Field) field).low(octets, start);
    }
    if (kind == Kind.OFFSET) {
      return start - packetStart;
    }
    return kind == Kind.SIZE
        ? end - start
        : kind == Kind.HEADER_SIZE ? payload - start : end - payload;
  }

  /** The value from a header object; the field must be present. */
  long read(Header header) {
    switch (kind) {
      case FIELD:
        return ((ScalarField) field).number(header);
      case HIGH:
        return ((Ipv6Field) field).get(header).high();
      case LOW:
        return ((Ipv6Field) field).get(header).low();
      case OFFSET:
        return header.packet().offsetOf(header);
      case SIZE:
        return header.size();
      case HEADER_SIZE:
        return header.headerSize();
      default:
        return header.size() - header.headerSize();
    }
  }
}
