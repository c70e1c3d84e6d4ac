package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private static void check(
      boolean colours, boolean rewrites, String launcher, Map<String, String> environment) {
    Terminal terminal = Terminal.of(launcher, environment);
    assertEquals(colours, terminal.colours());
    assertEquals(rewrites, terminal.rewrites());
  }

  @Test
  void linesAreCutWhereStandardOutputIsATerminalOfAnyKind() {
    assertTrue(Terminal.of("out,err", Map.of("TERM", "dumb")).cuts());
    assertFalse(Terminal.of(",err", Map.of("TERM", "xterm")).cuts());
    assertFalse(Terminal.of(null, Map.of("TERM", "xterm")).cuts());
  }

  @Test
  void terminalIsColouredAndWrittenOver() {
    check(true, true, "out,err", Map.of("TERM", "xterm-256color"));
    check(true, true, "out,err", Map.of("TERM", "xterm", "NO_COLOR", ""));
  }

  @Test
  void terminalThatOnlyEndsLinesIsNeither() {
    check(false, false, "out,err", Map.of("TERM", "dumb"));
    check(false, false, "out,err", Map.of());
    check(false, false, "out,err", Map.of("TERM", ""));
  }

  @Test
  void whoWantsNoColoursStillSeesProgress() {
    check(false, true, "out,err", Map.of("TERM", "xterm", "NO_COLOR", "1"));
  }

  @Test
  void eachStreamIsWhatTheLauncherSaysOfIt() {
    check(false, true, ",err", Map.of("TERM", "xterm"));
    check(true, false, "out", Map.of("TERM", "xterm"));
    check(false, false, "", Map.of("TERM", "xterm"));
  }

  @Test
  void withoutTheLauncherTheParserFindsOutWhatStandardOutputIs() {
    check(true, false, null, Map.of("TERM", "xterm"));
    check(false, false, null, Map.of("TERM", "dumb"));
  }
}
