/**
 * Bulk scans: the same few numbers from each of very many packets, without an object for any of
 * them. A {@link org.jpacker.scan.Scan} of {@link org.jpacker.scan.Column columns} fills a {@link
 * org.jpacker.scan.Row} for each packet or a {@link org.jpacker.scan.Batch} for many.
 *
 * <p>Nothing here knows a protocol: headers are passed over as the {@link org.jpacker.api.Passage}
 * of their layout says, and what has none is read with objects.
 */
package org.jpacker.scan;
