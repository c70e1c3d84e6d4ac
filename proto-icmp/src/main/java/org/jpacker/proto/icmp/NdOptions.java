package org.jpacker.proto.icmp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes the options of neighbour discovery, which come in units of eight octets. */
final class NdOptions {
  private static final int UNIT = 8;
  private static final int MOST_UNITS = 255;
  private static final int MAC = 6;
  private static final int IPV6 = 16;

  private NdOptions() {}

  static List<NdOption> decode(byte[] octets) {
    List<NdOption> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int left = octets.length - at;
      int length = left < 2 ? 0 : (octets[at + 1] & 0xff) * UNIT;
      if (length == 0 || length > left) {
        String reason =
            left < 2 ? "no length" : "length " + length + ", " + left + " octets are left";
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        options.add(new NdOption.Truncated(new OctetString(rest), reason));
        break;
      }
      options.add(option(octets[at] & 0xff, Arrays.copyOfRange(octets, at + 2, at + length)));
      at += length;
    }
    return List.copyOf(options);
  }

  private static NdOption option(int type, byte[] contents) {
    OctetReader in = new OctetReader(contents);
    NdOption option = known(type, in);
    // RFC 4861, section 4.6: receivers ignore reserved bits, which need not be
    // zero
    boolean isWhole =
        option != null && !in.isShort() && padded(contents(option)).length == contents.length;
    return isWhole ? option : new NdOption.Unknown(type, new OctetString(contents));
  }

  private static byte[] padded(byte[] contents) {
    return Arrays.copyOf(contents, (2 + contents.length + UNIT - 1) / UNIT * UNIT - 2);
  }

  private static NdOption known(int type, OctetReader in) {
    return switch (type) {
      case 1 -> in.left() == MAC ? new NdOption.SourceLinkLayer(in.mac()) : null;
      case 2 -> in.left() == MAC ? new NdOption.TargetLinkLayer(in.mac()) : null;
      case 3 -> {
        int length = in.u8();
        int flags = in.u8();
        long valid = in.u32();
        long preferred = in.u32();
        in.u32();
        yield new NdOption.PrefixInformation(
            length,
            (flags & 0x80) != 0,
            (flags & 0x40) != 0,
            (flags & 0x20) != 0,
            valid,
            preferred,
            in.ipv6());
      }
      case 4 -> new NdOption.RedirectedHeader(reserved(in, 6).rest());
      case 5 -> new NdOption.Mtu(reserved(in, 2).u32());
      case 7 -> new NdOption.AdvertisementInterval(reserved(in, 2).u32());
      case 8 -> new NdOption.HomeAgent(reserved(in, 2).u16(), in.u16());
      case 9, 10 -> new NdOption.AddressList(type, addresses(reserved(in, 6)));
      case 12 -> new NdOption.RsaSignature(reserved(in, 2).take(16), in.rest());
      case 13 -> new NdOption.Timestamp(reserved(in, 6).u64());
      case 14 -> new NdOption.Nonce(in.rest());
      case 24 -> new NdOption.RouteInformation(in.u8(), in.u8() >>> 3 & 3, in.u32(), in.rest());
      case 25 -> new NdOption.NameServers(reserved(in, 2).u32(), addresses(in));
      case 26 -> new NdOption.MoreFlags(in.u48());
      case 31 -> new NdOption.SearchList(reserved(in, 2).u32(), domains(in));
      case 33 -> {
        int status = in.u8();
        yield new NdOption.AddressRegistration(status, reserved(in, 3).u16(), in.u64());
      }
      case 34 -> {
        int length = in.u8();
        int flags = in.u8();
        yield new NdOption.Context(length, flags, reserved(in, 2).u16(), in.rest());
      }
      case 35 -> {
        int low = in.u16();
        yield new NdOption.BorderRouter((long) in.u16() << 16 | low, in.u16(), in.ipv6());
      }
      case 37 -> new NdOption.CaptivePortal(text(in.rest()));
      case 38 -> {
        int bits = in.u16();
        yield new NdOption.Nat64Prefix(bits >>> 3, bits & 7, in.rest());
      }
      default -> null;
    };
  }

  private static OctetReader reserved(OctetReader in, int octets) {
    in.take(octets);
    return in;
  }

  private static List<Address.Ipv6> addresses(OctetReader in) {
    List<Address.Ipv6> addresses = new ArrayList<>();
    while (in.left() >= IPV6) {
      addresses.add(in.ipv6());
    }
    return addresses;
  }

  /** RFC 1035, section 3.1: labels with a length each, an empty one is the last. */
  private static List<String> domains(OctetReader in) {
    List<String> domains = new ArrayList<>();
    StringBuilder domain = new StringBuilder();
    while (in.hasMore()) {
      int length = in.u8();
      if (length > 0) {
        domain.append(domain.isEmpty() ? "" : ".").append(text(in.take(length)));
      } else if (!domain.isEmpty()) {
        domains.add(domain.toString());
        domain.setLength(0);
      }
    }
    return domains;
  }

  /** The text without padding zeros. */
  private static String text(OctetString octets) {
    String text = octets.text(StandardCharsets.ISO_8859_1);
    int end = text.indexOf('\0');
    return end < 0 ? text : text.substring(0, end);
  }

  static byte[] encode(List<? extends NdOption> options) {
    OctetWriter out = new OctetWriter("icmpv6.opt");
    for (NdOption option : options) {
      if (option instanceof NdOption.Truncated truncated) {
        out.octets(truncated.octets());
        continue;
      }
      byte[] contents = padded(contents(option));
      int units = (2 + contents.length) / UNIT;
      if (units > MOST_UNITS) {
        throw new IllegalArgumentException(
            "icmpv6.opt: " + contents.length + " octets do not fit into one option");
      }
      out.u8(option.type()).u8(units).octets(contents);
    }
    return out.octets();
  }

  private static byte[] contents(NdOption option) {
    OctetWriter out = new OctetWriter("icmpv6.opt");
    if (option instanceof NdOption.SourceLinkLayer source) {
      out.address(source.address());
    } else if (option instanceof NdOption.TargetLinkLayer target) {
      out.address(target.address());
    } else if (option instanceof NdOption.PrefixInformation prefix) {
      out.u8(prefix.length());
      out.u8(
          (prefix.onLink() ? 0x80 : 0)
              | (prefix.autonomous() ? 0x40 : 0)
              | (prefix.routerAddress() ? 0x20 : 0));
      out.u32(prefix.valid()).u32(prefix.preferred()).u32(0).address(prefix.prefix());
    } else if (option instanceof NdOption.RedirectedHeader redirected) {
      out.zeros(6).octets(redirected.packet());
    } else if (option instanceof NdOption.Mtu mtu) {
      out.u16(0).u32(mtu.octets());
    } else if (option instanceof NdOption.AdvertisementInterval interval) {
      out.u16(0).u32(interval.milliseconds());
    } else if (option instanceof NdOption.HomeAgent agent) {
      out.u16(0).u16(agent.preference()).u16(agent.lifetime());
    } else if (option instanceof NdOption.AddressList list) {
      out.zeros(6).addresses(list.addresses());
    } else if (option instanceof NdOption.RsaSignature rsa) {
      out.u16(0).octets(rsa.keyHash()).octets(rsa.signature());
    } else if (option instanceof NdOption.Timestamp timestamp) {
      out.zeros(6).u64(timestamp.time());
    } else if (option instanceof NdOption.Nonce nonce) {
      out.octets(nonce.nonce());
    } else if (option instanceof NdOption.RouteInformation route) {
      out.u8(route.length()).u8(route.preference() << 3).u32(route.lifetime());
      out.octets(route.prefix());
    } else if (option instanceof NdOption.NameServers servers) {
      out.u16(0).u32(servers.lifetime()).addresses(servers.addresses());
    } else if (option instanceof NdOption.MoreFlags flags) {
      out.u48(flags.bits());
    } else if (option instanceof NdOption.SearchList search) {
      out.u16(0).u32(search.lifetime());
      search.domains().forEach(domain -> domain(out, domain));
    } else if (option instanceof NdOption.AddressRegistration registration) {
      out.u8(registration.status()).u24(0).u16(registration.lifetime());
      out.u64(registration.eui64());
    } else if (option instanceof NdOption.Context context) {
      out.u8(context.length()).u8(context.flags()).u16(0).u16(context.lifetime());
      out.octets(context.prefix());
    } else if (option instanceof NdOption.BorderRouter router) {
      out.u16((int) (router.version() & 0xffff)).u16((int) (router.version() >>> 16));
      out.u16(router.lifetime()).address(router.address());
    } else if (option instanceof NdOption.CaptivePortal portal) {
      out.text(portal.uri(), StandardCharsets.ISO_8859_1);
    } else if (option instanceof NdOption.Nat64Prefix prefix) {
      out.u16(prefix.lifetime() << 3 | prefix.lengthCode()).octets(prefix.prefix());
    } else if (option instanceof NdOption.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }

  private static void domain(OctetWriter out, String domain) {
    for (String label : domain.split("\\.")) {
      byte[] octets =
          new OctetWriter("icmpv6.opt").text(label, StandardCharsets.ISO_8859_1).octets();
      out.u8(octets.length).octets(octets);
    }
    out.u8(0);
  }
}
