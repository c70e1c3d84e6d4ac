/**
 * The service interface for live capture and sending: a back end implements {@link
 * org.jpacker.live.spi.LiveProvider}.
 *
 * <p>Programs find back ends through {@link org.jpacker.live.spi.LiveProvider#usable} or {@link
 * org.jpacker.live.spi.LiveProvider#named} and depend on none of them. A back end that lacks
 * something, such as a native library, loads all the same and says what is missing, so that a
 * program can tell its user. {@link org.jpacker.live.spi.QueuedCapture} adds the queue of {@link
 * org.jpacker.live.LiveOptions#queue} to the capture of any back end.
 */
package org.jpacker.live.spi;
