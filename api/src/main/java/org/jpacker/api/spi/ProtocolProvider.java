package org.jpacker.api.spi;

import java.util.List;
import org.jpacker.api.Protocol;
import org.jpacker.api.Selector;

/**
 * The door for protocols: a module provides one of these, and its protocols are found. Make it a
 * public class with a public constructor, name it in {@code module-info} ({@code provides}) and in
 * {@code META-INF/services}, so that it is found on the module path and on the class path.
 */
public interface ProtocolProvider {

  /**
   * The name of the module that brings the protocols; on the class path, where there are no
   * modules, that of the provider's package.
   */
  default String module() {
    Module module = getClass().getModule();
    return module.isNamed() ? module.getName() : getClass().getPackageName();
  }

  /** The protocols, in any order. */
  List<Protocol<?>> protocols();

  /** Numbers whose payload announces its own kind. */
  default List<Selector> selectors() {
    return List.of();
  }
}
