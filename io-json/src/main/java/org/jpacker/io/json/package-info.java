/**
 * Packets as JSON, a line for each, as a format of capture files. {@link
 * org.jpacker.io.json.JsonCapture} reads packets from a line or a stream; with this module, {@code
 * Pcap} reads and writes such files like any other.
 */
package org.jpacker.io.json;
