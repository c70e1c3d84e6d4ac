package org.jpacker.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Passes over one header of a packet in a {@link Scan}, and over everything that it carries. */
abstract class Step {

  /** The sign bit among those of the columns: the packet must be read as objects. */
  static final long ODD = Long.MIN_VALUE;

  private static final MethodHandle PASS;

  static {
    try {
      PASS =
          MethodHandles.lookup()
              .findVirtual(
                  Step.class,
                  "pass",
                  MethodType.methodType(long.class, Row.class, byte[].class, int.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** For headers that no passage describes. */
  static final Step OBJECTS =
      new Step() {
        @Override
        long pass(Row row, byte[] octets, int start, int end) {
          return ODD;
        }
      };

  /** For headers without columns that lead to none. */
  static final Step NOTHING =
      new Step() {
        @Override
        long pass(Row row, byte[] octets, int start, int end) {
          return 0;
        }
      };

  /**
   * Reads the columns of the header at {@code start}, which extends no further than {@code end},
   * and of everything that it carries.
   *
   * @return a bit for each column read, including those read by earlier steps, or {@link #ODD}
   */
  abstract long pass(Row row, byte[] octets, int start, int end);

  /** {@link #pass} of this step. */
  final MethodHandle call() {
    return PASS.bindTo(this);
  }
}
