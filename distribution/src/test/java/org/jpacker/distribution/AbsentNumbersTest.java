package org.jpacker.distribution;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.jpacker.api.ComputedField;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.fuzz.ExamplePackets;
import org.junit.jupiter.api.Test;

/**
 * A value that is missing from a record, because it is cut or optional, has no number: a record
 * component may be -1, but a field has no value.
 */
class AbsentNumbersTest {
  private static final long SEED = Long.getLong("jpacker.seed", 20_261_130L);

  private int numbers;

  @Test
  void numbersOfRecordsAreThereOrNot() {
    Random random = new Random(SEED);
    for (Packet example : ExamplePackets.all().values()) {
      byte[] octets = example.toBytes();
      for (int round = 0; round < 300; round++) {
        byte[] changed = octets.clone();
        for (int i = random.nextInt(4); i > 0; i--) {
          changed[random.nextInt(changed.length)] = (byte) random.nextInt(64);
        }
        Packet packet = Packet.read(changed, example.linkType());
        for (Layer layer : packet.layers()) {
          if (layer instanceof Header header) {
            check(header, example + ", seed " + SEED + ", round " + round);
          }
        }
      }
    }
    assertTrue(numbers > 10_000, numbers + " numbers");
  }

  private void check(Header header, String where) {
    for (Field field : header.protocol().layout().fields()) {
      if (field instanceof ComputedField computed) {
        Object value = computed.value(header);
        for (Object item :
            value instanceof List<?> items ? items : List.of(value == null ? "" : value)) {
          if (item instanceof Number number) {
            numbers++;
            // a field that uses all 64 bits may be negative in Java
            assertFalse(number.longValue() == -1, where + ": " + field.name());
          }
        }
      }
    }
  }
}
