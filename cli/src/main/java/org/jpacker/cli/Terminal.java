package org.jpacker.cli;

import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/**
 * What may be done to the terminal, if there is one.
 *
 * @param colours whether standard output may be coloured, where it turns out to be a terminal
 * @param cuts whether lines on standard output are cut for someone who looks at them
 * @param rewrites whether a line on standard error may be written over
 */
record Terminal(boolean colours, boolean cuts, boolean rewrites) {
  /** The launcher sets it to what is a terminal, of {@code out} and {@code err}. */
  private static final String PROPERTY = "jpacker.terminal";

  /** As the launcher and the environment have it. */
  static Terminal here() {
    return of(System.getProperty(PROPERTY), System.getenv());
  }

  /**
   * As others have it.
   *
   * @param launcher what the launcher says, or null where the program was started without it
   */
  static Terminal of(String launcher, Map<String, String> environment) {
    // a terminal of no type, or of the type "dumb", only knows how to end lines
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

  /** How the command line parser colours its texts. */
  Ansi ansi() {
    return colours ? Ansi.AUTO : Ansi.OFF;
  }
}
