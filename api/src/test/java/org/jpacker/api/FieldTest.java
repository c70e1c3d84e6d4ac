package org.jpacker.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.jpacker.api.toy.ToyNet;
import org.jpacker.api.toy.ToyTag;
import org.junit.jupiter.api.Test;

class FieldTest {

  /** Written values are read back and neighbouring bits are kept, at any position and width. */
  @Property
  void setThenGetAndNeighboursUntouched(
      @ForAll @IntRange(min = 0, max = 60) int bit,
      @ForAll @IntRange(min = 1, max = 64) int width,
      @ForAll long value,
      @ForAll byte fill) {
    if (width > 56 && (bit & 7) != 0 && width + (bit & 7) > 72) {
      return;
    }
    byte[] octets = new byte[20];
    java.util.Arrays.fill(octets, fill);
    byte[] before = octets.clone();
    long wanted = value & -1L >>> 64 - width;
    Octets.putBits(octets, 2, bit, width, wanted);
    assertEquals(wanted, Octets.bits(octets, 2, bit, width));
    for (int i = 0; i < octets.length * 8; i++) {
      if (i < 16 + bit || i >= 16 + bit + width) {
        assertEquals(before[i >> 3] >> 7 - (i & 7) & 1, octets[i >> 3] >> 7 - (i & 7) & 1);
      }
    }
  }

  @Test
  void littleEndianSignedAndTimesRefine() throws MalformedException {
    UIntField little = UIntField.at(0, 16, "t.le").littleEndian();
    UIntField signed = UIntField.at(0, 8, "t.s").signed();
    assertEquals(0x3412, little.get(tag(0x12, 0x34)));
    assertEquals(-2, signed.get(tag(0xfe, 0)));
    UIntField words = UIntField.at(0, 4, "t.words").times(4);
    ToyNet net = new ToyNet();
    assertEquals(
        "t.words: 6 does not fit into 4 bits (0 to 60 in steps of 4)",
        assertThrows(IllegalArgumentException.class, () -> words.set(net, 6)).getMessage());
    assertEquals(
        "t.s: 128 does not fit into 8 bits (-128 to 127)",
        assertThrows(IllegalArgumentException.class, () -> signed.set(net, 128)).getMessage());
  }

  private static Header tag(int first, int second) throws MalformedException {
    byte[] octets = {(byte) first, (byte) second, 0, 0};
    return (Header) ToyTag.PROTOCOL.reader().read(Window.on(octets));
  }

  @Test
  void conditionalFieldIsAbsentUnlessItsConditionHolds() {
    FlagField flag = FlagField.at(7, "t.flag");
    UIntField extra = UIntField.at(32, 16, "t.extra").when(flag);
    ToyNet net = new ToyNet();
    assertFalse(extra.isPresent(net));
    assertEquals(0, extra.get(net));
    assertEquals(
        "t.extra is absent unless t.flag is set",
        assertThrows(IllegalStateException.class, () -> extra.set(net, 1)).getMessage());
    flag.set(net, true);
    extra.set(net, 7);
    assertEquals(7, extra.get(net));
  }

  @Test
  void textIsAsTsharkPrintsIt() {
    ToyNet net = new ToyNet().ttl(7).checksum(0xab).src("1.2.3.4");
    assertEquals("7", ToyNet.TTL.text(net));
    assertEquals("0x00ab", ToyNet.CHECKSUM.text(net));
    assertEquals("1.2.3.4", ToyNet.SRC.text(net));
    assertEquals("0", ToyNet.FRAGMENT.text(net));
    net.options(new byte[] {1, (byte) 0xff, 0, 0});
    assertEquals("01ff0000", ToyNet.OPTIONS.text(net));
  }

  @Test
  void valueIsAssignedFromItsText() {
    ToyNet net = new ToyNet();
    ToyNet.TTL.assign(net, "0x10");
    ToyNet.SRC.assign(net, "9.8.7.6");
    ToyNet.FRAGMENT.assign(net, "true");
    ToyNet.OPTIONS.assign(net, "00000001");
    assertEquals(
        "16 9.8.7.6 1 00000001",
        ToyNet.TTL.text(net)
            + " "
            + ToyNet.SRC.text(net)
            + " "
            + ToyNet.FRAGMENT.text(net)
            + " "
            + ToyNet.OPTIONS.text(net));
    assertEquals(
        "toynet.ttl: not a number: many",
        assertThrows(IllegalArgumentException.class, () -> ToyNet.TTL.assign(net, "many"))
            .getMessage());
  }

  @Test
  void layoutRefusesGapsOverlapsAndUnfinishedOctets() {
    assertEquals(
        "no field covers the bits 8 to 15, before b",
        refused(UIntField.at(0, 8, "a"), UIntField.at(16, 8, "b")));
    assertEquals(
        "b at bit 4 overlaps a field that ends at bit 8",
        refused(UIntField.at(0, 8, "a"), UIntField.at(4, 8, "b")));
    assertEquals("the fields end within an octet, at bit 7", refused(UIntField.at(0, 7, "a")));
    assertEquals(
        "two fields are called a", refused(UIntField.at(0, 8, "a"), UIntField.at(8, 8, "a")));
    assertEquals(2, Layout.of(UIntField.at(0, 16, "a"), FlagField.at(3, "a.b")).size());
  }

  private static String refused(Field... fields) {
    return assertThrows(IllegalArgumentException.class, () -> Layout.of(fields)).getMessage();
  }

  @Test
  void diagramIsTheOneOfRfcs() {
    Layout layout =
        Layout.of(
            UIntField.at(0, 8, "a.first"),
            UIntField.at(8, 24, "a.long"),
            UIntField.at(32, 16, "a.x"));
    assertEquals(
        """
         0                   1                   2                   3
         0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1 2 3 4 5 6 7 8 9 0 1
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        |    a.first    |                    a.long                     |
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        |              a.x              |
        +-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+-+
        """,
        layout.diagram());
  }
}
