package org.jpacker.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** Reads the files of {@link FileFuzzTest} in parts and through an index. */
class PartsFuzzTest {
  private static final int MOST_PARTS = 5;

  private static Path file;

  @BeforeAll
  static void makeFile() throws IOException {
    file = Files.createTempFile("jpacker", ".fuzz");
  }

  @AfterAll
  static void deleteFile() throws IOException {
    Files.delete(file);
  }

  /** The number of parts depends on the length of the input. */
  @FuzzTest(maxDuration = "10m")
  void whatHoldsForPartsOfEveryFile(byte[] input) throws IOException {
    byte[] octets = FileFuzzTest.file(input);
    Files.write(file, octets);
    int parts = 1 + input.length % MOST_PARTS;
    FileInvariants.partsAgree(file, FileInvariants.check(octets), parts);
  }
}
