package org.jpacker.distribution;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs the command in this process, for tests with too many runs to start a process for each. */
final class Commands {
  private Commands() {}

  static Run run(String... words) throws ReflectiveOperationException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Method run =
        Class.forName("org.jpacker.cli.Main")
            .getDeclaredMethod(
                "run", InputStream.class, OutputStream.class, OutputStream.class, String[].class);
    run.setAccessible(true);
    int status = (int) run.invoke(null, InputStream.nullInputStream(), out, err, words);
    return new Run(
        List.of(words),
        status,
        out.toString(StandardCharsets.UTF_8),
        err.toString(StandardCharsets.UTF_8));
  }
}
