package org.jpacker.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jpacker.api.Address;
import org.jpacker.api.Header;

/** The accessor pairs of a header class, such as {@code int ttl()} and {@code Ipv4 ttl(int)}. */
final class Accessors {
  private static final int EXPERIMENTAL_ETHERTYPE = 0x88b5;

  /** The two accessors of a pair. */
  private record Pair(Method read, Method write) {
    Class<?> in() {
      return write.getParameterTypes()[0];
    }

    @Override
    public String toString() {
      return write.getDeclaringClass().getSimpleName()
          + "."
          + write.getName()
          + "("
          + in().getSimpleName()
          + ")";
    }
  }

  private Accessors() {}

  /** Checks that each getter returns the value written by its setter. */
  static void check(Supplier<? extends Header> samples) {
    for (Pair pair : pairs(samples.get().getClass())) {
      check(pair, samples);
    }
  }

  private static List<Pair> pairs(Class<?> type) {
    List<Pair> pairs = new ArrayList<>();
    for (Method write : type.getDeclaredMethods()) {
      if (isPublic(write) && write.getParameterCount() == 1 && write.getReturnType() == type) {
        for (Method read : type.getDeclaredMethods()) {
          if (isPublic(read)
              && read.getParameterCount() == 0
              && read.getName().equals(write.getName())) {
            pairs.add(new Pair(read, write));
          }
        }
      }
    }
    return pairs;
  }

  private static boolean isPublic(Method method) {
    return Modifier.isPublic(method.getModifiers())
        && !Modifier.isStatic(method.getModifiers())
        && !method.isSynthetic();
  }

  /**
   * Requires at least one value to be read back; others may not fit or may mean that there is no
   * value.
   */
  private static void check(Pair pair, Supplier<? extends Header> samples) {
    List<Object> others = others(pair.in(), call(pair.read, samples.get()));
    List<String> failures = new ArrayList<>();
    for (Object other : others) {
      Header header = samples.get();
      try {
        call(pair.write, header, other);
        Object after = call(pair.read, header);
        if (Objects.deepEquals(other, after)
            || after instanceof Address address && Objects.deepEquals(other, address.toBytes())
            || String.valueOf(other).equals(String.valueOf(after))) {
          return;
        }
        failures.add(other + " is read as " + after);
      } catch (IllegalStateException e) {
        assertNotNull(e.getMessage(), () -> pair + " says which condition does not hold");
        return;
      } catch (IllegalArgumentException e) {
        failures.add(e.getMessage());
      }
    }
    assertEquals(List.of(), failures, pair::toString);
  }

  /** Values other than {@code value} that a field of this type may accept. */
  private static List<Object> others(Class<?> in, Object value) {
    if (value instanceof Boolean flag) {
      return List.of(!flag);
    }
    if (value instanceof Integer number && in == int.class) {
      return List.of(number ^ 1, number ^ 4, number ^ 8, EXPERIMENTAL_ETHERTYPE, number ^ 4096);
    }
    if (value instanceof Long number && in == long.class) {
      return List.of(number ^ 1, number ^ 8);
    }
    if (value instanceof byte[] octets && in == byte[].class) {
      byte[] inverted = octets.clone();
      for (int i = 0; i < inverted.length; i++) {
        inverted[i] = (byte) ~inverted[i];
      }
      return List.of(inverted);
    }
    if (value instanceof Address address && in == String.class) {
      return List.of(other(address).toString());
    }
    if (value instanceof Address address && in == byte[].class) {
      return List.of(other(address).toBytes());
    }
    if (value instanceof Address address && in.isInstance(address)) {
      return List.of(other(address));
    }
    // values of variable shape are written back unchanged
    return value instanceof List<?> || value instanceof String ? List.of(value) : List.of();
  }

  private static Address other(Address address) {
    if (address instanceof Address.Mac) {
      return Address.Mac.of("02:12:34:56:78:9a");
    }
    return address instanceof Address.Ipv4
        ? Address.Ipv4.of("198.51.100.77")
        : Address.Ipv6.of("2001:db8::77");
  }

  private static Object call(Method method, Header header, Object... values) {
    try {
      return method.invoke(header, values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new AssertionError(method.toString(), e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(method.toString(), e);
    }
  }
}
