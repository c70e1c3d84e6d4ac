package org.jpacker.proto.http;

/**
 * A header line.
 *
 * @param name as it was sent; names are compared without case
 * @param value without the white space around it; folded lines are joined with a space
 */
public record HttpHeaderLine(String name, String value) {
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
