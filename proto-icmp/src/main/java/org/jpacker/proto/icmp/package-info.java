/** ICMP for IPv4 and for IPv6, with neighbour discovery. */
package org.jpacker.proto.icmp;
