package org.jpacker.core.source;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jpacker.api.Address;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Protocol;

/**
 * How a program sets the fields of a protocol: with the accessors of its header class, whose names
 * follow from those of the constants, or else with the constants themselves.
 */
public final class JavaSetters {

  /**
   * A field that source can name.
   *
   * @param field the field
   * @param constant name of the constant in the header class
   * @param accessors accessors that set the field from a value, from text or from a list; the first
   *     that works is used
   * @param getter returns the argument for the accessor that takes a list; or null
   */
  public record Setter(Field field, String constant, List<Method> accessors, Method getter) {

    /**
     * The argument with which {@code accessor} gives a header the value that the field has in
     * {@code from}.
     */
    public Object argument(Method accessor, Header from) throws ReflectiveOperationException {
      Class<?> type = accessor.getParameterTypes()[0];
      if (type == List.class) {
        return getter.invoke(from);
      }
      Object value = field.value(from);
      if (type == String.class && value instanceof Address) {
        return value.toString();
      }
      return value;
    }
  }

  /** Parameter types of accessors, in order of preference. */
  private static final List<Class<?>> PARAMETERS =
      List.of(String.class, int.class, long.class, boolean.class, List.class);

  private final Map<Field, Setter> setters;
  private final boolean isPublic;

  private JavaSetters(Map<Field, Setter> setters, boolean isPublic) {
    this.setters = setters;
    this.isPublic = isPublic;
  }

  /** The setters of {@code protocol}. */
  public static JavaSetters of(Protocol<?> protocol) {
    try {
      return of(protocol.type());
    } catch (LinkageError e) {
      // a method names a missing class, so source that uses it could not compile
      return new JavaSetters(Map.of(), false);
    }
  }

  private static JavaSetters of(Class<?> type) {
    Map<String, List<Method>> methods =
        Arrays.stream(type.getMethods())
            .filter(method -> !method.isBridge())
            .collect(Collectors.groupingBy(Method::getName));
    Map<Field, Setter> setters = new IdentityHashMap<>();
    for (java.lang.reflect.Field constant : type.getFields()) {
      if (Modifier.isStatic(constant.getModifiers())
          && Field.class.isAssignableFrom(constant.getType())) {
        try {
          Field field = (Field) constant.get(null);
          setters.put(field, setter(type, methods, field, constant.getName()));
        } catch (IllegalAccessException e) {
          // the package is not exported, so source cannot name it
          return new JavaSetters(Map.of(), false);
        }
      }
    }
    return new JavaSetters(Collections.unmodifiableMap(setters), hasPublicConstructor(type));
  }

  private static boolean hasPublicConstructor(Class<?> type) {
    try {
      return Modifier.isPublic(type.getConstructor().getModifiers());
    } catch (NoSuchMethodException e) {
      return false;
    }
  }

  /**
   * Searched by hand, since {@link Class#getMethod} creates an exception with a stack trace for
   * each of the many missing methods.
   */
  private static Setter setter(
      Class<?> type, Map<String, List<Method>> methods, Field field, String constant) {
    List<Method> named = methods.getOrDefault(camelCase(constant), List.of());
    Method getter = method(named);
    List<Method> accessors = new ArrayList<>();
    for (Class<?> parameter : PARAMETERS) {
      Method accessor = method(named, parameter);
      if (accessor != null
          && accessor.getReturnType() == type
          && (parameter != List.class || getter != null)) {
        accessors.add(accessor);
      }
    }
    return new Setter(field, constant, List.copyOf(accessors), getter);
  }

  private static Method method(List<Method> named, Class<?>... parameters) {
    for (Method method : named) {
      if (Arrays.equals(method.getParameterTypes(), parameters)) {
        return method;
      }
    }
    return null;
  }

  /** {@code srcPort} for {@code SRC_PORT}. */
  static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
      name.append(
          name.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  /** Whether source outside of the protocol's module can create a header and set its fields. */
  public boolean isPublic() {
    return isPublic;
  }

  /** The setter of {@code field}, or null where source cannot name the field. */
  public Setter of(Field field) {
    return setters.get(field);
  }
}
