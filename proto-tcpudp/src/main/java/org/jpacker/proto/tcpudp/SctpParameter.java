package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * A parameter of a chunk, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.2.1">RFC 9260,
 * section 3.2.1</a>.
 */
public sealed interface SctpParameter {

  /** The type, 16 bits; the two highest ones tell receivers how to treat an unknown parameter. */
  int type();

  /**
   * An address of the sender.
   *
   * @param address IPv4 or IPv6
   */
  record Host(Address address) implements SctpParameter {
    @Override
    public int type() {
      return address instanceof Address.Ipv4 ? 5 : 6;
    }
  }

  /**
   * A host name; deprecated.
   *
   * @param name the name
   */
  record HostName(String name) implements SctpParameter {
    @Override
    public int type() {
      return 11;
    }
  }

  /**
   * Octets that only their originator interprets.
   *
   * @param octets the value
   * @param type 1 for a heartbeat, 7 for a state cookie, 8 for a parameter that was not recognised,
   *     0x8002 for a random number, 0x8005 for padding
   */
  record Opaque(int type, OctetString octets) implements SctpParameter {}

  /**
   * Request for a longer cookie lifetime.
   *
   * @param milliseconds suggested increment
   */
  record CookiePreservative(long milliseconds) implements SctpParameter {
    @Override
    public int type() {
      return 9;
    }
  }

  /**
   * Address types that the sender supports.
   *
   * @param types parameter types of addresses
   */
  record SupportedAddresses(List<Integer> types) implements SctpParameter {
    /** Copies the types. */
    public SupportedAddresses {
      types = List.copyOf(types);
    }

    @Override
    public int type() {
      return 12;
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
    /** Copies the identifiers. */
    public Algorithms {
      identifiers = List.copyOf(identifiers);
    }

    @Override
    public int type() {
      return 0x8004;
    }
  }

  /**
   * A capability of the sender.
   *
   * @param type 0x8000 for congestion notification, 0xc000 for skipping data
   */
  record Capability(int type) implements SctpParameter {}

  /**
   * A change of addresses, <a href="https://www.rfc-editor.org/rfc/rfc5061#section-4.2">RFC
   * 5061</a>.
   *
   * @param type 0xc001 to add an address, 0xc002 to delete one, 0xc004 to make one primary
   * @param correlation number of the request, 32 bits
   * @param address the address
   */
  record AddressChange(int type, long correlation, Address address) implements SctpParameter {}

  /**
   * Failure of a change.
   *
   * @param correlation number of the request, 32 bits
   * @param causes the reasons
   */
  record ErrorIndication(long correlation, List<SctpCause> causes) implements SctpParameter {
    /** Copies the causes. */
    public ErrorIndication {
      causes = List.copyOf(causes);
    }

    @Override
    public int type() {
      return 0xc003;
    }
  }

  /**
   * Success of a change.
   *
   * @param correlation number of the request, 32 bits
   */
  record SuccessIndication(long correlation) implements SctpParameter {
    @Override
    public int type() {
      return 0xc005;
    }
  }

  /**
   * Adaptation of the upper layer.
   *
   * @param code adaptation code, 32 bits
   */
  record AdaptationIndication(long code) implements SctpParameter {
    @Override
    public int type() {
      return 0xc006;
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
    /** Copies the streams. */
    public OutgoingReset {
      streams = List.copyOf(streams);
    }

    @Override
    public int type() {
      return 13;
    }
  }

  /**
   * Request to reset incoming streams.
   *
   * @param request number of the request
   * @param streams the streams; empty for all
   */
  record IncomingReset(long request, List<Integer> streams) implements SctpParameter {
    /** Copies the streams. */
    public IncomingReset {
      streams = List.copyOf(streams);
    }

    @Override
    public int type() {
      return 14;
    }
  }

  /**
   * Reset of all streams and sequence numbers.
   *
   * @param request number of the request
   */
  record TsnReset(long request) implements SctpParameter {
    @Override
    public int type() {
      return 15;
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
    /** Copies the numbers. */
    public ResetResponse {
      nextTsns = List.copyOf(nextTsns);
    }

    @Override
    public int type() {
      return 16;
    }
  }

  /**
   * Request for more streams.
   *
   * @param type 17 for outgoing streams, 18 for incoming ones
   * @param request number of the request
   * @param count number of additional streams
   */
  record AddStreams(int type, long request, int count) implements SctpParameter {}

  /**
   * Any other parameter, and one of the above with malformed contents.
   *
   * @param type 16 bits
   * @param octets the octets after type and length
   */
  record Unknown(int type, OctetString octets) implements SctpParameter {}
}
