package org.jpacker.scan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import org.jpacker.api.Passage;
import org.jpacker.api.ScalarField;

/**
 * The data of a {@link PassageStep}: its protocol and its place in the scan.
 *
 * @param passage how to pass over a header
 * @param size octets that every header has
 * @param fits {@code (octets, start) -> boolean}: whether the passage describes the header there
 * @param reads {@code (values, octets, packetStart, start, payload, end)}: reads all columns
 * @param before a bit for each column read from earlier headers
 * @param after a bit for each column read from earlier headers or from this one
 * @param places where the number in the header leads to; nowhere if all columns have been read
 * @param successors the steps there
 */
record StepPlan(
    Passage passage,
    int size,
    MethodHandle fits,
    MethodHandle reads,
    long before,
    long after,
    StepTable places,
    NextSteps successors) {

  private static final MethodHandles.Lookup HERE = MethodHandles.lookup();
  private static final MethodHandle FITS;
  private static final MethodHandle READ;

  static {
    try {
      FITS =
          HERE.findStatic(
              StepPlan.class,
              "fits",
              MethodType.methodType(
                  boolean.class,
                  boolean.class,
                  HeaderNumber.class,
                  Passage.Condition.class,
                  byte[].class,
                  int.class));
      READ =
          HERE.findStatic(
              StepPlan.class,
              "read",
              MethodType.methodType(
                  void.class,
                  Column.class,
                  HeaderNumber.class,
                  int.class,
                  long[].class,
                  byte[].class,
                  int.class,
                  int.class,
                  int.class,
                  int.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** The plan with which the class of {@code lookup} was defined. */
  static StepPlan of(MethodHandles.Lookup lookup) {
    try {
      return MethodHandles.classData(lookup, "_", StepPlan.class);
    } catch (IllegalAccessException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** A step of a newly defined class. */
  Step step() {
    try {
      MethodHandles.Lookup defined =
          HERE.defineHiddenClassWithClassData(Template.CLASS, this, true);
      return (Step)
          defined
              .findConstructor(defined.lookupClass(), MethodType.methodType(void.class))
              .asType(MethodType.methodType(Step.class))
              .invokeExact();
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  private static final class Template {
    static final byte[] CLASS = read();

    private static byte[] read() {
      try (InputStream in = StepPlan.class.getResourceAsStream("PassageStep.class")) {
        return in.readAllBytes();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** All of {@code conditions} in one handle, each with its field as a constant. */
  static MethodHandle fits(List<Passage.Condition> conditions) {
    MethodHandle fits =
        MethodHandles.dropArguments(
            MethodHandles.constant(boolean.class, true), 0, byte[].class, int.class);
    for (Passage.Condition condition : conditions) {
      HeaderNumber number = HeaderNumber.of(condition.field());
      // not guardWithTest: it has a branch profile of its own and is compiled as a whole only by
      // luck
      fits =
          MethodHandles.foldArguments(
              MethodHandles.insertArguments(FITS, 1, number, condition), fits);
    }
    return fits;
  }

  /**
   * A handle that reads the {@code columns} whose bit is set in {@code wanted}, each as a constant.
   */
  static MethodHandle reads(List<Column> columns, long wanted) {
    MethodHandle reads = MethodHandles.empty(READ.type().dropParameterTypes(0, 3));
    for (int i = columns.size() - 1; i >= 0; i--) {
      if ((wanted >>> i & 1) != 0) {
        Column column = columns.get(i);
        HeaderNumber number =
            column.kind() == Column.Kind.FIELD
                ? HeaderNumber.of((ScalarField) column.field())
                : null;
        MethodHandle one = MethodHandles.insertArguments(READ, 0, column, number, i);
        reads = MethodHandles.foldArguments(reads, one);
      }
    }
    return reads;
  }

  @SuppressWarnings("unused") // called through a handle
  private static boolean fits(
      boolean fits, HeaderNumber number, Passage.Condition condition, byte[] octets, int start) {
    int value = (int) number.read(octets, start);
    return fits && value >= condition.least() && value <= condition.most();
  }

  @SuppressWarnings("unused") // called through a handle
  private static void read(
      Column column,
      HeaderNumber number,
      int index,
      long[] values,
      byte[] octets,
      int packetStart,
      int start,
      int payload,
      int end) {
    values[index] =
        number != null
            ? number.read(octets, start)
            : column.read(octets, packetStart, start, payload, end);
  }

  /** The unchecked form of an exception that the caller cannot declare. */
  static RuntimeException unexpected(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException r ? r : new IllegalStateException(e);
  }
}
