/**
 * The contracts that plug-ins must meet. The test of a module with protocols is a subclass of
 * {@link org.jpacker.testkit.ProviderContract}, or, where there is one protocol, of {@link
 * org.jpacker.testkit.ProtocolContract}; that of a back end for live packets is one of {@link
 * org.jpacker.testkit.LiveContract}.
 */
package org.jpacker.testkit;
