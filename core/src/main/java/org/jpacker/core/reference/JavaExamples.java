package org.jpacker.core.reference;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Ipv6Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.Protocol;
import org.jpacker.api.Traits;
import org.jpacker.core.source.JavaSetters;

/**
 * One line of Java for each common task with a protocol: creating a header, finding one. Addresses
 * are those reserved for documentation.
 */
final class JavaExamples {
  private static final int MOST_SETTERS = 2;

  private JavaExamples() {}

  /** The lines; none if programs cannot name the header class. */
  static List<String> of(Protocol<?> protocol, JavaSetters setters) {
    Class<?> type = protocol.type();
    List<String> lines = new ArrayList<>();
    if (!Modifier.isPublic(type.getModifiers())) {
      return lines;
    }
    String name = type.getSimpleName();
    if (setters.isPublic()) {
      lines.add("new " + name + "()" + calls(protocol.layout(), setters));
    }
    makers(type).forEach(maker -> lines.add(name + "." + maker.getName() + parameters(maker)));
    lines.add("packet.get(" + name + ".class)");
    return lines;
  }

  private static List<Method> makers(Class<?> type) {
    try {
      return Arrays.stream(type.getMethods())
          .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getReturnType() == type)
          .sorted(Comparator.comparing(Method::toString))
          .toList();
    } catch (LinkageError e) {
      return List.of(); // a class named by a method is missing
    }
  }

  private static String parameters(Method method) {
    return Arrays.stream(method.getParameterTypes())
        .map(Class::getSimpleName)
        .collect(Collectors.joining(", ", "(", ")"));
  }

  /** Calls that set the endpoints or, failing that, the first fields that a program sets. */
  private static String calls(Layout layout, JavaSetters setters) {
    StringBuilder out = new StringBuilder();
    int count = 0;
    for (Field field : layout.fields()) {
      boolean wanted =
          layout.source() == null
              ? !field.traits().derived() && field.traits().condition().isEmpty()
              : field == layout.source() || field == layout.destination();
      String value = value(layout, field);
      JavaSetters.Setter setter = setters.of(field);
      if (count < MOST_SETTERS
          && wanted
          && value != null
          && setter != null
          && !setter.accessors().isEmpty()) {
        out.append('.').append(setter.accessors().get(0).getName());
        out.append('(').append(value).append(')');
        count++;
      }
    }
    return out.toString();
  }

  private static String value(Layout layout, Field field) {
    String last = field == layout.destination() ? "2" : "1";
    if (field instanceof MacField) {
      return "\"00:00:5e:00:53:0" + last + '"';
    }
    if (field instanceof Ipv4Field) {
      return "\"192.0.2." + last + '"';
    }
    if (field instanceof Ipv6Field) {
      return "\"2001:db8::" + last + '"';
    }
    if (field instanceof FlagField) {
      return "true";
    }
    if (!FieldFacts.isNumber(field)) {
      return null;
    }
    if (field == layout.source()) {
      return "49152";
    }
    return field == layout.destination() ? "80" : number(field.traits());
  }

  private static String number(Traits traits) {
    long initial = traits.initial() == 0 ? 1 : traits.initial();
    return Long.toString(initial * traits.times());
  }
}
