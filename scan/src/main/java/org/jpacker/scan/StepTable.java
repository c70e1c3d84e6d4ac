package org.jpacker.scan;

import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Reader;
import org.jpacker.api.UIntField;

/**
 * Maps the numbers of a dispatch table to indices in {@link NextSteps}, from 1 on; 0 stands for
 * payloads without columns. A single number indexes an array. For two ports, which are scattered,
 * there is a bit per number, and the registry decides for the few that lead to a step. A record, so
 * that the JIT compiler treats the arrays as constants.
 *
 * @param registry the protocols
 * @param table the dispatch table
 * @param byNumber the index for each number; empty for two ports
 * @param leadsOn a bit for each port, set if it leads to a step
 * @param byReader the index of each reader, without those that are tried in turn
 * @param passed the readers whose headers are passed over, in the order of their indices; all
 *     others share the index after them
 */
record StepTable(
    ProtocolRegistry registry,
    DispatchTable table,
    byte[] byNumber,
    long[] leadsOn,
    Map<Reader, Integer> byReader,
    List<Reader> passed) {

  /** Number of indices in one byte, without 0 and the shared last one. */
  static final int MOST_PASSED = 254;

  /** No number leads to a step. */
  static final StepTable NONE =
      new StepTable(null, null, new byte[0], new long[0], Map.of(), List.of());

  /**
   * Indices for {@code passed}, at most {@link #MOST_PASSED}, and for the other readers.
   *
   * @param registry the protocols
   * @param selector the number that selects, or the first of two ports
   * @param byPorts whether one of two ports selects
   * @param numbers the readers that lead to columns, by number
   * @param others the readers that do not
   * @param passed the readers whose headers are passed over
   */
  static StepTable of(
      ProtocolRegistry registry,
      UIntField selector,
      boolean byPorts,
      Map<Integer, Reader> numbers,
      Collection<Reader> others,
      List<Reader> passed) {
    int count = 1 << selector.width();
    byte[] byNumber = new byte[byPorts ? 0 : count];
    long[] leadsOn = new long[byPorts ? count + 63 >>> 6 : 0];
    Map<Reader, Integer> byReader = new IdentityHashMap<>();
    for (Reader reader : passed) {
      byReader.put(reader, byReader.size() + 1);
    }
    for (Reader reader : numbers.values()) {
      byReader.putIfAbsent(reader, passed.size() + 1);
    }
    others.forEach(reader -> byReader.put(reader, 0));
    numbers.forEach(
        (number, reader) -> {
          if (byPorts) {
            leadsOn[number >>> 6] |= 1L << number;
          } else {
            byNumber[number] = byReader.get(reader).byteValue();
          }
        });
    return new StepTable(
        registry, selector.traits().selects(), byNumber, leadsOn, byReader, passed);
  }

  /** Whether no number leads to a step. */
  boolean isEmpty() {
    return byReader.isEmpty();
  }

  /** The index of the step for a number. */
  int of(int number) {
    return byNumber[number] & 0xff;
  }

  /** The index of the step for two ports. */
  int of(int port, int otherPort) {
    long either = leadsOn[port >>> 6] >>> port | leadsOn[otherPort >>> 6] >>> otherPort;
    return (either & 1) == 0 ? 0 : byRegistry(port, otherPort);
  }

  private int byRegistry(int port, int otherPort) {
    return byReader.getOrDefault(registry.find(table, port, otherPort), passed.size() + 1);
  }
}
