package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StatsCommandTest {
  @TempDir Path folder;

  @Test
  void stacksOfProtocolsAreCounted() throws IOException {
    Shell.Result result = Shell.run("stats", PcapBytes.sample().in(folder));
    assertEquals(0, result.status());
    assertEquals("", result.err());
    assertTrue(result.out().startsWith("PROTOCOL"), result.out());
    assertTrue(result.out().contains("\nframe "), result.out());
    assertTrue(result.out().contains("\n      udp "), result.out());
  }

  @Test
  void whatWasWholeIsCountedBeforeTheDamage() throws IOException {
    Shell.Result whole = Shell.run("stats", "-c", "2", PcapBytes.sample().in(folder));
    Shell.Result cut = Shell.run("stats", PcapBytes.sample().cutIn(folder, 1));
    assertEquals(1, cut.status());
    assertEquals(whole.out(), cut.out());
    assertTrue(cut.err().contains("the file ends after"), cut.err());
  }

  @Test
  void checksumsAreCountedIfThatIsAskedFor() throws IOException {
    String file = PcapBytes.sample().in(folder);
    assertTrue(!Shell.run("stats", file).out().contains("checksum"));
    Shell.Result result = Shell.run("stats", "--checksums", file);
    assertTrue(
        result
            .out()
            .endsWith(
                """

                CHECKSUM      BAD  GOOD  UNVERIFIED  NOT PRESENT
                ip.checksum   2    0     0           0
                tcp.checksum  1    0     0           0
                udp.checksum  0    0     0           1
                """),
        result.out());
  }
}
