package org.jpacker.proto.tcpudp;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;
import org.jpacker.api.contents.Leaf;
import org.jpacker.api.contents.Parts;
import org.jpacker.api.contents.Shaped;
import org.jpacker.api.contents.Told;

/**
 * A parameter of a chunk, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.2.1">RFC 9260,
 * section 3.2.1</a>.
 */
public sealed interface SctpParameter extends Shaped {

  /** The type, 16 bits; the two highest ones tell receivers how to treat an unknown parameter. */
  default int type() {
    return (int) SctpParameters.ALL.number(this);
  }

  @Override
  default void tell(Told out) {
    out.hex(4).add("sctp.parameter_type", type());
  }

  /** A parameter of another module, see {@link Sctp#PARAMETER_TYPES}. */
  non-sealed interface Added extends SctpParameter {}

  /**
   * An address of the sender.
   *
   * @param address IPv4 or IPv6
   */
  record Host(Address address) implements SctpParameter {
    @Override
    public Host parts(Parts in) {
      boolean isIpv6 = in.type(address instanceof Address.Ipv6 ? 6 : 5) == 6;
      return new Host(SctpParameters.address(in, isIpv6, address));
    }
  }

  /**
   * A host name; deprecated.
   *
   * @param name the name
   */
  record HostName(String name) implements SctpParameter {
    @Override
    public HostName parts(Parts in) {
      return new HostName(in.text("sctp.parameter_hostname", StandardCharsets.ISO_8859_1, name));
    }
  }

  /**
   * Octets that only their originator interprets.
   *
   * @param octets the value
   * @param type 1 for a heartbeat, 7 for a state cookie, 8 for a parameter that was not recognised,
   *     0x8002 for a random number, 0x8005 for padding
   */
  record Opaque(int type, OctetString octets) implements SctpParameter {
    @Override
    public Opaque parts(Parts in) {
      int type = in.type(this.type);
      return new Opaque(type, in.rest(nameOf(type), octets));
    }

    private static String nameOf(int type) {
      return switch (type) {
        case 1 -> "sctp.parameter_heartbeat_information";
        case 7 -> "sctp.parameter_state_cookie";
        case 0x8002 -> "sctp.random_number";
        default -> "octets";
      };
    }
  }

  /**
   * Request for a longer cookie lifetime.
   *
   * @param milliseconds suggested increment
   */
  record CookiePreservative(long milliseconds) implements SctpParameter {
    @Override
    public CookiePreservative parts(Parts in) {
      return new CookiePreservative(
          in.u32("sctp.parameter_cookie_preservative_incr", milliseconds));
    }
  }

  /**
   * Address types that the sender supports.
   *
   * @param types parameter types of addresses
   */
  record SupportedAddresses(List<Integer> types) implements SctpParameter {
    @Override
    public SupportedAddresses parts(Parts in) {
      return new SupportedAddresses(
          in.values("sctp.parameter_supported_address_type", Leaf.U16, types));
    }

    /** Copies the types. */
    public SupportedAddresses {
      types = List.copyOf(types);
    }
  }

  /**
   * Types of chunks.
   *
   * @param chunks the types
   * @param type 0x8003 for those to be authenticated (<a
   *     href="https://www.rfc-editor.org/rfc/rfc4895#section-3.2">RFC 4895</a>), 0x8008 for
   *     extensions that the sender knows (<a
   *     href="https://www.rfc-editor.org/rfc/rfc5061#section-4.2.7">RFC 5061</a>)
   */
  record Chunks(int type, List<Integer> chunks) implements SctpParameter {
    @Override
    public Chunks parts(Parts in) {
      int type = in.type(this.type);
      return new Chunks(
          type,
          in.values(
              type == 0x8003 ? "sctp.chunk_type_to_auth" : "sctp.supported_chunk_type",
              Leaf.U8,
              chunks));
    }

    /** Copies the types. */
    public Chunks {
      chunks = List.copyOf(chunks);
    }
  }

  /**
   * Authentication algorithms.
   *
   * @param identifiers the preferred first
   */
  record Algorithms(List<Integer> identifiers) implements SctpParameter {
    @Override
    public Algorithms parts(Parts in) {
      return new Algorithms(in.values("identifiers", Leaf.U16, identifiers));
    }

    /** Copies the identifiers. */
    public Algorithms {
      identifiers = List.copyOf(identifiers);
    }
  }

  /**
   * A capability of the sender.
   *
   * @param type 0x8000 for congestion notification, 0xc000 for skipping data
   */
  record Capability(int type) implements SctpParameter {
    @Override
    public Capability parts(Parts in) {
      return new Capability(in.type(type));
    }
  }

