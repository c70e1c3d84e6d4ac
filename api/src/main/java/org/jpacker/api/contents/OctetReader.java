package org.jpacker.api.contents;

import java.util.Arrays;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * Reads the contents of an option or the like from start to end. Reading never fails: past the end
 * it returns zeros, and {@link #isShort} reports that octets were missing.
 *
 * <p>A codec that writes the record it has read and obtains other octets has found contents that
 * the record cannot express; it keeps the octets instead. Reserved bits and odd lengths are
 * preserved in this way.
 */
public final class OctetReader {
  private final byte[] octets;
  private final int end;
  private int at;
  private boolean isShort;

  /** A reader of all of {@code octets}, which must not change meanwhile. */
  public OctetReader(byte[] octets) {
    this(octets, 0, octets.length);
  }

  /** A reader of {@code size} of {@code octets}, from index {@code from} on. */
  public OctetReader(byte[] octets, int from, int size) {
    this.octets = octets;
    this.at = from;
    this.end = Math.min(octets.length, from + size);
  }

  /** Number of octets left. */
  public int left() {
    return end - at;
  }

  /** Whether there are octets left. */
  public boolean hasMore() {
    return at < end;
  }

  /** Whether more octets were read than there are. */
  public boolean isShort() {
    return isShort;
  }

  /** The next octet, 0 to 255. */
  public int u8() {
    if (at < end) {
      return octets[at++] & 0xff;
    }
    isShort = true;
    return 0;
  }

  /** The next two octets, most significant first. */
  public int u16() {
    return u8() << 8 | u8();
  }

  /** The next three octets, most significant first. */
  public int u24() {
    return u16() << 8 | u8();
  }

  /** The next four octets, most significant first. */
  public long u32() {
    return (long) u16() << 16 | u16();
  }

  /** The next six octets, most significant first. */
  public long u48() {
    return u32() << 16 | u16();
  }

  /** The next eight octets, most significant first. */
  public long u64() {
    return u32() << 32 | u32();
  }

  /** The next four octets as an IPv4 address. */
  public Address.Ipv4 ipv4() {
    return Address.Ipv4.of(exactly(4));
  }

  /** The next sixteen octets as an IPv6 address. */
  public Address.Ipv6 ipv6() {
    return Address.Ipv6.of(exactly(16));
  }

  /** The next six octets as a MAC address. */
  public Address.Mac mac() {
    return Address.Mac.of(exactly(6));
  }

  private byte[] exactly(int count) {
    return Arrays.copyOf(take(count).octets(), count);
  }

  /** The next {@code count} octets, or as many as are left. */
  public OctetString take(int count) {
    isShort |= count < 0 || count > left();
    int size = Math.max(0, Math.min(count, left()));
    at += size;
    return new OctetString(Arrays.copyOfRange(octets, at - size, at));
  }

  /** All octets that are left. */
  public OctetString rest() {
    return take(left());
  }

  /**
   * A reader of the next {@code count} octets, or of as many as are left; this reader continues
   * after them.
   */
  public OctetReader slice(int count) {
    isShort |= count < 0 || count > left();
    int size = Math.max(0, Math.min(count, left()));
    at += size;
    return new OctetReader(octets, at - size, size);
  }
}
