package org.jpacker.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.util.Arrays;

/**
 * The possible steps after one step, indexed by its {@link StepTable}. A record, so that the JIT
 * compiler treats the arrays as constants.
 *
 * @param steps the steps; index 0 stands for headers without columns
 * @param calls a call site per step: a constant, although its target is set later
 */
record NextSteps(Step[] steps, MutableCallSite[] calls) {

  /**
   * Room for each step to be set later, and one entry after them for headers that are read as
   * objects.
   */
  static NextSteps of(StepTable places) {
    int count = places.isEmpty() ? 0 : places.passed().size() + 1;
    Step[] steps = new Step[count + 1];
    Arrays.fill(steps, Step.OBJECTS);
    MutableCallSite[] calls = new MutableCallSite[count + 1];
    Arrays.setAll(calls, place -> new MutableCallSite(Step.OBJECTS.call()));
    return new NextSteps(steps, calls);
  }

  void set(int place, Step step) {
    steps[place] = step;
    calls[place].setTarget(step.call());
  }

  /**
   * The call of the step at {@code place}; for a missing entry, of one that passes over nothing.
   */
  MethodHandle call(int place) {
    return place < calls.length ? calls[place].dynamicInvoker() : Step.NOTHING.call();
  }
}
