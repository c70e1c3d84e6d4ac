package org.jpacker.api;

/**
 * A derived field that is not what it would be.
 *
 * @param header where
 * @param field which
 * @param expected the value that follows from the packet, or -1 if it cannot be told
 * @param found the value that is there
 * @param checkable false if octets that the value covers were not captured, or lie in other
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
