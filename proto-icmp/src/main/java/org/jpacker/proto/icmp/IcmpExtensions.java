package org.jpacker.proto.icmp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.InternetChecksum;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;
import org.jpacker.proto.icmp.IcmpExtension.Label;
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
  private static final int WORD = 4;

  /**
   * Address families, <a href="https://www.iana.org/assignments/address-family-numbers">IANA</a>.
   */
  private static final int IPV4 = 1;

  private static final int IPV6 = 2;

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

  /** The complete objects after the quoted packet. */
  static List<IcmpExtension> decode(byte[] body, int from) {
    List<IcmpExtension> extensions = new ArrayList<>();
    if (body.length - from < HEADER || (body[from] & 0xff) >>> 4 != VERSION) {
      return List.of();
    }
    OctetReader in = new OctetReader(body, from + HEADER, body.length - from - HEADER);
    while (in.left() >= OBJECT) {
      int length = in.u16();
      int number = in.u8();
      int type = in.u8();
      if (length < OBJECT || length - OBJECT > in.left()) {
        break;
      }
      extensions.add(extension(number, type, in.take(length - OBJECT).octets()));
    }
    return List.copyOf(extensions);
  }

  private static IcmpExtension extension(int number, int type, byte[] octets) {
    IcmpExtension known = known(number, type, new OctetReader(octets));
    boolean isWhole =
        known != null && known.type() == type && Arrays.equals(padded(data(known)), padded(octets));
    return isWhole ? known : new IcmpExtension.Unknown(number, type, new OctetString(octets));
  }

  /** RFC 8335, section 2.1, requires padded names; some senders do not pad. */
  private static byte[] padded(byte[] octets) {
    return Arrays.copyOf(octets, octets.length + WORD - 1 & -WORD);
  }

  private static IcmpExtension known(int number, int type, OctetReader in) {
    if (number == 2) {
      return information(type, in);
    }
    return switch (number << 8 | type) {
      case 0x101 -> stack(in);
      case 0x301 -> new IcmpExtension.InterfaceName(text(in.rest()));
      case 0x302 -> new IcmpExtension.InterfaceIndex(in.u32());
      case 0x303 -> {
        int family = in.u16();
        in.u16();
        yield new IcmpExtension.InterfaceAddress(family == IPV4 ? in.ipv4() : in.ipv6());
      }
      default -> null;
    };
  }

  private static IcmpExtension stack(OctetReader in) {
    List<Label> labels = new ArrayList<>();
    while (in.hasMore()) {
      int entry = (int) in.u32();
      labels.add(new Label(entry >>> 12, entry >>> 9 & 7, (entry >>> 8 & 1) == 1, entry & 0xff));
    }
    return new MplsLabelStack(labels);
  }

  /** RFC 5837, section 4.1: the type states which parts are present, in this order. */
  private static IcmpExtension information(int type, OctetReader in) {
    long index = (type & 8) != 0 ? in.u32() : -1;
    List<Address> addresses = List.of();
    if ((type & 4) != 0) {
      int family = in.u16();
      in.u16();
      addresses = List.of(family == IPV4 ? in.ipv4() : in.ipv6());
    }
    // the length includes its own octet
    String name = (type & 2) != 0 ? text(in.take(in.u8() - 1)) : "";
    long mtu = (type & 1) != 0 ? in.u32() : -1;
    return new IcmpExtension.InterfaceInformation(type >>> 6, index, addresses, name, mtu);
  }

  /** The text without padding zeros. */
  private static String text(OctetString octets) {
    String text = octets.text(StandardCharsets.UTF_8);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  /**
   * The padded quoted packet and the objects after it.
   *
   * @param unit the packet is padded to a multiple of this number of octets; 0 without a quoted
   *     packet
   */
  static byte[] encode(byte[] quoted, int unit, List<? extends IcmpExtension> extensions) {
    int from = unit == 0 ? 0 : Math.max(LEAST_QUOTE, (quoted.length + unit - 1) / unit * unit);
    OctetWriter out = new OctetWriter("icmp.ext");
    out.octets(quoted).zeros(from - quoted.length);
    out.u8(VERSION << 4).u24(0);
    for (IcmpExtension extension : extensions) {
      byte[] data = data(extension);
      out.u16(OBJECT + data.length).u8(extension.number()).u8(extension.type()).octets(data);
    }
    byte[] body = out.octets();
    int sum = new InternetChecksum().add(body, from, body.length).value();
    body[from + 2] = (byte) (sum >>> 8);
    body[from + 3] = (byte) sum;
    return body;
  }

  private static byte[] data(IcmpExtension extension) {
    OctetWriter out = new OctetWriter("icmp.ext");
    if (extension instanceof MplsLabelStack stack) {
      for (Label label : stack.labels()) {
        out.u24(label.label() << 4 | label.exp() << 1 | (label.bottom() ? 1 : 0));
        out.u8(label.ttl());
      }
    } else if (extension instanceof IcmpExtension.InterfaceInformation information) {
      information(out, information);
    } else if (extension instanceof IcmpExtension.InterfaceName name) {
      out.text(name.name(), StandardCharsets.UTF_8).padTo(WORD);
    } else if (extension instanceof IcmpExtension.InterfaceIndex index) {
      out.u32(index.index());
    } else if (extension instanceof IcmpExtension.InterfaceAddress address) {
      byte[] octets = address.address().toBytes();
      out.u16(octets.length == WORD ? IPV4 : IPV6).u8(octets.length).u8(0).octets(octets);
    } else if (extension instanceof IcmpExtension.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }

  private static void information(OctetWriter out, IcmpExtension.InterfaceInformation of) {
    if (of.index() >= 0) {
      out.u32(of.index());
    }
    for (Address address : of.addresses()) {
      out.u16(address instanceof Address.Ipv4 ? IPV4 : IPV6).u16(0).address(address);
    }
    if (!of.name().isEmpty()) {
      byte[] name =
          new OctetWriter("icmp.int_info.name").text(of.name(), StandardCharsets.UTF_8).octets();
      int size = 1 + name.length + WORD - 1 & -WORD;
      out.u8(size).octets(name).zeros(size - 1 - name.length);
    }
    if (of.mtu() >= 0) {
      out.u32(of.mtu());
    }
  }
}
