package org.jpacker.api.spi;

import java.lang.System.Logger.Level;

/**
 * What a module says of how it comes to its results: which formats, plug-ins and libraries it found
 * and why it chose as it did. It goes to the {@link System.Logger} of the module's name, so a
 * program sees it where it sees other logs: what was left out as a warning, all else for debugging.
 *
 * <p>Nothing is said of single packets. With the system property {@value #SWITCH} set to {@code
 * off} the logger is not even looked for, which takes longer than to read a small capture.
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

  /** The log of the module of this name. */
  public static ModuleLog of(String module) {
    return new ModuleLog(module);
  }

  /** Whether {@link #debug} says anything, for those to whom the text is an effort. */
  public boolean isDebug() {
    return !OFF && logger().isLoggable(Level.DEBUG);
  }

  /** Says how something came about. */
  public void debug(String text) {
    log(Level.DEBUG, text);
  }

  /** Says what was left out. */
  public void warning(String text) {
    log(Level.WARNING, text);
  }

  private void log(Level level, String text) {
    if (!OFF) {
      logger().log(level, text);
    }
  }

  /** Asked for late; two threads may both ask, and get the same one. */
  private System.Logger logger() {
    System.Logger there = logger;
    if (there == null) {
      there = System.getLogger(module);
      logger = there;
    }
    return there;
  }
}
