package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The commands that capture and send where no module is there that can: each of them says so. What
 * they do where one is there is tried with the finished image.
 */
class LiveCommandsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "capture lo -w x -C 0 | -C and -W take a number from 1 on, not 0",
        "capture lo -C 1 | -C and -G go with -w FILE",
        "capture lo -w - -G 1 | -C and -G go with -w FILE",
        "capture lo -w x -W 1 | -W goes with -C or -G",
        "capture lo --duration 0 | --duration takes a time above 0 such as 10, 500ms, 2m or 1h, not '0'",
        "capture lo --duration 5y | --duration takes a time above 0 such as 10, 500ms, 2m or 1h, not '5y'",
        "capture lo -Q up | -Q takes in, out or inout, not 'up'",
        "capture lo -s 0 | -s takes a number from 1 to 262144, not 0",
        "capture lo -B 0 | -B takes a number from 1 to 1024, not 0",
        "capture lo -c 0 | -c takes a number from 1 on, not 0",
        "capture lo -v --json | --json holds everything: it excludes -v, -x and others",
        "capture lo -t x | -t takes r, e or ud, not 'x'",
        "capture | Missing required parameter: 'IF'",
        "send x lo --pps 0 | --pps takes a number above 0 such as 1000, 10k or 2.5M, not '0'",
        "send x lo --bps 1T | --bps takes a number above 0 such as 1000, 10k or 2.5M, not '1T'",
        "send x lo --pps 1 --topspeed | --pps, --bps, --speed and --topspeed exclude each other",
        "send x lo --max-gap 0 | --max-gap takes a time above 0 such as 10, 500ms, 2m or 1h, not '0'",
        "send x lo --max-gap 1 --pps 1 | --max-gap goes with the times of the capture, as is or with --speed",
        "send x lo --loop -1 | --loop takes a number from 0 on, not -1",
        "send - lo --loop 2 | --loop goes with a file that can be read again, and without --dry-run"
      })
  void wrongUsageIsNamed(String words, String message) {
    Shell.Result shell = Shell.run(words.split(" "));
    assertEquals(2, shell.status(), shell.err());
    assertTrue(shell.err().startsWith("jpacker: " + message), shell.err());
  }

  @ParameterizedTest
  @CsvSource({"interfaces", "capture lo", "send x lo", "capture lo --duration 1.5m -Q in"})
  void missingModuleIsNamed(String words) {
    Shell.Result shell = Shell.run(words.split(" "));
    assertEquals(1, shell.status());
    assertEquals(
        "jpacker: live packets: this program has no module that captures and sends\n", shell.err());
  }

  @Test
  void missingEngineIsNamed() {
    Shell.Result shell = Shell.run("interfaces", "--engine", "pcap");
    assertEquals(1, shell.status());
    assertEquals("jpacker: back end pcap: not installed\n", shell.err());
  }
}
