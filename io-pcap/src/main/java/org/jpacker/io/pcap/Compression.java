package org.jpacker.io.pcap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.jpacker.api.CaptureException;
import org.jpacker.api.PluginProblem;
import org.jpacker.api.Providers;
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
    static final Found FOUND = find();
  }

  private Compression() {}

  /** The properties of a provider. Providers are third-party code, so each is asked only once. */
  private record Answers(
      CompressionProvider provider, String name, List<String> suffixes, boolean canCompress) {

    static Answers of(CompressionProvider provider) {
      // a missing library shows up here and not with an unrelated file
      provider.recognises(new byte[CompressionProvider.FIRST_OCTETS]);
      return new Answers(
          provider, provider.name(), List.copyOf(provider.suffixes()), provider.canCompress());
    }

    String type() {
      return provider.getClass().getName();
    }
  }

  /** Compressions by name, and the providers that were left out. */
  private record Found(Collection<Answers> compressions, List<PluginProblem> problems) {}

  private static Found find() {
    Map<Class<?>, Answers> found = new LinkedHashMap<>();
    Set<PluginProblem> problems = new LinkedHashSet<>();
    // a thread's context loader may be null or unrelated, so this module's loader is used too
    for (ClassLoader loader :
        Arrays.asList(
            Compression.class.getClassLoader(), Thread.currentThread().getContextClassLoader())) {
      Providers.each(
          ServiceLoader.load(CompressionProvider.class, loader),
          candidate -> add(candidate, found, problems),
          problems::add);
    }
    Map<String, List<Answers>> claims = new TreeMap<>();
    for (Answers each : found.values()) {
      claims.computeIfAbsent(each.name, name -> new ArrayList<>()).add(each);
    }
    Map<String, Answers> byName = new TreeMap<>();
    claims.forEach(
        (name, claimants) -> {
          if (claimants.size() == 1) {
            byName.put(name, claimants.get(0));
          } else {
            problems.add(provided(name, claimants));
          }
        });
    problems.forEach(problem -> LOG.warning("left out: " + problem));
    LOG.debug("compressions: " + byName.keySet());
    return new Found(byName.values(), List.copyOf(problems));
  }

  private static void add(
      ServiceLoader.Provider<CompressionProvider> candidate,
      Map<Class<?>, Answers> found,
      Set<PluginProblem> problems) {
    Class<?> type = candidate.type();
    if (found.containsKey(type)) {
      return;
    }
    try {
      found.put(type, Answers.of(candidate.get()));
    } catch (RuntimeException e) {
      problems.add(problem(type, type.getName() + " failed: " + e));
    } catch (LinkageError e) {
      problems.add(problem(type, type.getName() + " failed, a library may be missing: " + e));
    }
  }

  private static PluginProblem problem(Class<?> type, String reason) {
    String module = type.getModule().isNamed() ? type.getModule().getName() : "";
    return new PluginProblem(null, module, reason);
  }

  /** Reports a name with several providers; none of them is preferred. */
  private static PluginProblem provided(String name, List<Answers> claimants) {
    String by = String.join(" and by ", claimants.stream().map(Answers::type).toList());
    return new PluginProblem(
        null, "", name + " is provided by " + by + "; none of them is used: remove all but one");
  }

  /** The providers that were left out, with reasons. */
  static List<PluginProblem> problems() {
    return Installed.FOUND.problems;
  }

  /** The compression recognised by a file's first octets, or null. */
  static CompressionProvider of(byte[] first) {
    for (Answers each : Installed.FOUND.compressions) {
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
    for (Answers each : Installed.FOUND.compressions) {
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
    for (Answers each : Installed.FOUND.compressions) {
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
    remedy += leftOut();
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
            + leftOut();
      }
    }
    return null;
  }

  /** Names the providers that were left out, since one of them may be the missing one. */
  private static String leftOut() {
    return problems().isEmpty()
        ? ""
        : "; left out: "
            + String.join("; ", problems().stream().map(PluginProblem::toString).toList());
  }
}
