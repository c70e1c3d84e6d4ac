package org.jpacker.core.source;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a Java file, as far as the first class in it has constants and methods. Nothing is
 * compiled: whatever lies in comments, in strings and in bodies is masked, and the declarations are
 * found in what remains.
 */
final class JavaClassText {
  private static final Pattern CLASS = Pattern.compile("\\bclass\\s+(\\w+)");
  private static final Pattern CONSTANT =
      Pattern.compile("((?:\\b(?:public|static|final)\\s+){3})(\\w+)\\s+(\\w+)\\s*=");
  private static final Pattern METHOD =
      Pattern.compile("\\b([\\w.]+(?:<[^;{}()=]*>)?(?:\\[])*)\\s+(\\w+)\\s*\\(([^()]*)\\)");

  private final String text;

  /** As long as the text, with blanks for all but the members of the class. */
  private final String members;

  private final String name;

  /**
   * A constant.
   *
   * @param type its simple type
   * @param comment its documentation comment as it stands, or empty
   * @param initializer the expression that makes it
   */
  record Constant(String type, String name, String comment, String initializer) {}

  /** A method, with the text between its parentheses. */
  record Method(String type, String name, String parameters) {}

  private JavaClassText(String text, String members, String name) {
    this.text = text;
    this.members = members;
    this.name = name;
  }

  /**
   * @throws IllegalArgumentException if there is no class
   */
  static JavaClassText of(String text) {
    char[] code = code(text);
    Matcher type = CLASS.matcher(new String(code));
    if (!type.find()) {
      throw new IllegalArgumentException("there is no class in it");
    }
    int depth = 0;
    for (int i = 0; i < code.length; i++) {
      char c = code[i];
      depth -= c == '}' ? 1 : 0;
      if (i < type.end() || depth != 1) {
        code[i] = ' ';
      }
      depth += c == '{' ? 1 : 0;
    }
    return new JavaClassText(text, new String(code), type.group(1));
  }

  /** The text with blanks for comments and for what is quoted. */
  private static char[] code(String text) {
    char[] code = text.toCharArray();
    int at = 0;
    while (at < code.length) {
      int end = endOfMasked(text, at);
      if (end > at) {
        Arrays.fill(code, at, end, ' ');
      }
      at = Math.max(end, at + 1);
    }
    return code;
  }

  /** Where the comment or literal that begins at {@code at} ends; {@code at} if none does. */
  private static int endOfMasked(String text, int at) {
    if (text.startsWith("/*", at)) {
      return after(text, "*/", at + 2);
    }
    if (text.startsWith("//", at)) {
      return after(text, "\n", at);
    }
    if (text.startsWith("\"\"\"", at)) {
      return after(text, "\"\"\"", at + 3);
    }
    char quote = text.charAt(at);
    if (quote != '"' && quote != '\'') {
      return at;
    }
    int end = at + 1;
    while (end < text.length() && text.charAt(end) != quote && text.charAt(end) != '\n') {
      end += text.charAt(end) == '\\' ? 2 : 1;
    }
    return Math.min(end + 1, text.length());
  }

  private static int after(String text, String delimiter, int from) {
    int at = text.indexOf(delimiter, from);
    return at < 0 ? text.length() : at + delimiter.length();
  }

  /** The name of the class. */
  String name() {
    return name;
  }

  /** Its public constants, in their order. */
  List<Constant> constants() {
    List<Constant> constants = new ArrayList<>();
    Matcher matcher = CONSTANT.matcher(members);
    while (matcher.find()) {
      int end = members.indexOf(';', matcher.end());
      if (matcher.group(1).contains("public") && end >= 0) {
        constants.add(
            new Constant(
                matcher.group(2),
                matcher.group(3),
                commentBefore(matcher.start()),
                text.substring(matcher.end(), end)));
      }
    }
    return constants;
  }

  private String commentBefore(int at) {
    String before = text.substring(0, at).stripTrailing();
    int begin = before.lastIndexOf("/**");
    return before.endsWith("*/") && begin >= 0 ? before.substring(begin) : "";
  }

  /** Its methods and constructors outside of a part of the text. */
  List<Method> methodsOutside(int begin, int end) {
    List<Method> methods = new ArrayList<>();
    Matcher matcher = METHOD.matcher(members);
    while (matcher.find()) {
      if (matcher.start() < begin || matcher.start() >= end) {
        methods.add(new Method(matcher.group(1), matcher.group(2), matcher.group(3).strip()));
      }
    }
    return methods;
  }
}
