package org.jpacker.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.util.List;
import org.jpacker.api.CaptureException;
import org.jpacker.api.text.UnknownNameException;
import org.slf4j.Logger;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs the command {@code jpacker}; a failure becomes one line and an exit status. */
public final class Main {
  private static final int FINE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  private Main() {}

  /** Runs a command line on the standard streams and ends the program. */
  public static void main(String[] words) {
    Log.off();
    // the descriptors themselves, since System.out would encode each line separately; buffered,
    // since
    // a plain FileInputStream asks for its position in a large read, which fails on a pipe
    InputStream in = new BufferedInputStream(new FileInputStream(FileDescriptor.in));
    OutputStream out = new FileOutputStream(FileDescriptor.out);
    OutputStream err = new FileOutputStream(FileDescriptor.err);
    Interruption.exit(run(in, out, err, words));
  }

  /** Runs a command line on streams; returns the exit status. */
  static int run(InputStream in, OutputStream out, OutputStream err, String... words) {
    Console console = new Console(in, new Output(out), err);
    boolean debug = false;
    for (String word : words) {
      debug |= word.equals("--debug");
    }
    try {
      int status = execute(console, words);
      console.out().flush();
      return status;
    } catch (Output.Failure e) {
      // a reader that has seen enough is not a failure
      return e.isClosedPipe()
          ? FINE
          : failed(console, debug, e, "standard output: " + e.getMessage());
    } catch (CaptureException | CommandFailure e) {
      return failed(console, debug, e, e.getMessage());
    } catch (UnknownNameException e) {
      failed(console, debug, e, e.getMessage());
      return WRONG_USAGE;
    } catch (OutOfMemoryError e) {
      return failed(console, debug, e, "out of memory; JPACKER_OPTS=-Xmx4g gives it more");
    } catch (RuntimeException | StackOverflowError e) {
      String hint = debug ? "" : " (--debug shows where)";
      return failed(console, debug, e, "internal error: " + e + hint);
    }
  }

  private static int execute(Console console, String... words) {
    CommandLine commands =
        JpackerCommand.on(console, words)
            .setOut(new PrintWriter(console.out()))
            // info is a level of the log and a command
            .setAllowSubcommandsAsOptionParameters(true);
    try {
      ParseResult parsed = commands.parseArgs(words);
      List<CommandLine> typed = parsed.asCommandLineList();
      // not a method reference: it would keep a class of the old format out of the archive
      if (typed.stream().anyMatch(command -> command.isUsageHelpRequested())) {
        commands.setColorScheme(Help.defaultColorScheme(Terminal.here().ansi()));
      }
      if (CommandLine.executeHelpRequest(parsed) == null) {
        Runnable command = typed.get(typed.size() - 1).getCommand();
        begins(words);
        command.run();
      }
      return FINE;
    } catch (ParameterException e) {
      return misused(console, e);
    }
  }

  private static void begins(String... words) {
    if (Log.isOn()) {
      Logger log = Log.cli();
      log.info("{}: {}", String.join(" ", new Version().getVersion()), String.join(" ", words));
      log.debug(
          "{} {}, names of files in {}, maximum heap {} MiB, options of Java {}",
          System.getProperty("os.name"),
          System.getProperty("os.arch"),
          System.getProperty("sun.jnu.encoding"),
          Runtime.getRuntime().maxMemory() >> 20,
          System.getenv("JPACKER_OPTS"));
    }
  }

  private static int misused(Console console, ParameterException e) {
    StringBuilder message = new StringBuilder(String.valueOf(e.getMessage()));
    if (e instanceof UnmatchedArgumentException unmatched
        && !unmatched.getSuggestions().isEmpty()) {
      message.append("; did you mean ");
      message.append(String.join(", ", unmatched.getSuggestions())).append('?');
    }
    String command = e.getCommandLine().getCommandSpec().qualifiedName();
    console.complain(message + "; '" + command + " --help' shows how");
    return WRONG_USAGE;
  }

  private static int failed(Console console, boolean debug, Throwable failure, String message) {
    console.complain(message);
    if (debug) {
      console.trace(failure);
    }
    return FAILED;
  }
}
