/**
 * Link layers and the protocols directly above them.
 *
 * <ul>
 *   <li>Frames: Ethernet, VLAN tags of customers and of providers, LLC with SNAP, MAC control
 *       (pause), slow protocols with LACP, EAPOL, loopback test (configuration test), Wake-on-LAN.
 *   <li>Bridges and neighbours: spanning tree (STP, RSTP, MSTP), LLDP, ARP with RARP.
 *   <li>MPLS, with the control words of pseudowires.
 *   <li>Link types without Ethernet: the loopback header of BSD and the cooked captures of Linux,
 *       versions 1 and 2.
 * </ul>
 *
 * <p>Dispatch tables: {@code llc.dsap} (access points), {@code llc.oui} (organisation and protocol
 * under SNAP), {@code slow.subtype}, {@code null.family} (address families), {@code eth.len}
 * (frames with a length, key 0), and {@link org.jpacker.proto.ethernet.Mpls#LABELS mpls.label},
 * which is empty: nothing in a packet says what a label stands for.
 *
 * <p>The last number of an Ethernet header or tag is a length up to 1500 and a type from 1536 on;
 * both are fields of the header, and only one of them is present.
 */
package org.jpacker.proto.ethernet;
