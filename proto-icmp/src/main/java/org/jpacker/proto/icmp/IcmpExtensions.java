package org.jpacker.proto.icmp;

import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.jpacker.api.Address;
import org.jpacker.api.InternetChecksum;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Choice;
import org.jpacker.api.contents.Series;
import org.jpacker.api.contents.Shape;
import org.jpacker.proto.icmp.IcmpExtension.MplsLabelStack;

/**
 * Extensions of errors after the quoted packet, <a
 * href="https://www.rfc-editor.org/rfc/rfc4884#section-7">RFC 4884, section 7</a>.
 *
 * <pre>
 * +-------+-------------------------------+-------------------------------+
 * |version|       reserved (12)           |           checksum            |
 * +-------+-------------------------------+---------------+---------------+
 * |            length             |     class     |     type      | data, and so on
 * +-------------------------------+---------------+---------------+
 * </pre>
 */
final class IcmpExtensions {
  /** RFC 4884, section 3: the fewest quoted octets before extensions. */
  static final int LEAST_QUOTE = 128;

  private static final int HEADER = 4;
  private static final int OBJECT = 4;
  private static final int VERSION = 2;

  /**
   * Address families, <a href="https://www.iana.org/assignments/address-family-numbers">IANA</a>.
   */
  static final int IPV4 = 1;

  private static final int IPV6 = 2;
  static final int MAC = 0x4005;

  /** The number of an object is its class and its type. */
  static final Series<IcmpExtension> ALL =
      Series.of(
          "icmp.ext",
          head -> {
            head.lengthOfAll(16);
            long number = head.bits(8, head.type() >> 8);
            head.typeIs(number << 8 | head.bits(8, head.type() & 0xff));
          },
          Choice.of(
              IcmpExtension.class,
              Shape.of(new IcmpExtension.Unknown(0, 0, OctetString.EMPTY)),
              Shape.of(0x101, new MplsLabelStack(List.of())),
              Shape.of(new IcmpExtension.InterfaceInformation(0, -1, List.of(), "", -1))
                  .numbers(LongStream.range(0x200, 0x300).toArray()),
              // RFC 8335, section 2.1, requires padded names; some senders do not pad
              Shape.of(0x301, new IcmpExtension.InterfaceName("")).lenient(),
              Shape.of(0x302, new IcmpExtension.InterfaceIndex(0)),
              Shape.of(0x303, new IcmpExtension.InterfaceAddress(Address.Ipv4.ZERO))));

  private IcmpExtensions() {}

  /**
   * Octets of the quoted packet including padding.
   *
   * @param body the octets after the first eight of the message
   * @param length length in octets as stated by the message; 0 if it is not stated
   */
  static int quoteSize(byte[] body, int length) {
    if (length > 0) {
      return Math.min(length, body.length);
    }
    // section 5.5: senders without the length field send 128 octets; a good checksum confirms it
    return hasStructure(body, LEAST_QUOTE) ? LEAST_QUOTE : body.length;
  }

  private static boolean hasStructure(byte[] body, int at) {
    return body.length >= at + HEADER + OBJECT
        && (body[at] & 0xff) >>> 4 == VERSION
        && (body[at + 2] | body[at + 3]) != 0
        && new InternetChecksum().add(body, at, body.length).value() == 0;
  }

  /** The octets of the objects after the quoted packet. */
  static byte[] objects(byte[] body, int from) {
    return body.length - from < HEADER || (body[from] & 0xff) >>> 4 != VERSION
        ? new byte[0]
        : Arrays.copyOfRange(body, from + HEADER, body.length);
  }

  /** The address family of an address. */
  static int family(Address address) {
    return address instanceof Address.Ipv4 ? IPV4 : address instanceof Address.Mac ? MAC : IPV6;
  }

  /**
   * The padded quoted packet and the objects after it.
   *
   * @param unit the packet is padded to a multiple of this number of octets; 0 without a quoted
   *     packet
   */
  static byte[] encode(byte[] quoted, int unit, List<? extends IcmpExtension> extensions) {
    int from = unit == 0 ? 0 : Math.max(LEAST_QUOTE, (quoted.length + unit - 1) / unit * unit);
    byte[] objects = ALL.encode(extensions);
    byte[] body = Arrays.copyOf(quoted, from + HEADER + objects.length);
    body[from] = VERSION << 4;
    System.arraycopy(objects, 0, body, from + HEADER, objects.length);
    int sum = new InternetChecksum().add(body, from, body.length).value();
    body[from + 2] = (byte) (sum >>> 8);
    body[from + 3] = (byte) sum;
    return body;
  }
}
