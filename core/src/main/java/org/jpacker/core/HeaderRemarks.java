package org.jpacker.core;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jpacker.api.AddressField;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Header;
import org.jpacker.api.NumberField;
import org.jpacker.api.Protocol;
import org.jpacker.api.TextField;
import org.jpacker.api.text.Escape;
import org.jpacker.api.text.FieldText;

/**
 * Appends the remarkable values of a header: texts and named values, flags that are set, values
 * that differ from those of a new header, and the number that no protocol claims, with its name.
 * Endpoints appear elsewhere in the line; octets, parts and derived fields appear in the tree only.
 * A layout may choose its own summary fields.
 */
final class HeaderRemarks {

  /** Minimum length of a text that is worth showing. */
  private static final int LEAST_TEXT = 8;

  private final Map<Protocol<?>, Plan> plans = new ConcurrentHashMap<>();
  private final int width;

  /** Remarks of about {@code width} characters; values that do not fit are cut or left out. */
  HeaderRemarks(int width) {
    this.width = width;
  }

  /**
   * The roles of the fields; computed once per protocol.
   *
   * @param words texts, and values with names
   * @param flags the flags, lowest bit first, as is customary for TCP
   * @param values all other fields
   * @param deciding fields on which the names of other values depend
   * @param sizesPayload whether a field gives the size of the payload
   */
  private record Plan(
      List<Outline.Item> words,
      List<Flag> flags,
      List<Outline.Item> values,
      List<Field> deciding,
      boolean sizesPayload) {

    static Plan of(Protocol<?> protocol) {
      Plan plan =
          new Plan(
              new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), false);
      List<Outline.Item> items = Outline.of(protocol).items();
      if (!protocol.layout().summary().isEmpty()) {
        for (Field field : protocol.layout().summary()) {
          items.stream().filter(item -> item.field() == field).forEach(plan.words::add);
        }
        return plan;
      }
      boolean sizes = false;
      for (int i = 0; i < items.size(); i++) {
        Field field = items.get(i).field();
        if (field == protocol.layout().source() || field == protocol.layout().destination()) {
          continue;
        }
        Field other = field.traits().valueNames().within();
        if (other != null) {
          plan.deciding.add(other);
        }
        sizes |= field instanceof ComputedField && items.get(i).label().equals("len");
        if (field instanceof FlagField flag) {
          plan.flags.add(0, Flag.of(flag, items.get(i).label()));
        } else if (items.get(i).depth() == 0 && !hasFlags(items, i)) {
          plan.add(items.get(i));
        }
      }
      return new Plan(plan.words, plan.flags, plan.values, plan.deciding, sizes);
    }

    private void add(Outline.Item item) {
      Field field = item.field();
      if (field instanceof ComputedField computed && computed.isList()) {
        return; // too long for a line, and costly to obtain
      }
      if (field instanceof TextField
          || field instanceof ComputedField
          || field.traits().selects() == null && !field.traits().valueNames().isEmpty()) {
        words.add(item);
      } else if (!(field instanceof BytesField)
          && (!field.traits().derived() || field.traits().selects() != null)) {
        values.add(item);
      }
    }

