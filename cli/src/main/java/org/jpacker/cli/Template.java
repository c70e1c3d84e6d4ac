package org.jpacker.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jpacker.core.source.JavaAccessors;

/** The files of the project of a new protocol; words replace {@code {{keys}}} in them. */
final class Template {
  private static final String[][] FILES = {
    {"pom.xml.txt", "pom.xml"},
    {"README.md.txt", "README.md"},
    {"module-info.java.txt", "src/main/java/module-info.java"},
    {"Header.java.txt", "src/main/java/{{path}}/{{Name}}.java"},
    {"Provider.java.txt", "src/main/java/{{path}}/{{Name}}Provider.java"},
    {"services.txt", "src/main/resources/META-INF/services/org.jpacker.api.spi.ProtocolProvider"},
    {"Test.java.txt", "src/test/java/{{path}}/{{Name}}Test.java"},
  };

  private Template() {}

  /** Writes the files into {@code folder} and returns their paths. */
  static List<Path> write(Path folder, Map<String, String> words) throws IOException {
    List<Path> written = new ArrayList<>();
    for (String[] file : FILES) {
      Path to = folder.resolve(fill(file[1], words));
      Files.createDirectories(to.getParent());
      try (InputStream in =
          Template.class.getResourceAsStream("/META-INF/new-protocol/" + file[0])) {
        String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        String filled = fill(text, words);
        written.add(
            Files.writeString(
                to, JavaAccessors.areIn(filled) ? JavaAccessors.write(filled) : filled));
      }
    }
    return written;
  }

  private static String fill(String text, Map<String, String> words) {
    String filled = text;
    for (Map.Entry<String, String> word : words.entrySet()) {
      filled = filled.replace("{{" + word.getKey() + "}}", word.getValue());
    }
    return filled;
  }
}
