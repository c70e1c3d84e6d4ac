package org.jpacker.proto.tcpudp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jpacker.api.Address;
import org.jpacker.api.contents.OctetReader;
import org.jpacker.api.contents.OctetWriter;

/**
 * Decodes and encodes the parameters of chunks, and the causes of errors, which have the same form.
 */
final class SctpParameters {
  private static final int HEAD = 4;
  private static final String NAME = "sctp.parameter";

  private SctpParameters() {}

  /** Reads contents after a type and a length. */
  private interface Known<T> {
    T read(int type, OctetReader in);
  }

  static List<SctpParameter> decode(OctetReader in) {
    return decode(
        in,
        SctpParameters::known,
        SctpParameters::contents,
        (type, octets) -> new SctpParameter.Unknown(type, octets.rest()));
  }

  static List<SctpCause> decodeCauses(OctetReader in) {
    return decode(
        in,
        SctpParameters::knownCause,
        SctpParameters::contents,
        (code, octets) -> new SctpCause.Unknown(code, octets.rest()));
  }

  private static <T> List<T> decode(
      OctetReader in, Known<T> known, Function<T, byte[]> contents, Known<T> unknown) {
    List<T> list = new ArrayList<>();
    while (in.hasMore()) {
      int type = in.u16();
      int length = in.u16();
      byte[] value = in.take(length - HEAD).octets();
      in.take(Math.min(in.left(), -length & 3));
      T item = known.read(type, new OctetReader(value));
      boolean isWhole = item != null && Arrays.equals(contents.apply(item), value);
      list.add(isWhole ? item : unknown.read(type, new OctetReader(value)));
    }
    return list;
  }

  private static SctpParameter known(int type, OctetReader in) {
    return switch (type) {
      case 5 -> new SctpParameter.Host(in.ipv4());
      case 6 -> new SctpParameter.Host(in.ipv6());
      case 11 -> new SctpParameter.HostName(in.rest().text(StandardCharsets.ISO_8859_1));
      case 1, 7, 8, 0x8002, 0x8005 -> new SctpParameter.Opaque(type, in.rest());
      case 9 -> new SctpParameter.CookiePreservative(in.u32());
      case 12 -> new SctpParameter.SupportedAddresses(numbers(in));
      case 13 -> new SctpParameter.OutgoingReset(in.u32(), in.u32(), in.u32(), numbers(in));
      case 14 -> new SctpParameter.IncomingReset(in.u32(), numbers(in));
      case 15 -> new SctpParameter.TsnReset(in.u32());
      case 16 -> {
        long response = in.u32();
        long result = in.u32();
        List<Long> next = in.hasMore() ? List.of(in.u32(), in.u32()) : List.of();
        yield new SctpParameter.ResetResponse(response, result, next);
      }
      case 17, 18 -> new SctpParameter.AddStreams(type, in.u32(), in.u16());
      case 0x8000, 0xc000 -> new SctpParameter.Capability(type);
      case 0x8003, 0x8008 -> {
        List<Integer> chunks = new ArrayList<>();
        while (in.hasMore()) {
          chunks.add(in.u8());
        }
        yield new SctpParameter.Chunks(type, chunks);
      }
      case 0x8004 -> new SctpParameter.Algorithms(numbers(in));
      case 0xc001, 0xc002, 0xc004 -> {
        long correlation = in.u32();
        int inner = in.u16();
        in.u16();
        Address address = inner == 5 ? in.ipv4() : in.ipv6();
        yield new SctpParameter.AddressChange(type, correlation, address);
      }
      case 0xc003 -> new SctpParameter.ErrorIndication(in.u32(), decodeCauses(in));
      case 0xc005 -> new SctpParameter.SuccessIndication(in.u32());
      case 0xc006 -> new SctpParameter.AdaptationIndication(in.u32());
      default -> null;
    };
  }

  private static SctpCause knownCause(int code, OctetReader in) {
    return switch (code) {
      case 1 -> new SctpCause.InvalidStream(in.u16());
      case 2 -> {
        in.u32();
        yield new SctpCause.MissingParameters(numbers(in));
      }
      case 3 -> new SctpCause.StaleCookie(in.u32());
      case 4, 7, 10 -> new SctpCause.Plain(code);
      case 5, 6, 8, 11, 160, 161, 162, 163, 164 -> new SctpCause.Refused(code, in.rest());
      case 9 -> new SctpCause.NoUserData(in.u32());
      case 12, 13 -> new SctpCause.Said(code, in.rest());
      case 0x105 -> new SctpCause.UnsupportedAlgorithm(in.u16());
      default -> null;
    };
  }

