package org.jpacker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jpacker.api.text.Escape;

/**
 * The standard streams of a command.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param told messages that were printed {@linkplain #complainOnce once}
 */
record Console(InputStream in, Output out, OutputStream err, Set<String> told) {

  Console(InputStream in, Output out, OutputStream err) {
    this(in, out, err, new HashSet<>());
  }

  /** Prints a complaint that may concern several files, once. */
  void complainOnce(String message) {
    if (told.add(message)) {
      complain(message);
    }
  }

  /** Prints a complaint, one line on standard error, after all text for standard output. */
  void complain(String message) {
    try {
      out.flush();
    } catch (Output.Failure e) {
      // the complaint matters more; the failure of standard output shows at the end
    }
    print("jpacker: " + Escape.message(message) + "\n");
  }

  /** Prints one line on standard error that is not a complaint. */
  void note(String message) {
    print(Escape.message(message) + "\n");
  }

  /** Prints the stack trace of a failure. */
  void trace(Throwable failure) {
    StringBuilder text = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      text.append(Escape.message(t.toString())).append('\n');
      for (StackTraceElement element : t.getStackTrace()) {
        text.append("    at ").append(element).append('\n');
      }
    }
    print(text.toString());
  }

  private void print(String text) {
    try {
      err.write(text.getBytes(StandardCharsets.UTF_8));
      err.flush();
    } catch (IOException e) {
      // there is nowhere else to report it
    }
  }
}
