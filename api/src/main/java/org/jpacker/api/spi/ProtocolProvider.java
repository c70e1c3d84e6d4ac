package org.jpacker.api.spi;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.Selector;

/**
 * The service interface through which a module contributes protocols. The implementation is a
 * public class with a public constructor without parameters, named both in {@code module-info}
 * ({@code provides}) and in {@code META-INF/services}, so that it is found on the module path and
 * on the class path.
 */
public interface ProtocolProvider {

  /**
   * The name of the module that contributes the protocols: the module of the provider's class or,
   * on the class path, its package.
   */
  default String module() {
    Module module = getClass().getModule();
    return module.isNamed() ? module.getName() : getClass().getPackageName();
  }

  /** The protocols, in any order. */
  List<Protocol<?>> protocols();

  /**
   * Types of records that are added to the unions of other modules, see {@link
   * org.jpacker.api.contents.Addition}; by default none.
   */
  default List<AddedType> additions() {
    return List.of();
  }

  /** The selectors for numbers whose payload identifies its own protocol; by default none. */
  default List<Selector> selectors() {
    return List.of();
  }
}
