package org.jpacker.proto.ethernet;

import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Decodes and encodes what LLDP tells. */
final class LldpTlvs {
  private static final int LONGEST = 511;

  private LldpTlvs() {}

  static List<LldpTlv> decode(byte[] octets) {
    List<LldpTlv> tlvs = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int left = octets.length - at - 2;
      int length = left < 0 ? 0 : (octets[at] & 1) << 8 | octets[at + 1] & 0xff;
      if (left < length) {
        tlvs.add(
            new LldpTlv.Truncated(
                new LldpTlv.Value(Arrays.copyOfRange(octets, at, octets.length)),
                left < 0 ? "no length" : "length " + length + ", " + left + " octets are left"));
        break;
      }
      int type = (octets[at] & 0xff) >>> 1;
      byte[] value = Arrays.copyOfRange(octets, at + 2, at + 2 + length);
      tlvs.add(tlv(type, value));
      at += 2 + length;
      if (type == 0) {
        break;
      }
    }
    return List.copyOf(tlvs);
  }

  private static LldpTlv tlv(int type, byte[] value) {
    try {
      LldpTlv tlv = known(type, ByteBuffer.wrap(value));
      if (tlv != null && Arrays.equals(value(tlv), value)) {
        return tlv;
      }
    } catch (BufferUnderflowException e) {
      // shorter than its type demands
    }
    return new LldpTlv.Unknown(type, new LldpTlv.Value(value));
  }

  private static LldpTlv known(int type, ByteBuffer in) {
    return switch (type) {
      case 0 -> new LldpTlv.End();
      case 1 -> new LldpTlv.ChassisId(in.get() & 0xff, rest(in));
      case 2 -> new LldpTlv.PortId(in.get() & 0xff, rest(in));
      case 3 -> new LldpTlv.TimeToLive(in.getShort() & 0xffff);
      case 4 -> new LldpTlv.PortDescription(text(in));
      case 5 -> new LldpTlv.SystemName(text(in));
      case 6 -> new LldpTlv.SystemDescription(text(in));
      case 7 -> new LldpTlv.Capabilities(in.getShort() & 0xffff, in.getShort() & 0xffff);
      case 8 -> management(in);
      case 127 ->
          new LldpTlv.Organizational(
              (in.get() & 0xff) << 16 | in.getShort() & 0xffff, in.get() & 0xff, rest(in));
      default -> null;
    };
  }

  private static LldpTlv management(ByteBuffer in) {
    int length = in.get() & 0xff;
    int family = in.get() & 0xff;
    LldpTlv.Value address = take(in, length - 1);
    int kind = in.get() & 0xff;
    long number = in.getInt() & 0xffffffffL;
    return new LldpTlv.ManagementAddress(family, address, kind, number, take(in, in.get() & 0xff));
  }

  private static LldpTlv.Value take(ByteBuffer in, int n) {
    if (n < 0 || n > in.remaining()) {
      throw new BufferUnderflowException();
    }
    byte[] octets = new byte[n];
    in.get(octets);
    return new LldpTlv.Value(octets);
  }

  private static LldpTlv.Value rest(ByteBuffer in) {
    return take(in, in.remaining());
  }

  private static String text(ByteBuffer in) {
    return new String(rest(in).octets(), StandardCharsets.UTF_8);
  }

  static byte[] encode(List<? extends LldpTlv> tlvs) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (LldpTlv tlv : tlvs) {
      byte[] value = value(tlv);
      if (!(tlv instanceof LldpTlv.Truncated)) {
        if (value.length > LONGEST || tlv.type() > 127) {
          throw new IllegalArgumentException("lldp.tlv: " + tlv + " does not fit");
        }
        out.write(tlv.type() << 1 | value.length >>> 8);
        out.write(value.length);
      }
      out.writeBytes(value);
    }
    return out.toByteArray();
  }

  private static byte[] value(LldpTlv tlv) {
    ByteBuffer out = ByteBuffer.allocate(2 * LONGEST);
    if (tlv instanceof LldpTlv.ChassisId id) {
      out.put((byte) id.subtype());
      return with(out, id.id().octets());
    } else if (tlv instanceof LldpTlv.PortId id) {
      out.put((byte) id.subtype());
      return with(out, id.id().octets());
    } else if (tlv instanceof LldpTlv.TimeToLive time) {
      out.putShort((short) time.seconds());
    } else if (tlv instanceof LldpTlv.PortDescription words) {
      return words.text().getBytes(StandardCharsets.UTF_8);
    } else if (tlv instanceof LldpTlv.SystemName words) {
      return words.text().getBytes(StandardCharsets.UTF_8);
    } else if (tlv instanceof LldpTlv.SystemDescription words) {
      return words.text().getBytes(StandardCharsets.UTF_8);
    } else if (tlv instanceof LldpTlv.Capabilities can) {
      out.putShort((short) can.available()).putShort((short) can.enabled());
    } else if (tlv instanceof LldpTlv.ManagementAddress m) {
      out.put((byte) (m.address().octets().length + 1)).put((byte) m.family());
      with(out, m.address().octets());
      out.put((byte) m.interfaceKind()).putInt((int) m.interfaceNumber());
      out.put((byte) m.objectId().octets().length);
      return with(out, m.objectId().octets());
    } else if (tlv instanceof LldpTlv.Organizational o) {
      out.put((byte) (o.oui() >>> 16)).putShort((short) o.oui()).put((byte) o.subtype());
      return with(out, o.value().octets());
    } else if (tlv instanceof LldpTlv.Unknown unknown) {
      return unknown.value().octets();
    } else if (tlv instanceof LldpTlv.Truncated truncated) {
      return truncated.octets().octets();
    }
    return Arrays.copyOf(out.array(), out.position());
  }

  /** What is in {@code out} with {@code octets} behind it. */
  private static byte[] with(ByteBuffer out, byte[] octets) {
    if (octets.length > out.remaining()) {
      throw new IllegalArgumentException("lldp.tlv.len: " + octets.length + " octets do not fit");
    }
    out.put(octets);
    return Arrays.copyOf(out.array(), out.position());
  }
}
