package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MainTest {
  @TempDir Path folder;

  @Test
  void helpListsTheCommands() {
    Shell.Result result = Shell.run("--help");
    assertEquals(0, result.status());
    assertEquals("", result.err());
    assertTrue(result.out().contains("Usage: jpacker "), result.out());
    for (String command : new String[] {"read", "fields", "protocols", "Exit status"}) {
      assertTrue(result.out().contains(command), command);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"read", "fields", "protocols", "plugins", "new-protocol"})
  void eachCommandHasHelpAndVersion(String command) {
    Shell.Result help = Shell.run(command, "--help");
    assertEquals(0, help.status());
    assertTrue(help.out().contains("Usage: jpacker " + command), help.out());
    assertTrue(help.out().contains("--debug"), help.out());
    Shell.Result version = Shell.run(command, "--version");
    assertEquals(0, version.status());
    assertTrue(version.out().startsWith("jpacker "), version.out());
  }

  @Test
  void versionIsOneLine() {
    Shell.Result result = Shell.run("--version");
    assertEquals(0, result.status());
    assertTrue(result.out().matches("jpacker \\S+ \\(Java \\S+\\)\\R"), result.out());
  }

  @Test
  void missingCommandIsWrongUsage() {
    requireMisuse("jpacker: a command is missing: read, fields, ");
  }

  @Test
  void unknownCommandIsWrongUsageWithASuggestion() {
    requireMisuse("did you mean read, capture?", "red", "file");
  }

  @Test
  void unknownOptionIsWrongUsageWithTheWayToHelp() {
    requireMisuse("'jpacker read --help' shows how", "read", "--nonsense", "file");
  }

  @Test
  void missingFileIsWrongUsage() {
    requireMisuse("FILE", "read");
    requireMisuse("FILE", "fields", "-e", "frame.len");
  }

  private static void requireMisuse(String message, String... words) {
    Shell.Result result = Shell.run(words);
    assertEquals(2, result.status());
    assertEquals("", result.out());
    assertTrue(result.err().startsWith("jpacker: "), result.err());
    assertTrue(result.err().contains(message), result.err());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void fileThatIsNotThereIsNamedInOneLine() {
    Shell.Result result = Shell.run("read", folder.resolve("none.pcap").toString());
    assertEquals(1, result.status());
    assertTrue(result.err().startsWith("jpacker: " + folder.resolve("none.pcap") + ": "));
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void folderIsNoCapture() {
    Shell.Result result = Shell.run("read", folder.toString());
    assertEquals(1, result.status());
    assertEquals(1, result.err().lines().count(), result.err());
  }

  @Test
  void nameOfAFileCannotControlTheTerminal() {
    Shell.Result result = Shell.run("read", "no\u001b[2J\nfile");
    assertEquals(1, result.status());
    assertTrue(result.err().contains("no\\x1b[2J\\x0afile"), result.err());
    Shell.Result misuse = Shell.run("read", "--\u001b[2J");
    assertEquals(2, misuse.status());
    assertFalse(misuse.err().contains("\u001b"), misuse.err());
  }

  @Test
  void debugShowsWhereAFailureComesFrom() {
    String none = folder.resolve("none.pcap").toString();
    assertFalse(Shell.run("read", none).err().contains("    at "));
    assertTrue(Shell.run("read", none, "--debug").err().contains("    at org.jpacker."));
    assertTrue(Shell.run("--debug", "read", none).err().contains("    at org.jpacker."));
  }

  @Test
  void closedPipeEndsQuietly() throws IOException {
    assertEquals("0:", statusOn("Broken pipe"));
  }

  @Test
  void fullDiskIsAFailure() throws IOException {
    assertEquals(
        "1:jpacker: standard output: No space left on device\n",
        statusOn("No space left on device"));
  }

  private String statusOn(String failure) throws IOException {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException(failure);
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    String file = PcapBytes.sample().in(folder);
    int status = Main.run(new ByteArrayInputStream(new byte[0]), out, err, "read", file);
    return status + ":" + err;
  }
}
