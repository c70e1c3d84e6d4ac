package org.jpacker.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jpacker.io.pcap.FileFormat;
import org.jpacker.io.pcap.Losses;

/**
 * What a written file lacks of the files that it was made from.
 *
 * @param losses what its format cannot hold
 * @param untrue what may not be true of the new file, such as statistics of more packets than were
 *     written: how many of each name, such as {@code ISB} for a block or {@code opt_custom} for an
 *     option
 */
public record Omissions(Losses losses, Map<String, Long> untrue) {
  /** Nothing was left out. */
  public static final Omissions NONE = new Omissions(Losses.NONE, Map.of());

  /** Takes a copy of the map. */
  public Omissions {
    untrue = Map.copyOf(untrue);
  }

  /** The sum of these omissions and {@code other}. */
  public Omissions plus(Omissions other) {
    Map<String, Long> sum = new TreeMap<>(untrue);
    other.untrue.forEach((name, count) -> sum.merge(name, count, Long::sum));
    return new Omissions(losses.plus(other.losses), sum);
  }

  /**
   * The omissions in English, a sentence without full stop for each kind; an empty list for {@link
   * #NONE}.
   *
   * @param format the format of the file that was written
   */
  public List<String> sentences(FileFormat format) {
    List<String> sentences = new ArrayList<>();
    if (losses.timesRounded() > 0) {
      sentences.add(
          "the times of "
              + losses.timesRounded()
              + " packets were rounded down"
              + (format == FileFormat.PCAP
                  ? " to microseconds; pcap with nanoseconds and pcapng keep nanoseconds"
                  : " to nanoseconds; pcapng keeps finer ones"));
    }
    if (losses.timesMissing() > 0) {
      sentences.add(losses.timesMissing() + " packets had no time and were given 1970-01-01");
    }
    if (!losses.options().isEmpty() || !losses.blocks().isEmpty()) {
      sentences.add(
          "left out, as "
              + format.title()
              + " cannot hold them: "
              + list(losses.options(), losses.blocks())
              + "; pcapng keeps them");
    }
    if (!untrue.isEmpty()) {
      sentences.add("left out, as they may not be true of the new file: " + list(untrue, Map.of()));
    }
    return sentences;
  }

  /** Such as {@code 2 opt_comment, 1 ISB}. */
  private static String list(Map<String, Long> options, Map<String, Long> blocks) {
    List<String> parts = new ArrayList<>();
    new TreeMap<>(options).forEach((name, count) -> parts.add(count + " " + name));
    new TreeMap<>(blocks).forEach((name, count) -> parts.add(count + " " + name));
    return String.join(", ", parts);
  }
}