  /**
   * A change of addresses, <a href="https://www.rfc-editor.org/rfc/rfc5061#section-4.2">RFC
   * 5061</a>.
   *
   * @param type 0xc001 to add an address, 0xc002 to delete one, 0xc004 to make one primary
   * @param correlation number of the request, 32 bits
   * @param address the address
   */
  record AddressChange(int type, long correlation, Address address) implements SctpParameter {
    @Override
    public AddressChange parts(Parts in) {
      int type = in.type(this.type);
      long correlation = in.u32("correlation", this.correlation);
      boolean isIpv6 = in.u16("addressType", SctpParameters.typeOf(this.address)) == 6;
      Address address = SctpParameters.address(in.sized(16, 1, -4, null), isIpv6, this.address);
      return new AddressChange(type, correlation, address);
    }

    /** The address is a parameter within the parameter. */
    @Override
    public void tell(Told out) {
      out.hex(4).add("sctp.parameter_type", List.of(type, SctpParameters.typeOf(address)));
    }
  }

  /**
   * Failure of a change.
   *
   * @param correlation number of the request, 32 bits
   * @param causes the reasons
   */
  record ErrorIndication(long correlation, List<SctpCause> causes) implements SctpParameter {
    @Override
    public ErrorIndication parts(Parts in) {
      return new ErrorIndication(
          in.u32("correlation", correlation), in.series("causes", SctpCauses.ALL, causes));
    }

    /** Copies the causes. */
    public ErrorIndication {
      causes = List.copyOf(causes);
    }
  }

  /**
   * Success of a change.
   *
   * @param correlation number of the request, 32 bits
   */
  record SuccessIndication(long correlation) implements SctpParameter {
    @Override
    public SuccessIndication parts(Parts in) {
      return new SuccessIndication(in.u32("correlation", correlation));
    }
  }

  /**
   * Adaptation of the upper layer.
   *
   * @param code adaptation code, 32 bits
   */
  record AdaptationIndication(long code) implements SctpParameter {
    @Override
    public AdaptationIndication parts(Parts in) {
      return new AdaptationIndication(in.hex().u32("sctp.adaptation_layer_indication", code));
    }
  }

  /**
   * Reset of outgoing streams, <a href="https://www.rfc-editor.org/rfc/rfc6525#section-4.1">RFC
   * 6525</a>.
   *
   * @param request number of the request
   * @param response number of the answered request
   * @param lastTsn last number that the sender assigned
   * @param streams the streams; empty for all
   */
  record OutgoingReset(long request, long response, long lastTsn, List<Integer> streams)
      implements SctpParameter {
    @Override
    public OutgoingReset parts(Parts in) {
      return new OutgoingReset(
          in.u32("request", request),
          in.u32("response", response),
          in.u32("lastTsn", lastTsn),
          in.values("streams", Leaf.U16, streams));
    }

    /** Copies the streams. */
    public OutgoingReset {
      streams = List.copyOf(streams);
    }
  }

  /**
   * Request to reset incoming streams.
   *
   * @param request number of the request
   * @param streams the streams; empty for all
   */
  record IncomingReset(long request, List<Integer> streams) implements SctpParameter {
    @Override
    public IncomingReset parts(Parts in) {
      return new IncomingReset(in.u32("request", request), in.values("streams", Leaf.U16, streams));
    }

    /** Copies the streams. */
    public IncomingReset {
      streams = List.copyOf(streams);
    }
  }

  /**
   * Reset of all streams and sequence numbers.
   *
   * @param request number of the request
   */
  record TsnReset(long request) implements SctpParameter {
    @Override
    public TsnReset parts(Parts in) {
      return new TsnReset(in.u32("request", request));
    }
  }

  /**
   * Result of a reconfiguration.
   *
   * @param response number of the request
   * @param result 0 for nothing to do, 1 for done
   * @param nextTsns next numbers of sender and receiver, or empty
   */
  record ResetResponse(long response, long result, List<Long> nextTsns) implements SctpParameter {
    @Override
    public ResetResponse parts(Parts in) {
      long response = in.u32("response", this.response);
      long result = in.u32("result", this.result);
      List<Long> nextTsns = in.values("nextTsns", Leaf.U32, this.nextTsns);
      in.require(nextTsns.isEmpty() || nextTsns.size() == 2);
      return new ResetResponse(response, result, nextTsns);
    }

    /** Copies the numbers. */
    public ResetResponse {
      nextTsns = List.copyOf(nextTsns);
    }
  }

  /**
   * Request for more streams.
   *
   * @param type 17 for outgoing streams, 18 for incoming ones
   * @param request number of the request
   * @param count number of additional streams
   */
  record AddStreams(int type, long request, int count) implements SctpParameter {
    @Override
    public AddStreams parts(Parts in) {
      int type = in.type(this.type);
      long request = in.u32("request", this.request);
      int count = in.u16("count", this.count);
      in.reserved(16);
      return new AddStreams(type, request, count);
    }
  }

  /**
   * Any other parameter, and one of the above with malformed contents.
   *
   * @param type 16 bits
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements SctpParameter {
    @Override
    public Unknown parts(Parts in) {
      return new Unknown(in.type(type), in.rest("octets", octets));
    }
  }
}
