/**
 * Live capture and sending through libpcap, by way of pcap4j. {@link org.jpacker.io.libpcap.Live}
 * is the entry point. Programs that accept any available back end use {@link
 * org.jpacker.live.spi.LiveProvider} instead, where this one is named {@code pcap}.
 *
 * <p><b>Requirements.</b> libpcap must be installed, and the process needs the privilege to
 * capture. Each failure is a {@link org.jpacker.api.CaptureException} that names the interface, the
 * reason and the way out.
 *
 * <p><b>Waiting.</b> Since version 1.10, libpcap lets another thread interrupt a wait; older
 * versions on Linux are polled. A packet waits for others at most 100 ms, and packets received
 * before {@code stop()} are still delivered.
 *
 * <p><b>Counts.</b> {@link org.jpacker.live.LiveCapture#statistics} extends libpcap's 32-bit
 * counters to 64 bits. Counts of an interface that has disappeared stay at their last known values.
 */
package org.jpacker.io.libpcap;
