package org.jpacker.proto.ip;

import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Malformed;
import org.jpacker.api.UIntField;

/** The chain of headers of IPv6, each of which has the number of the next. */
final class NextHeader {
  private NextHeader() {}

  /** Whether {@code layer} is a header that stands between that of IPv6 and what it carries. */
  static boolean isExtension(Layer layer) {
    return layer instanceof Ipv6HopByHop
        || layer instanceof Ipv6Routing
        || layer instanceof Ipv6Fragment
        || layer instanceof Ipv6DestinationOptions;
  }

  /** The same, those that protect what follows included. */
  static boolean isBeforeTransport(Layer layer) {
    return isExtension(layer) || layer instanceof Ah;
  }

  /**
   * Whether what {@code header} carries ends before the header of the layer above IPv6 does: <a
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
