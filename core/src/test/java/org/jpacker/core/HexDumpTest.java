package org.jpacker.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HexDumpTest {

  @Test
  void rowHasOffsetOctetsAndAscii() {
    byte[] octets = new byte[18];
    for (int i = 0; i < octets.length; i++) {
      octets[i] = (byte) (i * 15);
    }
    assertEquals(
        """
        0000  00 0f 1e 2d 3c 4b 5a 69 78 87 96 a5 b4 c3 d2 e1  ...-<KZix.......
        0010  f0 ff                                            ..
        """,
        dump(octets));
  }

  @Test
  void noOctetsGiveNoRows() {
    assertEquals("", dump(new byte[0]));
  }

  @Test
  void offsetsGrowWithTheirNumber() {
    assertTrue(dump(new byte[0x10001]).endsWith("00010000  00" + " ".repeat(47) + ".\n"));
  }

  private static String dump(byte[] octets) {
    StringBuilder out = new StringBuilder();
    HexDump.append(out, octets);
    return out.toString();
  }
}
