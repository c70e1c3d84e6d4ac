/**
 * Contents of variable shape: options, TLVs, chunks and other lists within a header. Only modules
 * with protocols need this package.
 *
 * <p>A family of such contents is a sealed interface whose members are records, one for each kind.
 * {@link org.jpacker.api.contents.OctetReader} reads their octets, {@link
 * org.jpacker.api.contents.OctetWriter} writes them, and {@link
 * org.jpacker.api.contents.RecordFields} derives the fields that outputs show.
 *
 * <p>Two points are unusual. First, reading never fails: past the end an {@code OctetReader}
 * returns zeros and remembers that octets were missing, so a codec checks once, at the end, instead
 * of before every number. Second, no octet is lost: one record of each family keeps the {@link
 * org.jpacker.api.OctetString octets} of unknown contents, and a codec falls back to it if writing
 * a record does not reproduce the octets that it was read from.
 */
package org.jpacker.api.contents;
