package org.jpacker.proto.ip;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/** Decodes and encodes the options of IPv4. */
final class Ipv4Options {
  private static final int MOST = 40;
  private static final Address.Ipv4 NOBODY = Address.Ipv4.of("0.0.0.0");

  private Ipv4Options() {}

  static List<Ipv4Option> decode(byte[] octets) {
    List<Ipv4Option> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int type = octets[at] & 0xff;
      if (type == 0) {
        options.add(new Ipv4Option.End());
        break; // the rest is padding
      }
      if (type == 1) {
        options.add(new Ipv4Option.Nop());
        at++;
        continue;
      }
      int left = octets.length - at;
      int length = left < 2 ? 0 : octets[at + 1] & 0xff;
      if (length < 2 || length > left) {
        String reason =
            left < 2 ? "no length" : "length " + length + ", " + left + " octets are left";
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        options.add(new Ipv4Option.Truncated(new OctetString(rest), reason));
        break;
      }
      options.add(option(type, Arrays.copyOfRange(octets, at + 2, at + length)));
      at += length;
    }
    return List.copyOf(options);
  }

  private static Ipv4Option option(int type, byte[] contents) {
    Ipv4Option option = known(type, new OctetReader(contents));
    boolean isWhole = option != null && Arrays.equals(contents(option), contents);
    return isWhole ? option : new Ipv4Option.Unknown(type, new OctetString(contents));
  }

  private static Ipv4Option known(int type, OctetReader in) {
    return switch (type) {
      case Ipv4Option.Route.RECORD, Ipv4Option.Route.LOOSE, Ipv4Option.Route.STRICT -> {
        int pointer = in.u8();
        List<Address.Ipv4> addresses = new ArrayList<>();
        while (in.hasMore()) {
          addresses.add(in.ipv4());
        }
        yield new Ipv4Option.Route(type, pointer, addresses);
      }
      case 11, 12 -> new Ipv4Option.Mtu(type, in.u16());
      case 25 -> {
        int first = in.u8();
        yield new Ipv4Option.QuickStart(first >>> 4, first & 0xf, in.u8(), in.u32() >>> 2);
      }
      case 68 -> timestamp(in);
      case 82 -> new Ipv4Option.Traceroute(in.u16(), in.u16(), in.u16(), in.ipv4());
      case 130 -> new Ipv4Option.Security(in.u8(), in.rest());
      case 133 -> new Ipv4Option.ExtendedSecurity(in.u8(), in.rest());
      case 134 -> new Ipv4Option.Cipso(in.u32(), in.rest());
      case 136 -> new Ipv4Option.StreamId(in.u16());
      case 148 -> new Ipv4Option.RouterAlert(in.u16());
      default -> null;
    };
  }

  private static Ipv4Option timestamp(OctetReader in) {
    int pointer = in.u8();
    int bits = in.u8();
    List<Ipv4Option.Timestamp.Entry> entries = new ArrayList<>();
    while (in.hasMore()) {
      Address.Ipv4 address = (bits & 0xf) == 0 ? NOBODY : in.ipv4();
      entries.add(new Ipv4Option.Timestamp.Entry(address, in.u32()));
    }
    return new Ipv4Option.Timestamp(pointer, bits >>> 4, bits & 0xf, entries);
  }

  static byte[] encode(List<? extends Ipv4Option> options) {
    OctetWriter out = new OctetWriter("ip.options");
    for (Ipv4Option option : options) {
      if (option instanceof Ipv4Option.Truncated truncated) {
        out.octets(truncated.octets());
      } else if (option instanceof Ipv4Option.End || option instanceof Ipv4Option.Nop) {
        out.u8(option.type());
      } else {
        byte[] contents = contents(option);
        out.u8(option.type()).u8(2 + contents.length).octets(contents);
      }
    }
    if (out.size() > MOST) {
      throw new IllegalArgumentException(
          "ip.options: " + out.size() + " octets do not fit into " + MOST);
    }
    return out.padTo(4).octets();
  }

  private static byte[] contents(Ipv4Option option) {
    OctetWriter out = new OctetWriter("ip.options");
    if (option instanceof Ipv4Option.Route route) {
      out.u8(route.pointer()).addresses(route.addresses());
    } else if (option instanceof Ipv4Option.Timestamp timestamp) {
      out.u8(timestamp.pointer()).u8(timestamp.overflow() << 4 | timestamp.flag());
      for (Ipv4Option.Timestamp.Entry entry : timestamp.entries()) {
        out.octets(timestamp.flag() == 0 ? new byte[0] : entry.address().toBytes());
        out.u32(entry.time());
      }
    } else if (option instanceof Ipv4Option.RouterAlert alert) {
      out.u16(alert.value());
    } else if (option instanceof Ipv4Option.Security security) {
      out.u8(security.level()).octets(security.authorities());
    } else if (option instanceof Ipv4Option.ExtendedSecurity security) {
      out.u8(security.format()).octets(security.information());
    } else if (option instanceof Ipv4Option.Cipso cipso) {
      out.u32(cipso.domain()).octets(cipso.tags());
    } else if (option instanceof Ipv4Option.StreamId stream) {
      out.u16(stream.id());
    } else if (option instanceof Ipv4Option.Mtu mtu) {
      out.u16(mtu.octets());
    } else if (option instanceof Ipv4Option.Traceroute trace) {
      out.u16(trace.id()).u16(trace.outboundHops()).u16(trace.returnHops());
      out.address(trace.originator());
    } else if (option instanceof Ipv4Option.QuickStart quick) {
      out.u8(quick.function() << 4 | quick.rate()).u8(quick.ttl()).u32(quick.nonce() << 2);
    } else if (option instanceof Ipv4Option.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }
}
