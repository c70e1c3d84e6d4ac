package org.jpacker.api.spi;

import java.lang.System.Logger.Level;

/**
 * The log of a module: which formats, plug-ins and libraries it found, and why it chose among them
 * as it did. Messages go to the {@link System.Logger} with the module's name, and so appear among
 * the other logs of a program: warnings for what was left out, debug messages for everything else.
 *
 * <p>Single packets are never logged. If the system property {@value #SWITCH} is {@code off}, the
 * logger is not even looked up, as the look-up takes longer than reading a small capture.
 */
public final class ModuleLog {
  /** The name of the system property; it is read once. */
  public static final String SWITCH = "org.jpacker.log";

  private static final boolean OFF = "off".equals(System.getProperty(SWITCH));

  private final String module;
  private System.Logger logger;

  private ModuleLog(String module) {
    this.module = module;
  }

  /** The log of the module named {@code module}. */
  public static ModuleLog of(String module) {
    return new ModuleLog(module);
  }

  /** Whether {@link #debug} has an effect, for callers whose text is costly to make. */
  public boolean isDebug() {
    return !OFF && logger().isLoggable(Level.DEBUG);
  }

  /** Logs, for debugging, how a result came about. */
  public void debug(String text) {
    log(Level.DEBUG, text);
  }

  /** Logs a warning about something that was left out. */
  public void warning(String text) {
    log(Level.WARNING, text);
  }

  private void log(Level level, String text) {
    if (!OFF) {
      logger().log(level, text);
    }
  }

  /** Looked up on first use; two threads may both look, and find the same logger. */
  private System.Logger logger() {
    System.Logger there = logger;
    if (there == null) {
      there = System.getLogger(module);
      logger = there;
    }
    return there;
  }
}
