package org.jpacker.cli;

import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of options that several commands share. */
final class Usage {
  private static final Pattern SPAN = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,9})?)(ms|s|m|h|)");
  private static final Map<String, Double> UNITS =
      Map.of("ms", 0.001, "", 1.0, "s", 1.0, "m", 60.0, "h", 3600.0);
  private static final double MOST_SECONDS = 1e9;
  private static final Map<String, Double> THOUSANDS =
      Map.of("", 1.0, "k", 1e3, "M", 1e6, "G", 1e9);
  private static final Pattern RATE = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)([kMG]?)");

  private Usage() {}

  /** The number of packets after which a command ends. */
  static long count(CommandSpec spec, Long count) {
    if (count != null && count < 1) {
      throw new ParameterException(spec.commandLine(), "-c takes a number from 1 on, not " + count);
    }
    return count == null ? Long.MAX_VALUE : count;
  }

  /** A time span: a number with {@code ms}, {@code s}, {@code m} or {@code h}, or of seconds. */
  static Duration duration(CommandSpec spec, String option, String text) {
    Matcher span = SPAN.matcher(text);
    if (span.matches()) {
      double seconds = Double.parseDouble(span.group(1)) * UNITS.get(span.group(2));
      if (seconds > 0 && seconds <= MOST_SECONDS) {
        return Duration.ofNanos((long) (seconds * 1e9));
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        option + " takes a time above 0 such as 10, 500ms, 2m or 1h, not '" + text + "'");
  }

  /** A number above 0 with {@code k}, {@code M} or {@code G} for thousands. */
  static double rate(CommandSpec spec, String option, String text) {
    Matcher rate = RATE.matcher(text);
    if (rate.matches()) {
      double value = Double.parseDouble(rate.group(1)) * THOUSANDS.get(rate.group(2));
      if (value > 0) {
        return value;
      }
    }
    throw new ParameterException(
        spec.commandLine(),
        option + " takes a number above 0 such as 1000, 10k or 2.5M, not '" + text + "'");
  }
}
