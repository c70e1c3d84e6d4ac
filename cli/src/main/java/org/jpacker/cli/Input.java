package org.jpacker.cli;

import java.util.function.Consumer;
import java.util.function.Function;
import org.jpacker.api.CaptureException;
import org.jpacker.api.text.Frame;
import org.jpacker.io.pcap.FileCapture;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The packets that a command reads: a mix-in of commands that show packets. */
final class Input {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "A capture, plain or compressed. - is standard input.")
  private String file;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  private long most = Long.MAX_VALUE;

  /** A wrong number is refused while options are parsed, before anything is shown. */
  @Option(names = "-c", paramLabel = "N", description = "Stop after N packets.")
  private void count(Long count) {
    most = Usage.count(spec, count);
  }

  /** Whether FILE was among the words that were parsed so far. */
  boolean isNamed() {
    return file != null;
  }

  /**
   * Hands on the selected packets, one by one.
   *
   * @throws CaptureException if the capture cannot be opened, or after its last whole packet if it
   *     is damaged
   */
  void forEach(Console console, Protocols protocols, Consumer<Frame> action) {
    forEachIn(console, protocols, capture -> action);
  }

  /** The same with an action that is made when the capture is open. */
  void forEachIn(
      Console console, Protocols protocols, Function<FileCapture, Consumer<Frame>> actions) {
    new Source(console, protocols.registry(), file).forEachIn(most, actions);
  }
}
