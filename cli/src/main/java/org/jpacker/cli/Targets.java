package org.jpacker.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jpacker.files.Omissions;
import org.jpacker.files.Target;
import org.jpacker.io.pcap.FileFormat;

/** Files that commands write, by name; standard output is called {@code -}. */
final class Targets {
  private Targets() {}

  /**
   * Has {@code work} write a file or standard output. If its input is damaged, the contents before
   * the damage are kept.
   *
   * @throws org.jpacker.api.CaptureException if that fails, or {@code out} is among {@code in}
   */
  static void write(Console console, List<String> in, String out, Consumer<Target> work) {
    Target target = isStandardOutput(out) ? Target.of(out, console.out().octets()) : file(in, out);
    try (target) {
      work.accept(target);
    }
  }

  static boolean isStandardOutput(String out) {
    return out.equals(Source.STANDARD_INPUT);
  }

  /**
   * A file that is written.
   *
   * @throws org.jpacker.api.CaptureException if {@code out} has no path, or is among {@code in}
   */
  static Target file(List<String> in, String out) {
    Path path = FileNames.path(out);
    return Target.of(
        path,
        in.stream()
            .filter(name -> !name.equals(Source.STANDARD_INPUT))
            .map(FileNames::path)
            .toList());
  }

  /** Prints what a new file lacks. */
  static void note(Console console, Omissions omissions, FileFormat format) {
    omissions.sentences(format).forEach(sentence -> console.complain("note: " + sentence));
  }
}
