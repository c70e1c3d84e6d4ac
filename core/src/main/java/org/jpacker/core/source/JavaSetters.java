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
 * How the source of a program sets the fields of a protocol: by the accessors of its header class,
 * which are called as the constants are, or else by the constants themselves.
 */
public final class JavaSetters {

  /**
   * A field that source can name.
   *
   * @param constant the name of the constant in the header class
   * @param accessors those that set the field from a value, from text, or from a list; the first
   *     that does is taken
   * @param getter gives what the accessor for a list takes; or null
   */
  public record Setter(Field field, String constant, List<Method> accessors, Method getter) {

    /** The value that {@code accessor} takes to give a header the field that {@code from} has. */
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

  /** What accessors take, in the order of preference. */
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
      // a method names a class that is missing: nobody's source would compile with it
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
          // of a package that is not exported: nobody's source could name it
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
   * By a search of our own: {@link Class#getMethod} makes an exception, with its stack trace, for
   * each of the many that are not there.
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
  private static String camelCase(String constant) {
    StringBuilder name = new StringBuilder();
    for (String word : constant.toLowerCase(Locale.ROOT).split("_")) {
      name.append(
          name.isEmpty() || word.isEmpty()
              ? word
              : Character.toUpperCase(word.charAt(0)) + word.substring(1));
    }
    return name.toString();
  }

  /** Whether source outside of the protocol's module can make a header and set its fields. */
  public boolean isPublic() {
    return isPublic;
  }

  /** The setter of {@code field}, or null where source cannot name the field. */
  public Setter of(Field field) {
    return setters.get(field);
  }
}
