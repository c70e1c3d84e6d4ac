/**
 * Live capture and sending through libpcap, by way of pcap4j. {@link org.jpacker.io.libpcap.Live}
 * is the way in; programs that take whichever back end is there ask {@link
 * org.jpacker.live.spi.LiveProvider} instead.
 */
package org.jpacker.io.libpcap;
