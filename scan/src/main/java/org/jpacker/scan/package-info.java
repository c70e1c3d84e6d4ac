/**
 * Bulk scans: the same few numbers from each of very many packets, without an object for any of
 * them.
 *
 * <p>A {@link org.jpacker.scan.Scan} has {@link org.jpacker.scan.Column columns}: values of fields,
 * or sizes, offsets and times. It fills a {@link org.jpacker.scan.Row} per packet or a {@link
 * org.jpacker.scan.Batch} of many, and can read the parts of a capture in parallel.
 *
 * <p>This package contains no protocol. Headers are passed over as the {@link
 * org.jpacker.api.Passage} of their layout describes; headers without one are read as objects, with
 * the same result. For each scan, a class per protocol and set of columns is defined at run time
 * from one template, so that the JIT compiler sees offsets, columns and following protocols as
 * constants. This explains the method handles in the package.
 */
package org.jpacker.scan;
