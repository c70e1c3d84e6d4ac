package org.jpacker.proto.http;

import java.util.Arrays;
import java.util.List;

/**
 * What the body of a message means, with the framing of its transfer and its content encodings
 * taken away.
 *
 * @param octets as many as there are, up to the bound that was asked for
 * @param isComplete whether that is all
 * @param reason why it is not; empty if it is
 * @param trailers header lines behind a chunked body
 */
public record HttpContent(
    byte[] octets, boolean isComplete, String reason, List<HttpHeaderLine> trailers) {

  /** Takes a copy of the trailers. */
  public HttpContent {
    trailers = List.copyOf(trailers);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof HttpContent content
        && Arrays.equals(octets, content.octets)
        && isComplete == content.isComplete
        && reason.equals(content.reason)
        && trailers.equals(content.trailers);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(octets);
  }

  @Override
  public String toString() {
    return "HttpContent[" + octets.length + " octets, " + (isComplete ? "complete" : reason) + "]";
  }
}
