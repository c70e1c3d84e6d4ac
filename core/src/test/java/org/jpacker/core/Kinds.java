package org.jpacker.core;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jpacker.api.ComputedField;
import org.jpacker.api.DispatchTable;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.Protocol;
import org.jpacker.api.ProtocolRegistry;
import org.jpacker.api.UIntField;
import org.jpacker.api.ValueNames;
import org.jpacker.api.Window;

/** A made-up header of numbers with names of every sort. */
final class Kinds extends Header {

  /** How often the file of names was opened. */
  static final AtomicInteger OPENED = new AtomicInteger();

  static final UIntField FORM =
      UIntField.at(0, 8, "kinds.form").orElse(1).valueNames(Map.of(1L, "usual", 2L, "other"));
  static final UIntField TYPE =
      UIntField.at(8, 8, "kinds.type")
          .orElse(3)
          .valueNames(Map.of(3L, "unreachable", 5L, "redirect"));
  static final UIntField CODE =
      UIntField.at(16, 8, "kinds.code").valueNames(ValueNames.read(Kinds::codes).within(TYPE));
  static final UIntField REST = UIntField.at(24, 8, "kinds.rest");
  static final UIntField BROKEN =
      UIntField.at(24, 8, "kinds.broken")
          .when("form is 9", header -> FORM.get(header) == 9)
          .valueNames(ValueNames.read(() -> null));
  static final UIntField ETHERTYPE =
      UIntField.at(32, 16, "kinds.ethertype").hex().selects(DispatchTable.ETHERTYPE);
  static final ComputedField ITEMS =
      ComputedField.list("kinds.items", Kinds.class, Kinds::items)
          .valueNames(Map.of(1L, "one", 3L, "three"));
  static final ComputedField ETHERTYPES =
      ComputedField.list("kinds.ethertypes", Kinds.class, Kinds::ethertypes)
          .hex(4)
          .valueNames(Map.of(0x0800L, "IPv4"));
  static final ComputedField SMALL =
      ComputedField.of("kinds.small", Kinds.class, kinds -> REST.get(kinds)).hex(2);
  static final ComputedField MIXED = ComputedField.list("kinds.mixed", Kinds.class, Kinds::mixed);
  static final Layout LAYOUT =
      Layout.of(FORM, TYPE, CODE, REST, BROKEN, ETHERTYPE, ITEMS, ETHERTYPES, SMALL, MIXED);
  static final Protocol<Kinds> PROTOCOL =
      Protocol.of("kinds", LAYOUT, Kinds.class, Kinds::new, Kinds::new).titled("Made-up Kinds");

  Kinds() {
    super(PROTOCOL);
  }

  private Kinds(Window in) throws MalformedException {
    super(PROTOCOL, in);
  }

  private static ByteArrayInputStream codes() {
    OPENED.incrementAndGet();
    String text = "# Codes\n3/0\tno net\tRFC 1\n3/1\tno host\n5/1\tfor host\n";
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
  }

  private List<Integer> items() {
    int items = CODE.get(this);
    return List.of(1, 2, 3, 1).subList(0, items % 5);
  }

  private List<Integer> ethertypes() {
    return CODE.get(this) == 4 ? List.of(0x0800, 0x12, -1) : List.of();
  }

  private List<Object> mixed() {
    return CODE.get(this) == 4
        ? List.of(true, new byte[] {1, -1}, new Nothing(), "a[]")
        : List.of();
  }

  /** A record without parts. */
  private record Nothing() {}

  @Override
  protected Layer next(ProtocolRegistry registry) throws MalformedException {
    return window().raw();
  }
}
