package org.jpacker.api;

import java.util.List;
import java.util.function.Function;
import org.jpacker.api.spi.AddedType;

/**
 * The types of records that the modules of a registry add to unions of others. Immutable; shared
 * freely between threads.
 */
public final class AddedTypes {
  /** None at all. */
  public static final AddedTypes NONE = new AddedTypes(List.of());

  private final List<AddedType> all;
  private volatile Object index;

  AddedTypes(List<AddedType> all) {
    this.all = List.copyOf(all);
  }

  /** All of them, in any order. */
  public List<AddedType> all() {
    return all;
  }

  /** Whether there are none. */
  public boolean isEmpty() {
    return all.isEmpty();
  }

  /**
   * What {@code make} makes of them, made once and kept: for {@link org.jpacker.api.contents},
   * which looks types up in it.
   */
  @SuppressWarnings("unchecked")
  public <T> T index(Function<List<AddedType>, T> make) {
    Object made = index;
    if (made == null) {
      made = make.apply(all);
      index = made;
    }
    return (T) made;
  }
}
