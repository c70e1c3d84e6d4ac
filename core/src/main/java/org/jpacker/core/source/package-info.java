/**
 * Packets as Java source that creates them again.
 *
 * <p>{@link org.jpacker.core.source.JavaSource} writes one method per packet, in the style in which
 * a user of the API would write it: initial values and derived fields are left out, options are
 * records, and the makers of the header classes are used. It executes every step while writing it
 * and compares the result with the packet; whatever the setters of a header cannot express is
 * written as octets. The source therefore always creates the same octets, however damaged the
 * packet is.
 *
 * <p>The other types describe what source can name: the header classes ({@code JavaNames}), the
 * setters of their fields ({@code JavaSetters}) and values ({@code JavaText}).
 */
package org.jpacker.core.source;
