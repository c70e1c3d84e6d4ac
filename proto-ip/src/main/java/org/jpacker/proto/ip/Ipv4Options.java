package org.jpacker.proto.ip;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.Address;

/** Decodes and encodes the options of IPv4. */
final class Ipv4Options {
  private static final int MOST = 40;

  private Ipv4Options() {}

  static List<Ipv4Option> decode(byte[] octets) {
    List<Ipv4Option> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int type = octets[at] & 0xff;
      if (type == 0) {
        options.add(new Ipv4Option.End());
        break; // what follows is padding
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
        options.add(
            new Ipv4Option.Truncated(Arrays.copyOfRange(octets, at, octets.length), reason));
        break;
      }
      options.add(option(type, Arrays.copyOfRange(octets, at + 2, at + length)));
      at += length;
    }
    return List.copyOf(options);
  }

  private static Ipv4Option option(int type, byte[] contents) {
    boolean isRoute =
        type == Ipv4Option.Route.RECORD
            || type == Ipv4Option.Route.LOOSE
            || type == Ipv4Option.Route.STRICT;
    if (isRoute && contents.length % 4 == 1) {
      List<Address.Ipv4> addresses = new ArrayList<>();
      for (int at = 1; at < contents.length; at += 4) {
        addresses.add(Address.Ipv4.of(Arrays.copyOfRange(contents, at, at + 4)));
      }
      return new Ipv4Option.Route(type, contents[0] & 0xff, addresses);
    }
    if (type == 148 && contents.length == 2) {
      return new Ipv4Option.RouterAlert((contents[0] & 0xff) << 8 | contents[1] & 0xff);
    }
    return new Ipv4Option.Unknown(type, contents);
  }

  static byte[] encode(List<? extends Ipv4Option> options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (Ipv4Option option : options) {
      if (option instanceof Ipv4Option.Truncated truncated) {
        out.writeBytes(truncated.octets());
        continue;
      }
      out.write(option.type());
      if (option instanceof Ipv4Option.Route route) {
        out.write(3 + 4 * route.addresses().size());
        out.write(route.pointer());
        route.addresses().forEach(address -> out.writeBytes(address.toBytes()));
      } else if (option instanceof Ipv4Option.RouterAlert alert) {
        out.write(4);
        out.write(alert.value() >>> 8);
        out.write(alert.value());
      } else if (option instanceof Ipv4Option.Unknown unknown) {
        out.write(2 + unknown.octets().length);
        out.writeBytes(unknown.octets());
      }
    }
    if (out.size() > MOST) {
      throw new IllegalArgumentException(
          "ip.options: " + out.size() + " octets do not fit into " + MOST);
    }
    return Arrays.copyOf(out.toByteArray(), out.size() + 3 & ~3);
  }
}
