package org.jpacker.io.pcap;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import org.jpacker.api.CaptureException;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.spi.ModuleLog;
import org.jpacker.io.pcap.spi.CompressionProvider;

/** The installed compressions. */
final class Compression {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.pcap");

  private static final String REMEDY =
      "add org.jpacker.io.compress (artifact org.jpacker:jpacker-io-compress)";

  /** A compression known by name, for which no provider may be installed. */
  private record Known(String name, String suffix, int magic) {}

  private static final List<Known> ELSEWHERE =
      List.of(
          new Known("zstd", ".zst", 0x28b52ffd),
          new Known("lz4", ".lz4", 0x04224d18),
          new Known("xz", ".xz", 0xfd377a58));

  private static final class Installed {
    static final Services<Answers> FOUND = find();
  }

  private Compression() {}

  /** What a provider answered. */
  private record Answers(
      CompressionProvider provider, String name, List<String> suffixes, boolean canCompress)
      implements Services.Answers {

    static Answers of(CompressionProvider provider) {
      // a missing library shows up here and not with an unrelated file
      provider.recognises(new byte[CompressionProvider.FIRST_OCTETS]);
      return new Answers(
          provider, provider.name(), List.copyOf(provider.suffixes()), provider.canCompress());
    }
  }

  private static Services<Answers> find() {
    List<ServiceLoader<CompressionProvider>> loaders = new ArrayList<>();
    for (ClassLoader loader : Services.loaders()) {
      loaders.add(ServiceLoader.load(CompressionProvider.class, loader));
    }
    return Services.find(CompressionProvider.class, loaders, Answers::of);
  }

  /** The providers that were left out, with reasons. */
  static List<PluginProblem> problems() {
    return Installed.FOUND.problems();
  }

  /** The compression recognised by a file's first octets, or null. */
  static CompressionProvider of(byte[] first) {
    for (Answers each : Installed.FOUND.usable()) {
      try {
        if (each.provider.recognises(first)) {
          return each.provider;
        }
      } catch (RuntimeException | LinkageError e) {
        // the provider matters only for its own files, and this may not be one
        LOG.warning(each.type() + " failed to look at a file: " + e);
      }
    }
    return null;
  }

  /** The name of the compression that a file name's suffix stands for, or null. */
  static String ofName(String file) {
    int dot = file.lastIndexOf('.');
    if (dot < 1) {
      return null;
    }
    String suffix = file.substring(dot).toLowerCase(Locale.ROOT);
    for (Answers each : Installed.FOUND.usable()) {
      if (each.suffixes.contains(suffix)) {
        return each.name;
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
   * The compression of this name for writing, or null if {@code name} is null.
   *
   * @throws CaptureException if it is not installed or only supports reading
   */
  static CompressionProvider toWrite(String file, String name) {
    if (name == null) {
      return null;
    }
    for (Answers each : Installed.FOUND.usable()) {
      if (each.name.equals(name)) {
        if (!each.canCompress) {
          throw new CaptureException(
              file, -1, "cannot be written: " + name + " is only read", null);
        }
        return each.provider;
      }
    }
    boolean isKnown = ELSEWHERE.stream().anyMatch(known -> known.name.equals(name));
    String remedy = isKnown ? ", which needs a module that is not installed: " + REMEDY : "";
    remedy += Installed.FOUND.leftOut();
    throw new CaptureException(
        file, -1, "cannot be written: there is no compression named " + name + remedy, null);
  }

  /**
   * Advice for a compression that no installed module reads, or null if the magic number is
   * unknown.
   */
  static String missing(int magic) {
    for (Known known : ELSEWHERE) {
      if (known.magic == magic) {
        return "it is compressed with "
            + known.name
            + ", which needs a module that is not installed: "
            + REMEDY
            + ", or decompress the file first"
            + Installed.FOUND.leftOut();
      }
    }
    return null;
  }
}
