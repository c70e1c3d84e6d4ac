package org.jpacker.io.pcap;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import org.jpacker.api.CaptureException;
import org.jpacker.api.spi.ModuleLog;
import org.jpacker.io.pcap.spi.FormatProvider;

/** The formats of other modules. */
final class OtherFormats {
  private static final ModuleLog LOG = ModuleLog.of("org.jpacker.io.pcap");

  private static final String REMEDY =
      "a module that is not installed: add org.jpacker.io.json"
          + " (artifact org.jpacker:jpacker-io-json)";

  private static final class Installed {
    static final Services<Answers> FOUND = find();
  }

  private OtherFormats() {}

  /** What a provider answered. */
  private record Answers(FormatProvider provider, FileFormat format) implements Services.Answers {
    static Answers of(FormatProvider provider) {
      // a missing library shows up here and not with an unrelated file
      provider.recognises(new byte[FormatProvider.FIRST_OCTETS]);
      return new Answers(provider, provider.format());
    }

    @Override
    public String name() {
      return format.title();
    }
  }

  private static Services<Answers> find() {
    List<ServiceLoader<FormatProvider>> loaders = new ArrayList<>();
    for (ClassLoader loader : Services.loaders()) {
      loaders.add(ServiceLoader.load(FormatProvider.class, loader));
    }
    return Services.find(FormatProvider.class, loaders, Answers::of);
  }

  /** The format that is recognised by these octets, the first that are not blank; or null. */
  static FormatProvider of(byte[] first) {
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

  /**
   * Who writes this format.
   *
   * @throws CaptureException if it is not installed
   */
  static FormatProvider toWrite(String file, FileFormat format) {
    for (Answers each : Installed.FOUND.usable()) {
      if (each.format == format) {
        return each.provider;
      }
    }
    throw new CaptureException(
        file,
        -1,
        "cannot be written: " + format.title() + " need " + REMEDY + Installed.FOUND.leftOut(),
        null);
  }

  /** Advice for a file that no installed module reads, or null if these octets say nothing. */
  static String missing(byte[] first) {
    return first.length > 0 && first[0] == '{'
        ? "it seems to be JSON, which needs " + REMEDY + Installed.FOUND.leftOut()
        : null;
  }
}
