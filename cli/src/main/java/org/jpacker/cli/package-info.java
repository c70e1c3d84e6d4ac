/**
 * The command {@code jpacker}: a class for each of its commands, and common parts. Commands parse
 * options, open files and interfaces, and hand packets on. {@link org.jpacker.core} shows packets,
 * {@link org.jpacker.files} works on files, {@link org.jpacker.live} captures and sends.
 */
package org.jpacker.cli;
