/** Small programs, one idea each. Those of the README stand here word for word. */
package org.jpacker.examples;
