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
  private static final String TYPE = "src/main/java/{{path}}/{{Name}}";
  private static final String TEST = "src/test/java/{{path}}/{{Name}}";

  private static final String[][] PROJECT = {
    {"pom.xml.txt", "pom.xml"},
    {"README.md.txt", "README.md"},
    {"module-info.java.txt", "src/main/java/module-info.java"},
    {"Provider.java.txt", TYPE + "Provider.java"},
    {"services.txt", "src/main/resources/META-INF/services/org.jpacker.api.spi.ProtocolProvider"},
  };

  private static final String[][] HEADER = {
    {"Header.java.txt", TYPE + ".java"},
    {"Test.java.txt", TEST + "Test.java"},
  };

  private static final String[][] HEADER_WITH_TLVS = {
    {"tlv/Header.java.txt", TYPE + ".java"},
    {"tlv/Tlv.java.txt", TYPE + "Tlv.java"},
    {"tlv/Test.java.txt", TEST + "Test.java"},
    {"tlv/TlvContractTest.java.txt", TEST + "TlvContractTest.java"},
  };

  private Template() {}

  /** Writes the files into {@code folder} and returns their paths. */
  static List<Path> write(Path folder, Map<String, String> words, boolean hasTlvs)
      throws IOException {
    List<Path> written = write(folder, words, PROJECT);
    written.addAll(write(folder, words, hasTlvs ? HEADER_WITH_TLVS : HEADER));
    return written;
  }

  private static List<Path> write(Path folder, Map<String, String> words, String[][] files)
      throws IOException {
    List<Path> written = new ArrayList<>();
    for (String[] file : files) {
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
