package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.jpacker.api.Field;
import org.jpacker.api.Header;
import org.jpacker.api.Layer;
import org.jpacker.api.Packet;
import org.jpacker.api.text.FieldText;
import org.junit.jupiter.api.Test;

class FieldTextTest {

  @Property
  void valuesAreThoseOfTheFields(@ForAll @Size(100) byte[] octets) {
    byte[] wire = Samples.read(Samples.wire(), Samples.net(), new Port()).toBytes();
    byte[] net = Arrays.copyOf(wire, wire.length);
    // any values after the fields that determine positions
    System.arraycopy(octets, 0, net, 0, 12);
    System.arraycopy(octets, 12, net, 18, 2);
    System.arraycopy(octets, 14, net, 22, 36);
    net[20] = wire[20];
    net[21] = wire[21];
    requireEqualText(Samples.read(wire));
    requireEqualText(Samples.read(net));
  }

  @Test
  void computedValuesAreThoseOfTheFields() {
    requireEqualText(Samples.chat("two words"));
    requireEqualText(Samples.chat("quote"));
    Kinds kinds = new Kinds();
    Kinds.CODE.set(kinds, 4);
    requireEqualText(Packet.of(Samples.wire(), kinds));
  }

  private static void requireEqualText(Packet packet) {
    for (Layer layer = packet.first(); layer instanceof Header h; layer = h.payload()) {
      for (Field field : h.protocol().layout().fields()) {
        if (field.isPresent(h)) {
          StringBuilder out = new StringBuilder();
          FieldText.append(out, field, h);
          assertEquals(field.text(h), out.toString(), field.name());
        }
      }
    }
  }
}
