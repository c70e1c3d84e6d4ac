/**
 * Serial links: PPP with the protocols that set it up, PPP over Ethernet, frame relay, and Cisco
 * HDLC with SLARP.
 */
package org.jpacker.proto.ppp;
