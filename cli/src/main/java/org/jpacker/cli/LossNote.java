package org.jpacker.cli;

import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Losses;

/** Says on standard error what the format of a file could not hold. */
final class LossNote {
  private LossNote() {}

  static void print(Console console, Losses losses, FileFormat format) {
    if (losses.timesRounded() > 0) {
      console.complain(
          "note: the times of "
              + losses.timesRounded()
              + " packets were rounded down"
              + (format == FileFormat.PCAP
                  ? " to microseconds; -F pcap-ns or pcapng keep nanoseconds"
                  : " to nanoseconds"));
    }
    if (losses.timesMissing() > 0) {
      console.complain(
          "note: " + losses.timesMissing() + " packets had no time and were given 1970-01-01");
    }
    if (losses.options() + losses.blocks() > 0) {
      console.complain(
          "note: left out, as "
              + format.title()
              + " cannot hold them: "
              + losses.options()
              + " comments, names and other options, "
              + losses.blocks()
              + " blocks of statistics, names and others; pcapng keeps them");
    }
  }
}
