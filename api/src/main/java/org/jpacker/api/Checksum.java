package org.jpacker.api;

/**
 * A checksum of a header, compared with the value that follows from the packet.
 *
 * <p>A checksum cannot be verified if octets that it covers were not captured or lie in other
 * fragments, or if only nodes on the route know an address that it covers. Nor can it be verified
 * if the sender leaves checksums to its interface, since the packet is captured before they are
 * computed. Such a sender sets the IP length to zero, or puts the sum of the pseudo header in the
 * place of the checksum. All of these are {@link Status#UNVERIFIED}, none is {@link Status#BAD}.
 *
 * @param header the header that contains the checksum
 * @param field the checksum field
 * @param status the verdict
 * @param expected the value that follows from the packet, or -1 if it is unknown
 * @param found the value in the packet
 */
public record Checksum(Header header, Field field, Status status, long expected, long found) {

  /** A verdict. The ordinals are the values of Wireshark's {@code .status} fields. */
  public enum Status {
    /** The checksum is wrong. */
    BAD,
    /** The checksum is right. */
    GOOD,
    /** The checksum cannot be verified. */
    UNVERIFIED,
    /** The sender computed no checksum. */
    NOT_PRESENT
  }
}
