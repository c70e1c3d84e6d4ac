package org.jpacker.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.Locale;
import org.jpacker.api.spi.ModuleLog;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOP_FallbackServiceProvider;
import org.slf4j.helpers.Reporter;

/**
 * What the program says of how it comes to its results: which formats, plug-ins, libraries and back
 * ends it found, and why it chose as it did. All of it goes through SLF4J to logback, that of the
 * modules that need java.base alone through the {@link System.Logger} of Java.
 */
final class Log {
  static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

  /** What SLF4J reads when something is to be logged for the first time. */
  private static final String PROVIDER = LoggerFactory.PROVIDER_PROPERTY_KEY;

  private static boolean isOn;

  private Log() {}

  /** Whether anyone asked for it. */
  static boolean isOn() {
    return isOn;
  }

  /** Nothing is logged, and logback not even loaded: that takes longer than a small capture. */
  static void off() {
    System.setProperty(ModuleLog.SWITCH, "off");
    System.setProperty(PROVIDER, NOP_FallbackServiceProvider.class.getName());
    // or it says that it does as told
    System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
  }

  /** From now on what is of this level or above it goes to standard error, a line for each. */
  static void on(Console console, String level) {
    System.clearProperty(ModuleLog.SWITCH);
    System.clearProperty(PROVIDER);
    isOn = true;
    // whoever runs the command as part of a program may have chosen another library than logback
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      Lines lines = new Lines(console);
      lines.setContext(context);
      lines.start();
      ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
      root.setLevel(Level.toLevel(level));
      root.addAppender(lines);
      // it tells of settings that nobody made, and what it throws the command says itself
      boolean isWanted = Level.DEBUG.isGreaterOrEqual(root.getLevel());
      context.getLogger("org.pcap4j").setLevel(isWanted ? root.getLevel() : Level.OFF);
    }
  }

  /** What the command itself logs to. */
  static Logger cli() {
    return LoggerFactory.getLogger("org.jpacker.cli");
  }

  /** Prints lines that hold what files and plug-ins say, so they are escaped as messages are. */
  private static final class Lines extends AppenderBase<ILoggingEvent> {
    private final Console console;
    private final long start = System.currentTimeMillis();

    Lines(Console console) {
      this.console = console;
    }

    @Override
    protected void append(ILoggingEvent event) {
      IThrowableProxy thrown = event.getThrowableProxy();
      console.note(
          String.format(
                  Locale.ROOT,
                  "%.3f %s %s: ",
                  (event.getTimeStamp() - start) / 1e3,
                  event.getLevel().toString().toLowerCase(Locale.ROOT),
                  event.getLoggerName())
              + event.getFormattedMessage()
              + (thrown == null ? "" : ": " + thrown.getClassName() + ": " + thrown.getMessage()));
    }
  }
}
