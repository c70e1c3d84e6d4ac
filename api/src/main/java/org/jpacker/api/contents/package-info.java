/**
 * Contents of variable shape: options, TLVs, chunks and other lists within a header. Only modules
 * with protocols need this package.
 *
 * <p>A family of such contents is a sealed interface whose members are records, one for each kind.
 * Each record is {@link org.jpacker.api.contents.Shaped}: its one method passes its components to
 * {@link org.jpacker.api.contents.Parts}, with their names and widths. A {@link
 * org.jpacker.api.contents.Choice} says which numbers select which type, and a {@link
 * org.jpacker.api.contents.Series} which head each record has, {@link
 * org.jpacker.api.contents.Contents} in which field of a header they are. Everything follows from
 * that: reading and writing, fields, trees of plain values and back, documentation.
 *
 * <p>Two points are unusual. First, reading never fails: past the end it returns zeros and
 * remembers that octets were missing, so nothing is checked before a number. Second, no octet is
 * lost: what was read is compared with what would be written, and where they differ the unknown
 * record of the family keeps the octets; a head that does not fit ends a list with a record of the
 * rest and the reason.
 *
 * <p>Modules may add types of records to the unions of others: {@link
 * org.jpacker.api.contents.Addition}.
 */
package org.jpacker.api.contents;
