/**
 * What people look at: packets as one line ({@link org.jpacker.core.Summary}), as a tree ({@link
 * org.jpacker.core.TextTree}), as octets ({@link org.jpacker.core.HexDump}), as columns ({@link
 * org.jpacker.core.FieldExtractor}); what two packets differ in ({@link
 * org.jpacker.core.PacketDifference}). JSON, Java source and reference pages have packages of their
 * own. Whoever writes another output starts from the {@link org.jpacker.core.Outline} of a protocol
 * and the texts of {@link org.jpacker.api.text}.
 *
 * <p>Nothing here knows a protocol. All of it follows from the descriptors in {@link
 * org.jpacker.api.Layout}, so a plug-in's header is shown like any other. Everything appends to a
 * {@link StringBuilder} of the caller's, which may be used again for the next packet.
 *
 * <p>What a packet contains may be hostile: every text goes through {@link
 * org.jpacker.api.text.Escape}.
 */
package org.jpacker.core;
