/**
 * Flows: who talks to whom.
 *
 * <p>The {@link org.jpacker.flow.Endpoints} of a packet are its headers with sender and receiver; a
 * {@link org.jpacker.flow.FlowKey} made from them is what all packets of a flow have in common, in
 * one direction or, if {@linkplain org.jpacker.flow.FlowKey#symmetric symmetric}, in both.
 *
 * <p>This package contains no protocol: the {@linkplain org.jpacker.api.Layout#endpoints layouts}
 * declare which of their fields are endpoints. In a tunnel the innermost pair counts; a packet
 * quoted by an error message does not.
 */
package org.jpacker.flow;
