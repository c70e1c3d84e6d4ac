package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.module.ModuleDescriptor.Exports;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The public API: exported packages, public types, and their public and protected members. */
class PublicApiTest {
  private static final Golden GOLDEN = new Golden("public API", "api", ".api");

  private static Map<String, String> dumps;

  @BeforeAll
  static void dump() throws IOException, ClassNotFoundException {
    dumps = new TreeMap<>();
    for (var module : Modules.jars().entrySet()) {
      String dump = dump(module.getValue());
      if (!dump.isEmpty()) {
        dumps.put(module.getKey(), dump);
      }
    }
    GOLDEN.update(dumps);
  }

  @TestFactory
  Stream<DynamicTest> publicApiIsAsPromised() {
    return dumps.entrySet().stream()
        .map(
            module ->
                DynamicTest.dynamicTest(
                    module.getKey(), () -> GOLDEN.compare(module.getKey(), module.getValue())));
  }

  @Test
  void noPromiseIsLeftOfAModuleThatIsGone() throws IOException {
    assertEquals(dumps.keySet(), GOLDEN.promised());
  }

  @Test
  void dumpShowsTypesMembersAndBounds() {
    String api = dumps.get("org.jpacker.api");
    for (String line :
        List.of(
            "public abstract sealed class org.jpacker.api.Layer permits org.jpacker.api.Header,"
                + " org.jpacker.api.Malformed, org.jpacker.api.Raw",
            "  protected org.jpacker.api.Header(org.jpacker.api.Protocol<?>)",
            "  public <L extends org.jpacker.api.Layer> L get(java.lang.Class<L>)",
            "  public static final org.jpacker.api.DispatchTable UDP_PORT")) {
      assertTrue(api.lines().anyMatch(line::equals), line);
    }
    assertTrue(!api.contains("org.jpacker.api.Lookup"), "a type that is not public");
  }

  private static String dump(Path file) throws IOException, ClassNotFoundException {
    Set<String> exported =
        Modules.descriptor(file).exports().stream()
            .filter(exports -> !exports.isQualified())
            .map(Exports::source)
            .collect(Collectors.toSet());
    StringBuilder text = new StringBuilder();
    try (JarFile jar = new JarFile(file.toFile())) {
      List<String> names =
          jar.stream()
              .map(JarEntry::getName)
              .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
              .map(name -> name.replaceFirst("\\.class$", "").replace('/', '.'))
              .filter(name -> exported.contains(name.substring(0, name.lastIndexOf('.'))))
              .sorted()
              .toList();
      for (String name : names) {
        Class<?> type = Class.forName(name, false, PublicApiTest.class.getClassLoader());
        if (isVisible(type)) {
          text.append(text.isEmpty() ? "" : "\n");
          append(text, type);
        }
      }
    }
    return text.toString();
  }

  private static boolean isVisible(Class<?> type) {
    return isVisible(type.getModifiers())
        && !type.isAnonymousClass()
        && !type.isLocalClass()
        && (type.getDeclaringClass() == null || isVisible(type.getDeclaringClass()));
  }

  private static boolean isVisible(int modifiers) {
    return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
  }

  private static void append(StringBuilder text, Class<?> type) {
    // toGenericString describes sealed types differently in different versions of Java
    text.append(modifiers(type));
    text.append(type.isSealed() ? " sealed " : " ");
    text.append(kind(type)).append(' ').append(type.getTypeName());
    String parameters =
        Arrays.stream(type.getTypeParameters())
            .map(parameter -> parameter + bounds(parameter.getBounds()))
            .collect(Collectors.joining(", "));
    text.append(parameters.isEmpty() ? "" : "<" + parameters + ">");
    Type above = type.getGenericSuperclass();
    if (above != null && above != Object.class && above != Record.class) {
      text.append(" extends ").append(above.getTypeName());
    }
    list(text, " implements ", Arrays.stream(type.getGenericInterfaces()).map(Type::getTypeName));
    if (type.isSealed()) {
      list(text, " permits ", Arrays.stream(type.getPermittedSubclasses()).map(Class::getName));
    }
    text.append('\n');
    Set<String> members = new TreeSet<>();
    for (Field field : type.getDeclaredFields()) {
      add(members, type, field, field.toGenericString());
    }
    for (Constructor<?> constructor : type.getDeclaredConstructors()) {
      add(members, type, constructor, constructor.toGenericString());
    }
    for (Method method : type.getDeclaredMethods()) {
      if (!method.isBridge()) {
        add(members, type, method, method.toGenericString());
      }
    }
    members.forEach(member -> text.append("  ").append(member).append('\n'));
  }

  private static String modifiers(Class<?> type) {
    int unsaid =
        Modifier.STRICT | Modifier.INTERFACE | (type.isInterface() ? Modifier.ABSTRACT : 0);
    return Modifier.toString(type.getModifiers() & ~unsaid);
  }

  private static String kind(Class<?> type) {
    return type.isAnnotation()
        ? "annotation"
        : type.isInterface()
            ? "interface"
            : type.isRecord() ? "record" : type.isEnum() ? "enum" : "class";
  }

  private static String bounds(Type... bounds) {
    String joined =
        Arrays.stream(bounds)
            .filter(bound -> bound != Object.class)
            .map(Type::getTypeName)
            .collect(Collectors.joining(" & "));
    return joined.isEmpty() ? "" : " extends " + joined;
  }

  private static void list(StringBuilder text, String before, Stream<String> names) {
    String joined = names.sorted().collect(Collectors.joining(", "));
    text.append(joined.isEmpty() ? "" : before + joined);
  }

  private static void add(Set<String> members, Class<?> type, Member member, String text) {
    if (isVisible(member.getModifiers()) && !member.isSynthetic()) {
      // the name of the type is printed above already
      members.add(text.replace(type.getTypeName() + "." + member.getName(), member.getName()));
    }
  }
}