  private static List<Integer> numbers(OctetReader in) {
    List<Integer> numbers = new ArrayList<>();
    while (in.hasMore()) {
      numbers.add(in.u16());
    }
    return numbers;
  }

  static void encode(OctetWriter out, List<? extends SctpParameter> parameters) {
    for (int i = 0; i < parameters.size(); i++) {
      SctpParameter parameter = parameters.get(i);
      put(out, parameter.type(), contents(parameter), i == parameters.size() - 1);
    }
  }

  static void encodeCauses(OctetWriter out, List<? extends SctpCause> causes) {
    for (int i = 0; i < causes.size(); i++) {
      put(out, causes.get(i).code(), contents(causes.get(i)), i == causes.size() - 1);
    }
  }

  /** Padding follows each one except the last, which its container pads. */
  private static void put(OctetWriter out, int type, byte[] contents, boolean isLast) {
    out.u16(type).u16(HEAD + contents.length).octets(contents);
    out.zeros(isLast ? 0 : -contents.length & 3);
  }

  private static byte[] contents(SctpParameter parameter) {
    OctetWriter out = new OctetWriter(NAME);
    if (parameter instanceof SctpParameter.Host host) {
      out.address(host.address());
    } else if (parameter instanceof SctpParameter.HostName host) {
      out.text(host.name(), StandardCharsets.ISO_8859_1);
    } else if (parameter instanceof SctpParameter.Opaque opaque) {
      out.octets(opaque.octets());
    } else if (parameter instanceof SctpParameter.CookiePreservative preservative) {
      out.u32(preservative.milliseconds());
    } else if (parameter instanceof SctpParameter.SupportedAddresses supported) {
      supported.types().forEach(out::u16);
    } else if (parameter instanceof SctpParameter.OutgoingReset reset) {
      out.u32(reset.request()).u32(reset.response()).u32(reset.lastTsn());
      reset.streams().forEach(out::u16);
    } else if (parameter instanceof SctpParameter.IncomingReset reset) {
      out.u32(reset.request());
      reset.streams().forEach(out::u16);
    } else if (parameter instanceof SctpParameter.TsnReset reset) {
      out.u32(reset.request());
    } else if (parameter instanceof SctpParameter.ResetResponse response) {
      out.u32(response.response()).u32(response.result());
      response.nextTsns().forEach(out::u32);
    } else if (parameter instanceof SctpParameter.AddStreams more) {
      out.u32(more.request()).u16(more.count()).u16(0);
    } else if (parameter instanceof SctpParameter.Chunks chunks) {
      chunks.chunks().forEach(out::u8);
    } else if (parameter instanceof SctpParameter.Algorithms algorithms) {
      algorithms.identifiers().forEach(out::u16);
    } else if (parameter instanceof SctpParameter.AddressChange change) {
      out.u32(change.correlation());
      SctpParameter.Host host = new SctpParameter.Host(change.address());
      put(out, host.type(), contents(host), true);
    } else if (parameter instanceof SctpParameter.ErrorIndication error) {
      out.u32(error.correlation());
      encodeCauses(out, error.causes());
    } else if (parameter instanceof SctpParameter.SuccessIndication success) {
      out.u32(success.correlation());
    } else if (parameter instanceof SctpParameter.AdaptationIndication adaptation) {
      out.u32(adaptation.code());
    } else if (parameter instanceof SctpParameter.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }

  private static byte[] contents(SctpCause cause) {
    OctetWriter out = new OctetWriter("sctp.cause");
    if (cause instanceof SctpCause.InvalidStream invalid) {
      out.u16(invalid.stream()).u16(0);
    } else if (cause instanceof SctpCause.MissingParameters missing) {
      out.u32(missing.types().size());
      missing.types().forEach(out::u16);
    } else if (cause instanceof SctpCause.StaleCookie stale) {
      out.u32(stale.microseconds());
    } else if (cause instanceof SctpCause.NoUserData none) {
      out.u32(none.tsn());
    } else if (cause instanceof SctpCause.Refused refused) {
      out.octets(refused.octets());
    } else if (cause instanceof SctpCause.Said said) {
      out.octets(said.octets());
    } else if (cause instanceof SctpCause.UnsupportedAlgorithm unsupported) {
      out.u16(unsupported.identifier());
    } else if (cause instanceof SctpCause.Unknown unknown) {
      out.octets(unknown.octets());
    }
    return out.octets();
  }
}
