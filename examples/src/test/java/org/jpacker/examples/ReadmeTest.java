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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the documents show is what the examples do, the plug-in among them: the compiler has seen
 * each line of it.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of(System.getProperty("jpacker.root", ".."));
  private static final Pattern MARKDOWN = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
  private static final Pattern JAVADOC =
      Pattern.compile("<pre>\\{@code\\n(.*?)\\n \\* }</pre>", Pattern.DOTALL);

  @ParameterizedTest
  @CsvSource({
    "README.md, 6",
    "docs/protocol-in-six-steps.md, 7",
    "docs/plugins.md, 1",
    "api/src/main/java/org/jpacker/api/package-info.java, 2",
    "api/src/main/java/org/jpacker/api/spi/package-info.java, 1",
  })
  void javaOfTheDocumentsStandsInTheExamples(Path document, int least) throws IOException {
    List<String> sources = new ArrayList<>();
    try (Stream<Path> files = Files.walk(ROOT.resolve("examples"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        sources.add(flat(Files.readString(file)));
      }
    }
    int blocks = 0;
    Pattern pattern = document.toString().endsWith(".java") ? JAVADOC : MARKDOWN;
    Matcher block = pattern.matcher(Files.readString(ROOT.resolve(document)));
    while (block.find()) {
      blocks++;
      String shown =
          pattern == JAVADOC ? block.group(1).replaceAll("(?m)^ \\* ?", "") : block.group(1);
      String code = flat(shown);
      assertTrue(
          sources.stream().anyMatch(source -> source.contains(code)),
          () -> "no example holds this part of " + document + ":\n" + shown);
    }
    assertTrue(blocks >= least, document + " shows code: " + blocks);
  }

  /** As one line, and without comments on members: documents leave those out. */
  private static String flat(String code) {
    return code.replaceAll("(?s)/\\*\\*.*?\\*/", " ").replaceAll("\\s+", " ").strip();
  }
}
