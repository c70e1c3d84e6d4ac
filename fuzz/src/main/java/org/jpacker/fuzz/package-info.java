/**
 * Tests with hostile input: seed packets and files, mutations of them, and invariants that hold for
 * any input.
 */
package org.jpacker.fuzz;
