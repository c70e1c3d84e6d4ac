/**
 * Contracts that plug-ins must meet, as JUnit test classes to extend.
 *
 * <p><b>Protocols.</b> The test of a protocol is a subclass of {@link
 * org.jpacker.testkit.ProtocolContract} with a single method that names the protocol. The contract
 * covers writing and reading, truncation at every length, random octets, accessors, derived fields,
 * heuristics and bulk scans. It uses a fixed random seed, which {@code -Djpacker.seed=N} replaces.
 *
 * <p><b>Live back ends.</b> The test of a back end is a subclass of {@link
 * org.jpacker.testkit.LiveContract}. It runs on {@link org.jpacker.testkit.VirtualWire}s, pairs of
 * virtual interfaces that need root on Linux; elsewhere it is skipped with a message. {@link
 * org.jpacker.testkit.Footprint} detects leaks of native resources.
 *
 * <p>The contracts say nothing about the meaning of fields: a protocol needs further tests that
 * compare it with an independent implementation.
 */
package org.jpacker.testkit;
