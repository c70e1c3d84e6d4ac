package org.jpacker.proto.tcpudp;

import java.util.List;
import org.jpacker.api.Address;
import org.jpacker.api.OctetString;

/**
 * A parameter of a chunk, <a href="https://www.rfc-editor.org/rfc/rfc9260#section-3.2.1">RFC 9260,
 * section 3.2.1</a>.
 */
public sealed interface SctpParameter {

  /** 16 bits; the two highest say what to do for one who does not know it. */
  int type();

  /** An address of the sender. */
  record Host(Address address) implements SctpParameter {
    @Override
    public int type() {
      return address instanceof Address.Ipv4 ? 5 : 6;
    }
  }

  /** A host name, no longer in use. */
  record HostName(String name) implements SctpParameter {
    @Override
    public int type() {
      return 11;
    }
  }

  /**
   * Octets that the one who sent them understands.
   *
   * @param type 1 for a heartbeat, 7 for a state cookie, 8 for a parameter that was not recognised,
   *     0x8002 for a random number, 0x8005 for padding
   */
  record Opaque(int type, OctetString octets) implements SctpParameter {}

  /** The cookie should live longer. */
  record CookiePreservative(long milliseconds) implements SctpParameter {
    @Override
    public int type() {
      return 9;
    }
  }

  /** Types of parameters for addresses that the sender understands. */
  record SupportedAddresses(List<Integer> types) implements SctpParameter {
    /** Keeps a copy. */
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
   * @param type 0x8003 for those to be authenticated (<a
   *     href="https://www.rfc-editor.org/rfc/rfc4895#section-3.2">RFC 4895</a>), 0x8008 for
   *     extensions that the sender knows (<a
   *     href="https://www.rfc-editor.org/rfc/rfc5061#section-4.2.7">RFC 5061</a>)
   */
  record Chunks(int type, List<Integer> chunks) implements SctpParameter {
    /** Keeps a copy. */
    public Chunks {
      chunks = List.copyOf(chunks);
    }
  }

  /** Ways to authenticate, best first. */
  record Algorithms(List<Integer> identifiers) implements SctpParameter {
    /** Keeps a copy. */
    public Algorithms {
      identifiers = List.copyOf(identifiers);
    }

    @Override
    public int type() {
      return 0x8004;
    }
  }

  /**
   * Something that the sender is capable of.
   *
   * @param type 0x8000 for notification of congestion, 0xc000 for skipping data
   */
  record Capability(int type) implements SctpParameter {}

  /**
   * A change of addresses, <a href="https://www.rfc-editor.org/rfc/rfc5061#section-4.2">RFC
   * 5061</a>.
   *
   * @param type 0xc001 for one more, 0xc002 for one less, 0xc004 for one that is primary
   * @param correlation number of the request, 32 bits
   */
  record AddressChange(int type, long correlation, Address address) implements SctpParameter {}

  /**
   * What came of a change.
   *
   * @param correlation number of the request, 32 bits
   * @param causes why it failed
   */
  record ErrorIndication(long correlation, List<SctpCause> causes) implements SctpParameter {
    /** Keeps a copy. */
    public ErrorIndication {
      causes = List.copyOf(causes);
    }

    @Override
    public int type() {
      return 0xc003;
    }
  }

  /**
   * A change was made.
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
   * How the layer above adapts.
   *
   * @param code 32 bits
   */
  record AdaptationIndication(long code) implements SctpParameter {
    @Override
    public int type() {
      return 0xc006;
    }
  }

  /**
   * Streams of the sender begin anew, <a
   * href="https://www.rfc-editor.org/rfc/rfc6525#section-4.1">RFC 6525</a>.
   *
   * @param request its number
   * @param response number of the request that this answers
   * @param lastTsn that the sender assigned
   * @param streams none for all
   */
  record OutgoingReset(long request, long response, long lastTsn, List<Integer> streams)
      implements SctpParameter {
    /** Keeps a copy. */
    public OutgoingReset {
      streams = List.copyOf(streams);
    }

    @Override
    public int type() {
      return 13;
    }
  }

  /**
   * Streams of the receiver should begin anew.
   *
   * @param request its number
   * @param streams none for all
   */
  record IncomingReset(long request, List<Integer> streams) implements SctpParameter {
    /** Keeps a copy. */
    public IncomingReset {
      streams = List.copyOf(streams);
    }

    @Override
    public int type() {
      return 14;
    }
  }

  /**
   * All begins anew.
   *
   * @param request its number
   */
  record TsnReset(long request) implements SctpParameter {
    @Override
    public int type() {
      return 15;
    }
  }

  /**
   * What came of a reconfiguration.
   *
   * @param response number of the request
   * @param result 0 for nothing to do, 1 for done
   * @param nextTsns the sender's and the receiver's, or none
   */
  record ResetResponse(long response, long result, List<Long> nextTsns) implements SctpParameter {
    /** Keeps a copy. */
    public ResetResponse {
      nextTsns = List.copyOf(nextTsns);
    }

    @Override
    public int type() {
      return 16;
    }
  }

  /**
   * More streams are wanted.
   *
   * @param type 17 for those of the sender, 18 for those of the receiver
   * @param request its number
   */
  record AddStreams(int type, long request, int count) implements SctpParameter {}

  /** Any other parameter, and one of those above whose contents are not theirs. */
  record Unknown(int type, OctetString octets) implements SctpParameter {}
}
