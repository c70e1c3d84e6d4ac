package org.jpacker.api.contents;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.TextOctets;

/** Writes the contents of an option or the like: the reverse of {@link OctetReader}. */
public final class OctetWriter {
  private final String name;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  /**
   * An empty writer.
   *
   * @param name name of the field that is written, for messages
   */
  public OctetWriter(String name) {
    this.name = name;
  }

  /** Number of octets written so far. */
  public int size() {
    return out.size();
  }

  /** A copy of the octets written so far. */
  public byte[] octets() {
    return out.toByteArray();
  }

  /**
   * Appends an octet.
   *
   * @throws IllegalArgumentException if the value does not fit
   */
  public OctetWriter u8(int value) {
    return number(value, 1);
  }

  /**
   * Appends two octets, most significant first.
   *
   * @throws IllegalArgumentException if the value does not fit
   */
  public OctetWriter u16(int value) {
    return number(value, 2);
  }

  /**
   * Appends three octets, most significant first.
   *
   * @throws IllegalArgumentException if the value does not fit
   */
  public OctetWriter u24(int value) {
    return number(value, 3);
  }

  /**
   * Appends four octets, most significant first.
   *
   * @throws IllegalArgumentException if the value does not fit
   */
  public OctetWriter u32(long value) {
    return number(value, 4);
  }

  /**
   * Appends six octets, most significant first.
   *
   * @throws IllegalArgumentException if the value does not fit
   */
  public OctetWriter u48(long value) {
    return number(value, 6);
  }

  /** Appends eight octets, most significant first. */
  public OctetWriter u64(long value) {
    return number(value, 8);
  }

  private OctetWriter number(long value, int octets) {
    if (octets < 8 && value >>> octets * 8 != 0) {
      throw new IllegalArgumentException(
          name + ": " + value + " does not fit into " + octets * 8 + " bits");
    }
    for (int shift = octets * 8 - 8; shift >= 0; shift -= 8) {
      out.write((int) (value >>> shift));
    }
    return this;
  }

  /** Appends octets unchanged. */
  public OctetWriter octets(byte[] octets) {
    out.writeBytes(octets);
    return this;
  }

  /** Appends octets unchanged. */
  public OctetWriter octets(OctetString octets) {
    return octets(octets.octets());
  }

  /**
   * Appends text.
   *
   * @throws IllegalArgumentException if {@code charset} lacks one of its characters
   */
  public OctetWriter text(String text, Charset charset) {
    return octets(TextOctets.of(name, text, charset));
  }

  /** Appends the octets of an address. */
  public OctetWriter address(Address address) {
    return octets(address.toBytes());
  }

  /** Appends the octets of addresses, one after the other. */
  public OctetWriter addresses(List<? extends Address> addresses) {
    addresses.forEach(this::address);
    return this;
  }

  /** Appends zeros until the size is a multiple of {@code unit} octets. */
  public OctetWriter padTo(int unit) {
    return zeros((unit - size() % unit) % unit);
  }

  /** Appends {@code count} zeros. */
  public OctetWriter zeros(int count) {
    return octets(new byte[count]);
  }
}
