package org.jpacker.api;

/**
 * A derived field whose value differs from the one that follows from the packet.
 *
 * @param header the header that contains the field
 * @param field the field
 * @param expected the value that follows from the packet, or -1 if it is unknown
 * @param found the value in the packet
 * @param checkable false if the value covers octets that were not captured or lie in other
 *     fragments
 */
public record Discrepancy(
    Header header, Field field, long expected, long found, boolean checkable) {

  @Override
  public String toString() {
    return checkable
        ? field.name() + " is " + found + ", expected " + expected
        : field.name() + " is " + found + ", not checkable";
  }
}
