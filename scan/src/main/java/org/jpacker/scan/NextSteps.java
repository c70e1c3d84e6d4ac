package org.jpacker.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MutableCallSite;
import java.util.Arrays;

/**
 * The steps that may come behind one, by their {@link StepTable}. A record, so that the arrays are
 * constants to the virtual machine.
 *
 * @param steps at place 0 none that is asked for
 * @param calls for each step a call, which is a constant though the step is only known later
 */
record NextSteps(Step[] steps, MutableCallSite[] calls) {

  /** A place for each step that is set later, and one behind them for what is read with objects. */
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

  /** The call of the step at {@code place}; where there is none, nothing is passed over. */
  MethodHandle call(int place) {
    return place < calls.length ? calls[place].dynamicInvoker() : Step.NOTHING.call();
  }
}
