package org.jpacker.io.raw;

import java.util.Locale;
import org.jpacker.api.CaptureException;

/** What went wrong with a device, in one line: what was tried, the system's words, the way out. */
final class Failure {
  private static final String CAPABILITIES =
      "run with sudo, or hand it on with"
          + " sudo setpriv --reuid=$(id -u) --regid=$(id -g) --init-groups"
          + " --inh-caps=+%1$s --ambient-caps=+%1$s COMMAND";

  private Failure() {}

  static CaptureException of(String device, String reason) {
    return new CaptureException(device, -1, reason, null);
  }

  /** A call that failed with {@code errno}, which one has to ask for before making another. */
  static CaptureException of(String device, String tried, int errno) {
    return of(device, tried + ": " + Libc.words(errno));
  }

  /**
   * The same for a call that needs a capability.
   *
   * @param capability such as {@code net_raw}
   */
  static CaptureException of(String device, String tried, int errno, String capability) {
    if (errno != Libc.EPERM && errno != Libc.EACCES) {
      return of(device, tried, errno);
    }
    return of(
        device,
        tried
            + ": "
            + Libc.words(errno)
            + ": this needs the capability CAP_"
            + capability.toUpperCase(Locale.ROOT)
            + ": "
            + String.format(Locale.ROOT, CAPABILITIES, capability));
  }

  /** Throws what {@link Libc#problem} says, if anything. */
  static void unlessUsable(String device) {
    Libc.problem()
        .ifPresent(
            problem -> {
              throw of(device, problem);
            });
  }
}
