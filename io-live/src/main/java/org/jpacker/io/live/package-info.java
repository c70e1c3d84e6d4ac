/**
 * Live capture and sending through libpcap, by way of pcap4j. {@link org.jpacker.io.live.Live} is
 * the way in; programs that take whichever back end is there ask {@link
 * org.jpacker.api.spi.LiveProvider} instead.
 */
package org.jpacker.io.live;
