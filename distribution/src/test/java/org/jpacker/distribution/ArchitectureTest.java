package org.jpacker.distribution;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.lang.module.FindException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleDescriptor.Requires;
import java.lang.module.ModuleFinder;
import java.lang.module.ModuleReference;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The allowed dependencies of modules and packages. */
class ArchitectureTest {
  /** Classes of these are looked up by name (signals) or as services (the log of Java). */
  private static final Set<String> FOUND_AT_RUN_TIME =
      Set.of("jdk.unsupported", "org.slf4j.jdk.platform.logging");

  /** The modules that may contain native code. */
  private static final String[] NATIVE = {
    "org.jpacker.io.libpcap..", "org.jpacker.io.raw..", "org.jpacker.io.compress.."
  };

  private static JavaClasses all;

  @BeforeAll
  static void scan() throws IOException {
    List<JarFile> jars = new ArrayList<>();
    for (Path jar : Modules.jars().values()) {
      jars.add(new JarFile(jar.toFile()));
    }
    all = new ClassFileImporter().importJars(jars);
    for (JarFile jar : jars) {
      jar.close();
    }
  }

  /** A rule over no classes always holds, so the scanned classes are compared with the jars. */
  @Test
  void everyClassOfEveryModuleIsScanned() throws IOException {
    long packed = 0;
    for (var module : Modules.jars().entrySet()) {
      Path path = module.getValue();
      try (var jar = new JarFile(path.toFile())) {
        long classes =
            jar.stream()
                .filter(entry -> entry.getName().endsWith(".class"))
                .filter(entry -> !entry.getName().equals("module-info.class"))
                .filter(entry -> !entry.getName().endsWith("package-info.class"))
                .count();
        assertTrue(
            classes > 0 || module.getKey().equals(Modules.BRIDGE), () -> "no classes in " + path);
        packed += classes;
      }
    }
    long scanned =
        all.stream().filter(type -> !type.getSimpleName().equals("package-info")).count();
    assertEquals(packed, scanned);
  }

