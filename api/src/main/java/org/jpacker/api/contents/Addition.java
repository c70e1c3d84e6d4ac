package org.jpacker.api.contents;

import java.util.List;
import org.jpacker.api.spi.AddedType;

/**
 * A type of record that one module adds to the union of another, through {@link
 * org.jpacker.api.spi.ProtocolProvider#additions}.
 *
 * <pre>{@code
 * record Colour(int red, int green, int blue) implements TcpOption.Added {
 *   @Override
 *   public Colour parts(Parts in) {
 *     in.type(NUMBER);
 *     return new Colour(in.u8("colour.red", red), ...);
 *   }
 * }
 * Addition.to(Tcp.OPTION_TYPES, Shape.of(NUMBER, new Colour(0, 0, 0)))
 * }</pre>
 *
 * <p>The record says its number, {@link Parts#type(int)}: it can be written by a program that knows
 * nothing of the addition.
 *
 * @param choice the union
 * @param shape the type, with its numbers
 */
public record Addition(Choice<?> choice, Shape<?> shape) implements AddedType {

  /**
   * Checks the type, so that one with mistakes fails here and harms no other.
   *
   * @throws IllegalArgumentException if there is no number, or if the record does not say one of
   *     them
   * @throws IllegalStateException if its parts cannot be described
   */
  public Addition {
    if (shape.numbers.length == 0) {
      throw new IllegalArgumentException("a type that is added needs a number");
    }
    shape.describe(new Describing(Additions.NONE));
    if (shape.inner == null && !shape.numbers().contains(Parts.numberOf(shape.blank))) {
      throw new IllegalArgumentException(
          shape + ": the record does not say its number, in.type(" + shape.numbers[0] + ")");
    }
  }

  /** Adds {@code shape} to {@code choice}. */
  public static <T extends Shaped> Addition to(Choice<T> choice, Shape<? extends T> shape) {
    return new Addition(choice, shape);
  }

  @Override
  public Choice<?> union() {
    return choice;
  }

  @Override
  public List<Long> numbers() {
    return shape.numbers();
  }

  /** The type and the union, for messages. */
  @Override
  public String toString() {
    return shape + " of " + choice;
  }
}
