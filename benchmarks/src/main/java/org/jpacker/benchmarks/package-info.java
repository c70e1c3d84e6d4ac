/** Programs and suites that measure; nothing here is asserted by a test. */
package org.jpacker.benchmarks;
