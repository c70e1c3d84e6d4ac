package org.jpacker.api.contents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import org.jpacker.api.BytesField;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Header;
import org.jpacker.api.Layout;
import org.jpacker.api.MalformedException;
import org.jpacker.api.OctetString;
import org.jpacker.api.Protocol;
import org.jpacker.api.Window;
import org.junit.jupiter.api.Test;

class RecordFieldsTest {

  /**
   * A made-up option: an octet below 0x80, or one above with as many octets as its low bits say.
   */
  private interface Option {
    int type();
  }

  private record Single(int type) implements Option {}

  private record Several(int type, List<Integer> octets) implements Option {}

  private static final class Holder extends Header {
    static final BytesField OCTETS = BytesField.rest(0, "holder.octets");
    static final RecordFields<Holder, Option> OPTIONS =
        RecordFields.of("holder.opt.", Holder.class, Holder::options);
    static final ComputedField TYPE = OPTIONS.each("type", Option.class, Option::type).hex(4);
    static final ComputedField ODD =
        OPTIONS.each("odd", Single.class, option -> option.type() % 2 == 1 ? option.type() : null);
    static final ComputedField OCTET =
        OPTIONS.all("octet", Several.class, option -> option.octets().stream());
    static final Layout LAYOUT = Layout.of(OCTETS, TYPE, ODD, OCTET);
    static final Protocol<Holder> PROTOCOL =
        Protocol.of("holder", LAYOUT, Holder.class, Holder::new, Holder::new);

    Holder() {
      super(PROTOCOL);
    }

    private Holder(Window in) throws MalformedException {
      super(PROTOCOL, in);
    }

    private List<Option> options() {
      OctetReader in = new OctetReader(OCTETS.get(this));
      List<Option> options = new ArrayList<>();
      while (in.left() > 0) {
        int type = in.u8();
        if (type < 0x80) {
          options.add(new Single(type));
        } else {
          List<Integer> octets = new ArrayList<>();
          for (int i = type & 0x7f; i > 0; i--) {
            octets.add(in.u8());
          }
          options.add(new Several(type, octets));
        }
      }
      return options;
    }
  }

  private static Holder of(int... octets) {
    Holder holder = new Holder();
    Holder.OCTETS.set(holder, OctetString.of(octets).octets());
    return holder;
  }

  @Test
  void eachRecordOfTheTypeGivesAValueUnlessItIsNull() {
    Holder holder = of(1, 0x82, 7, 9, 2, 3, 0x81, 7);
    assertEquals("holder.opt.type", Holder.TYPE.name());
    assertEquals(List.of(1, 0x82, 2, 3, 0x81), Holder.TYPE.value(holder));
    assertEquals(List.of(1, 3), Holder.ODD.value(holder));
  }

  @Test
  void valuesAreGroupedByRecordInOrder() {
    assertEquals(List.of(7, 9, 8), Holder.OCTET.value(of(1, 0x82, 7, 9, 0x80, 0x81, 8)));
    assertEquals("7,9", Holder.OCTET.text(of(0x82, 7, 9)));
  }

  @Test
  void headerWithoutSuchAValueLacksTheField() {
    Holder holder = of(2, 0x80);
    assertNull(Holder.ODD.value(holder));
    assertFalse(Holder.OCTET.isPresent(holder));
    assertEquals("", Holder.OCTET.text(holder));
    assertFalse(Holder.TYPE.isPresent(of()));
  }

  @Test
  void hexadecimalNumbersStayNumbers() {
    assertEquals(List.of(1, 0x80), Holder.TYPE.value(of(1, 0x80)));
    assertEquals("0x0001,0x0080", Holder.TYPE.text(of(1, 0x80)));
    assertEquals("0xffff", Holder.TYPE.textOf(-1L));
    assertEquals("text", Holder.TYPE.textOf("text"));
    for (int digits : new int[] {0, 17}) {
      assertEquals(
          "holder.opt.type: 1 to 16 digits, not " + digits,
          assertThrows(IllegalArgumentException.class, () -> Holder.TYPE.hex(digits)).getMessage());
    }
  }
}
