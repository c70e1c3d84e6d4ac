/** Hostile input: packets to begin with, what is done to them, and what holds whatever comes. */
package org.jpacker.fuzz;
