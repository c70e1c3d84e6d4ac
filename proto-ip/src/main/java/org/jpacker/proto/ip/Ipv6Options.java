package org.jpacker.proto.ip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.OctetString;
import org.jpacker.api.ValueNames;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes the options of hop-by-hop and destination options headers. */
final class Ipv6Options {

  /** Names of {@link Ipv6Option#type}. */
  static final ValueNames TYPES =
      ValueNames.read(() -> Ipv6Options.class.getResourceAsStream("ipv6.opt.type.tsv"));

  /** 256 units of eight octets, without next header and length. */
  private static final int MOST = 2046;

  private Ipv6Options() {}

  static List<Ipv6Option> decode(byte[] octets) {
    List<Ipv6Option> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int type = octets[at] & 0xff;
      if (type == 0) {
        options.add(new Ipv6Option.Pad1());
        at++;
        continue;
      }
      int left = octets.length - at - 2;
      int length = left < 0 ? 0 : octets[at + 1] & 0xff;
      if (length > left) {
        String reason =
            left < 0 ? "no length" : "length " + length + ", " + left + " octets are left";
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        options.add(new Ipv6Option.Truncated(new OctetString(rest), reason));
        break;
      }
      options.add(option(type, Arrays.copyOfRange(octets, at + 2, at + 2 + length)));
      at += 2 + length;
    }
    return List.copyOf(options);
  }

  private static Ipv6Option option(int type, byte[] contents) {
    Ipv6Option option = known(type, new OctetReader(contents));
    boolean isWhole = option != null && Arrays.equals(contents(option), contents);
    return isWhole ? option : new Ipv6Option.Unknown(type, new OctetString(contents));
  }

  private static Ipv6Option known(int type, OctetReader in) {
    return switch (type) {
      case 1 -> new Ipv6Option.PadN(in.left());
      case 4 -> new Ipv6Option.TunnelLimit(in.u8());
      case 5 -> new Ipv6Option.RouterAlert(in.u16());
      case 7 -> {
        long domain = in.u32();
        int words = in.u8();
        yield new Ipv6Option.Calipso(domain, in.u8(), in.u16(), in.take(words * 4));
      }
      case 0x0f -> new Ipv6Option.Metrics(in.u8(), in.u8(), in.u16(), in.u16(), in.u16(), in.u16());
      case 0x26 -> {
        int first = in.u8();
        yield new Ipv6Option.QuickStart(first >>> 4, first & 0xf, in.u8(), in.u32() >>> 2);
      }
      case 0x30 -> {
        int least = in.u16();
        int last = in.u16();
        yield new Ipv6Option.PathMtu(least, last >>> 1, (last & 1) != 0);
      }
      case 0x63, 0x23 -> new Ipv6Option.Rpl(type, in.u8(), in.u8(), in.u16(), in.rest());
      case 0x6d -> new Ipv6Option.Mpl(in.u8(), in.u8(), in.rest());
      case 0x8b -> new Ipv6Option.IlnpNonce(in.rest());
      case 0x8c -> new Ipv6Option.LineId(in.take(in.u8()));
      case 0xc2 -> new Ipv6Option.JumboPayload(in.u32());
      case 0xc9 -> new Ipv6Option.HomeAddress(in.ipv6());
      case 0xee -> new Ipv6Option.DepthFirst(in.u8(), in.u16());
      default -> null;
    };
  }

  static byte[] encode(List<? extends Ipv6Option> options) {
    OctetWriter out = new OctetWriter("IPv6 options");
    for (Ipv6Option option : options) {
      append(out, option);
    }
    int padding = -(out.size() + 2) & 7;
    if (padding == 1) {
      append(out, new Ipv6Option.Pad1());
    } else if (padding > 1) {
      append(out, new Ipv6Option.PadN(padding - 2));
    }
    if (out.size() > MOST) {
      throw new IllegalArgumentException(
          "IPv6 options: " + out.size() + " octets do not fit into " + MOST);
    }
    return out.octets();
  }

  private static void append(OctetWriter out, Ipv6Option option) {
    if (option instanceof Ipv6Option.Truncated truncated) {
      out.octets(truncated.octets());
    } else if (option instanceof Ipv6Option.Pad1) {
      out.u8(0);
    } else {
      byte[] contents = contents(option);
      out.u8(option.type()).u8(contents.length).octets(contents);
    }
  }

  private static byte[] contents(Ipv6Option option) {
    OctetWriter out = new OctetWriter("IPv6 options");
    if (option instanceof Ipv6Option.PadN pad) {
      out.zeros(pad.octets());
    } else if (option instanceof Ipv6Option.TunnelLimit limit) {
      out.u8(limit.limit());
    } else if (option instanceof Ipv6Option.RouterAlert alert) {
      out.u16(alert.value());
    } else if (option instanceof Ipv6Option.Calipso calipso) {
      out.u32(calipso.domain()).u8(calipso.compartments().size() / 4);
      out.u8(calipso.level()).u16(calipso.checksum()).octets(calipso.compartments());
    } else if (option instanceof Ipv6Option.Metrics m) {
      out.u8(m.scaleReceived()).u8(m.scaleSent()).u16(m.packet()).u16(m.lastReceived());
      out.u16(m.deltaReceived()).u16(m.deltaSent());
    } else if (option instanceof Ipv6Option.QuickStart quick) {
      out.u8(quick.function() << 4 | quick.rate()).u8(quick.ttl()).u32(quick.nonce() << 2);
    } else if (option instanceof Ipv6Option.PathMtu mtu) {
      out.u16(mtu.least()).u16(mtu.returned() << 1 | (mtu.wantsAnswer() ? 1 : 0));
    } else if (option instanceof Ipv6Option.Rpl rpl) {
      out.u8(rpl.flags()).u8(rpl.instance()).u16(rpl.rank()).octets(rpl.subTlvs());
    } else if (option instanceof Ipv6Option.Mpl mpl) {
      out.u8(mpl.flags()).u8(mpl.sequence()).octets(mpl.seed());
    } else if (option instanceof Ipv6Option.IlnpNonce nonce) {
      out.octets(nonce.nonce());
    } else if (option instanceof Ipv6Option.LineId line) {
      out.u8(line.id().size()).octets(line.id());
    } else if (option instanceof Ipv6Option.JumboPayload jumbo) {
      out.u32(jumbo.length());
    } else if (option instanceof Ipv6Option.HomeAddress home) {
      out.address(home.address());
    } else if (option instanceof Ipv6Option.DepthFirst forwarding) {
      out.u8(forwarding.flags()).u16(forwarding.sequence());
    } else if (option instanceof Ipv6Option.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }
}
