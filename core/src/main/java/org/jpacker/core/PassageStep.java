package org.jpacker.core;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jpacker.api.UIntField;

/**
 * The step over the headers of one protocol. This class is a template: it is never used itself, but
 * defined anew for each protocol of a scan, so that what it knows of the protocol, the next steps
 * among it, are constants to the virtual machine.
 */
final class PassageStep extends Step {
  private static final StepPlan PLAN = StepPlan.of(MethodHandles.lookup());
  private static final MethodHandle FITS = PLAN.fits();
  private static final MethodHandle READS = PLAN.reads();
  private static final HeaderNumber HEADER_SIZE = number(PLAN.passage().headerSize());
  private static final HeaderNumber LIMIT = number(PLAN.passage().limit());
  private static final HeaderNumber SELECTOR = number(PLAN.passage().selector());
  private static final HeaderNumber OTHER_SELECTOR = number(PLAN.passage().otherSelector());
  private static final Successors SUCCESSORS = PLAN.successors();
  private static final MethodHandle FIRST = SUCCESSORS.call(1);
  private static final MethodHandle SECOND = SUCCESSORS.call(2);
  private static final MethodHandle THIRD = SUCCESSORS.call(3);

  /** Octets in one packet up to which its layers need not be counted. */
  private static final int NOT_DEEP = 512;

  PassageStep() {}

  private static HeaderNumber number(UIntField field) {
    return field == null ? null : HeaderNumber.of(field);
  }

  @Override
  long pass(Row row, byte[] octets, int start, int end, long present) {
    int room = end - start;
    int head = PLAN.size();
    if (room < head) {
      return present;
    }
    if (!fits(octets, start)) {
      return ODD;
    }
    if (HEADER_SIZE != null) {
      head = (int) HEADER_SIZE.read(octets, start);
      if (head < PLAN.size() || head > room) {
        return present;
      }
    }
    if (LIMIT != null) {
      int size = (int) LIMIT.read(octets, start) + PLAN.passage().limitFrom();
      if (size < head) {
        return ODD;
      }
      room = Math.min(room, size);
    }
    long seen = present;
    if (PLAN.wanted() != 0) {
      if ((present & PLAN.wanted()) != 0) {
        // a second header of this protocol has nothing to say; of another one with the same field
        // it may
        if ((present & PLAN.wanted()) != PLAN.wanted()) {
          return ODD;
        }
      } else {
        read(row, octets, start, start + head, start + room);
        seen |= PLAN.wanted();
      }
    }
    if (!PLAN.leadsOn() || seen == PLAN.all() || head == room) {
      return seen;
    }
    if (start - row.offset() > NOT_DEEP) {
      return ODD;
    }
    return next(row, octets, start, start + head, start + room, seen);
  }

  /** Calls the next step, the first few as constants, so that they are inlined. */
  private static long next(Row row, byte[] octets, int start, int payload, int end, long present) {
    int number = (int) SELECTOR.read(octets, start);
    int place =
        OTHER_SELECTOR == null
            ? SUCCESSORS.of(number)
            : SUCCESSORS.of(number, (int) OTHER_SELECTOR.read(octets, start));
    try {
      switch (place) {
        case 0:
          return present;
        case 1:
          return (long) FIRST.invokeExact(row, octets, payload, end, present);
        case 2:
          return (long) SECOND.invokeExact(row, octets, payload, end, present);
        case 3:
          return (long) THIRD.invokeExact(row, octets, payload, end, present);
        default:
          return SUCCESSORS.steps()[place].pass(row, octets, payload, end, present);
      }
    } catch (Throwable e) {
      throw StepPlan.unexpected(e);
    }
  }

  private static boolean fits(byte[] octets, int start) {
    try {
      return (boolean) FITS.invokeExact(octets, start);
    } catch (Throwable e) {
      throw StepPlan.unexpected(e);
    }
  }

  private static void read(Row row, byte[] octets, int start, int payload, int end) {
    try {
      READS.invokeExact(row.values(), octets, row.offset(), start, payload, end);
    } catch (Throwable e) {
      throw StepPlan.unexpected(e);
    }
  }
}
