package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The form of all Markdown in the source tree. */
class DocsTest {
  private static final Path ROOT = Path.of(System.getProperty("jpacker.root"));
  private static final int LONGEST = 120;
  private static final Pattern FENCE = Pattern.compile("(?ms)^```.*?^```$");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");

  /** Text of each page by its path below the root. */
  private static final TreeMap<Path, String> PAGES = new TreeMap<>();

  @BeforeAll
  static void read() throws IOException {
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            String name = folder.getFileName().toString();
            boolean made = name.equals("target") || name.startsWith(".") && !folder.equals(ROOT);
            return made ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (file.toString().endsWith(".md")) {
              PAGES.put(ROOT.relativize(file), Files.readString(file));
            }
            return FileVisitResult.CONTINUE;
          }
        });
    Set<Path> found = PAGES.keySet();
    assertTrue(found.contains(Path.of("README.md")), found::toString);
    assertTrue(found.size() > 20, found::toString);
  }

  @Test
  void linesOfMarkdownEndAt120Characters() {
    List<String> longer = new ArrayList<>();
    PAGES.forEach(
        (page, text) -> {
          List<String> lines = text.lines().toList();
          for (int i = 0; i < lines.size(); i++) {
            int length = lines.get(i).codePointCount(0, lines.get(i).length());
            if (length > LONGEST) {
              longer.add(page + ":" + (i + 1) + ": " + length + " characters");
            }
          }
        });
    assertEquals(List.of(), longer);
  }

  @Test
  void relativeLinksLeadToFiles() {
    List<String> dead = new ArrayList<>();
    int links = 0;
    for (var page : PAGES.entrySet()) {
      String prose = FENCE.matcher(page.getValue()).replaceAll("");
      for (MatchResult link : LINK.matcher(prose).results().toList()) {
        String target = link.group(1).replaceFirst("#.*", "");
        if (!target.isEmpty() && !target.contains("://") && !target.startsWith("mailto:")) {
          links++;
          if (!Files.exists(ROOT.resolve(page.getKey()).resolveSibling(target))) {
            dead.add(page.getKey() + ": " + link.group(1));
          }
        }
      }
    }
    assertEquals(List.of(), dead);
    assertTrue(links > 50, "links: " + links);
  }
}
