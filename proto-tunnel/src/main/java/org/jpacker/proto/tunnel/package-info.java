/** Tunnels over UDP: VXLAN, GENEVE, GTP-U. What they carry is dissected by whoever claims it. */
package org.jpacker.proto.tunnel;
