package org.jpacker.api.contents;

import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.TextOctets;

/**
 * A kind of value with octets of its own, such as an address, a text, or a number whose octets say
 * how many they are. A module makes its own, which may read the whole message, for names that point
 * elsewhere.
 *
 * @param <T> the value
 */
public abstract class Leaf<T> extends Kind<T> {
  /** All octets up to the end of what surrounds the part. */
  public static final Leaf<OctetString> OCTETS = new Rest();

  /** UTF-8 text up to the end of what surrounds the part. */
  public static final Leaf<String> UTF_8 = text(StandardCharsets.UTF_8);

  /** A number of one octet. */
  public static final Leaf<Integer> U8 = new Whole(8);

  /** A number of two octets. */
  public static final Leaf<Integer> U16 = new Whole(16);

  /** A number of three octets. */
  public static final Leaf<Integer> U24 = new Whole(24);

  /** A number of four octets. */
  public static final Leaf<Long> U32 = new Wide(32);

  /** A number of eight octets, without sign. */
  public static final Leaf<Long> U64 = new Wide(64);

  /** An IPv4 address. */
  public static final Leaf<Address.Ipv4> IPV4 =
      new Fixed<>(4, Address.Ipv4.ZERO, Address.Ipv4::of, Address.Ipv4::of);

  /** An IPv6 address. */
  public static final Leaf<Address.Ipv6> IPV6 =
      new Fixed<>(16, Address.Ipv6.ZERO, Address.Ipv6::of, Address.Ipv6::of);

  /** A MAC address. */
  public static final Leaf<Address.Mac> MAC =
      new Fixed<>(6, Address.Mac.ZERO, Address.Mac::of, Address.Mac::of);

  static final Leaf<Address> IP = new Fixed<>(4, null, Address.Ipv4::of, Address.Ipv4::of);
  static final Leaf<Address> IP_6 = new Fixed<>(16, null, Address.Ipv6::of, Address.Ipv6::of);

  /**
   * Numbers of which the first two bits say whether they have 1, 2, 4 or 8 octets, <a
   * href="https://www.rfc-editor.org/rfc/rfc9000#section-16">RFC 9000, section 16</a>. One that is
   * longer than it need be is kept as octets.
   */
  public static final Leaf<Long> QUIC = new QuicNumber();

  /**
   * Numbers of seven bits an octet, the lowest first; the highest bit of an octet says that another
   * follows: MQTT, protobuf.
   */
  public static final Leaf<Long> BASE_128 = new Base128();

  /** Called by subclasses. */
  protected Leaf() {}

  /**
   * Numbers of {@code width} bits, at most 63, of which the last {@code fraction} bits are a
   * fraction of two: the times of NTP and RTCP.
   */
  public static Leaf<BigDecimal> fixedPoint(int width, int fraction) {
    return new FixedPoint(width, BigDecimal.valueOf(2).pow(fraction));
  }

  /** An IPv6 address if {@code isIpv6}, else an IPv4 address. */
  public static Leaf<Address> ip(boolean isIpv6) {
    return isIpv6 ? IP_6 : IP;
  }

  /** Text up to the end of what surrounds the part. */
  public static Leaf<String> text(Charset charset) {
    return new Text(charset);
  }

  /** Reads a value; zeros come where octets are missing. */
  protected abstract T read(Cursor in);

  /** Writes a value. */
  protected abstract void write(Cursor out, T value);

  /** The value of an absent part. */
  @Override
  protected abstract T absent();

  /** The value in a tree: a text, a number or a truth value. */
  protected Object toTree(T value) {
    return String.valueOf(value);
  }

  @Override
  Object tree(T value, boolean told) {
    return toTree(value);
  }

  /**
   * The value of what a tree contains, the reverse of {@link #toTree}.
   *
   * @throws IllegalArgumentException if there is none, with the reason
   */
  protected abstract T ofTree(Object tree);

  @Override
  final T read(Parts in) {
    return read(in.cursor());
  }

  @Override
  final void write(Parts out, T value) {
    write(out.cursor(), value);
  }

  @Override
  final T ofTree(Object tree, FromTree from) {
    return from.value(tree, this);
  }

  @Override
  final void tell(Telling to, T value) {}

  @Override
  final List<Part> describe(Describing to) {
    return List.of();
  }

  private static long number(Object tree) {
    if (tree instanceof Long || tree instanceof Integer) {
      return ((Number) tree).longValue();
    }
    try {
      // numbers that a double does not hold are texts in JSON
      return Long.parseUnsignedLong(String.valueOf(tree));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(tree + " is no number", e);
    }
  }

  private static final class Rest extends Leaf<OctetString> {
    @Override
    boolean isPlain(int depth) {
      return true;
    }

    @Override
    protected OctetString read(Cursor in) {
      return in.octets(in.left());
    }

    @Override
    protected void write(Cursor out, OctetString value) {
      out.put(value.octets());
    }

    @Override
    protected OctetString absent() {
      return OctetString.EMPTY;
    }

    @Override
    protected OctetString ofTree(Object tree) {
      return new OctetString(HexFormat.of().parseHex(String.valueOf(tree)));
    }
  }

