/** Packets as Java source that makes them again. */
package org.jpacker.core.source;
