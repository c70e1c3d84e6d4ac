/** Ethernet, VLAN tags and ARP. */
package org.jpacker.proto.ethernet;
