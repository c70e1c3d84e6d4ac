/**
 * Reference pages of protocols: {@link org.jpacker.core.reference.ProtocolPage} as text, {@link
 * org.jpacker.core.reference.ProtocolJson} as JSON.
 *
 * <p>A page shows the box diagram, the fields with their names and values, the protocols below and
 * above, and Java examples. Everything is taken from the layout and the registry, so a plug-in
 * needs no further work to have a page. {@link org.jpacker.core.reference.DispatchText} writes the
 * numbers that select protocols. Long lists of value names are abbreviated in text and complete in
 * JSON.
 */
package org.jpacker.core.reference;
