package org.jpacker.io.pcap;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;
import org.jpacker.api.CaptureException;
import org.jpacker.io.pcap.spi.CompressionProvider;

/** The compressions that are installed. */
final class Compression {

  private static final String REMEDY =
      "add org.jpacker.io.compress (artifact org.jpacker:jpacker-io-compress)";

  /** A compression that is known by name only. */
  private record Known(String name, String suffix, int magic) {}

  private static final List<Known> ELSEWHERE =
      List.of(
          new Known("zstd", ".zst", 0x28b52ffd),
          new Known("lz4", ".lz4", 0x04224d18),
          new Known("xz", ".xz", 0xfd377a58));

  private static final class Installed {
    static final Collection<CompressionProvider> PROVIDERS = find();
  }

  private Compression() {}

  private static Collection<CompressionProvider> find() {
    Map<String, CompressionProvider> found = new TreeMap<>();
    // a thread's context loader may be null or foreign: the loader of this module is asked too
    for (ClassLoader loader :
        Arrays.asList(
            Compression.class.getClassLoader(), Thread.currentThread().getContextClassLoader())) {
      for (CompressionProvider provider : ServiceLoader.load(CompressionProvider.class, loader)) {
        CompressionProvider other = found.putIfAbsent(provider.name(), provider);
        if (other != null && other.getClass() != provider.getClass()) {
          throw new ServiceConfigurationError(
              provider.name()
                  + " is provided twice: by "
                  + other.getClass()
                  + " and by "
                  + provider.getClass());
        }
      }
    }
    return found.values();
  }

  /** The compression of a file that begins so, or null. */
  static CompressionProvider of(byte[] first) {
    for (CompressionProvider provider : Installed.PROVIDERS) {
      if (provider.recognises(first)) {
        return provider;
      }
    }
    return null;
  }

  /** The name of the compression that the end of a file's name stands for, or null. */
  static String ofName(String file) {
    int dot = file.lastIndexOf('.');
    if (dot < 1) {
      return null;
    }
    String suffix = file.substring(dot).toLowerCase(Locale.ROOT);
    for (CompressionProvider provider : Installed.PROVIDERS) {
      if (provider.suffixes().contains(suffix)) {
        return provider.name();
      }
    }
    for (Known known : ELSEWHERE) {
      if (known.suffix.equals(suffix)) {
        return known.name;
      }
    }
    return null;
  }

  /**
   * The compression of this name, for a file that is written; null for none.
   *
   * @throws CaptureException if it is not there, or only read
   */
  static CompressionProvider toWrite(String file, String name) {
    if (name == null) {
      return null;
    }
    for (CompressionProvider provider : Installed.PROVIDERS) {
      if (provider.name().equals(name)) {
        if (!provider.canCompress()) {
          throw new CaptureException(
              file, -1, "cannot be written: " + name + " is only read", null);
        }
        return provider;
      }
    }
    boolean isKnown = ELSEWHERE.stream().anyMatch(known -> known.name.equals(name));
    String remedy = isKnown ? ", which is written by a module that is not there: " + REMEDY : "";
    throw new CaptureException(
        file, -1, "cannot be written: no compression is there by the name " + name + remedy, null);
  }

  /** What to do about a compression that no module here reads, or null if it is none. */
  static String missing(int magic) {
    for (Known known : ELSEWHERE) {
      if (known.magic == magic) {
        return "it is compressed with "
            + known.name
            + ", which is read by a module that is not there: "
            + REMEDY
            + ", or decompress the file first";
      }
    }
    return null;
  }
}
