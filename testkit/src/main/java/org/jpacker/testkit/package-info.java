/**
 * The contracts that plug-ins must meet. A protocol's test is a subclass of {@link
 * org.jpacker.testkit.ProtocolContract} with one method, that of a back end for live packets one of
 * {@link org.jpacker.testkit.LiveContract}.
 */
package org.jpacker.testkit;
