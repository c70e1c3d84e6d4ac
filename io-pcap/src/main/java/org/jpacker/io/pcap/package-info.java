/**
 * Reading and writing capture files: pcap, pcapng and, for reading, snoop. Everything is pure Java.
 * {@link org.jpacker.io.pcap.Pcap} opens and creates files; formats and compression are recognised
 * by content.
 *
 * <p><b>Packets.</b> A {@link org.jpacker.io.pcap.FileCapture} returns packets one at a time, and
 * the packet is the only object that a record costs. Metadata is available as far as the file has
 * been read: the format, the interfaces, the pcapng blocks that do not hold packets, and the
 * options of the last packet, such as comments. A {@link org.jpacker.io.pcap.CaptureWriter} accepts
 * the same data for every format and counts what the format cannot represent in {@link
 * org.jpacker.io.pcap.CaptureWriter#losses}. {@link org.jpacker.io.pcap.WriteSettings} selects
 * format, compression, flushing and rotation, and {@link org.jpacker.io.pcap.SplitWriter}
 * distributes packets to several files.
 *
 * <p><b>Blocks.</b> {@link org.jpacker.io.pcap.BlockReader} returns everything in a pcapng file as
 * records: a {@link org.jpacker.io.pcap.Block} with its {@link org.jpacker.io.pcap.BlockOption}s,
 * under the names of the draft. Unknown blocks and options keep their octets. {@link
 * org.jpacker.io.pcap.BlockWriter} writes blocks, or copies them octet by octet.
 *
 * <p><b>Parts.</b> {@link org.jpacker.io.pcap.Captures} splits a plain file into parts for several
 * threads or machines, and slices, filters and merges captures. {@link
 * org.jpacker.io.pcap.CaptureIndex} finds packets of a plain file by number and by time. Compressed
 * files and streams cannot be split.
 *
 * <p><b>Hostile files.</b> Files are read in large buffers that are never reused, and packets are
 * windows on these buffers. Lengths in a file are only claims, and never cause allocations beyond
 * the octets that the file contains. All intact packets are returned first; then a {@link
 * org.jpacker.api.CaptureException} gives offset and reason of the damage, and each further call
 * throws it again.
 *
 * <p><b>Interface numbers.</b> In packets, interfaces are numbered from 0 through all sections of a
 * file. In blocks, the number is the one in the file, which is local to the section.
 *
 * <p><b>Times.</b> A packet has nanoseconds since 1970 in a {@code long}. pcapng can state finer
 * and more distant times; {@link org.jpacker.io.pcap.FileCapture#exactTime} returns those, and
 * writers accept them.
 */
package org.jpacker.io.pcap;
