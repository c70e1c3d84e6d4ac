package org.jpacker.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Losses;

/** Says on standard error what a file lacks of those that it was made from. */
final class LossNote {
  private LossNote() {}

  static void print(Console console, Copy.Omissions omissions, FileFormat format) {
    Losses losses = omissions.losses();
    if (losses.timesRounded() > 0) {
      console.complain(
          "note: the times of "
              + losses.timesRounded()
              + " packets were rounded down"
              + (format == FileFormat.PCAP
                  ? " to microseconds; -F pcap-ns or pcapng keep nanoseconds"
                  : " to nanoseconds; pcapng keeps finer ones"));
    }
    if (losses.timesMissing() > 0) {
      console.complain(
          "note: " + losses.timesMissing() + " packets had no time and were given 1970-01-01");
    }
    if (!losses.options().isEmpty() || !losses.blocks().isEmpty()) {
      console.complain(
          "note: left out, as "
              + format.title()
              + " cannot hold them: "
              + list(losses.options(), losses.blocks())
              + "; pcapng keeps them");
    }
    if (!omissions.untrue().isEmpty()) {
      console.complain(
          "note: left out, as they may not be true of what was written: "
              + list(omissions.untrue(), Map.of()));
    }
  }

  /** Such as {@code 2 opt_comment, 1 ISB}. */
  private static String list(Map<String, Long> options, Map<String, Long> blocks) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(options).forEach((name, count) -> parts.add(count + " " + name));
    new TreeMap<>(blocks).forEach((name, count) -> parts.add(count + " " + name));
    return String.join(", ", parts);
  }
}
