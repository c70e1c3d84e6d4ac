package org.jpacker.proto.ip;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.ValueNames;

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
        options.add(
            new Ipv6Option.Truncated(Arrays.copyOfRange(octets, at, octets.length), reason));
        break;
      }
      options.add(option(type, Arrays.copyOfRange(octets, at + 2, at + 2 + length)));
      at += 2 + length;
    }
    return List.copyOf(options);
  }

  private static Ipv6Option option(int type, byte[] contents) {
    if (type == 1 && Arrays.equals(contents, new byte[contents.length])) {
      return new Ipv6Option.PadN(contents.length);
    }
    if (type == 5 && contents.length == 2) {
      return new Ipv6Option.RouterAlert((contents[0] & 0xff) << 8 | contents[1] & 0xff);
    }
    if (type == 0xc2 && contents.length == 4) {
      return new Ipv6Option.JumboPayload(
          (contents[0] & 0xffL) << 24
              | (contents[1] & 0xff) << 16
              | (contents[2] & 0xff) << 8
              | contents[3] & 0xff);
    }
    return new Ipv6Option.Unknown(type, contents);
  }

  static byte[] encode(List<? extends Ipv6Option> options) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
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
    return out.toByteArray();
  }

  private static void append(ByteArrayOutputStream out, Ipv6Option option) {
    if (option instanceof Ipv6Option.Truncated truncated) {
      out.writeBytes(truncated.octets());
      return;
    }
    out.write(option.type());
    if (option instanceof Ipv6Option.PadN pad) {
      out.write(pad.octets());
      out.writeBytes(new byte[pad.octets()]);
    } else if (option instanceof Ipv6Option.RouterAlert alert) {
      out.write(2);
      out.write(alert.value() >>> 8);
      out.write(alert.value());
    } else if (option instanceof Ipv6Option.JumboPayload jumbo) {
      out.write(4);
      for (int shift = 24; shift >= 0; shift -= 8) {
        out.write((int) (jumbo.length() >>> shift));
      }
    } else if (option instanceof Ipv6Option.Unknown unknown) {
      out.write(unknown.octets().length);
      out.writeBytes(unknown.octets());
    }
  }
}
