/**
 * Control messages of IP: ICMPv4, ICMPv6 and IGMP (versions 1 to 3).
 *
 * <ul>
 *   <li>ICMPv4: echo and extended echo, errors with extensions, router discovery, time stamps,
 *       traceroute.
 *   <li>ICMPv6: the same echoes and errors, neighbour discovery (also inverse, secure, and in
 *       low-power networks) with all options, multicast listener discovery, node information, RPL.
 * </ul>
 *
 * <p>They are found by IP protocol number; the module has no dispatch table. The fields of each
 * group of messages are in an interface of {@link org.jpacker.proto.icmp.Icmpv4} or {@link
 * org.jpacker.proto.icmp.Icmpv6}, one for each RFC.
 *
 * <p>The packet that an error quotes is a packet of its own, not a layer: a search for TCP does not
 * find a quoted TCP header. Versions of IGMP and MLD queries differ only in their size.
 */
package org.jpacker.proto.icmp;
