package org.jpacker.core.source;

import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jpacker.api.Packet;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;

/**
 * The names of classes in Java source. The packages of all protocols are imported, so simple names
 * suffice unless two packages have a class of the same name.
 */
final class JavaNames {
  private final SortedSet<String> packages = new TreeSet<>();
  private final Map<String, String> packageOf = new TreeMap<>();

  JavaNames(ProtocolRegistry registry) {
    packages.add(Packet.class.getPackageName());
    for (Protocol<?> protocol : registry.protocols()) {
      Class<?> type = protocol.type();
      packages.add(type.getPackageName());
      packageOf.merge(type.getSimpleName(), type.getPackageName(), (a, b) -> a.equals(b) ? a : "");
    }
  }

  /** The packages to import: those with a class that a packet uses. */
  SortedSet<String> packages() {
    return packages;
  }

  /** The name of {@code type}. */
  String of(Class<?> type) {
    String name = type.getCanonicalName().substring(type.getPackageName().length() + 1);
    boolean isImported =
        packages.contains(type.getPackageName()) && !"".equals(packageOf.getOrDefault(name, "-"));
    return isImported ? name : type.getCanonicalName();
  }
}
