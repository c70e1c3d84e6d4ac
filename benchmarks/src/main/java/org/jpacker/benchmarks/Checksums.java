package org.jpacker.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jpacker.api.InternetChecksum;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The Internet checksum over octets that lie in the caches. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Checksums {
  /** Octets that are summed. */
  @Param({"20", "64", "1500", "65535"})
  public int octets;

  private final byte[] data = new byte[65_536];

  /** For JMH. */
  public Checksums() {}

  /** At an even place. */
  @Benchmark
  public int sum() {
    return new InternetChecksum().add(data, 0, octets).value();
  }

  /** At an odd place. */
  @Benchmark
  public int sumOfOddPlace() {
    return new InternetChecksum().add(data, 1, octets).value();
  }
}
