package org.jpacker.core.json;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a capture knows of a packet besides the packet itself.
 *
 * @param time seconds since 1970, where the packet cannot hold them exactly; or null
 * @param interfaceName of the interface, or null
 * @param snapLength snapshot length of the interface in octets, or 0
 * @param comments on the packet
 */
public record FrameDetails(
    BigDecimal time, String interfaceName, long snapLength, List<String> comments) {
  /** Nothing is known. */
  public static final FrameDetails NONE = new FrameDetails(null, null, 0, List.of());

  /** Copies the list. */
  public FrameDetails {
    comments = List.copyOf(comments);
  }
}
