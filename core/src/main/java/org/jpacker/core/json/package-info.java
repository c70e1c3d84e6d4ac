/** Packets as JSON. */
package org.jpacker.core.json;
