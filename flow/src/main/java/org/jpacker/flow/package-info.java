/**
 * Who talks to whom: the {@link org.jpacker.flow.Endpoints} of a packet, and the {@link
 * org.jpacker.flow.FlowKey} that packets of a flow have in common. Nothing here knows a protocol:
 * the layouts declare which of their fields are endpoints.
 */
package org.jpacker.flow;
