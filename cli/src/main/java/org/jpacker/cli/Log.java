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
 * The log, which explains results: formats, plug-ins, libraries and back ends that were found, and
 * the reasons of choices. All of it goes through SLF4J to logback; modules that need java.base
 * alone get there through {@link System.Logger}.
 */
final class Log {
  static final List<String> LEVELS = List.of("error", "warn", "info", "debug", "trace");

  /** The property that SLF4J reads at the first use of a logger. */
  private static final String PROVIDER = LoggerFactory.PROVIDER_PROPERTY_KEY;

  private static boolean isOn;

  private Log() {}

  /** Whether the log was switched on. */
  static boolean isOn() {
    return isOn;
  }

  /** Switches the log off. Logback is not even loaded: that takes longer than a small capture. */
  static void off() {
    System.setProperty(ModuleLog.SWITCH, "off");
    System.setProperty(PROVIDER, NOP_FallbackServiceProvider.class.getName());
    // or SLF4J reports this choice
    System.setProperty(Reporter.SLF4J_INTERNAL_VERBOSITY_KEY, "WARN");
  }

  /** From now on prints events of this level and above on standard error, a line for each. */
  static void on(Console console, String level) {
    System.clearProperty(ModuleLog.SWITCH);
    System.clearProperty(PROVIDER);
    isOn = true;
    // a program that contains the command may use another library than logback
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.reset();
      Lines lines = new Lines(console);
      lines.setContext(context);
      lines.start();
      ch.qos.logback.classic.Logger root = context.getLogger(Logger.ROOT_LOGGER_NAME);
      root.setLevel(Level.toLevel(level));
      root.addAppender(lines);
      // pcap4j logs unused settings, and failures that the command prints anyway
      boolean isWanted = Level.DEBUG.isGreaterOrEqual(root.getLevel());
      context.getLogger("org.pcap4j").setLevel(isWanted ? root.getLevel() : Level.OFF);
    }
  }

  /** The logger of the command itself. */
  static Logger cli() {
    return LoggerFactory.getLogger("org.jpacker.cli");
  }

  /** Prints lines, escaped like messages, since they may hold text of files and plug-ins. */
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
