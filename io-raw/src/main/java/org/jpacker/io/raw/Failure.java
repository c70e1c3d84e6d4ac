package org.jpacker.io.raw;

import java.util.Locale;
import org.jpacker.api.CaptureException;

/**
 * One-line messages for failed system calls: the attempted action, the system's error text and the
 * way out.
 */
final class Failure {
  private static final String CAPABILITIES =
      "run with sudo, or hand it on with"
          + " sudo setpriv --reuid=$(id -u) --regid=$(id -g) --init-groups"
          + " --inh-caps=+%1$s --ambient-caps=+%1$s COMMAND";

  private Failure() {}

  static CaptureException of(String device, String reason) {
    return new CaptureException(device, -1, reason, null);
  }

  /** Reports a call that failed with {@code errno}, which must be read before the next call. */
  static CaptureException of(String device, String tried, int errno) {
    return of(device, tried + ": " + Libc.words(errno));
  }

  /**
   * Reports a failed call that needs a capability.
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

  /** Throws the problem reported by {@link Libc#problem}, if there is one. */
  static void unlessUsable(String device) {
    Libc.problem()
        .ifPresent(
            problem -> {
              throw of(device, problem);
            });
  }
}
