/**
 * Live capture and sending, independent of the back end.
 *
 * <p>A {@link org.jpacker.live.LiveCapture} is a {@link org.jpacker.api.Capture} of an interface,
 * opened with {@link org.jpacker.live.LiveOptions}; a {@link org.jpacker.live.PacketSender} is a
 * {@link org.jpacker.api.PacketWriter} that sends. Back ends for both are found through {@link
 * org.jpacker.live.spi.LiveProvider}, so only the back ends depend on native code:
 *
 * <pre>{@code
 * LiveProvider live = LiveProvider.usable();
 * try (LiveCapture capture = live.open("eth0", LiveOptions.DEFAULTS.filter("udp port 53"))) {
 *   for (Packet packet : capture) { // until capture.stop()
 *     ...
 *   }
 * }
 * }</pre>
 *
 * <p>An {@link org.jpacker.live.Exchange} sends requests and returns the packets that {@linkplain
 * org.jpacker.api.Packet#answers answer} them. A {@link org.jpacker.live.Pace} decides when the
 * next packet of a series is sent.
 *
 * <p>A live capture differs from a file in three ways. It ends only when another thread, or the
 * loop itself, stops it. The kernel drops packets that the program does not read in time; {@link
 * org.jpacker.live.LiveStatistics} counts them. And a back end that cannot honour an option refuses
 * to open, rather than capture something else.
 */
package org.jpacker.live;
