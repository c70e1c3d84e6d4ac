/**
 * What people look at: packets as one line ({@link org.jpacker.core.Summary}), as a tree ({@link
 * org.jpacker.core.TextTree}), as octets ({@link org.jpacker.core.HexDump}), as JSON ({@link
 * org.jpacker.core.PacketJson}), as columns ({@link org.jpacker.core.FieldExtractor}); what two
 * packets differ in ({@link org.jpacker.core.PacketDifference}) and who talks to whom ({@link
 * org.jpacker.core.FlowKey}). And what is done with live packets, whatever captures and sends them:
 * questions and answers ({@link org.jpacker.core.Exchange}), sending at a rate ({@link
 * org.jpacker.core.Pace}). {@link org.jpacker.core.Scan} reads a few numbers from each of very many
 * packets without making any.
 *
 * <p>Nothing here knows a protocol. All of it follows from the descriptors in {@link
 * org.jpacker.api.Layout}, so a plug-in's header is shown like any other. Everything appends to a
 * {@link StringBuilder} of the caller's, which may be used again for the next packet.
 *
 * <p>What a packet contains may be hostile: every text goes through {@link
 * org.jpacker.core.Escape}.
 */
package org.jpacker.core;
