package org.jpacker.cli;

import java.lang.module.ModuleDescriptor;
import picocli.CommandLine.IVersionProvider;

/** The version of the module of a class, or of its jar on the class path. */
final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    return new String[] {
      "jpacker " + of(Version.class) + " (Java " + System.getProperty("java.version") + ")"
    };
  }

  /** The version that {@code type} came with, or "unknown". */
  static String of(Class<?> type) {
    ModuleDescriptor module = type.getModule().getDescriptor();
    String version =
        module != null
            ? module.rawVersion().orElse(null)
            : type.getPackage().getImplementationVersion();
    return version == null ? "unknown" : version;
  }
}
