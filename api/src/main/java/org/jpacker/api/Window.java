package org.jpacker.api;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * A bounded stretch of octets, passed to a {@link Reader}. Every access is checked against its end;
 * an access beyond it throws {@link MalformedException}. Immutable.
 */
public final class Window {
  final byte[] octets;
  final int start;
  final int end;
  final Header carrier;
  final Packet packet;

  /** The protocol whose header is read here; null until the header's constructor has set it. */
  private Protocol<?> protocol;

  Window(byte[] octets, int start, int end, Header carrier, Packet packet) {
    this.octets = octets;
    this.start = start;
    this.end = end;
    this.carrier = carrier;
    this.packet = packet;
  }

  /** The octets of {@code layer}, including headers, to be read in another way. */
  public static Window on(Layer layer) {
    if (layer.end == Layer.LIVE) {
      byte[] octets = layer.toBytes();
      return new Window(octets, 0, octets.length, null, null);
    }
    return new Window(layer.octets, layer.start, layer.end, layer.carrier, layer.packet);
  }

  /** A window on {@code octets}, which are not copied. */
  public static Window on(byte[] octets) {
    return new Window(octets, 0, octets.length, null, null);
  }

  /** Number of octets in this window. */
  public int size() {
    return end - start;
  }

  /** The header whose payload this is, or null. */
  public Header carrier() {
    return carrier;
  }

  /** The packet that is being dissected, or null. */
  public Packet packet() {
    return packet;
  }

  /** Number of octets from the start of the packet to this window. */
  public int offset() {
    return packet == null ? start : start - packet.offset();
  }

  /**
   * The octet at index {@code at}, 0 to 255.
   *
   * @throws MalformedException if it does not lie in this window
   */
  public int u8(int at) throws MalformedException {
    require(at, 1);
    return octets[start + at] & 0xff;
  }

  /**
   * The 16 bits at index {@code at}, most significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public int u16(int at) throws MalformedException {
    require(at, 2);
    return Octets.u16(octets, start + at);
  }

  /**
   * The 24 bits at index {@code at}, most significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public int u24(int at) throws MalformedException {
    require(at, 3);
    return (int) Octets.bits(octets, start + at, 0, 24);
  }

  /**
   * The 32 bits at index {@code at}, most significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public long u32(int at) throws MalformedException {
    require(at, 4);
    return Octets.i32(octets, start + at) & 0xffffffffL;
  }

  /**
   * The 64 bits at index {@code at}, most significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public long u64(int at) throws MalformedException {
    require(at, 8);
    return Octets.i64(octets, start + at);
  }

  /**
   * The 16 bits at index {@code at}, least significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public int u16le(int at) throws MalformedException {
    return (int) Octets.swap(u16(at), 16);
  }

  /**
   * The 24 bits at index {@code at}, least significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public int u24le(int at) throws MalformedException {
    return (int) Octets.swap(u24(at), 24);
  }

  /**
   * The 32 bits at index {@code at}, least significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public long u32le(int at) throws MalformedException {
    return Octets.swap(u32(at), 32);
  }

  /**
   * The 64 bits at index {@code at}, least significant octet first.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public long u64le(int at) throws MalformedException {
    return Long.reverseBytes(u64(at));
  }

  /**
   * A copy of the {@code n} octets from {@code at} on.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public byte[] bytes(int at, int n) throws MalformedException {
    require(at, n);
    return Arrays.copyOfRange(octets, start + at, start + at + n);
  }

  /**
   * The {@code n} octets from {@code at} on, decoded as text.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public String text(int at, int n, Charset charset) throws MalformedException {
    require(at, n);
    return new String(octets, start + at, n, charset);
  }

  /**
   * A window on the {@code n} octets from {@code at} on.
   *
   * @throws MalformedException if they do not all lie in this window
   */
  public Window slice(int at, int n) throws MalformedException {
    require(at, n);
    return new Window(octets, start + at, start + at + n, carrier, packet).readBy(protocol);
  }

  /** The index of the first octet equal to {@code octet} from {@code at} on, or -1. */
  public int indexOf(int octet, int at) {
    for (int i = Math.max(start, start + at); i < end; i++) {
      if (octets[i] == (byte) octet) {
        return i - start;
      }
    }
    return -1;
  }

  /** These octets as an unclaimed layer. */
  public Raw raw() {
    return new Raw(octets, start, end, carrier, packet);
  }

  /**
   * The refusal of these octets by {@code protocol}, for violating a {@code rule} that is not about
   * a length.
   */
  public MalformedException refusal(String protocol, String rule) {
    return new MalformedException(Malformed.Reason.rule(protocol, rule, offset()));
  }

  /** Sets the protocol whose header is read, for the reasons of refusals. */
  Window readBy(Protocol<?> protocol) {
    this.protocol = protocol;
    return this;
  }

  private void require(int at, int n) throws MalformedException {
    if (n < 0 || at < 0 || n > end - start - at) {
      throw tooShort(
          protocol == null ? "" : protocol.name(),
          "reading",
          (int) Math.min(Integer.MAX_VALUE, at + Math.max(n, 0L)));
    }
  }

  MalformedException tooShort(String protocol, String what, int needed) {
    return new MalformedException(
        Malformed.Reason.tooShort(protocol, what, needed, size(), limitedBy(), offset()));
  }

  /**
   * The name of the length field that ended this window, of the innermost carrier whose length did,
   * else {@code "captured length"}.
   */
  private String limitedBy() {
    for (Header h = carrier; h != null && h.end == end; h = h.carrier) {
      int above = h.carrier != null ? h.carrier.end : h.packet == null ? end : h.packet.readEnd();
      if (above != end) {
        String field = h.protocol().layout().lengthField();
        return field.isEmpty() ? h.protocol().name() : field;
      }
    }
    return "captured length";
  }
}
