package org.jpacker.proto.http;

/**
 * A header line, or a trailer of a chunked body.
 *
 * @param name name as it was sent; comparisons ignore case
 * @param value value without surrounding white space; folded lines are joined with a space
 */
public record HttpHeaderLine(String name, String value) {
  @Override
  public String toString() {
    return name + ": " + value;
  }
}
