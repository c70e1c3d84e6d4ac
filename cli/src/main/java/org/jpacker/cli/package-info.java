/**
 * The command {@code jpacker}: a class for each of its commands, and what they share. Commands
 * parse what was typed, open what was named and hand packets on; what packets look like is up to
 * {@link org.jpacker.core}.
 */
package org.jpacker.cli;
