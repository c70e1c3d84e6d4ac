package org.jpacker.cli;

import java.lang.reflect.Proxy;

/**
 * Signals of the system, heard by {@code sun.misc.Signal} of the module jdk.unsupported: Java has
 * nothing else. It is called by reflection, since the compiler warns of it and cannot be told not
 * to.
 */
final class Signals {
  private Signals() {}

  /**
   * From now on runs {@code action}, in a thread of its own, when the signal of this name comes,
   * such as {@code USR1}. Does nothing where there is no such signal, or where the virtual machine
   * keeps it for itself.
   */
  static void on(String name, Runnable action) {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object handling =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, arguments) -> {
                action.run();
                return null;
              });
      Object named = signal.getConstructor(String.class).newInstance(name);
      signal.getMethod("handle", signal, handler).invoke(null, named, handling);
    } catch (ReflectiveOperationException e) {
      // the signal does what it does by default
    }
  }
}
