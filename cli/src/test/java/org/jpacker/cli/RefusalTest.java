package org.jpacker.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What cannot be read or written ends in one line that says what and why. */
class RefusalTest {
  private static final int FAILED = 1;
  private static final int WRONG_USAGE = 2;

  @TempDir Path folder;

  private String in;

  @BeforeEach
  void write() throws IOException {
    in = PcapBytes.sample().in(folder);
  }

  private static void refused(int status, String message, String... words) {
    Shell.Result result = Shell.run(words);
    assertEquals("jpacker: " + message + "\n", result.err());
    assertEquals(status, result.status());
  }

  private String path(String name) {
    return folder.resolve(name).toString();
  }

  @Test
  void namesThatNoFileHas() {
    String message = "a\\x00b: not the name of a file: Nul character not allowed";
    for (String command : new String[] {"read", "stats", "info"}) {
      refused(FAILED, message, command, "a\0b");
    }
    refused(FAILED, message, "convert", "-F", "pcap", in, "a\0b");
  }

  @Test
  void foldersThatAreNotThere() {
    refused(
        FAILED,
        path("gone/out.pcap") + ": there is no such folder",
        "convert",
        in,
        path("gone/out.pcap"));
    refused(FAILED, in + ": is the file that is read; write another one", "convert", in, in);
  }

  @Test
  void fileThatIsADamagedCapture() throws IOException {
    Path cut = folder.resolve("cut.pcap");
    byte[] whole = Files.readAllBytes(Path.of(in));
    Files.write(cut, java.util.Arrays.copyOf(whole, 30));
    Shell.Result result = Shell.run("slice", cut.toString(), path("out.pcap"));
    assertEquals(FAILED, result.status());
    assertEquals(
        "jpacker: " + cut + ": offset 24: a record header needs 16 octets, the file ends after 6\n",
        result.err());
  }

  @Test
  void compressedFilesOfFlows() {
    Shell.Result result = Shell.run("slice", "--flow", in, path("out.pcap.gz"));
    assertEquals(WRONG_USAGE, result.status());
    assertTrue(
        result
            .err()
            .startsWith(
                "jpacker: --flow appends to its files, which compressed files do not allow"),
        result.err());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void diskThatIsFull() {
    refused(
        FAILED,
        "/dev/full: cannot be written: No space left on device",
        "convert",
        "-F",
        "pcap",
        in,
        "/dev/full");
  }

  /** Octets on standard output fail as text does. */
  @Test
  void standardOutputThatIsFull() {
    OutputStream full =
        new OutputStream() {
          @Override
          public void write(int octet) throws IOException {
            throw new IOException("No space left on device");
          }
        };
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int status =
        Main.run(
            new ByteArrayInputStream(new byte[0]), full, err, "convert", "-F", "pcap", in, "-");
    assertEquals(
        "jpacker: standard output: No space left on device\n",
        err.toString(StandardCharsets.UTF_8));
    assertEquals(FAILED, status);
  }
}
