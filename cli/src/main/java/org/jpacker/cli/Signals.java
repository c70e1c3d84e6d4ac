package org.jpacker.cli;

import java.lang.reflect.Proxy;

/**
 * Signals of the system, received through {@code sun.misc.Signal} of the module jdk.unsupported, as
 * Java has no other way. It is called by reflection, since the compiler's warning of it cannot be
 * suppressed.
 */
final class Signals {
  private Signals() {}

  /**
   * From now on runs {@code action}, in a thread of its own, on the signal of this name, such as
   * {@code USR1}. Does nothing if the system does not have that signal, or if the virtual machine
   * uses it itself.
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
      // the signal keeps its default action
    }
  }
}
