package org.jpacker.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Checks of options that several commands have. */
final class Usage {

  private Usage() {}

  /** The number of packets to stop after. */
  static long count(CommandSpec spec, Long count) {
    if (count != null && count < 1) {
      throw new ParameterException(spec.commandLine(), "-c takes a number from 1 on, not " + count);
    }
    return count == null ? Long.MAX_VALUE : count;
  }
}
