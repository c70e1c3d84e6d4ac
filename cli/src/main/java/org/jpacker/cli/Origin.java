package org.jpacker.cli;

import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Path;
import java.security.CodeSource;
import org.jpacker.api.spi.ProtocolProvider;

/** The origin of a provider. */
final class Origin {
  private static final String OWN = "org.jpacker.";

  private Origin() {}

  /** Whether a provider comes with this module, from the same class loader. */
  static boolean isBuiltIn(ProtocolProvider provider) {
    Class<?> type = provider.getClass();
    return type.getName().startsWith(OWN) && type.getClassLoader() == Origin.class.getClassLoader();
  }

  /** "built in", or the jar or folder of a plug-in, as far as that is known. */
  static String of(ProtocolProvider provider) {
    if (isBuiltIn(provider)) {
      return "built in";
    }
    CodeSource source = provider.getClass().getProtectionDomain().getCodeSource();
    URL place = source == null ? null : source.getLocation();
    if (place == null) {
      return "plug-in";
    }
    try {
      // modules of an image have locations that are not files
      return place.getProtocol().equals("file") ? Path.of(place.toURI()).toString() : "image";
    } catch (URISyntaxException e) {
      return place.toString();
    }
  }
}
