package org.jpacker.cli;

import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * The capabilities of the terminal, if there is one.
 *
 * @param colours whether standard output may be coloured if it is a terminal
 * @param cuts whether lines on standard output are cut to be read on the terminal
 * @param rewrites whether a line on standard error may be rewritten
 */
record Terminal(boolean colours, boolean cuts, boolean rewrites) {
  /** The launcher sets it to the streams that are terminals, of {@code out} and {@code err}. */
  private static final String PROPERTY = "jpacker.terminal";

  /** The capabilities by launcher and environment. */
  static Terminal here() {
    return of(System.getProperty(PROPERTY), System.getenv());
  }

  /**
   * The capabilities by these values.
   *
   * @param launcher value from the launcher, or null if the program was started without it
   */
  static Terminal of(String launcher, Map<String, String> environment) {
    // a terminal without type, or of the type "dumb", can only end lines
    String type = environment.getOrDefault("TERM", "");
    boolean isDumb = type.isEmpty() || type.equals("dumb");
    boolean isPlain = !environment.getOrDefault("NO_COLOR", "").isEmpty();
    boolean mayBeTerminal = launcher == null || has(launcher, "out");
    return new Terminal(
        !isDumb && !isPlain && mayBeTerminal,
        has(launcher, "out"),
        !isDumb && has(launcher, "err"));
  }

  private static boolean has(String launcher, String stream) {
    return launcher != null && Arrays.asList(launcher.split(",")).contains(stream);
  }

  /** Whether the command line parser colours its texts. */
  Ansi ansi() {
    return colours ? Ansi.AUTO : Ansi.OFF;
  }
}
