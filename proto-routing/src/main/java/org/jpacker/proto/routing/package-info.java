/** Protocols that routers speak to each other over IP: OSPF, EIGRP, PIM, VRRP. */
package org.jpacker.proto.routing;
