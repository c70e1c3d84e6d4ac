/**
 * Packets as text for people, and the building blocks for further outputs.
 *
 * <p>A packet is shown as one line ({@link org.jpacker.core.Summary}), as a tree ({@link
 * org.jpacker.core.TextTree}), as octets ({@link org.jpacker.core.HexDump}) or as columns ({@link
 * org.jpacker.core.FieldExtractor}). {@link org.jpacker.core.PacketDifference} compares two
 * packets, {@link org.jpacker.core.Statistics} and {@link org.jpacker.core.ChecksumCounts}
 * summarise a capture. JSON, Java source and reference pages have packages of their own. A new
 * output starts from the {@link org.jpacker.core.Outline} of a protocol and from {@link
 * org.jpacker.api.text}.
 *
 * <p>This package contains no protocol. Everything follows from the descriptions in {@link
 * org.jpacker.api.Layout}, so headers of plug-ins are shown like any others. Outputs append to a
 * {@link StringBuilder} of the caller's, which can be reused for the next packet. Most are
 * immutable, and have copies such as {@code withChecksums} that show more.
 *
 * <p>The contents of a packet may be hostile: every text passes through {@link
 * org.jpacker.api.text.Escape}, and the depth of quoted packets, the length of values and the
 * number of counters are bounded.
 */
package org.jpacker.core;
