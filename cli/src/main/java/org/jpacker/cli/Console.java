package org.jpacker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.jpacker.api.text.Escape;

/**
 * What a command reads from and prints to.
 *
 * @param in standard input
 * @param out standard output
 * @param err standard error
 * @param told what was complained of {@linkplain #complainOnce once}
 */
record Console(InputStream in, Output out, OutputStream err, Set<String> told) {

  Console(InputStream in, Output out, OutputStream err) {
    this(in, out, err, new HashSet<>());
  }

  /** Complains of what several files meet, and does so once. */
  void complainOnce(String message) {
    if (told.add(message)) {
      complain(message);
    }
  }

  /** Prints one line on standard error, behind all that is on standard output. */
  void complain(String message) {
    try {
      out.flush();
    } catch (Output.Failure e) {
      // the complaint matters more; what is wrong with standard output shows at the end
    }
    print("jpacker: " + Escape.message(message) + "\n");
  }

  /** Prints one line on standard error that is no complaint. */
  void note(String message) {
    print(Escape.message(message) + "\n");
  }

  /** Prints where a failure comes from. */
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
      // nowhere left to say so
    }
  }
}
