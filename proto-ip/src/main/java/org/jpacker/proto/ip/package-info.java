/**
 * The Internet Protocol and the protocols that protect or tunnel its packets.
 *
 * <ul>
 *   <li>IPv4 with all public options, IPv6 with hop-by-hop and destination options, routing
 *       headers, fragments and mobility headers.
 *   <li>{@link org.jpacker.proto.ip.Fragmenter} and {@link org.jpacker.proto.ip.Defragmenter} for
 *       both versions.
 *   <li>IPsec (AH, ESP) and IPComp; the payloads of ESP and IPComp are unclaimed.
 *   <li>Tunnels: IP in IP, GRE (also over UDP and for PPTP), ERSPAN, EtherIP.
 * </ul>
 *
 * <p>The module has no dispatch table of its own: payloads are found by IP protocol number or by
 * EtherType, in tables of {@link org.jpacker.api.DispatchTable}. For raw IP, a selector reads the
 * version from the first four bits.
 *
 * <p>Extension headers of IPv6 are layers of their own. The payload of a fragment other than the
 * first is data. A length of zero in a header means that the layer ends with the payload of its
 * carrier, as in captures with segmentation offload.
 */
package org.jpacker.proto.ip;
