/**
 * Linux raw sockets, without libpcap and without native code of our own.
 *
 * <p>{@link org.jpacker.io.raw.RawSockets} captures and sends; {@link org.jpacker.io.raw.TunTap} is
 * an interface that a program makes for itself. Packets come through memory that the kernel shares:
 * a block of it is copied in one go, so a packet costs no call of the kernel, of JNA or of a lock.
 */
package org.jpacker.io.raw;