  private static final class Text extends Leaf<String> {
    private final Charset charset;

    Text(Charset charset) {
      this.charset = charset;
    }

    @Override
    protected String read(Cursor in) {
      return in.octets(in.left()).text(charset);
    }

    @Override
    protected void write(Cursor out, String value) {
      out.put(TextOctets.of(out.part(), value, charset));
    }

    @Override
    protected String absent() {
      return "";
    }

    @Override
    protected String ofTree(Object tree) {
      return String.valueOf(tree);
    }
  }

  private static final class Whole extends Leaf<Integer> {
    private final int width;

    Whole(int width) {
      this.width = width;
    }

    @Override
    boolean isPlain(int depth) {
      return true;
    }

    @Override
    protected Integer read(Cursor in) {
      return (int) in.bits(width);
    }

    @Override
    protected void write(Cursor out, Integer value) {
      out.put(width, value);
    }

    @Override
    protected Integer absent() {
      return 0;
    }

    @Override
    protected Object toTree(Integer value) {
      return value;
    }

    @Override
    protected Integer ofTree(Object tree) {
      return Math.toIntExact(number(tree));
    }
  }

  /** Numbers beyond 32 bits. */
  private abstract static class LongNumber extends Leaf<Long> {
    @Override
    protected Long absent() {
      return 0L;
    }

    @Override
    protected Object toTree(Long value) {
      return value;
    }

    @Override
    protected Long ofTree(Object tree) {
      return number(tree);
    }
  }

  private static final class Wide extends LongNumber {
    private final int width;

    Wide(int width) {
      this.width = width;
    }

    @Override
    boolean isPlain(int depth) {
      return true;
    }

    @Override
    protected Object toTree(Long value) {
      return Pass.shown(width, value);
    }

    @Override
    protected Long read(Cursor in) {
      return in.bits(width);
    }

    @Override
    protected void write(Cursor out, Long value) {
      out.put(width, value);
    }
  }

  private static final class Fixed<T extends Address> extends Leaf<T> {
    private final int size;
    private final T absent;
    private final Function<byte[], T> decode;
    private final Function<String, T> parse;

    Fixed(int size, T absent, Function<byte[], T> decode, Function<String, T> parse) {
      this.size = size;
      this.absent = absent;
      this.decode = decode;
      this.parse = parse;
    }

    @Override
    boolean isPlain(int depth) {
      return true;
    }

    @Override
    protected T read(Cursor in) {
      OctetString octets = in.octets(size);
      return octets.size() == size ? decode.apply(octets.octets()) : absent;
    }

    @Override
    protected void write(Cursor out, T value) {
      out.put(value.toBytes());
    }

    @Override
    protected T absent() {
      return absent;
    }

    @Override
    protected T ofTree(Object tree) {
      return parse.apply(String.valueOf(tree));
    }
  }

  private static final class FixedPoint extends Leaf<BigDecimal> {
    private final int width;
    private final BigDecimal unit;

    FixedPoint(int width, BigDecimal unit) {
      this.width = width;
      this.unit = unit;
    }

    @Override
    boolean isPlain(int depth) {
      return true;
    }

    /** Exact: a fraction of two has as many decimals as bits. */
    @Override
    protected BigDecimal read(Cursor in) {
      return BigDecimal.valueOf(in.bits(width)).divide(unit).stripTrailingZeros();
    }

    @Override
    protected void write(Cursor out, BigDecimal value) {
      try {
        out.put(width, value.multiply(unit).longValueExact());
      } catch (ArithmeticException e) {
        throw new IllegalArgumentException(
            out.part() + ": " + value.toPlainString() + " is no multiple of 1/" + unit, e);
      }
    }

    @Override
    protected BigDecimal absent() {
      return BigDecimal.ZERO;
    }

    @Override
    protected Object toTree(BigDecimal value) {
      return value.toPlainString();
    }

    @Override
    protected BigDecimal ofTree(Object tree) {
      return new BigDecimal(String.valueOf(tree)).stripTrailingZeros();
    }
  }

  private static final class QuicNumber extends LongNumber {
    @Override
    protected Long read(Cursor in) {
      return in.bits((8 << (int) in.bits(2)) - 2);
    }

    @Override
    protected void write(Cursor out, Long value) {
      int log = value >>> 6 == 0 ? 0 : value >>> 14 == 0 ? 1 : value >>> 30 == 0 ? 2 : 3;
      out.put(2, log);
      out.put((8 << log) - 2, value);
    }
  }

  private static final class Base128 extends LongNumber {
    @Override
    protected Long read(Cursor in) {
      long value = 0;
      for (int shift = 0; shift < 64; shift += 7) {
        int octet = in.u8();
        value |= (octet & 0x7fL) << shift;
        if (octet < 0x80) {
          return value;
        }
      }
      in.fail();
      return 0L;
    }

    @Override
    protected void write(Cursor out, Long value) {
      long left = value;
      while (left >>> 7 != 0) {
        out.put(8, left & 0x7f | 0x80);
        left >>>= 7;
      }
      out.put(8, left);
    }
  }
}
