/**
 * Tunnels over UDP: VXLAN, GENEVE, GTP-U.
 *
 * <p>They claim UDP ports (4789, 6081, 2152), and only as destination ports. VXLAN carries
 * Ethernet, found in the table of link types; GENEVE and GTP-U find their payload by EtherType. The
 * module has no dispatch table of its own.
 */
package org.jpacker.proto.tunnel;
