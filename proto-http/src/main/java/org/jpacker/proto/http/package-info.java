/**
 * HTTP/1 requests and responses.
 *
 * <p>{@link org.jpacker.proto.http.Http} claims TCP ports; {@link
 * org.jpacker.proto.http.Http#parse(org.jpacker.api.Layer) Http.parse} reads a payload on any port.
 * The module has no dispatch table.
 *
 * <p>The header is text and its fields are computed from it, so their positions vary. The body is
 * the payload, or the part of it that the segment holds: segments are not reassembled. {@link
 * org.jpacker.proto.http.Http#content() Http.content} removes chunks and codings, within a bound.
 * The preface of HTTP/2 is not a message.
 */
package org.jpacker.proto.http;
