package org.jpacker.api;

/**
 * A checksum of a header, held against what it covers.
 *
 * <p>Nobody can tell whether a checksum is wrong if octets that it covers were not captured or lie
 * in other fragments, or if nodes on the way alone know the address that it covers; and a sender
 * that leaves checksums to its interface is captured before they are made. Such a sender says so
 * with an IP length of zero, or leaves the sum of the pseudo header where the checksum will be.
 * None of these is {@link Status#BAD}: they are {@link Status#UNVERIFIED}.
 *
 * @param header where
 * @param field which
 * @param status what is to be said of it
 * @param expected the value that follows from the packet, or -1 if it cannot be told
 * @param found the value that is there
 */
public record Checksum(Header header, Field field, Status status, long expected, long found) {

  /** A verdict; the ordinals are the numbers of Wireshark's fields. */
  public enum Status {
    /** Another value would be right. */
    BAD,
    /** Right. */
    GOOD,
    /** Nobody can tell. */
    UNVERIFIED,
    /** The sender made none. */
    NOT_PRESENT
  }
}
