/**
 * Protocols between routers over IP: OSPF (versions 2 and 3), EIGRP, PIM (version 2), VRRP
 * (versions 2 and 3).
 *
 * <p>They are found by IP protocol number; the module has no dispatch table. OSPF, EIGRP and PIM
 * have only their common header, and the message is an unclaimed payload; VRRP is complete.
 *
 * <p>Checksums differ: OSPFv3, VRRPv3 and PIM over IPv6 include the pseudo header, OSPFv2 leaves
 * out its authentication, and a PIM register message sums only its first eight octets.
 */
package org.jpacker.proto.routing;