  @Test
  void apiNeedsJavaBaseOnly() {
    assertEquals(Set.of("java.base"), requires(Modules.jars().get("org.jpacker.api")));
    classes()
        .that()
        .resideInAPackage("org.jpacker.api..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("org.jpacker.api..", "java..")
        .check(all);
  }

  /** Each of these modules can be used without the rest of jpacker. */
  @Test
  void liveScanAndFlowNeedTheApiAlone() {
    for (String module : List.of("org.jpacker.live", "org.jpacker.scan", "org.jpacker.flow")) {
      needsTheApiAlone(module, Modules.jars().get(module));
    }
  }

  private static void needsTheApiAlone(String module, Path jar) {
    assertEquals(Set.of("java.base", "org.jpacker.api"), requires(jar), module);
    classes()
        .that()
        .resideInAPackage(module + "..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(module + "..", "org.jpacker.api..", "java..")
        .check(all);
  }

  @Test
  void coreNeedsTheApiAndFlowsOfOurs() {
    Set<String> ours = new HashSet<>(requires(Modules.jars().get("org.jpacker.core")));
    ours.removeIf(name -> !name.startsWith("org.jpacker."));
    assertEquals(Set.of("org.jpacker.api", "org.jpacker.flow"), ours);
  }

  @Test
  void filesNeedCaptureFilesAndWhatIsShownOfThem() {
    assertEquals(
        Set.of(
            "java.base",
            "org.jpacker.api",
            "org.jpacker.core",
            "org.jpacker.flow",
            "org.jpacker.io.pcap"),
        requires(Modules.jars().get("org.jpacker.files")));
  }

  /** The work of commands is for other programs, too. */
  @Test
  void nothingNeedsTheCommand() {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.jpacker.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.jpacker.cli..")
        .check(all);
    noClasses()
        .that()
        .resideOutsideOfPackage("org.jpacker.cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(all);
  }

  /** The bridge aside, which is nothing but a requirement. */
  @Test
  void everyRequiredModuleIsUsed() {
    Map<String, Set<String>> packages = packages();
    List<String> unused = new ArrayList<>();
    Modules.jars()
        .forEach(
            (module, jar) -> {
              if (!module.equals(Modules.BRIDGE)) {
                Set<String> used = usedBy(Modules.descriptor(jar).packages());
                for (String name : requires(jar)) {
                  assertTrue(packages.containsKey(name), () -> name + " was not found");
                  if (!FOUND_AT_RUN_TIME.contains(name)
                      && packages.get(name).stream().noneMatch(used::contains)) {
                    unused.add(module + " requires " + name);
                  }
                }
              }
            });
    assertEquals(List.of(), unused);
  }

  /** The packages of modules: jpacker's, those of Java and those on the class path. */
  private static Map<String, Set<String>> packages() {
    Map<String, Set<String>> packages = new TreeMap<>();
    for (ModuleReference module : ModuleFinder.ofSystem().findAll()) {
      packages.put(module.descriptor().name(), module.descriptor().packages());
    }
    for (String element : System.getProperty("java.class.path").split(File.pathSeparator)) {
      try {
        for (ModuleReference module : ModuleFinder.of(Path.of(element)).findAll()) {
          ModuleDescriptor descriptor = module.descriptor();
          packages.put(descriptor.name(), descriptor.packages());
        }
      } catch (FindException e) {
        // the jar cannot be required as a module
      }
    }
    return packages;
  }

  private static Set<String> usedBy(Set<String> packages) {
    return all.stream()
        .filter(type -> packages.contains(type.getPackageName()))
        .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
        .map(dependency -> dependency.getTargetClass().getBaseComponentType().getPackageName())
        .collect(Collectors.toSet());
  }

  @Test
  void protocolModulesNeedTheApiAndNoOtherProtocolModule() {
    var protocols = Modules.protocols();
    assertTrue(protocols.size() >= 5, () -> "protocol modules: " + protocols.keySet());
    protocols.forEach(ArchitectureTest::needsTheApiAlone);
  }

  @Test
  void nothingButLiveAndRawAndCompressionTouchesNativeCode() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideOutsideOfPackages(NATIVE)
        .should()
        .haveModifier(JavaModifier.NATIVE)
        .check(all);
    noClasses()
        .that()
        .resideOutsideOfPackages(NATIVE)
        .should()
        .callMethodWhere(loadsALibrary())
        .orShould()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "com.sun.jna..", "org.pcap4j..", "java.lang.foreign..", "jdk.internal..", "sun..")
        .check(all);
  }

  private static DescribedPredicate<JavaMethodCall> loadsALibrary() {
    return DescribedPredicate.describe(
        "a library is loaded",
        call -> {
          MethodCallTarget target = call.getTarget();
          return Set.of("load", "loadLibrary").contains(target.getName())
              && (target.getOwner().isEquivalentTo(System.class)
                  || target.getOwner().isEquivalentTo(Runtime.class));
        });
  }

  /** Output, parsing and files do not depend on the locale: digits, case mapping and charset. */
  @Test
  void nothingDependsOnTheLocale() {
    noClasses().should().callMethodWhere(asksTheLocale()).check(all);
    noClasses()
        .should()
        .callConstructor(String.class, byte[].class)
        .orShould()
        .callConstructor(InputStreamReader.class, InputStream.class)
        .orShould()
        .callConstructor(OutputStreamWriter.class, OutputStream.class)
        .orShould()
        .callConstructor(PrintStream.class, OutputStream.class)
        .orShould()
        .callConstructor(PrintWriter.class, OutputStream.class)
        .check(all);
  }

  private static DescribedPredicate<JavaMethodCall> asksTheLocale() {
    return DescribedPredicate.describe(
        "the locale of the machine is asked",
        call -> {
          MethodCallTarget target = call.getTarget();
          String name = target.getName();
          boolean isGiven =
              target.getRawParameterTypes().stream()
                  .anyMatch(
                      type ->
                          type.isEquivalentTo(Locale.class) || type.isEquivalentTo(Charset.class));
          return target.getOwner().isEquivalentTo(String.class)
                  && !isGiven
                  && Set.of("format", "formatted", "toLowerCase", "toUpperCase", "getBytes")
                      .contains(name)
              || target.getOwner().isEquivalentTo(Locale.class) && name.equals("getDefault")
              || target.getOwner().isEquivalentTo(Charset.class) && name.equals("defaultCharset");
        });
  }

  @Test
  void packagesHaveNoCycles() {
    slices().assignedFrom(new Packages()).should().beFreeOfCycles().check(all);
  }

  /**
   * Packages, where one named {@code spi} belongs to its parent: a provider interface refers to
   * types of the package that looks the providers up, as in {@code java.nio.charset}.
   */
  private static final class Packages implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      return SliceIdentifier.of(type.getPackageName().replaceFirst("\\.spi$", ""));
    }

    @Override
    public String getDescription() {
      return "packages, each with its spi";
    }
  }

  private static Set<String> requires(Path jar) {
    return Modules.descriptor(jar).requires().stream()
        .map(Requires::name)
        .collect(Collectors.toSet());
  }
}