    /** Whether the field at {@code whole} is merely the sum of its flags. */
    private static boolean hasFlags(List<Outline.Item> items, int whole) {
      for (int i = whole + 1; i < items.size() && items.get(i).depth() > 0; i++) {
        if (items.get(i).field() instanceof FlagField) {
          return true;
        }
      }
      return false;
    }
  }

  /**
   * A flag with the last part of its name.
   *
   * @param field the flag
   * @param name the last part of its name
   */
  private record Flag(FlagField field, String name) {

    static Flag of(FlagField field, String label) {
      return new Flag(field, label.substring(label.lastIndexOf('.') + 1));
    }
  }

  /**
   * Appends the remarkable values of {@code header}, each after a space.
   *
   * @param out the text to append to
   * @param header the header
   * @param unclaimed number of unclaimed octets after it
   */
  void append(StringBuilder out, Header header, int unclaimed) {
    Plan plan = plans.computeIfAbsent(header.protocol(), Plan::of);
    int start = out.length();
    int end = (int) Math.min(Integer.MAX_VALUE, start + (long) width);
    Field ordinary = null;
    for (int i = 0; i < plan.words.size() && out.length() < end; i++) {
      if (plan.words.get(i).field().traits().initial() != 0
          && isOrdinary(plan, plan.words.get(i).field(), header)) {
        ordinary = plan.words.get(i).field();
      } else {
        word(out, plan.words.get(i), header, end);
      }
    }
    if (ordinary != null && out.length() == start) {
      String name = FieldText.nameOf(ordinary, header);
      text(out, name == null ? "" : name, end);
    }
    flags(out, plan.flags, header);
    for (int i = 0; i < plan.values.size() && out.length() < end; i++) {
      value(out, plan.values.get(i), header, unclaimed, end);
    }
    if (unclaimed > 0 && !plan.sizesPayload) {
      out.append(" len=").append(unclaimed);
    }
  }

  /** Whether the field has its default value and so is not worth a word in the summary. */
  private static boolean isOrdinary(Plan plan, Field field, Header header) {
    return !plan.deciding.contains(field)
        && field instanceof NumberField number
        && number.isPresent(header)
        && number.isInitial(header);
  }

  private static void word(StringBuilder out, Outline.Item item, Header header, int end) {
    Field field = item.field();
    if (field instanceof ComputedField computed) {
      computed(out, item, computed, header, end);
    } else if (item.isIn(header)) {
      String name = FieldText.nameOf(field, header);
      if (name != null) {
        text(out, name, end);
      } else if (field instanceof TextField text) {
        text(out, text.get(header), end);
      } else {
        value(out, item, header, 0, end);
      }
    }
  }

  private static void computed(
      StringBuilder out, Outline.Item item, ComputedField field, Header header, int end) {
    Object value = FieldText.computed(field, header);
    if (value instanceof CharSequence text) {
      text(out, text, end);
    } else if (value instanceof Number number && number.longValue() != 0) {
      boolean isAlone = header.protocol().layout().summary().isEmpty();
      FieldText.value(isAlone ? labelled(out, item) : out.append(' '), field, number);
    }
  }

  private static void flags(StringBuilder out, List<Flag> flags, Header header) {
    String before = " [";
    for (int i = 0; i < flags.size(); i++) {
      Flag flag = flags.get(i);
      if (flag.field().get(header)) {
        out.append(before).append(flag.name());
        before = ",";
      }
    }
    if (before.equals(",")) {
      out.append(']');
    }
  }

  private static void value(
      StringBuilder out, Outline.Item item, Header header, int unclaimed, int end) {
    Field field = item.field();
    // if the payload is unclaimed, the number that should have selected its reader is of interest
    boolean asked = unclaimed > 0 && field.traits().selects() != null;
    if (!item.isIn(header) || !asked && isInitial(field, header)) {
      return;
    }
    int before = out.length();
    labelled(out, item);
    FieldText.append(out, field, header);
    String name = asked ? FieldText.nameOf(field, header) : null;
    if (name != null) {
      Escape.text(out.append(" ("), name);
      out.append(')');
    }
    if (out.length() > end) {
      out.setLength(before);
    }
  }

  private static boolean isInitial(Field field, Header header) {
    if (field.traits().selects() != null) {
      return true;
    }
    return field instanceof NumberField number
        ? number.isInitial(header)
        : field instanceof AddressField address && address.get(header).isZero();
  }

  private static StringBuilder labelled(StringBuilder out, Outline.Item item) {
    return out.append(' ').append(item.label()).append('=');
  }

  private static void text(StringBuilder out, CharSequence text, int end) {
    int left = end - out.length() - 1;
    if (text.isEmpty() || left < LEAST_TEXT) {
      return;
    }
    out.append(' ');
    if (text.length() <= left) {
      Escape.text(out, text);
    } else {
      Escape.text(out, text.subSequence(0, left - 3));
      out.append("...");
    }
  }
}
