package org.jpacker.core.reference;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.AddressField;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.FlagField;
import org.jpacker.api.Ipv4Field;
import org.jpacker.api.Layout;
import org.jpacker.api.MacField;
import org.jpacker.api.NumberField;
import org.jpacker.api.RefinableNumber;
import org.jpacker.api.TextField;
import org.jpacker.api.Traits;
import org.jpacker.api.text.FieldText;
import org.jpacker.core.source.JavaSetters;

/** Describes fields in words. */
final class FieldFacts {

  private FieldFacts() {}

  static String type(Field field) {
    if (isNumber(field)) {
      return field.traits().signed() ? "signed number" : "number";
    }
    if (field instanceof AddressField) {
      return field instanceof MacField
          ? "MAC address"
          : field instanceof Ipv4Field ? "IPv4 address" : "IPv6 address";
    }
    return field instanceof FlagField
        ? "flag"
        : field instanceof BytesField ? "octets" : field instanceof TextField ? "text" : "computed";
  }

  static boolean isNumber(Field field) {
    return field instanceof RefinableNumber;
  }

  /** Bits from the start of the header, or -1 if the position depends on the header. */
  static int bit(Field field) {
    return field.traits().at() == null ? field.bit() : -1;
  }

  /** The value in a new header as text; empty if the field has no initial value. */
  static String initial(Field field) {
    StringBuilder out = new StringBuilder();
    if (field instanceof NumberField) {
      FieldText.number(
          out, field.traits().initial() * field.traits().times(), field.width(), field.traits());
    }
    return out.toString();
  }

  /** Notes on all refinements of the field. */
  static String notes(Layout layout, Field field) {
    Traits traits = field.traits();
    List<String> notes = new ArrayList<>();
    if (field == layout.source()) {
      notes.add("source");
    }
    if (field == layout.destination()) {
      notes.add("destination");
    }
    if (traits.derived()) {
      notes.add(traits.checksum() ? "derived checksum" : "derived");
    }
    if (traits.times() != 1) {
      notes.add("in steps of " + traits.times());
    }
    if (traits.littleEndian()) {
      notes.add("little-endian");
    }
    if (traits.selects() != null) {
      notes.add("selects by " + traits.selects().name());
    }
    if (!traits.condition().isEmpty()) {
      notes.add("if " + traits.condition());
    } else if (traits.at() != null) {
      notes.add("position depends on the header");
    }
    return String.join(", ", notes);
  }

  /**
   * Java for programs: the accessor that sets the field, or else the one that reads it, or else the
   * constant; empty if the header class has none of them.
   */
  static String java(JavaSetters setters, Field field) {
    JavaSetters.Setter setter = setters.of(field);
    if (setter == null) {
      return "";
    }
    if (!setter.accessors().isEmpty() && !(field instanceof ComputedField)) {
      Method accessor = setter.accessors().get(0);
      return accessor.getName() + "(" + accessor.getParameterTypes()[0].getSimpleName() + ")";
    }
    return setter.getter() != null && setter.getter().getReturnType() != void.class
        ? setter.getter().getName() + "()"
        : setter.constant();
  }
}
