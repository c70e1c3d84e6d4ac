/**
 * Serial links: PPP with its control protocols (LCP, IPCP, IPv6CP, CCP) and authentication
 * protocols (PAP, CHAP), PPP over Ethernet, frame relay, and Cisco HDLC with SLARP.
 *
 * <p>Dispatch tables: {@code ppp.protocol} (protocol numbers of PPP), {@code ppp.frame} (a PPP
 * frame, key 0), {@code fr.nlpid} (network layer protocols of frame relay), and {@code
 * chdlc.protocol}, which has only SLARP: the other numbers of Cisco HDLC are EtherTypes.
 *
 * <p>The control and authentication protocols have only their common header; the options or values
 * are an unclaimed payload. The tags of PPPoE discovery are records.
 */
package org.jpacker.proto.ppp;
