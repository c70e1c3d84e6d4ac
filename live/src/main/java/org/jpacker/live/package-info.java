/**
 * What passes an interface, whatever captures and sends it. A {@link org.jpacker.live.LiveCapture}
 * is a {@link org.jpacker.api.Capture} of an interface, a {@link org.jpacker.live.PacketSender} a
 * {@link org.jpacker.api.PacketWriter} that sends. Back ends for both are found through {@link
 * org.jpacker.live.spi.LiveProvider}, so only the back ends depend on native code.
 *
 * <p>An {@link org.jpacker.live.Exchange} sends questions and returns the answers ({@link
 * org.jpacker.api.Packet#answers}); a {@link org.jpacker.live.Pace} says when to send the next
 * packet.
 */
package org.jpacker.live;
