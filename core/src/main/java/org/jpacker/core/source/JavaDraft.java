package org.jpacker.core.source;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Protocol;
import org.jpacker.api.UIntField;
import org.jpacker.api.ULongField;
import org.jpacker.core.Outline;

/** A header that is being recreated, with the source for it so far. */
final class JavaDraft {
  private final Header from;
  private final JavaSetters setters;
  private final JavaNames names;
  private Header made;
  private String beginning;
  private final List<String> calls = new ArrayList<>();

  private final List<Statement> statements = new ArrayList<>();

  /**
   * Statements that a chain of calls cannot express: source before and after the header's variable.
   *
   * @param before source before the variable
   * @param behind source after the variable
   */
  private record Statement(String before, String behind) {}

  private JavaDraft(Header from, JavaSetters setters, JavaNames names) {
    this.from = from;
    this.setters = setters;
    this.names = names;
    this.made = from.protocol().maker().get();
    this.beginning = "new " + type() + "()";
  }

  /** A draft of {@code from} with its trailer but without its payload; null if that fails. */
  static JavaDraft of(Header from, JavaSetters setters, JavaNames names)
      throws ReflectiveOperationException {
    JavaDraft draft = new JavaDraft(from, setters, names);
    if (!draft.setFields() && !draft.takeOctets()) {
      return null;
    }
    byte[] trailer = from.trailer().toBytes();
    if (trailer.length > 0) {
      draft.made.trailer(trailer);
      StringBuilder text = new StringBuilder(".trailer(");
      JavaText.octets(text, trailer);
      draft.statements.add(new Statement("", text.append(')').toString()));
    }
    return draft;
  }

  Header made() {
    return made;
  }

  String type() {
    return names.of(from.protocol().type());
  }

  /** Whether a single expression creates the header. */
  boolean isPlain() {
    return statements.isEmpty();
  }

  List<String> statements(String variable) {
    return statements.stream().map(s -> s.before() + variable + s.behind()).toList();
  }

  /** The chain of calls, with a line break before each call if it exceeds a line. */
  String expression(int indent, int columns) {
    String line = beginning + String.join("", calls);
    return indent + line.length() < columns
        ? line
        : beginning + String.join("", calls.stream().map(c -> "\n            " + c).toList());
  }

  /** Sets all fields that differ; returns whether the header then has the same octets. */
  private boolean setFields() throws ReflectiveOperationException {
    List<Field> fields = from.protocol().layout().fields();
    for (Field field : fields) {
      if (!field.traits().derived() && !isSame(field) && !isLeftToParts(field, fields)) {
        set(field);
      }
    }
    return Arrays.equals(head(from), head(made));
  }

  /** The octets of the header, with derived fields as zeros. */
  private static byte[] head(Header header) {
    byte[] head = Arrays.copyOf(header.toBytes(), header.headerSize());
    for (Field field : header.protocol().layout().fields()) {
      // text of a derived field may lie anywhere, and is compared unchanged
      if (field.traits().derived()
          && !(field instanceof ComputedField)
          && field.isPresent(header)) {
        int from = Outline.bit(field, header);
        int to = field.width() < 0 ? head.length * 8 : from + field.width();
        for (int bit = from; bit < to; bit++) {
          head[bit >> 3] &= (byte) ~(0x80 >> (bit & 7));
        }
      }
    }
    return head;
  }

  private boolean isSame(Field field) {
    return field instanceof ComputedField
        || field.isPresent(from) == field.isPresent(made)
            && field.text(from).equals(field.text(made));
  }

  /**
   * Whether the fields within {@code whole} express its value better: flags rather than their sum.
   */
  private boolean isLeftToParts(Field whole, List<Field> fields) {
    long covered = 0;
    for (Field part : fields) {
      boolean isInside =
          part != whole
              && part.bit() >= whole.bit()
              && part.width() > 0
              && part.width() < whole.width()
              && part.bit() + part.width() <= whole.bit() + whole.width()
              && part.traits().at() == null;
      if (isInside && whole.width() <= Long.SIZE) {
        JavaSetters.Setter setter = setters.of(part);
        if (!isSame(part) && (setter == null || setter.accessors().isEmpty())) {
          return false;
        }
        covered |= (-1L >>> Long.SIZE - part.width()) << part.bit() - whole.bit();
      }
    }
    return covered != 0 && covered == -1L >>> Long.SIZE - whole.width();
  }

  private boolean set(Field field) throws ReflectiveOperationException {
    JavaSetters.Setter setter = setters.of(field);
    if (setter == null) {
      return false;
    }
    for (Method accessor : setter.accessors()) {
      Object argument = setter.argument(accessor, from);
      StringBuilder text = new StringBuilder();
      if (accepts(accessor.getParameterTypes()[0], argument)
          && append(text, field, argument)
          && isSetBy(accessor, argument, field)) {
        calls.add("." + accessor.getName() + "(" + text + ")");
        return true;
      }
    }
    Object value = field.value(from);
    StringBuilder text = new StringBuilder();
    if (value == null || !append(text, field, value) || !field.isPresent(made)) {
      return false;
    }
    field.assign(made, value);
    statements.add(new Statement(type() + "." + setter.constant() + ".set(", ", " + text + ")"));
    return true;
  }

  private static boolean accepts(Class<?> type, Object argument) {
    return type == int.class && argument instanceof Integer
        || type == long.class && argument instanceof Long
        || type == boolean.class && argument instanceof Boolean
        || type.isInstance(argument);
  }

  private boolean isSetBy(Method accessor, Object argument, Field field)
      throws IllegalAccessException {
    try {
      accessor.invoke(made, argument);
    } catch (InvocationTargetException e) {
      return false; // the header refuses the value that it was read with; its octets are used
      // instead
    }
    return isSame(field);
  }

  private boolean append(StringBuilder out, Field field, Object value) {
    boolean isHex = field.traits().hex();
    if (isHex && value instanceof Integer && field instanceof UIntField) {
      out.append(field.text(from));
      return true;
    }
    if (isHex && value instanceof Long && field instanceof ULongField) {
      out.append(field.text(from)).append('L');
      return true;
    }
    return JavaText.append(out, value, names);
  }

  /** Copies the octets of the header. */
  private boolean takeOctets() throws IllegalAccessException {
    String constant = null;
    for (java.lang.reflect.Field field : from.protocol().type().getFields()) {
      if (Modifier.isStatic(field.getModifiers())
          && field.getType() == Protocol.class
          && from.protocol().equals(field.get(null))) {
        constant = field.getName();
      }
    }
    if (constant == null) {
      return false;
    }
    byte[] head = Arrays.copyOf(from.toBytes(), from.headerSize());
    made = from.protocol().header(head);
    StringBuilder text = new StringBuilder();
    if (JavaText.isText(head)) {
      JavaText.text(text, new String(head, StandardCharsets.ISO_8859_1));
    } else {
      JavaText.octets(text, head);
    }
    beginning = type() + "." + constant + ".header(" + text + ")";
    calls.clear();
    statements.clear();
    return true;
  }

  /** Pins the derived fields that are wrong in the packet; returns whether there were any. */
  boolean pinWhatDiffers() throws ReflectiveOperationException {
    boolean changed = false;
    for (Field field : from.protocol().layout().fields()) {
      if (field.traits().derived() && field.isPresent(made) && !isSame(field)) {
        changed |= set(field);
      }
    }
    return changed;
  }
}
