package org.jpacker.core;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.Reader;

/**
 * Where the numbers of a dispatch table lead to in a scan. An array for all numbers where one
 * selects; for two ports, which scatter, a bit for each number, and the registry for the few that
 * lead anywhere. A record, so that the arrays are constants to the virtual machine.
 *
 * @param places for each number the place of its step in {@code steps}
 * @param steps at place 0 none
 * @param calls for each step a call, which is a constant though the step is only known later
 * @param leadsOn for each port a bit, whether it leads to a step
 * @param byReader the places of the steps
 */
record Successors(
    ProtocolRegistry registry,
    DispatchTable table,
    byte[] places,
    Step[] steps,
    MutableCallSite[] calls,
    long[] leadsOn,
    Map<Reader, Integer> byReader) {

  /** Of a protocol that carries nothing. */
  static final Successors NONE = of(null, null, 0, true, 0);

  /** Which numbers lead to which steps, by the readers that answer to the numbers. */
  static Successors of(
      ProtocolRegistry registry, DispatchTable table, int width, boolean byPorts, int steps) {
    MutableCallSite[] calls = new MutableCallSite[steps + 1];
    Arrays.setAll(calls, place -> new MutableCallSite(Step.NOTHING.call()));
    return new Successors(
        registry,
        table,
        new byte[byPorts ? 0 : 1 << width],
        new Step[steps + 1],
        calls,
        new long[byPorts ? (1 << width) + 63 >>> 6 : 0],
        new IdentityHashMap<>());
  }

  /** Says that {@code number}, which {@code reader} answers to, leads to {@code step}. */
  void put(int number, Reader reader, Step step) {
    int place = byReader.computeIfAbsent(reader, unused -> byReader.size() + 1);
    if (steps[place] == null) {
      steps[place] = step;
      calls[place].setTarget(step.call());
    }
    if (places.length > 0) {
      places[number] = (byte) place;
    } else {
      leadsOn[number >>> 6] |= 1L << number;
    }
  }

  /** The call of the step at {@code place}; where there is none, nothing is passed over. */
  MethodHandle call(int place) {
    return place < calls.length ? calls[place].dynamicInvoker() : Step.NOTHING.call();
  }

  /** The place of the step behind a number; 0 where there is nothing to be found. */
  int of(int number) {
    return places[number] & 0xff;
  }

  /** The place of the step behind two ports; 0 where there is nothing to be found. */
  int of(int port, int otherPort) {
    long either = leadsOn[port >>> 6] >>> port | leadsOn[otherPort >>> 6] >>> otherPort;
    return (either & 1) == 0 ? 0 : byRegistry(port, otherPort);
  }

  private int byRegistry(int port, int otherPort) {
    return byReader.getOrDefault(registry.find(table, port, otherPort), 0);
  }
}
