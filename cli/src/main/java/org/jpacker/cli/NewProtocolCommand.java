package org.jpacker.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jpacker.api.DispatchKey;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.core.source.JavaAccessors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code jpacker new-protocol}: the beginning of a plug-in, and the accessors of its fields. */
@Command(
    name = "new-protocol",
    header = "Writes the project of a new protocol.",
    description =
        "The project is a folder NAME: a header class of two fields, its provider and its test."
            + " 'mvn verify' in it makes a jar for --plugins.")
final class NewProtocolCommand implements Runnable {
  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(_[a-z0-9]+)*");

  private static final Map<DispatchTable, String> CONSTANTS =
      Map.of(
          DispatchTable.LINK_TYPE, "LINK_TYPE",
          DispatchTable.ETHERTYPE, "ETHERTYPE",
          DispatchTable.IP_PROTOCOL, "IP_PROTOCOL",
          DispatchTable.UDP_PORT, "UDP_PORT",
          DispatchTable.TCP_PORT, "TCP_PORT",
          DispatchTable.PPP_PROTOCOL, "PPP_PROTOCOL",
          DispatchTable.NULL_FAMILY, "NULL_FAMILY");

  /** Words of the Java language, which can be no part of a package's name. */
  private static final Set<String> RESERVED =
      Set.of(
          ("abstract assert boolean break byte case catch char class const continue default do"
                  + " double else enum extends false final finally float for goto if implements"
                  + " import instanceof int interface long native new null package private"
                  + " protected public return short static strictfp super switch synchronized this"
                  + " throw throws transient true try void volatile while")
              .split(" "));

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "What the protocol is called, such as chirp.")
  private String name;

  @Option(
      names = "--on",
      paramLabel = "TABLE=N",
      description = "The number that selects it, such as udp.port=9999.")
  private String on;

  @Option(
      names = "--package",
      paramLabel = "PACKAGE",
      description = "Its package, which is its module too; org.example.NAME if not said.")
  private String named;

  @Option(
      names = "--tlv",
      description = "The header has a list of TLVs: a record for each type, and their test.")
  private boolean tlv;

  @Option(
      names = "--accessors",
      paramLabel = "FILE",
      arity = "1..*",
      description =
          "Instead of a project, write the accessors of these header classes anew, from the"
              + " constants of their fields, between the lines '// --- accessors ---' and"
              + " '// --- end of accessors ---'.")
  private List<Path> sources = List.of();

  @Spec private CommandSpec spec;

  private final Console console;
  private final Protocols protocols;

  NewProtocolCommand(Console console, Protocols protocols) {
    this.console = console;
    this.protocols = protocols;
  }

  @Override
  public void run() {
    boolean isProject = name != null && on != null && sources.isEmpty();
    boolean isAccessors = name == null && on == null && named == null && !tlv && !sources.isEmpty();
    if (isProject) {
      writeProject();
    } else if (isAccessors) {
      sources.forEach(this::writeAccessors);
    } else {
      throw misuse("give NAME and --on, or else --accessors");
    }
  }

  private void writeAccessors(Path file) {
    try {
      String source = Files.readString(file);
      String written = JavaAccessors.write(source);
      if (!written.equals(source)) {
        Files.writeString(file, written);
        console.out().text().append(file);
        console.out().endLine();
      }
    } catch (NoSuchFileException e) {
      throw new CommandFailure(file + ": no such file", e);
    } catch (IllegalArgumentException e) {
      throw new CommandFailure(file + ": " + e.getMessage() + "; nothing was written", e);
    } catch (IOException e) {
      throw new CommandFailure(file + ": cannot be written anew: " + e, e);
    }
  }

  private void writeProject() {
    ProtocolRegistry registry = protocols.registry();
    String type = type(registry);
    String module = module();
    DispatchKey key = key(registry);
    Map<String, String> words = new HashMap<>();
    words.put("name", name);
    words.put("Name", type);
    words.put("package", module);
    words.put("path", module.replace('.', '/'));
    words.put("group", module.replaceFirst("\\.[^.]*$", ""));
    words.put("table", table(key.table()));
    words.put("number", key.table().text(key.value()) + (key.value() >> 31 == 0 ? "" : "L"));
    Path folder = Path.of(name);
    if (Files.exists(folder)) {
      throw new CommandFailure(folder + ": is there already; nothing was written", null);
    }
    try {
      for (Path file : Template.write(folder, words, tlv)) {
        console.out().text().append(file).append('\n');
      }
    } catch (IOException e) {
      throw new CommandFailure(folder + ": cannot be written: " + e, e);
    }
    console.out().text().append("'mvn verify' in ").append(name).append(" builds the plug-in");
    console.out().endLine();
  }

  /** The name of the header class: {@code TrafficLight} for {@code traffic_light}. */
  private String type(ProtocolRegistry registry) {
    if (!NAME.matcher(name).matches()) {
      throw misuse(
          "a name has small letters, digits and single _, such as chirp, not '" + name + "'");
    }
    if (registry.protocol(name).isPresent()) {
      throw misuse("there is a protocol " + name + " already; 'jpacker protocols' lists them");
    }
    StringBuilder type = new StringBuilder();
    for (String word : name.split("_")) {
      type.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
    }
    for (String taken : new String[] {"java.lang.", "java.util.", "org.jpacker.api."}) {
      if (exists(taken + type)) {
        throw misuse(
            "the class of " + name + " would hide " + taken + type + "; take another name");
      }
    }
    return type.toString();
  }

  private static boolean exists(String type) {
    try {
      Class.forName(type);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      return false;
    }
  }

  private String module() {
    String module = named == null ? "org.example." + name : named;
    for (String part : module.split("\\.", -1)) {
      if (!NAME.matcher(part).matches() || RESERVED.contains(part)) {
        throw misuse("'" + part + "' can be no part of a package; --package takes another");
      }
    }
    return module;
  }

  private DispatchKey key(ProtocolRegistry registry) {
    DispatchKey key = DecodeAs.key("--on", on, registry, spec);
    for (Protocol<?> protocol : registry.protocols()) {
      if (registry.keysOf(protocol).contains(key)) {
        throw misuse(key + " is read by " + protocol.name() + " already; take another number");
      }
    }
    return key;
  }

  private static String table(DispatchTable table) {
    String constant = CONSTANTS.get(table);
    return constant != null ? constant : "named(\"" + table.name() + "\")";
  }

  private ParameterException misuse(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
