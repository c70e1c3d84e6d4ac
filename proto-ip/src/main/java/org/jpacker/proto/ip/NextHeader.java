package org.jpacker.proto.ip;

import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.UIntField;

/** The chain of IPv6 headers, each of which has the number of the next. */
final class NextHeader {
  private NextHeader() {}

  /** Whether {@code layer} is an extension header, between that of IPv6 and the upper layer. */
  static boolean isExtension(Layer layer) {
    return layer instanceof Ipv6HopByHop
        || layer instanceof Ipv6Routing
        || layer instanceof Ipv6Fragment
        || layer instanceof Ipv6DestinationOptions;
  }

  /** The same, including headers that protect the payload. */
  static boolean isBeforeTransport(Layer layer) {
    return isExtension(layer) || layer instanceof Ah;
  }

  /**
   * Whether the payload of {@code header} ends within the header of the layer above IPv6: <a
   * href="https://www.rfc-editor.org/rfc/rfc7112#section-5">RFC 7112, section 5</a>, forbids that
   * in a first fragment.
   */
  static boolean isCutOff(Header header) {
    Header last = header;
    while (last.payload() instanceof Header next && isExtension(next)) {
      last = next;
    }
    return last.payload() instanceof Malformed
        || last.payload().size() == 0 && get(last) != Ipv6.NO_NEXT_HEADER;
  }

  static int get(Header header) {
    return field(header).get(header);
  }

  static void set(Header header, int number) {
    field(header).set(header, number);
  }

  private static UIntField field(Header header) {
    if (header instanceof Ipv6) {
      return Ipv6.NXT;
    }
    if (header instanceof Ipv6HopByHop) {
      return Ipv6HopByHop.NXT;
    }
    if (header instanceof Ipv6Fragment) {
      return Ipv6Fragment.NXT;
    }
    return header instanceof Ipv6Routing ? Ipv6Routing.NXT : Ipv6DestinationOptions.NXT;
  }
}
