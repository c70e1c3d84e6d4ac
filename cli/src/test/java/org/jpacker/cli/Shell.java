package org.jpacker.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs command lines in this process and keeps what they print. */
final class Shell {

  private Shell() {}

  /**
   * What a command line did.
   *
   * @param status the exit status
   * @param out what it printed on standard output
   * @param err what it printed on standard error
   */
  record Result(int status, String out, String err) {

    List<String> lines() {
      return out.lines().toList();
    }
  }

  static Result run(String... words) {
    return runOn(new byte[0], words);
  }

  static Result runOn(byte[] input, String... words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status = Main.run(new ByteArrayInputStream(input), out, err, words);
    return new Result(
        status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
