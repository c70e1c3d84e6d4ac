package org.jpacker.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import org.jpacker.api.UIntField;

/**
 * The step over the headers of one protocol after headers from which a given set of columns was
 * read. This class is a template: it is never used itself. Each such step of a scan is defined anew
 * from it, so that the JIT compiler sees the protocol, the columns read so far and the next steps
 * as constants.
 */
final class PassageStep extends Step {
  private static final StepPlan PLAN = StepPlan.of(MethodHandles.lookup());
  private static final MethodHandle FITS = PLAN.fits();
  private static final MethodHandle READS = PLAN.reads();
  private static final HeaderNumber HEADER_SIZE = number(PLAN.passage().headerSize());
  private static final HeaderNumber LIMIT = number(PLAN.passage().limit());
  private static final HeaderNumber SELECTOR = number(PLAN.passage().selector());
  private static final HeaderNumber OTHER_SELECTOR = number(PLAN.passage().otherSelector());
  private static final StepTable PLACES = PLAN.places();
  private static final boolean ENDS_HERE = PLACES.isEmpty();
  private static final NextSteps SUCCESSORS = PLAN.successors();
  private static final MethodHandle FIRST = SUCCESSORS.call(1);
  private static final MethodHandle SECOND = SUCCESSORS.call(2);
  private static final MethodHandle THIRD = SUCCESSORS.call(3);

  /** Up to this offset in a packet, layers need not be counted. */
  private static final int NOT_DEEP = 512;

  PassageStep() {}

  private static HeaderNumber number(UIntField field) {
    return field == null ? null : HeaderNumber.of(field);
  }

  @Override
  long pass(Row row, byte[] octets, int start, int end) {
    int room = end - start;
    int head = PLAN.size();
    if (room < head) {
      return PLAN.before();
    }
    if (!fits(octets, start)) {
      return ODD;
    }
    if (HEADER_SIZE != null) {
      head = (int) HEADER_SIZE.read(octets, start);
      if (head < PLAN.size() || head > room) {
        return PLAN.before();
      }
    }
    if (LIMIT != null) {
      int size = (int) LIMIT.read(octets, start) + PLAN.passage().limitFrom();
      if (size < head) {
        return ODD;
      }
      room = Math.min(room, size);
    }
    read(row, octets, start, start + head, start + room);
    if (ENDS_HERE || head == room) {
      return PLAN.after();
    }
    if (start - row.offset() > NOT_DEEP) {
      return ODD;
    }
    return next(row, octets, start, start + head, start + room);
  }

  /** Calls the next step; the first few are called as constants, so that they are inlined. */
  private static long next(Row row, byte[] octets, int start, int payload, int end) {
    int number = (int) SELECTOR.read(octets, start);
    int place =
        OTHER_SELECTOR == null
            ? PLACES.of(number)
            : PLACES.of(number, (int) OTHER_SELECTOR.read(octets, start));
    try {
      switch (place) {
        case 0:
          return PLAN.after();
        case 1:
          return (long) FIRST.invokeExact(row, octets, payload, end);
        case 2:
          return (long) SECOND.invokeExact(row, octets, payload, end);
        case 3:
          return (long) THIRD.invokeExact(row, octets, payload, end);
        default:
          return SUCCESSORS.steps()[place].pass(row, octets, payload, end);
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
