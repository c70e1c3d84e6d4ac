package org.jpacker.api;

import java.nio.charset.Charset;
import java.util.Arrays;

/**
 * The bounded stretch of octets that a {@link Reader} is given. Every access is checked against its
 * end; what lies beyond is refused with a {@link MalformedException}. Immutable.
 */
public final class Window {
  final byte[] octets;
  final int start;
  final int end;
  final Header carrier;
  final Packet packet;

  /** The protocol whose header is read from here; null until it says so. */
  private Protocol<?> protocol;

  Window(byte[] octets, int start, int end, Header carrier, Packet packet) {
    this.octets = octets;
    this.start = start;
    this.end = end;
    this.carrier = carrier;
    this.packet = packet;
  }

  /** The octets of {@code layer}, headers and all, to be read as something else. */
  public static Window on(Layer layer) {
    if (layer.end == Layer.LIVE) {
      byte[] octets = layer.toBytes();
      return new Window(octets, 0, octets.length, null, null);
    }
    return new Window(layer.octets, layer.start, layer.end, layer.carrier, layer.packet);
  }

  /** Octets to read; they are not copied. */
  public static Window on(byte[] octets) {
    return new Window(octets, 0, octets.length, null, null);
  }

  /** Octets that are there. */
  public int size() {
    return end - start;
  }

  /** The header whose payload this is, or null. */
  public Header carrier() {
    return carrier;
  }

  /** The packet that is dissected, or null. */
  public Packet packet() {
    return packet;
  }

  /** Octets from the start of the packet. */
  public int offset() {
    return packet == null ? start : start - packet.offset();
  }

  /** The octet at {@code at}. */
  public int u8(int at) throws MalformedException {
    require(at, 1);
    return octets[start + at] & 0xff;
  }

  /** 16 bits at {@code at}, most significant first. */
  public int u16(int at) throws MalformedException {
    require(at, 2);
    return Octets.u16(octets, start + at);
  }

  /** 24 bits at {@code at}, most significant first. */
  public int u24(int at) throws MalformedException {
    require(at, 3);
    return (int) Octets.bits(octets, start + at, 0, 24);
  }

  /** 32 bits at {@code at}, most significant first. */
  public long u32(int at) throws MalformedException {
    require(at, 4);
    return Octets.i32(octets, start + at) & 0xffffffffL;
  }

  /** 64 bits at {@code at}, most significant first. */
  public long u64(int at) throws MalformedException {
    require(at, 8);
    return Octets.i64(octets, start + at);
  }

  /** 16 bits at {@code at}, least significant first. */
  public int u16le(int at) throws MalformedException {
    return (int) Octets.swap(u16(at), 16);
  }

  /** 24 bits at {@code at}, least significant first. */
  public int u24le(int at) throws MalformedException {
    return (int) Octets.swap(u24(at), 24);
  }

  /** 32 bits at {@code at}, least significant first. */
  public long u32le(int at) throws MalformedException {
    return Octets.swap(u32(at), 32);
  }

  /** 64 bits at {@code at}, least significant first. */
  public long u64le(int at) throws MalformedException {
    return Long.reverseBytes(u64(at));
  }

  /** A copy of {@code n} octets from {@code at}. */
  public byte[] bytes(int at, int n) throws MalformedException {
    require(at, n);
    return Arrays.copyOfRange(octets, start + at, start + at + n);
  }

  /** {@code n} octets from {@code at} as text. */
  public String text(int at, int n, Charset charset) throws MalformedException {
    require(at, n);
    return new String(octets, start + at, n, charset);
  }

  /** The window on {@code n} octets from {@code at}. */
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

  /** These octets, claimed by nobody. */
  public Raw raw() {
    return new Raw(octets, start, end, carrier, packet);
  }

  /** The refusal of these octets by {@code protocol}, for a {@code rule} that is no length. */
  public MalformedException refusal(String protocol, String rule) {
    return new MalformedException(Malformed.Reason.rule(protocol, rule, offset()));
  }

  /** Says whose header is read, for the reasons of refusals. */
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
