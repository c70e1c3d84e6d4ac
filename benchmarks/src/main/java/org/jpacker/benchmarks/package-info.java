/** Measuring programs and JMH suites; no test asserts their results. */
package org.jpacker.benchmarks;
