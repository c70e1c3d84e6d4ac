/** TCP and UDP. */
package org.jpacker.proto.tcpudp;
