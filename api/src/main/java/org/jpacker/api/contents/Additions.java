package org.jpacker.api.contents;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jpacker.api.AddedTypes;
import org.jpacker.api.Header;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.spi.AddedType;

/** The types of records that modules add to unions. Immutable; shared freely between threads. */
final class Additions {
  static final Additions NONE = new Additions(List.of());

  private final Map<Choice<?>, List<Shape<?>>> shapes = new HashMap<>();
  private final Map<Choice<?>, Map<Long, Shape<?>>> numbers = new HashMap<>();

  private Additions(List<AddedType> all) {
    for (AddedType added : all) {
      if (added instanceof Addition each) {
        add(each);
      }
    }
  }

  private void add(Addition each) {
    shapes.computeIfAbsent(each.choice(), choice -> new ArrayList<>()).add(each.shape());
    for (long number : each.numbers()) {
      numbers
          .computeIfAbsent(each.choice(), choice -> new HashMap<>())
          .putIfAbsent(number, each.shape());
    }
  }

  static Additions of(AddedTypes added) {
    return added.isEmpty() ? NONE : added.index(Additions::new);
  }

  /** Those of the registry that read {@code header}. */
  static Additions of(Header header) {
    return of(ProtocolRegistry.thatRead(header).additions());
  }

  boolean isEmpty() {
    return shapes.isEmpty();
  }

  /** The types of the union with this number: its own ones, and then the one that was added. */
  Shape<?>[] find(Choice<?> choice, Shape<?>[] own, long number) {
    Map<Long, Shape<?>> added = numbers.get(choice);
    Shape<?> shape = added == null ? null : added.get(number);
    if (shape == null) {
      return own;
    }
    Shape<?>[] all = Arrays.copyOf(own, own.length + 1);
    all[own.length] = shape;
    return all;
  }

  /** The types that are added to a union. */
  @SuppressWarnings("unchecked")
  <T extends Shaped> List<Shape<? extends T>> to(Choice<T> choice) {
    // an addition can only be made of a shape of the union's type
    return (List<Shape<? extends T>>) (List<?>) shapes.getOrDefault(choice, List.of());
  }
}
