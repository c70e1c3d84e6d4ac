/**
 * Capture and sending through Linux raw sockets, without libpcap and without native code of our
 * own: system calls go through JNA.
 *
 * <p>{@link org.jpacker.io.raw.RawSockets} captures on and sends through existing interfaces, with
 * link headers or as raw IP, and shares the packets of an interface among several captures by a
 * {@link org.jpacker.io.raw.Fanout}. {@link org.jpacker.io.raw.TunTap} creates a virtual interface
 * that belongs to the program. {@link org.jpacker.io.raw.RawProvider} makes the module available to
 * programs that accept any back end.
 *
 * <p><b>The ring.</b> The kernel writes packets to shared memory, in blocks of 128 KiB. A block is
 * copied in one piece and returned, so a packet costs no system call, no JNA call and no lock.
 * Packets are windows on the copy: a packet that is kept keeps its whole block in memory.
 *
 * <p><b>Requirements.</b> Linux on a 64-bit system with the generic ABI, and the capability
 * CAP_NET_RAW, for TunTap CAP_NET_ADMIN. libpcap is needed only to compile filter expressions.
 * Failures are {@link org.jpacker.api.CaptureException}s that name the interface, the system's
 * error and the way out.
 *
 * <p><b>Odd points.</b> The kernel takes VLAN tags off packets; they are put back. Packets on the
 * loopback interface pass twice and are captured once. Packets of unknown link layers get a Linux
 * cooked header.
 */
package org.jpacker.io.raw;
