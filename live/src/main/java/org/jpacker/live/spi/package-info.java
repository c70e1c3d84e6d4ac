/**
 * What a module implements to capture and send live: one {@link org.jpacker.live.spi.LiveProvider}.
 * {@link org.jpacker.live.spi.QueuedCapture} gives each back end the queue that {@link
 * org.jpacker.live.LiveOptions#queue} asks for.
 */
package org.jpacker.live.spi;
