/**
 * The transport protocols: TCP with all public options and the messages of multipath TCP, UDP,
 * UDP-Lite, SCTP with all chunks, parameters and error causes (also over UDP), DCCP with its
 * options.
 *
 * <p>Payloads are found by port, in {@link org.jpacker.api.DispatchTable#TCP_PORT} and {@link
 * org.jpacker.api.DispatchTable#UDP_PORT}; UDP-Lite shares the ports of UDP, while SCTP and DCCP
 * select no payload. The module has no dispatch table of its own.
 *
 * <p>Checksums differ: TCP, UDP, UDP-Lite and DCCP include a pseudo header, UDP-Lite and DCCP may
 * cover only a part of the payload, and SCTP has a CRC32c. SCTP is one header with all its chunks,
 * since user data are parts of chunks.
 */
package org.jpacker.proto.tcpudp;
