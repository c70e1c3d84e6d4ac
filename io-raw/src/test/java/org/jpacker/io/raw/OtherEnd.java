package org.jpacker.io.raw;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.testkit.VirtualWire;

/** Starts programs at the other end of a wire. */
final class OtherEnd {
  private OtherEnd() {}

  static Process start(VirtualWire wire, List<String> command) throws IOException {
    List<String> words = new ArrayList<>(List.of("ip", "netns", "exec", wire.namespace()));
    words.addAll(command);
    return new ProcessBuilder(words)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .redirectError(ProcessBuilder.Redirect.DISCARD)
        .start();
  }
}
