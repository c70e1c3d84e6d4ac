package org.jpacker.scan;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Passes over one header of a packet in a {@link Scan}, and over all that it carries. */
abstract class Step {

  /** The sign bit among those of the columns: the packet is to be read with objects. */
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

  /** Stands for what no passage describes. */
  static final Step OBJECTS =
      new Step() {
        @Override
        long pass(Row row, byte[] octets, int start, int end) {
          return ODD;
        }
      };

  /** Stands for what has no columns, and leads to none. */
  static final Step NOTHING =
      new Step() {
        @Override
        long pass(Row row, byte[] octets, int start, int end) {
          return 0;
        }
      };

  /**
   * Reads the columns of the header at {@code start}, whose carrier goes to {@code end}, and of all
   * that it carries.
   *
   * @return a bit for each column that was read, by the steps before too, or {@link #ODD}
   */
  abstract long pass(Row row, byte[] octets, int start, int end);

  /** {@link #pass} of this step. */
  final MethodHandle call() {
    return PASS.bindTo(this);
  }
}
