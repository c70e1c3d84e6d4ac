/**
 * JSON: {@link org.jpacker.core.json.PacketJson} writes a packet as one object per line, {@link
 * org.jpacker.core.json.JsonWriter} anything else.
 *
 * <p>The output is loss-free: octets that no field covers have members of their own. Numbers beyond
 * 53 bits are strings, because many readers hold numbers as doubles. Characters that a terminal
 * might act on are escaped, which is more than JSON requires.
 */
package org.jpacker.core.json;
