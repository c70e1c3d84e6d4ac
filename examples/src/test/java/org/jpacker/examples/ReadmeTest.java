package org.jpacker.examples;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the documents show is what the examples do: the compiler has seen each line of it. */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("jpacker.root", ".."));
  private static final Pattern BLOCK = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);

  @Test
  void javaOfTheReadmeStandsInTheExamples() throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files =
        Files.list(ROOT.resolve("examples/src/main/java/org/jpacker/examples"))) {
      for (Path file : files.toList()) {
        sources.add(flat(Files.readString(file)));
      }
    }
    int blocks = 0;
    Matcher block = BLOCK.matcher(Files.readString(ROOT.resolve("README.md")));
    while (block.find()) {
      blocks++;
      String code = flat(block.group(1));
      assertTrue(
          sources.stream().anyMatch(source -> source.contains(code)),
          () -> "no example holds this part of the README:\n" + block.group(1));
    }
    assertTrue(blocks >= 5, "the README shows code: " + blocks);
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", " ").strip();
  }
}
