/**
 * The contract that every protocol must meet. A protocol's test is a subclass of {@link
 * org.jpacker.testkit.ProtocolContract} with one method.
 */
package org.jpacker.testkit;
