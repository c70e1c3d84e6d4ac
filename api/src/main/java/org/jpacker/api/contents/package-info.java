/**
 * Contents of variable shape, such as options, TLVs and chunks: {@link
 * org.jpacker.api.contents.OctetReader} and {@link org.jpacker.api.contents.OctetWriter} read and
 * write them, and {@link org.jpacker.api.contents.RecordFields} makes fields of the records. Only
 * modules that bring protocols need this package.
 */
package org.jpacker.api.contents;
