/**
 * Capture files. {@link org.jpacker.io.pcap.Pcap} opens and creates them.
 *
 * <p><b>Packets.</b> A {@link org.jpacker.io.pcap.FileCapture} gives packets one by one, at full
 * speed: no object but the packet is made for a record. What else the file says is there for those
 * who ask, as far as it has been read: format, interfaces, the blocks of pcapng that are no
 * packets, and the options of the last packet, such as its comments. A {@link
 * org.jpacker.io.pcap.CaptureWriter} takes the same things for every format, and counts what the
 * format could not hold.
 *
 * <p><b>Blocks.</b> {@link org.jpacker.io.pcap.BlockReader} gives everything that is in a pcapng
 * file, as records: {@link org.jpacker.io.pcap.Block} with its {@link
 * org.jpacker.io.pcap.BlockOption}s, under the names of the draft. Unknown ones keep their octets.
 * {@link org.jpacker.io.pcap.BlockWriter} writes them, or copies blocks octet by octet.
 *
 * <p><b>Parts.</b> {@link org.jpacker.io.pcap.Captures} divides plain files into parts for several
 * threads or machines, and puts captures together; {@link org.jpacker.io.pcap.CaptureIndex} finds
 * packets of a plain file by number and by time.
 *
 * <p><b>Hostile files.</b> Files are read in large blocks that are never reused; packets are
 * windows on them. What a file says of lengths is a claim: nothing is allocated that the file's own
 * octets do not fill. All that is whole is given; then a {@link org.jpacker.api.CaptureException}
 * says where and why the rest is not.
 *
 * <p><b>Numbers of interfaces</b> in packets go through all sections of a file, from 0; in blocks
 * they are those of the section, as the file has them.
 */
package org.jpacker.io.pcap;
