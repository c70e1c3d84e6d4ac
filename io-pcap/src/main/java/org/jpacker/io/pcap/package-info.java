/**
 * Capture files. {@link org.jpacker.io.pcap.Pcap} opens and creates them.
 *
 * <p>Files are read in large blocks that are never reused; packets are windows on them. What a file
 * says of lengths is a claim: nothing is allocated that the file's own octets do not fill.
 */
package org.jpacker.io.pcap;
