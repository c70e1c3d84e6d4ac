package org.jpacker.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jpacker.api.FlagField;
import org.jpacker.api.UIntField;
import org.junit.jupiter.api.Test;

/** The numbers of a scan are those that the fields read themselves. */
class HeaderNumberTest {
  private static final int START = 3;

  private static List<UIntField> fields() {
    List<UIntField> fields = new ArrayList<>();
    for (int bit = 0; bit < 24; bit++) {
      for (int width = 1; width <= 31; width++) {
        UIntField field = UIntField.at(bit, width, "x.y");
        fields.add(field);
        fields.add(field.times(100_000));
        fields.add(field.signed());
        if (width % 8 == 0) {
          fields.add(field.littleEndian());
        }
      }
    }
    return fields;
  }

  @Test
  void equalsWhatTheFieldReads() {
    Random random = new Random(1);
    byte[] octets = new byte[START + 7];
    for (UIntField field : fields()) {
      HeaderNumber number = HeaderNumber.of(field);
      for (int i = 0; i < 20; i++) {
        random.nextBytes(octets);
        assertEquals(field.read(octets, START), number.read(octets, START), field::toString);
      }
    }
  }

  @Test
  void flagsAreOneOrZero() {
    byte[] octets = {0, 0, 0, 0, 0x20};
    assertEquals(1, HeaderNumber.of(FlagField.at(10, "x.f")).read(octets, START));
    assertEquals(0, HeaderNumber.of(FlagField.at(11, "x.g")).read(octets, START));
  }

  @Test
  void octetsBeyondTheNumberAreNotRead() {
    byte[] octets = {0x12, 0x34};
    assertEquals(0x1234, HeaderNumber.of(UIntField.at(0, 16, "x.a")).read(octets, 0));
    assertEquals(0x34, HeaderNumber.of(UIntField.at(8, 8, "x.b")).read(octets, 0));
  }
}
