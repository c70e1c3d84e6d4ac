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
 * Where the numbers of a dispatch table lead to in a scan: to the place of a step among the {@link
 * NextSteps}, from 1 on, or to 0, where nothing is to be found. An array for all numbers where one
 * selects; for two ports, which scatter, a bit for each number, and the registry for the few that
 * lead anywhere. A record, so that the arrays are constants to the virtual machine.
 *
 * @param byNumber for each number the place; empty for two ports
 * @param leadsOn for each port a bit, whether it leads to a step
 * @param byReader the place of each reader; several that are asked in turn are not among them
 * @param passed the readers whose headers are passed over, in the order of their places; all others
 *     share the place behind them
 */
record StepTable(
    ProtocolRegistry registry,
    DispatchTable table,
    byte[] byNumber,
    long[] leadsOn,
    Map<Reader, Integer> byReader,
    List<Reader> passed) {

  /** What one octet can tell, but for nothing and for all others. */
  static final int MOST_PASSED = 254;

  /** Where nothing is to be found behind any number. */
  static final StepTable NONE =
      new StepTable(null, null, new byte[0], new long[0], Map.of(), List.of());

  /**
   * The places of {@code passed}, at most {@link #MOST_PASSED}, and of the other readers.
   *
   * @param selector the number that selects, or the first of two ports
   * @param numbers the readers by the numbers that lead to them
   * @param others the readers that lead to nothing
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

  /** The place of the step behind a number. */
  int of(int number) {
    return byNumber[number] & 0xff;
  }

  /** The place of the step behind two ports. */
  int of(int port, int otherPort) {
    long either = leadsOn[port >>> 6] >>> port | leadsOn[otherPort >>> 6] >>> otherPort;
    return (either & 1) == 0 ? 0 : byRegistry(port, otherPort);
  }

  private int byRegistry(int port, int otherPort) {
    return byReader.getOrDefault(registry.find(table, port, otherPort), passed.size() + 1);
  }
}
