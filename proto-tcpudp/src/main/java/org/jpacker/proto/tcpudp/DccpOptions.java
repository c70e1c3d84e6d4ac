package org.jpacker.proto.tcpudp;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;
import org.jpacker.api.contents.RecordFields;

/** Decodes and encodes the options of DCCP, and makes fields of them. */
final class DccpOptions {
  /** From this type on, options have a length. */
  private static final int LONG = 32;

  private static final int MOST = 1008;

  private static final RecordFields<Dccp, DccpOption> OPTIONS =
      RecordFields.of("dccp.", Dccp.class, Dccp::options);

  private static final List<Field> FIELDS =
      List.of(
          ComputedField.list("dccp.option", Dccp.class, Dccp::options),
          OPTIONS.each("option_type", DccpOption.class, DccpOption::type),
          OPTIONS.each("feature_number", DccpOption.Feature.class, DccpOption.Feature::feature),
          OPTIONS.each("init_cookie", DccpOption.InitCookie.class, DccpOption.InitCookie::cookie),
          OPTIONS.each("ndp_count", DccpOption.NdpCount.class, DccpOption.NdpCount::count),
          OPTIONS.each("data_dropped", DccpOption.DataDropped.class, DccpOption.DataDropped::runs),
          OPTIONS.each("timestamp", DccpOption.Timestamp.class, DccpOption.Timestamp::time),
          OPTIONS.each(
              "timestamp_echo", DccpOption.TimestampEcho.class, DccpOption.TimestampEcho::time),
          OPTIONS.each(
              "elapsed_time", DccpOption.ElapsedTime.class, DccpOption.ElapsedTime::elapsed),
          OPTIONS
              .each("checksum_data", DccpOption.DataChecksum.class, DccpOption.DataChecksum::crc)
              .hex(8));

  private DccpOptions() {}

  /** {@code fields} followed by the fields of the options. */
  static Field[] behind(Field... fields) {
    return Stream.concat(Arrays.stream(fields), FIELDS.stream()).toArray(Field[]::new);
  }

  static List<DccpOption> decode(byte[] octets) {
    List<DccpOption> options = new ArrayList<>();
    int at = 0;
    while (at < octets.length) {
      int type = octets[at] & 0xff;
      if (type < LONG) {
        options.add(new DccpOption.Single(type));
        at++;
        continue;
      }
      int left = octets.length - at;
      int length = left < 2 ? 0 : octets[at + 1] & 0xff;
      if (length < 2 || length > left) {
        String reason =
            left < 2 ? "no length" : "length " + length + ", " + left + " octets are left";
        byte[] rest = Arrays.copyOfRange(octets, at, octets.length);
        options.add(new DccpOption.Truncated(new OctetString(rest), reason));
        break;
      }
      options.add(option(type, Arrays.copyOfRange(octets, at + 2, at + length)));
      at += length;
    }
    return List.copyOf(options);
  }

  private static DccpOption option(int type, byte[] contents) {
    DccpOption option = known(type, contents.length, new OctetReader(contents));
    boolean isWhole = option != null && Arrays.equals(contents(option), contents);
    return isWhole ? option : new DccpOption.Unknown(type, new OctetString(contents));
  }

  private static DccpOption known(int type, int size, OctetReader in) {
    return switch (type) {
      case 32, 33, 34, 35 -> new DccpOption.Feature(type, in.u8(), in.rest());
      case 36 -> new DccpOption.InitCookie(in.rest());
      case 37 -> size <= 6 ? new DccpOption.NdpCount(number(in, size), size) : null;
      case 38, 39 -> new DccpOption.AckVector(type - 38, in.rest());
      case 40 -> new DccpOption.DataDropped(in.rest());
      case 41 -> new DccpOption.Timestamp(in.u32());
      case 42 ->
          size <= 8
              ? new DccpOption.TimestampEcho(in.u32(), number(in, in.left()), size - 4)
              : null;
      case 43 -> size <= 4 ? new DccpOption.ElapsedTime(number(in, size), size) : null;
      case 44 -> new DccpOption.DataChecksum(in.u32());
      case 192, 194 -> new DccpOption.Rate(type, in.u32());
      default -> null;
    };
  }

  private static long number(OctetReader in, int size) {
    long number = 0;
    for (int i = 0; i < size; i++) {
      number = number << 8 | in.u8();
    }
    return number;
  }

  /** The octets of {@code options}, padded to whole words. */
  static byte[] encode(List<? extends DccpOption> options) {
    OctetWriter out = new OctetWriter("dccp.options");
    for (DccpOption option : options) {
      if (option instanceof DccpOption.Truncated truncated) {
        out.octets(truncated.octets());
      } else if (option instanceof DccpOption.Single) {
        out.u8(option.type());
      } else {
        byte[] contents = contents(option);
        out.u8(option.type()).u8(2 + contents.length).octets(contents);
      }
    }
    if (out.size() > MOST) {
      throw new IllegalArgumentException(
          "dccp.options: " + out.size() + " octets do not fit into " + MOST);
    }
    return out.padTo(4).octets();
  }

  private static byte[] contents(DccpOption option) {
    OctetWriter out = new OctetWriter("dccp.options");
    if (option instanceof DccpOption.Feature feature) {
      out.u8(feature.feature()).octets(feature.values());
    } else if (option instanceof DccpOption.InitCookie cookie) {
      out.octets(cookie.cookie());
    } else if (option instanceof DccpOption.NdpCount count) {
      number(out, count.count(), count.size());
    } else if (option instanceof DccpOption.AckVector vector) {
      out.octets(vector.vector());
    } else if (option instanceof DccpOption.DataDropped dropped) {
      out.octets(dropped.runs());
    } else if (option instanceof DccpOption.Timestamp timestamp) {
      out.u32(timestamp.time());
    } else if (option instanceof DccpOption.TimestampEcho echo) {
      number(out.u32(echo.time()), echo.elapsed(), echo.size());
    } else if (option instanceof DccpOption.ElapsedTime time) {
      number(out, time.elapsed(), time.size());
    } else if (option instanceof DccpOption.DataChecksum checksum) {
      out.u32(checksum.crc());
    } else if (option instanceof DccpOption.Rate rate) {
      out.u32(rate.rate());
    } else if (option instanceof DccpOption.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }

  private static void number(OctetWriter out, long value, int size) {
    for (int i = size - 1; i >= 0; i--) {
      out.u8((int) (value >>> i * 8 & 0xff));
    }
  }
}
