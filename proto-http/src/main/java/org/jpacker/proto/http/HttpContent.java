package org.jpacker.proto.http;

import java.util.Arrays;
import java.util.List;

/**
 * The body of a message without its transfer framing and content codings.
 *
 * @param octets the decoded octets, up to the requested bound
 * @param isComplete whether these are all octets
 * @param reason why they are incomplete; empty if they are complete
 * @param trailers header lines after a chunked body
 */
public record HttpContent(
    byte[] octets, boolean isComplete, String reason, List<HttpHeaderLine> trailers) {

  /** Copies the trailers. */
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
