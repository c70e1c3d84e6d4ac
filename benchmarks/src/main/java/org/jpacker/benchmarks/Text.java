package org.jpacker.benchmarks;

import java.util.concurrent.TimeUnit;
import org.jpacker.api.Packet;
import org.jpacker.api.text.Frame;
import org.jpacker.core.Summary;
import org.jpacker.core.TextTree;
import org.jpacker.core.json.PacketJson;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Packets as text: dissected and appended to a reused builder. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class Text {
  private final byte[][] mix = SamplePackets.mix();
  private final Summary summary = new Summary(Summary.Time.RELATIVE);
  private final TextTree tree = new TextTree();
  private final PacketJson json = new PacketJson();
  private final StringBuilder out = new StringBuilder(1 << 16);
  private int next;

  /** Called by JMH. */
  public Text() {}

  private Frame frame() {
    next = next == mix.length - 1 ? 0 : next + 1;
    out.setLength(0);
    return new Frame(next, Packet.NO_TIME, Packet.read(mix[next]));
  }

  /** A one-line summary. */
  @Benchmark
  public int summary() {
    summary.append(out, frame());
    return out.length();
  }

  /** The full tree. */
  @Benchmark
  public int tree() {
    tree.append(out, frame());
    return out.length();
  }

  /** A JSON object. */
  @Benchmark
  public int json() {
    json.append(out, frame());
    return out.length();
  }
}
