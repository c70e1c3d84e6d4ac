package org.jpacker.core.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes the accessors of a header class into its source, from the constants of its fields. They
 * stand between two lines of the file:
 *
 * <pre>{@code
 * // --- accessors: generated from the fields above ---
 * // without: VERSION, FLAGS
 *
 * // --- end of accessors ---
 * }</pre>
 *
 * <p>Each public field gets an accessor that reads it and those that set it, named as the constant
 * is: {@code srcPort()} and {@code srcPort(int)} for {@code SRC_PORT}. The comment of the constant
 * is that of the accessor that reads. There are none for
 *
 * <ul>
 *   <li>computed fields, which cannot be set,
 *   <li>reserved bits: fields with {@code RESERVED} in their names,
 *   <li>fields that a line {@code // without:} after the first marker names,
 *   <li>what is written by hand elsewhere in the class: a method that reads the field replaces all
 *       of its accessors, one that sets it replaces all that set it.
 * </ul>
 *
 * <p>The source need not compile, and the rest of it stays as it is.
 */
public final class JavaAccessors {
  private static final String BEGIN = "// --- accessors";
  private static final String END = "// --- end of accessors";
  private static final String WITHOUT = "// without:";

  private static final Pattern CONSTANT = Pattern.compile("\\b[A-Z][A-Z0-9_]*\\b");

  /** The maker of a field, up to its name: {@code UIntField.at(16, 8, "ip.ttl")}. */
  private static final Pattern MAKER =
      Pattern.compile("^\\s*\\w+Field\\s*\\.\\w+\\(([^\"()]*)\"([^\"]+)\"", Pattern.DOTALL);

  private static final Pattern WIDTH = Pattern.compile(",\\s*(\\d+)\\s*,\\s*$");
  private static final Pattern TIMES = Pattern.compile("\\.times\\((\\d+)\\)");
  private static final int COLUMNS = 100;

  /**
   * One accessor that sets a field.
   *
   * @param type of its parameter
   * @param source what the value is made from, as a clause of its comment
   */
  private record Setter(String type, String parameter, String source) {}

  /**
   * Fields of one class.
   *
   * @param type of the values that are read
   * @param reads the comment of the accessor that reads, with the field as {@code %s}
   * @param sets that of the accessors that set, likewise
   */
  private record Kind(String type, String reads, String sets, List<Setter> setters) {}

  private static final Map<String, Kind> KINDS =
      Map.of(
          "UIntField", number("int"),
          "ULongField", number("long"),
          "FlagField",
              new Kind(
                  "boolean",
                  "Whether %s is set",
                  "Sets or clears %s",
                  List.of(new Setter("boolean", "value", ""))),
          "BytesField",
              new Kind(
                  "byte[]",
                  "The octets of %s",
                  "Sets the octets of %s",
                  List.of(new Setter("byte[]", "octets", ""))),
          "MacField", address("Address.Mac", "02:00:00:00:00:01", 6),
          "Ipv4Field", address("Address.Ipv4", "192.0.2.1", 4),
          "Ipv6Field", address("Address.Ipv6", "2001:db8::1", 16));

  private final JavaClassText text;
  private final String indent;

  /** By which a body is deeper than its method: as a method is deeper than its class. */
  private final String step;

  private final String address;
  private final StringBuilder out = new StringBuilder();

  private JavaAccessors(String source, JavaClassText text, String indent) {
    this.text = text;
    this.indent = indent;
    this.step = indent.isEmpty() ? "  " : indent;
    boolean isImported = source.contains("import org.jpacker.api.Address;");
    this.address =
        isImported || source.contains("import org.jpacker.api.*;") ? "" : "org.jpacker.api.";
  }

  private static Kind number(String type) {
    return new Kind(type, "The field %s", "Sets %s", List.of(new Setter(type, "value", "")));
  }

  private static Kind address(String type, String example, int octets) {
    return new Kind(
        type,
        "The address %s",
        "Sets %s",
        List.of(
            new Setter(type, "address", ""),
            new Setter("String", "address", " from text such as {@code " + example + "}"),
            new Setter("byte[]", "octets", " from its " + octets + " octets")));
  }

  /** Whether {@code source} has the two lines between which accessors are written. */
  public static boolean areIn(String source) {
    return source.lines().anyMatch(line -> line.strip().startsWith(BEGIN));
  }

  /**
   * Returns {@code source} with its accessors written anew.
   *
   * @throws IllegalArgumentException if the two lines are missing or stand there twice, or if a
   *     field that is to be left out does not exist
   */
  public static String write(String source) {
    boolean isCrLf = source.contains("\r\n");
    String text = source.replace("\r\n", "\n");
    int begin = only(text, BEGIN);
    int end = only(text, END);
    if (end < begin) {
      throw new IllegalArgumentException("'" + END + " ---' stands before '" + BEGIN + " ---'");
    }
    String indent = text.substring(begin, text.indexOf(BEGIN, begin));
    int body = text.indexOf('\n', begin) + 1;
    while (body < end && text.substring(body, end).stripLeading().startsWith("//")) {
      body = text.indexOf('\n', body) + 1;
    }
    JavaAccessors accessors = new JavaAccessors(text, JavaClassText.of(text), indent);
    accessors.append(begin, end, leftOut(text.substring(begin, body)));
    String written = text.substring(0, body) + accessors.out + "\n" + text.substring(end);
    return isCrLf ? written.replace("\n", "\r\n") : written;
  }

  /** Where the one line that begins with {@code marker} begins. */
  private static int only(String text, String marker) {
    int found = -1;
    int at = 0;
    for (String line : text.split("\n", -1)) {
      if (line.strip().startsWith(marker)) {
        if (found >= 0) {
          throw new IllegalArgumentException("a line '" + marker + " ---' stands there twice");
        }
        found = at;
      }
      at += line.length() + 1;
    }
    if (found < 0) {
      throw new IllegalArgumentException("there is no line '" + marker + " ---'");
    }
    return found;
  }

  private static Set<String> leftOut(String header) {
    Set<String> names = new HashSet<>();
    int without = header.indexOf(WITHOUT);
    if (without >= 0) {
      CONSTANT
          .matcher(header.substring(without))
          .results()
          .forEach(name -> names.add(name.group()));
    }
    return names;
  }

  private void append(int begin, int end, Set<String> leftOut) {
    List<JavaClassText.Method> byHand = text.methodsOutside(begin, end);
    Set<String> unknown = new HashSet<>(leftOut);
    for (JavaClassText.Constant constant : text.constants()) {
      unknown.remove(constant.name());
      Kind kind = KINDS.get(constant.type());
      String name = JavaSetters.camelCase(constant.name());
      if (kind != null
          && !leftOut.contains(constant.name())
          && !constant.name().contains("RESERVED")
          && byHand.stream().noneMatch(method -> reads(method, name))) {
        appendGetter(constant, kind, name);
        if (byHand.stream().noneMatch(method -> sets(method, name))) {
          kind.setters().forEach(setter -> appendSetter(constant, kind, setter, name));
        }
      }
    }
    if (!unknown.isEmpty()) {
      throw new IllegalArgumentException(
          "'" + WITHOUT + "' names " + unknown.iterator().next() + ", which is no public constant");
    }
  }

  private static boolean reads(JavaClassText.Method method, String name) {
    return method.name().equals(name) && method.parameters().isEmpty();
  }

  private boolean sets(JavaClassText.Method method, String name) {
    return method.name().equals(name)
        && method.type().equals(text.name())
        && !method.parameters().isEmpty();
  }

  private void appendGetter(JavaClassText.Constant constant, Kind kind, String name) {
    if (constant.comment().isEmpty()) {
      boolean isZeroIfAbsent =
          constant.initializer().contains(".when(") && !size(constant).isEmpty();
      appendComment(
          String.format(Locale.ROOT, kind.reads(), label(constant))
              + size(constant)
              + (isZeroIfAbsent ? "; 0 if absent." : "."));
    } else {
      out.append('\n');
      String begin = indent;
      for (String line : constant.comment().split("\n")) {
        out.append(begin).append(line.strip()).append('\n');
        begin = indent + " ";
      }
    }
    line("public ", typed(kind.type()), " ", name, "() {");
    line(step, "return ", constant.name(), ".get(this);");
    line("}");
  }

  private void appendSetter(
      JavaClassText.Constant constant, Kind kind, Setter setter, String name) {
    String pins = isDerived(constant) ? " and pins it" : "";
    String size = size(constant);
    appendComment(
        String.format(Locale.ROOT, kind.sets(), label(constant))
            + setter.source()
            + size
            + (size.isEmpty() || pins.isEmpty() ? pins : "," + pins)
            + ".");
    line(
        "public ",
        text.name(),
        " ",
        name,
        "(",
        typed(setter.type()),
        " ",
        setter.parameter(),
        ") {");
    line(step, constant.name(), ".set(this, ", setter.parameter(), ");");
    line(step, "return this;");
    line("}");
  }

  private String typed(String type) {
    return type.startsWith("Address.") ? address + type : type;
  }

  private void line(String... parts) {
    out.append(indent).append(String.join("", parts)).append('\n');
  }

  /** The name of the field, or what the constant is called where the source does not tell it. */
  private static String label(JavaClassText.Constant constant) {
    Matcher maker = MAKER.matcher(constant.initializer());
    return maker.find()
        ? "{@code " + maker.group(2) + "}"
        : constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The width of a number, as a clause; empty if the source does not tell it. */
  private static String size(JavaClassText.Constant constant) {
    Matcher maker = MAKER.matcher(constant.initializer());
    if (!maker.find()) {
      return "";
    }
    Matcher width = WIDTH.matcher(maker.group(1));
    if (!width.find() || constant.type().equals("BytesField")) {
      return "";
    }
    String bits = width.group(1).equals("1") ? "1 bit" : width.group(1) + " bits";
    Matcher times = TIMES.matcher(constant.initializer());
    return times.find() ? ", a multiple of " + times.group(1) + " in " + bits : ", " + bits;
  }

  private static boolean isDerived(JavaClassText.Constant constant) {
    return constant.initializer().contains(".asDerived()")
        || constant.initializer().contains(".asChecksum()");
  }

  /** Appends an empty line and a comment, broken into lines as a formatter breaks it. */
  private void appendComment(String comment) {
    out.append('\n');
    if (indent.length() + comment.length() + "/**  */".length() <= COLUMNS) {
      line("/** ", comment, " */");
      return;
    }
    line("/**");
    List<String> words = new ArrayList<>(List.of(comment.split(" ")));
    while (!words.isEmpty()) {
      StringBuilder row = new StringBuilder(" * ").append(words.remove(0));
      while (!words.isEmpty()
          && indent.length() + row.length() + 1 + words.get(0).length() <= COLUMNS) {
        row.append(' ').append(words.remove(0));
      }
      line(row.toString());
    }
    line(" */");
  }
}
